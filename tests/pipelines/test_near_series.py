"""What looks alike but is not one story: forms that are filled in anew must never be folded; copies must."""

from __future__ import annotations

from itertools import combinations

import pytest
from series_texts import FORMS, STORY, edited, parts
from store_samples import visit

from pipelines.deduplicate import NEAR
from pipelines.near_series import Telling, is_series
from pipelines.similarity import similarity
from pipelines.store import Store

ONE, OTHER = "paper.example", "gazette.example"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("day", ["2025-08-04", "2025-08-05"], ids=["same day", "next day"])
@pytest.mark.parametrize("site", [ONE, OTHER], ids=["one site", "another site"])
def test_parts_of_a_series_are_articles_each(store: Store, form: str, day: str, site: str) -> None:
    for number, part in enumerate(parts(form)):
        where, when = (ONE, "2025-08-04") if number == 0 else (site, day)
        end = store.put(
            visit(f"https://{where}/{number}", title=part.title, body=part.body, published_at=when)
        )
        assert end.outcome == "article", end.reason


@pytest.mark.parametrize("form", FORMS)
def test_these_series_would_be_folded_by_their_words_alone(form: str) -> None:
    alike = [similarity(one.body, other.body) for one, other in combinations(parts(form), 2)]
    assert max(alike) >= NEAR


def test_a_number_put_right_elsewhere_on_the_same_day_under_the_same_headline_is_a_copy(store: Store) -> None:
    texts = [STORY, STORY.replace("fifteen", "15").replace("three hundred", "312").replace("Two", "2")]
    texts.append(texts[1].replace("15", "16"))
    ends = [
        store.put(
            visit(f"https://paper{n}.example/a", title="Lighthouse", body=text, published_at="2025-08-04")
        )
        for n, text in enumerate(texts)
    ]
    assert [end.outcome for end in ends] == ["article", "copy", "copy"]


def test_a_notice_is_not_folded_by_its_words(store: Store) -> None:
    """Sixty words of 'subscribers only' and a line that says of what."""
    notice = (
        "This story is for subscribers. With a subscription you read everything on our pages and in the app, you get"
        " the paper a day early on your tablet, and you help to keep reporters in the town hall, the courts and the"
        " villages. The first month is free, and you can end it whenever you like with a click in your account."
    )
    for number, about in enumerate(("Storm closes harbour.", "Frost takes blossom.")):
        end = store.put(visit(f"https://p{number}.example/", title=about, body=f"{notice}\n\n{about}"))
        assert end.outcome == "article"


# The second text's headline, site and day → whether they are two parts of a series. The first is 'Lighthouse to shine
# again' at ONE on 2025-08-04 at ten.
CASES = [
    ("Lighthouse to shine again", OTHER, "2025-08-04", False),
    ("Old lamp comes back", OTHER, "2025-08-09", False),
    ("Lighthouse to shine again", ONE, "2025-08-04T18:00:00Z", False),
    ("UPDATE: Lighthouse to shine again", ONE, "2025-08-04", False),
    ("Lighthouse to shine again", ONE, None, False),
    ("Lighthouse to shine again", ONE, "2025-08-05", True),
    ("Old lamp comes back", ONE, "2025-08-04", True),
    ("Lighthouse to shine again", "file", "2026-01-01", False),
]


@pytest.mark.parametrize(("title", "site", "day", "series"), CASES)
def test_headline_site_and_day_say_whether_an_edited_text_is_a_series(
    title: str, site: str, day: str | None, series: bool
) -> None:
    first = Telling("Lighthouse to shine again", STORY, ONE, "2025-08-04T10:00:00Z")
    second = Telling(title, edited(STORY), site, day)
    assert (is_series(first, second), is_series(second, first)) == (series, series)


def test_files_without_an_address_are_of_no_one_site() -> None:
    first, second = (Telling(f"Title {n}", STORY, "file", f"2025-08-0{n}") for n in (1, 2))
    assert not is_series(first, second)


def test_a_clock_in_the_text_makes_no_series() -> None:
    first, second = (f"{STORY}\n\nUpdated at {clock}" for clock in ("10:30", "11:45"))
    at = "2025-08-04T10:00:00Z"
    assert not is_series(Telling("Lamp", first, ONE, at), Telling("Lamp", second, ONE, at))
    assert is_series(Telling("Lamp", first, ONE, at), Telling("Lamp", second, ONE, "2025-08-04T11:00:00Z"))
    later = edited(second)
    assert not is_series(Telling("Lamp", first, ONE, at), Telling("The lamp", later, OTHER, "2025-08-06"))
