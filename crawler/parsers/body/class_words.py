"""What elements' class names and ids say they are for, as data.

The words are what content systems print (WordPress, Drupal, Arc, Escenic and the vendors of ads and recommendations).
Structure decides first (`judge`); these words only tip it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple


class ClassMeaning:
    """What an element's class and id say it is for: bits of a plain int, since every element is asked."""

    NONE = 0
    BODY = 1
    UNSEEN = 2
    SHARE = 4
    ADVERT = 8
    COMMENTS = 16
    RELATED = 32
    CAPTION = 64
    BYLINE = 128
    PROMOTION = 256
    TAGS = 512
    NAVIGATION = 1024
    PULL_QUOTE = 2048
    STANDFIRST = 4096
    EMBED = 8192
    FACTS = 16384
    FACT_BOX = 32768


# Meanings that keep a block out of the text, with the reason that readers of an explanation see.
FURNITURE_NAMES = {
    ClassMeaning.SHARE: "share",
    ClassMeaning.ADVERT: "advert",
    ClassMeaning.COMMENTS: "comments",
    ClassMeaning.RELATED: "related",
    ClassMeaning.CAPTION: "caption",
    ClassMeaning.BYLINE: "byline",
    ClassMeaning.PROMOTION: "promotion",
    ClassMeaning.TAGS: "tags",
    ClassMeaning.NAVIGATION: "navigation",
    ClassMeaning.PULL_QUOTE: "pull quote",
    ClassMeaning.FACT_BOX: "fact box",
}

# Characters of class and id that are read.
LONGEST_NAMES = 500

# Names whose meanings are kept: pages of one site have nearly all of theirs in common, those of all sites nearly half.
MOST_KNOWN = 20_000

# Words are matched whole, after 'camelCase', '_' and digits have become '-': 'postMeta__date2' is 'post-meta-date'.
CLASS_WORDS: dict[int, str] = {
    ClassMeaning.BODY: """article-body articlebody article-content articlecontent article-text articletext
        article-copy entry-content post-content postcontent post-body postbody story-body storybody story-content
        story-text body-copy bodycopy body-text bodytext body-content news-text newstext content-body contentbody
        rich-text richtext post-entry single-content article-main-content main-content-text artikel-text texto-noticia
        cuerpo-noticia corps-article""",
    ClassMeaning.UNSEEN: """sr-only visually-hidden visuallyhidden screen-reader-text screen-reader screenreader
        mw-editsection a-y-hidden accessibility-hidden offscreen off-screen skip-link skiplink hidden-visually""",
    ClassMeaning.SHARE: """share shares sharing sharebar sharer social socials socialmedia social-media addthis
        sharethis addtoany sharedaddy shariff follow-us followus teilen partage partager compartir condividi""",
    ClassMeaning.ADVERT: """ad ads adv advert adverts advertisement advertisements advertising adbox adslot adsense
        adunit adwrapper adcontainer adblock dfp gpt-ad sponsor sponsored sponsors taboola outbrain revcontent
        anzeige werbung publicite publicidad pubblicita reklame reklama annons advertentie native-ad ad-container""",
    ClassMeaning.COMMENTS: """comment comments commentlist comment-list commentform disqus respond replies discussion
        kommentar kommentare commentaire commentaires comentario comentarios commenti reacties livefyre coral-talk
        fb-comments trackback trackbacks trackback-list trackbacklist pingback pingbacks pinglist pings""",
    ClassMeaning.RELATED: """related relateds relatedposts related-posts related-articles related-links recommended
        recommend recommends recommendation recommendations recirc recirculation read-more readmore read-also
        readalso also-read more-on more-from more-stories more-news more-articles read-next readnext see-also
        you-may-also most-read mostread most-popular mostpopular most-viewed popular trending similar similar-posts
        suggested suggestions up-next upnext next-up onward latest-news latest-posts recent-posts recentposts
        mehr-zum-thema weiterlesen lire-aussi a-lire aussi leggi-anche lea-tambien te-puede-interesar relacionada
        relacionadas relacionado relacionados correlati correlate verwandt verwandte gerelateerd teaser-list
        teaserlist link-list linklist further-reading crosslinks inline-promo""",
    ClassMeaning.CAPTION: """caption captions credit credits figcaption photo-credit image-credit media-credit
        photo-caption image-caption media-caption wp-caption wp-caption-text copyright bildunterschrift bildquelle
        legende leyenda pie-foto didascalia photographer imagedescription image-description media-info mediainfo
        contentimage bildtext""",
    ClassMeaning.BYLINE: """byline bylines author authors author-box authorbox author-bio author-info about-author
        authorinfo text-author textauthor authorship bio biography contributor contributors autor autoren auteur
        auteurs autore timestamp pubdate
        post-meta postmeta entry-meta article-meta articlemeta meta-info metainfo metadata article-info post-info
        date datum fecha post-date entry-date article-date publish-date published-date dateline-wrap read-time readtime
        reading-time readingtime last-updated""",
    ClassMeaning.PROMOTION: """newsletter newsletters nl-signup subscribe subscription subscriptions signup sign-up
        donate donation donations support-us cookie cookies cookie-law cli-privacy privacy-overview consent gdpr
        login log-in onetrust ot-main ot-sdk regwall promo promos
        promotion promobox cta call-to-action offer offers app-download membership abo mailchimp mc-embed popup
        pop-up modal overlay lightbox toast notification subscribe-box infobox-abo sticky-bar""",
    ClassMeaning.TAGS: """tags taglist tag-list tag-links tagcloud tag-cloud keywords topics topic-list topiclist
        categories cat-links entry-tags post-tags article-tags hashtags schlagworte stichworte etiquetas""",
    ClassMeaning.NAVIGATION: """nav navi navigation navbar menu menus submenu breadcrumb breadcrumbs pagination pager
        paging prev-next post-navigation nav-links toolbar topbar top-bar site-header siteheader masthead site-footer
        sitefooter footer footer-bottom colophon sidebar side-bar widget-area sidebar-widget textwidget toc
        table-of-contents jump-label jump-links""",
    ClassMeaning.EMBED: "embed embeds embedded twitter-tweet instagram-media fb-post oembed",
    ClassMeaning.FACT_BOX: """factbox fact-box facts-box infobox info-box faktaboks faktabox fakta-boks faktaruta
        infokasten info-kasten""",
    ClassMeaning.FACTS: """factbox infobox faktaboks faktabox fact facts fakta infokasten kasten box summary keypoints
        highlights takeaways tldr glossary definition sidebar""",
    ClassMeaning.PULL_QUOTE: "pullquote pull-quote pullquotes quote-pull pulled-quote",
    ClassMeaning.STANDFIRST: """standfirst dek deck subtitle sub-title subheadline sub-headline strapline chapo
        chapeau untertitel bajada entradilla sottotitolo occhiello ingress manchet""",
}


class Node(NamedTuple):
    """A word that phrases begin with or go on with."""

    flags: int
    """Of the phrase that ends here."""
    further: dict[bytes, Node]


def phrase_tree() -> dict[bytes, Node]:
    """Return all phrases as a tree: a word, then the words that may follow it."""
    root = Node(ClassMeaning.NONE, {})
    for flag, phrases in CLASS_WORDS.items():
        for phrase in phrases.split():
            further = root.further
            *first, last = phrase.encode().split(b"-")
            for word in first:
                further = further.setdefault(word, Node(ClassMeaning.NONE, {})).further
            known = further.get(last, Node(ClassMeaning.NONE, {}))
            further[last] = known._replace(flags=known.flags | flag)
    return root.further


_PHRASES = phrase_tree()
_STARTS = frozenset(_PHRASES)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# Bytes, since a page has hundreds of names, and in them letters are told from the rest in one step; NUL, which no
# page holds, stays as the end of a line.
_LETTERS = bytes(i and ord(chr(i).lower() if chr(i).isalpha() and i < 128 else " ") for i in range(256))


class _Memory:
    """What was found out about names: the memory of a pure function, as `lru_cache` is one, for many at once."""

    def __init__(self) -> None:
        self.known: dict[str | None, int] = {None: ClassMeaning.NONE, "": ClassMeaning.NONE}


_MEMORY = _Memory()


def meaning_of(names: str) -> int:
    """Return what an element's class and id, as written, say about it.

    >>> meaning_of("c-relatedLinks col-4") == ClassMeaning.RELATED, meaning_of("shared-grid")
    (True, 0)
    """
    return meanings_of([names])[0]


def is_unseen(names: str) -> bool:
    """Tell whether a class says that no reader sees the element.

    >>> is_unseen("srOnly"), is_unseen("hidden-xs")
    (True, False)
    """
    lower = names.lower()
    is_asked = (
        "hidden" in lower or "screen" in lower or "only" in lower or "skip" in lower or "editsection" in lower
    )
    return is_asked and meaning_of(names) & ClassMeaning.UNSEEN != 0


def remembered(lines: Sequence[str | None]) -> list[int]:
    """Return what each of the lines means; new ones are looked into together, in half the time.

    Remembered, since telling the words takes long where it isn't compiled.
    """
    if len(_MEMORY.known) > MOST_KNOWN:
        # Another page may still be read by the old one.
        _MEMORY.known = _Memory().known
    known = _MEMORY.known
    if new := [line for line in set(lines).difference(known) if line]:
        known.update(looked_up(new))
    return [known[line] for line in lines]


def looked_up(lines: Sequence[str]) -> dict[str, int]:
    """Return what each of the lines means."""
    # One line in twelve holds a capital, and looking for the seams in the others too takes as long as all the rest.
    parted = [
        line[:LONGEST_NAMES] if line.islower() else _CAMEL.sub(" ", line[:LONGEST_NAMES]) for line in lines
    ]
    letters = "\0".join(parted).encode("ascii", "replace")
    words = letters.translate(_LETTERS).split(b"\0")
    return {
        line: ClassMeaning.NONE if _STARTS.isdisjoint(split := each.split()) else _meaning(split)
        for line, each in zip(lines, words, strict=False)
    }


def _meaning(words: Sequence[bytes]) -> int:
    meaning = 0
    for place, word in enumerate(words, 1):
        if word in _PHRASES:
            node = _PHRASES[word]
            meaning |= node.flags
            if node.further and place < len(words) and words[place] in node.further:
                meaning |= _longer(node, words, place)
    return meaning


def _longer(node: Node, words: Sequence[bytes], place: int) -> int:
    """Return the flags of the phrases that go on from a node with the words at a place."""
    meaning = 0
    while place < len(words):
        following = node.further.get(words[place])
        if following is None:
            break
        node, place = following, place + 1
        meaning |= node.flags
    return meaning


# What each of many names means, of all frames of a page; no names mean nothing.
meanings_of: Callable[[list[str | None]], list[int]]

try:
    from crawler.parsers.body._names import Phrases
except ImportError:
    meanings_of = remembered
else:
    meanings_of = Phrases(_PHRASES, LONGEST_NAMES).meanings
