"""Elements: a tag in, what the walk does with such an element out; and what tags and roles say of a place."""

from __future__ import annotations

from crawler.parsers.body.segmentation import Place

# Elements whose content is never text to read.
UNREAD = frozenset(
    """script style noscript template svg math head iframe object embed canvas audio video map button select
    option textarea input datalist dialog label meter progress frameset noframes applet link meta amp-ad
    amp-analytics amp-sidebar amp-consent rt rp""".split()
)
CONTROLS = frozenset({"button", "input", "select", "textarea"})
# Elements that begin and end a run of text (HTML standard, 'flow content' rendered as blocks); so do all custom ones.
BLOCK_LEVEL = frozenset(
    """html body main article section header footer nav aside div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote
    pre table thead tbody tfoot tr td th caption figure figcaption form fieldset address hgroup details summary
    center menu dir hr search""".split()
)
INLINE_TAGS = frozenset(
    "span i b em strong font u s small big sup sub time cite code abbr mark q ins del".split()
)
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
LISTS = frozenset({"ul", "ol", "menu", "dir"})
# Elements that make the runs in them headings, list items or quotes.
MARKED = frozenset({*HEADINGS, "li", "blockquote"})
# Elements that may be read at once, with all that is in them.
READ_WHOLE = frozenset({"pre", "table"})
# Elements that the parsers of other fields look through; the walk gathers them on its way.
TELLING_TAGS = frozenset({"h1", "h2", "h3", "time", "abbr", "nav"})
# Elements whose text, read or not, may be a label: `<svg>`, `<option>` and `<script>` have none.
WORDED = BLOCK_LEVEL | INLINE_TAGS | {"a", "legend", "label"}

PLACE_OF_TAG = {
    "nav": Place.NAVIGATION,
    "footer": Place.FOOTER,
    "aside": Place.ASIDE,
    "figure": Place.FIGURE,
    "figcaption": Place.FIGURE,
    "form": Place.FORM,
}
PLACE_OF_ROLE = {
    "navigation": Place.NAVIGATION,
    "contentinfo": Place.FOOTER,
    "complementary": Place.ASIDE,
    "menu": Place.NAVIGATION,
    "menubar": Place.NAVIGATION,
    "search": Place.FORM,
    "dialog": Place.FORM,
}
# Attributes of a block-level element that say something beside its class and id.
TELLING = frozenset({"role", "hidden", "style", "itemprop"})
# Microdata's names of an article's text.
TEXT_PROPERTIES = frozenset({"articleBody", "text"})


# What the walk does with an element: plain ints of the module, since every element is asked.
INLINE, IMAGE, BREAK, LINK, BLOCK = 0, 1, 2, 3, 4
SAYING = 5
"""A block-level element whose tag says something of the runs in it, or that may be read at once."""
WHOLE = 6
"""A frame whose content is read at once: preformatted text, a table of data. From here on, the walk reads nothing."""
SKIPPED = 7
WITHIN = 8
"""In an element that is skipped or read at once."""


# A plain dict, which is faster to ask than one that knows what to say of other tags (`treatment_of`).
TREATMENTS: dict[object, int] = {
    **dict.fromkeys(INLINE_TAGS, INLINE),
    **dict.fromkeys(BLOCK_LEVEL, BLOCK),
    **dict.fromkeys(MARKED | READ_WHOLE | PLACE_OF_TAG.keys(), SAYING),
    **dict.fromkeys(UNREAD, SKIPPED),
    "a": LINK,
    "br": BREAK,
    "img": IMAGE,
}


def treatment_of(tag: object) -> int:
    """Return the treatment of a tag that TREATMENTS does not list: custom ones are blocks, the others inline."""
    if not isinstance(tag, str):  # a comment, a processing instruction
        return SKIPPED
    return BLOCK if "-" in tag else INLINE
