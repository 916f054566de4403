"""Judge: a page's blocks in, which of them are the article's text out, each with the rule that decided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from crawler.parsers.body.disclosures import calls_to_follow, is_disclosure, is_entry_note
from crawler.parsers.body.end_notes import end_notes
from crawler.parsers.body.features import form_of
from crawler.parsers.body.lines import begins_like_furniture, is_caption, is_furniture_line, is_invitation
from crawler.parsers.body.notices import is_program_message, is_rights_notice, reserves_rights
from crawler.parsers.body.paywall import notices_at_end
from crawler.parsers.body.prose import ends_sentence, has_sentence, is_head_line, is_paragraph_in_large_type
from crawler.parsers.body.quotes import repeated_texts
from crawler.parsers.body.reconsider import reconsider
from crawler.parsers.body.scene import Evidence, Scene, scene_of
from crawler.parsers.body.segmentation import Block, Place, Segmentation
from crawler.parsers.body.verdicts import Verdict, Verdicts

# Above this share of link text a short block is a link to elsewhere.
LINK_LINE = 0.6
# A sentence of this many letters that is not all link is text, as in lists of the day's stories.
LINKED_SENTENCE = 90
ALL_LINK = 0.9
# How far around a block its neighbours are looked for.
NEIGHBOURHOOD = 8
# Letters from which a line beside the last paragraph is text even when no sentence ends in it.
CLOSING_PROSE = 40
SPEAKING_SPACES = 7
LONGEST_SPEAKER = 80
SPEAKER = "speaker of a pull quote"
# A shorter line before or after the text that is no sentence is a signature, a kicker or a label.
LONGEST_SIGNATURE = 40
# What names the text below it: the term of a definition, the line that folds out a part.
TERMS = frozenset({"dt", "summary"})
# What a content system did not put its own in the place of: '[gallery ids="1,2"]', '[/caption]', '[ad_1]'.
SHORTCODE = re.compile(
    r"\[(?:/[a-z][\w-]*|[a-z]+_\d+|[a-z][\w-]*(?:\s+[\w-]+=(?:\"[^\"]*\"|'[^']*'|[^\s\"'\]]+))+\s*/?)\]",
    re.IGNORECASE,
)
LONGEST_SHORTCODE = 300
IMAGES = frozenset({"img", "picture", "video", "amp-img", "amp-video"})
LONGEST_UNDER_IMAGE = 200
TEXT = "text of the article"
OUTSIDE = "outside the article"
BEFORE = "before the text"
AFTER = "after the text"
# The reasons that tell of a block's place alone: the learned score may know better.
OPEN = frozenset({OUTSIDE, BEFORE, AFTER})
PAYWALL = "notice of a paywall"
LISTINGS = frozenset({"code", "preformatted"})
LONGEST_NUMBER = 6
# The reason of a line that may yet be a pull quote.
LABEL = "label"
# The reasons of blocks in which a pull quote may stand.
SET_APART = frozenset({"aside", "figure"})
# Letters from which a line that begins like an inset or credit is text all the same.
LONG_PROSE = 120


LONGEST_TIME = 60
# Signs and times of day: '***', '14:05', '9.30 Uhr'.
NO_WORDS = re.compile(
    r"[\W_]*(?:\d{1,2}[:.h]\d\d(?:\s?(?:Uhr|h|am|pm|a\.m\.|p\.m\.))?)?[\W_]*", re.IGNORECASE
)

# A picture's place in a gallery: '3 / 12', '3 von 12'.
OF_A_GALLERY = re.compile(
    r"[\W_]*(\d{1,3})\s?(?:/|of|von|de|di|sur|van|av|af|z|из|із|/)\s?(\d{1,3})[\W_]*", re.IGNORECASE
)
LONGEST_COUNTER = 16


def judge(cut: Segmentation, evidence: Evidence) -> Verdicts:
    """Return a verdict for every block, in page order: rules decide first, a learned score what they leave open."""
    if not cut.blocks:
        return Verdicts()
    scene = scene_of(cut, evidence)
    verdicts = reconsider(by_rules(scene), scene, OPEN)
    verdicts = _without_notices(_without_repeats(_with_terms(verdicts, scene), scene), scene)
    verdicts = _left_out(verdicts, end_notes(verdicts, evidence.authors))
    return _without_lone_headings(verdicts)


def by_rules(scene: Scene) -> Verdicts:
    """Return the rules' verdicts alone."""
    blocks, furniture = scene.cut.blocks, scene.reasons
    reasons = [furniture[block.frame] or _why_not(block, scene) for block in blocks]
    return Verdicts(blocks, [reason is None for reason in reasons], [reason or TEXT for reason in reasons])


def _why_not(block: Block, scene: Scene) -> str | None:
    """Return the first rule that keeps a block out that stands in no furniture, None when it is text of the article."""
    return (
        ("comments" if block.index >= scene.comments else None)
        or (None if _may_be_text(block, scene) else OUTSIDE)
        or ("teaser" if block.index in scene.teasers else None)
        or ("offer" if block.index in scene.offers else None)
        or _label(block, scene)
        or _under_image(block, scene)
        or _repeats_the_head(block, scene)
        or _links_away(block)
        or (None if scene.is_inside(block) or block.index == scene.lead else _outside(block, scene))
        or _stands_before_or_after(block, scene)
    )


def _may_be_text(block: Block, scene: Scene) -> bool:
    """What stands in the article's frame; of all else running text and the lead."""
    return scene.is_inside(block) or scene.weights[block.index] > 0 or block.index == scene.lead


def _outside(block: Block, scene: Scene) -> str:
    """Return why a block outside the article's frame is left out: where it stands, another article's, an offer."""
    if block.index in scene.appeals and is_invitation(block.text, block.folded):
        return "offer"
    frames, frame = scene.cut.frames, block.frame
    while scene.article and block.frame not in scene.article and frames.parents[frame] >= 0:
        if frames.tags[frame] == "article":
            return "another article"
        frame = frames.parents[frame]
    return OUTSIDE


def _label(block: Block, scene: Scene) -> str | None:
    if is_furniture_line(block.text, block.folded):
        return "placeholder or label"
    if begins_like_furniture(block.text, block.folded) and not _is_long(block):
        return "inset, credit or offer"
    if block.kind == "paragraph" and is_caption(block.text):
        return "caption"
    if is_entry_note(block.text, block.folded) or (
        block.index in scene.appeals
        and (
            is_disclosure(block.text, block.folded)
            or (block.kind != "list_item" and calls_to_follow(block.text, block.folded))
        )
    ):
        return "disclosure"
    is_reserved = block.index in scene.appeals and reserves_rights(block.text, block.folded)
    if is_reserved or is_rights_notice(block.text) or is_program_message(block.text):
        return "notice of rights or of a program"
    is_column = block.kind in LISTINGS and _numbers_lines(block.text)
    return "no words" if is_column or _has_no_words(block.text) else None


def _numbers_lines(text: str) -> bool:
    """Tell whether a text is the numbers of a listing's lines, which stand in a column of their own."""
    if not text[:1].isdigit() or not text.isascii():
        return False
    numbers = text.split()
    if len(numbers) < 2 or len(numbers[0]) > LONGEST_NUMBER or not numbers[0].isdigit():
        return False
    return numbers == [str(int(numbers[0]) + n) for n in range(len(numbers))]


def _has_no_words(text: str) -> bool:
    """Tell whether a text is signs or a time of day; a long one is asked without a pattern that tries every split."""
    if len(text) > LONGEST_TIME:
        return not any(map(str.isalnum, text))
    if text[:1].isalpha():
        return False
    if text[:1] == "[" and SHORTCODE.fullmatch(text[:LONGEST_SHORTCODE]):
        return True
    return NO_WORDS.fullmatch(text) is not None or _counts_pictures(text)


def _counts_pictures(text: str) -> bool:
    found = OF_A_GALLERY.fullmatch(text) if len(text) <= LONGEST_COUNTER else None
    return found is not None and 0 < int(found[1]) <= int(found[2])


def _is_long(block: Block) -> bool:
    return block.letters > LONG_PROSE and block.link_density < LINK_LINE / 2


def _under_image(block: Block, scene: Scene) -> str | None:
    """A short classed line whose element follows an image at once is its caption."""
    if len(block.text) > LONGEST_UNDER_IMAGE or not scene.cut.frames.class_of(block.frame):
        return None
    before = scene.cut.frames.elements[block.frame].getprevious()
    return (
        "caption" if before is not None and before.tag in IMAGES and not (before.tail or "").strip() else None
    )


def _repeats_the_head(block: Block, scene: Scene) -> str | None:
    if block.index == scene.standfirst:
        return "standfirst"
    is_headline = block.kind == "heading" and block.level == 1 and not _heads_a_part(block, scene)
    opens_with_it = block.index in scene.headed and not scene.weights[block.index]
    if opens_with_it and block.index > scene.first and not block.folded.startswith(scene.title):
        # 'How we compared Harbour and Quay' is a heading of 'Harbour and Quay'.
        opens_with_it = False
    return "headline" if is_headline or opens_with_it else None


def _heads_a_part(block: Block, scene: Scene) -> bool:
    """Tell whether an `<h1>` below the article's first paragraph heads a part of it, as some editors set them all."""
    return (
        scene.first < block.index < scene.last and scene.is_inside(block) and block.index not in scene.headed
    )


def _links_away(block: Block) -> str | None:
    if block.link_density <= LINK_LINE:
        return None
    is_sentence = (
        block.letters >= LINKED_SENTENCE and block.link_density < ALL_LINK and ends_sentence(block.text)
    )
    return None if is_sentence else "link"


def _stands_before_or_after(block: Block, scene: Scene) -> str | None:
    if block.index == scene.lead:
        return None
    if block.index < scene.first:
        return None if _leads_in(block, scene) else _place_of(block, BEFORE)
    if block.index <= scene.last:
        return _short_and_alone(block, scene)
    return None if _belongs_to_the_end(block, scene) else _place_of(block, AFTER)


def _place_of(block: Block, place: str) -> str:
    """Return the place as the reason; for a date, byline or signature that it is one."""
    is_line = block.kind == "paragraph" and not ends_sentence(block.text)
    return (
        "byline" if is_head_line(block.text) or (is_line and len(block.text) < LONGEST_SIGNATURE) else place
    )


def _leads_in(block: Block, scene: Scene) -> bool:
    """What precedes the first long paragraph: a short one or a list beside it, or its heading; no date, no byline."""
    if is_head_line(block.text):
        return False
    if block.kind == "heading" and block.index == scene.first - 1:
        return True
    return block.index > scene.standfirst and scene.home(block) == scene.home(scene.cut.blocks[scene.first])


def _short_and_alone(block: Block, scene: Scene) -> str | None:
    """A short line with no sentence, alone in its corner of the page, is a label; beside paragraphs it is text."""
    if scene.weights[block.index] or block.kind != "paragraph" or has_sentence(block.text):
        return None
    return None if _has_prose_beside(block, scene) else LABEL


def _has_prose_beside(block: Block, scene: Scene) -> bool:
    home = scene.home(block)
    near = scene.cut.blocks[max(0, block.index - NEIGHBOURHOOD) : block.index + NEIGHBOURHOOD + 1]
    return any(scene.weights[other.index] and scene.home(other) == home for other in near)


def _belongs_to_the_end(block: Block, scene: Scene) -> bool:
    """What follows the last paragraph: only a sentence or an item of a list beside it."""
    if _is_heading(block) or not _has_prose_beside(block, scene):
        return False
    if block.kind in {"list_item", "table", "code", "preformatted"}:
        return True
    return ends_sentence(block.text) or block.letters >= CLOSING_PROSE


def _with_terms(verdicts: Verdicts, scene: Scene) -> Verdicts:
    """Take in the term of a definition that is text, and what a part says that a reader folds out."""
    frames = scene.cut.frames
    if TERMS.isdisjoint(frames.tags):
        return verdicts
    kept = list(verdicts.kept)
    terms: dict[int, Verdict] = {}
    for block in reversed(verdicts.blocks[:-1]):
        if frames.tags[block.frame] in TERMS and not kept[block.index] and kept[block.index + 1]:
            below = verdicts.blocks[block.index + 1]
            if below.frame in frames.inside(frames.parents[block.frame]):
                kept[block.index] = True
                terms[block.index] = Verdict(block, True, TEXT)
    return verdicts.but_for(terms) if terms else verdicts


def _without_repeats(verdicts: Verdicts, scene: Scene) -> Verdicts:
    """Drop pull quotes, and paragraphs that the page prints a second time."""
    blocks, kept, reasons = verdicts.blocks, verdicts.kept, verdicts.reasons
    repeated = repeated_texts(
        [block for block in blocks if kept[block.index] or reasons[block.index] == LABEL],
        [block for block in blocks if reasons[block.index] in SET_APART and _may_be_quote(block, scene)],
        lambda block: form_of(block, scene),
    )
    return _left_out(verdicts, {**repeated, **dict.fromkeys(_speakers(repeated, scene), SPEAKER)})


def _speakers(repeated: Mapping[int, str], scene: Scene) -> Iterator[int]:
    """Yield the lines below pull quotes, in the same `<blockquote>`, that say whose words they are."""
    blocks, marked = scene.cut.blocks, scene.cut.frames.marked
    for index in repeated:
        below = blocks[index + 1] if index + 1 < len(blocks) else None
        if below is not None and below.kind == blocks[index].kind == "quote":
            is_same = marked[below.frame] == marked[blocks[index].frame]
            if is_same and len(below.text) <= LONGEST_SPEAKER and not ends_sentence(below.text):
                yield below.index


def _may_be_quote(block: Block, scene: Scene) -> bool:
    """What stands in a figure or an aside of the article and is neither its caption nor an offer."""
    caption = block.kind != "quote" and scene.cut.frames.places[block.frame] & Place.FIGURE
    return scene.is_inside(block) and not caption and not is_invitation(block.text, block.folded)


def _without_notices(verdicts: Verdicts, scene: Scene) -> Verdicts:
    """Drop what says at the end that the text goes on for subscribers."""
    return _left_out(verdicts, dict.fromkeys(notices_at_end(verdicts, scene.home), PAYWALL))


def _without_lone_headings(verdicts: Verdicts) -> Verdicts:
    """Drop headings that no text of the article follows before the next heading of their rank."""
    lone: list[int] = []
    below = 0  # the rank of the next kept block: 0 for none, 1 to 6 for a heading, 7 for text
    for block in reversed(verdicts.text()):
        rank = block.level if _is_heading(block) and not _speaks(block) else 7
        if rank < 7 and below <= rank:
            lone.append(block.index)
        else:
            below = rank
    return _left_out(verdicts, dict.fromkeys(lone, "heading without text"))


def _left_out(verdicts: Verdicts, reasons: Mapping[int, str]) -> Verdicts:
    """Return the verdicts with some blocks left out, each for its reason."""
    if not reasons:
        return verdicts
    return verdicts.but_for(
        {index: Verdict(verdicts.blocks[index], False, reason) for index, reason in reasons.items()}
    )


def _is_heading(block: Block) -> bool:
    """Tell whether a block is a heading: one as long as a paragraph, with a sentence in it, is a paragraph instead."""
    return block.kind == "heading" and not is_paragraph_in_large_type(block)


def _speaks(block: Block) -> bool:
    """Tell whether a heading has words enough to say something by itself, be there text below it or not."""
    return block.text.count(" ") >= SPEAKING_SPACES
