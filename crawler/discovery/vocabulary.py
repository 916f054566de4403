"""Path segments that tell pages of the house and pages that gather articles from articles; as data."""

from __future__ import annotations


def names(text: str) -> frozenset[str]:
    """Return the words of a list written as running text.

    >>> sorted(names("tag topic"))
    ['tag', 'topic']
    """
    return frozenset(text.split())


# Pages that gather articles: tags, authors, archives; in the languages seen most.
GATHERING = names(
    """
    archiv archive archives archivo auteur author authors autor autoren buscar cat categoria categorias
    categories category collection collections contributor contributors dossier dossiers etiqueta
    etiquetas galleries keyword keywords label latest most-read newest newsletters people podcasts
    popular profile profiles recherche rubrik rubrique rubriques schlagwort search section sections
    series staff suche tag tags tema temas thema themen topic topics trending videos
    """
)

# Names that stand for a whole section when they end an address: '/sport', '/news/local'; '/sport/a-b' is no such page.
SECTIONS = names(
    """
    actualidad actualites actus aktuell aktuelles art articles artikel arts blog books budget business city
    climate comment community cronaca culture cultura debatte deportes economia economie economy education
    entertainment environment europa europe events features film finance food gesellschaft gesundheit health home
    international kultur leben life lifestyle local lokales magazine markets media meinung money monde motoring mundo
    music national news noticias obituaries opinion opinions panorama people politica politics politik politique posts
    property region regional reise ressort reviews science sciences society sport sports stories style
    tech technik technology theatre travel tv uk us video weather welt wirtschaft wissen wissenschaft world
    """
)

# Pages of days that no one wrote, and parameters that choose them: there is always a next one.
CALENDAR = names(
    """
    agenda calendar calendario calendars calendrier date day diary event events evenements eventos
    kalender month termin termine veranstaltungen week whats-on year
    """
)

# Pages that serve the reader: the house itself, accounts, help.
SERVICE = names(
    """
    abo abonnement about about-us accessibility account advertise advertising agb amp app apps
    aviso-legal barrierefreiheit careers cart cgi-bin checkout comment comments contact contact-us
    contacto cookie-policy cookie-settings cookies corrections crossword datenschutz donate e-paper
    epaper faq feed feedback feeds forum forums games games-and-puzzles gdpr help horoscope horoskop
    impressum imprint jobs karriere kontakt legal log-in login logout mediadata member members
    mentions-legales my-account newsletter print privacy privacy-policy puzzles quienes-somos register
    registration reply rss search share shop sign-in sign-up signin signup sitemap store subscribe
    subscription subscriptions suche support terms terms-and-conditions terms-of-service terms-of-use
    tv-guide ueber-uns unsubscribe user users wetter wp-admin wp-login
    """
)
