"""The words of class names, ids and addresses that tell related links from other lists. Data only."""

from __future__ import annotations

from typing import Final, Literal

Role = Literal["skip", "kicker", "date", "author", "summary", "title"]
"""The parts of a teaser."""

# Words inside class names and ids, spellings joined ('read-next', 'readNext', 'read_next' are 'readnext'); each line
# begins with what all its words hold, so that one look tells that none of them is there.
RELATED_CLASS_LINES: Final[tuple[tuple[str, tuple[str, ...]], ...]] = tuple(
    (shared, tuple(words or [shared]))
    for shared, *words in map(
        str.split,
        """
    rela related jprelatedposts relacionad correlat
    also readalso alsoread seealso alsolike
    more readmorelist morelikethis moreonthis morefromthis
    similar similarposts similararticles similarstories
    suggested suggestedarticles suggestedcontent suggestedposts suggestedstories
    like mightlike maylike
    meme surlememe memesujet
    aussi lireaussi alireaussi
    tamb leertambien leiatambem
    readnext
    furtherreading
    recommend
    recirc
    yarpp
    verwandt
    mehrzumthema
    weiterlesen
    leggianche
    leesook
    lesogsa
    linkstack
    inline inlineteaser inlinearticle inlinestory inlinepromo inlinerecirc
    embed embeddedarticle embedteaser teaserembed articleembed
    articlereference
    storylink
    empfehlung
    bacajuga
    storyset
    crosspromo
    """.strip().splitlines(),
    )
)
RELATED_CLASS: Final = tuple(word for _, words in RELATED_CLASS_LINES for word in words)

# A class with one of these is no related block, whatever else it says.
OTHER_CLASS: Final = tuple(
    """
    popular trending mostread mostviewed meistgelesen latest newest recent ranking toplist topstories outbrain
    taboola sponsor promotedcontent promotedstor promotedpost promotedlink advert adslot adbox plista
    revcontent mgid ligatus zergnet comment disqus share sharing social breadcrumb tagcloud taglist keyword
    relatedtopic relatedtag topics relatedterm relatedcompan relatedpeople relatedsearch relatedauthor
    relatedproduct relatedvideo newsletter subscri cookie consent gallery postnav navlinks menu
    masthead authorbox authorbio byline partner shopping product affiliate coupon poll quiz siteheader
    sitefooter pagefooter globalfooter footercol footernav footermenu footerlink globalheader pageheader
    megamenu login toolbar ticker prevnext nextprev
    """.split()
)

# The parts of a teaser, by words in its class names.
ROLE_CLASS: Final[dict[Role, str]] = {
    "skip": """
        sronly screenreader visuallyhidden icon button btn badge duration runtime readtime readingtime caption
        credit copyright counter commentcount share paywall premium visuallabel
    """,
    "kicker": """
        kicker overline eyebrow category section topic label roofline dachzeile spitzmarke rubric channel
        pretitle preheadline prehead supertitle overtitle strapline subtopic prefix tagname flag catname
        topline oberzeile tagline ressort wprpsubtitle
    """,
    "date": """
        date time published datum fecha posted
    """,
    "author": """
        author byline autor writer contributor
    """,
    "summary": """
        summary excerpt description standfirst teasertext abstract dek subtitle subhead deck introtext intro
        leadtext vorspann snippet lede subheadline trailtext blurb
    """,
    "title": """
        title headline heading titel titre titulo hed schlagzeile überschrift
    """,
}

# Folders of addresses that hold lists of articles, persons or services, in the languages at hand.
NO_ARTICLE_FOLDERS: Final = frozenset(
    """
    tag tags topic topics category categories kategorie kategorien categorie categoria categorias rubriken
    ressort author authors autor autoren autores auteur auteurs autore autori by profile profiles person people persona
    personas personne personnes
    staff contributor contributors search suche thema themen temas tema tags-list schlagwort stichwort keyword
    keywords hashtag etiqueta etiquetas tagged rubrik rubrique section sections login register signin signup
    subscribe subscription subscriptions newsletter newsletters account user users contact about privacy terms
    impressum datenschutz kontakt agb abo shop store share sharer feed rss print comments comment cart
    wp-login.php wp-admin writers columnist columnists redaktion team
    """.split()
)

# The same for what is sold; numbers in these addresses are no articles'.
SERVICE_FOLDERS: Final = frozenset(
    "job jobs stellenmarkt product products produkt produkte gutscheine coupons deals shop store cart".split()
)

# Services to which pages send their own address; their links are share buttons or profiles, never articles.
SHARE_HOSTS: Final = frozenset(
    """
    facebook.com twitter.com x.com linkedin.com whatsapp.com wa.me t.me telegram.me pinterest.com reddit.com
    instagram.com threads.net bsky.app tumblr.com vk.com getpocket.com flipboard.com youtube.com tiktok.com
    messenger.com xing.com line.me disqus.com addtoany.com addthis.com sharethis.com news.google.com apple.com
    play.google.com truthsocial.com mastodon.social
    """.split()
)

# Hosts of paid recommendations: a link that goes through them is no newsroom's choice.
SPONSOR_HOSTS: Final = frozenset(
    """
    outbrain.com taboola.com revcontent.com mgid.com zergnet.com plista.com ligatus.com doubleclick.net
    googlesyndication.com googleadservices.com adnxs.com content.ad dianomi.com adblade.com nativo.com
    sharethrough.com adform.net teads.tv criteo.com amazon.com amzn.to
    """.split()
)
