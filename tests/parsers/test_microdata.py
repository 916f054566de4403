"""Microdata: the article's own properties, not those of the items beside it."""

import pytest
from pages import page

from crawler.parsers.microdata import properties, value_of

ITEM = (
    "<p itemscope itemtype='https://schema.org/{}'><b itemprop=datePublished content='2025-08-09'>x</b></p>"
)


@pytest.mark.parametrize("kind", ["NewsArticle", "BlogPosting", "WebPage"])
def test_the_articles_properties(kind: str) -> None:
    assert [value_of(each) for each in properties(page(ITEM.format(kind)), "datePublished")] == ["2025-08-09"]


@pytest.mark.parametrize("kind", ["Comment", "Event", "ImageObject", "Person"])
def test_properties_of_other_items_are_left_out(kind: str) -> None:
    assert list(properties(page(ITEM.format(kind)), "datePublished")) == []


def test_a_property_outside_of_any_item_counts() -> None:
    found = page("<time itemprop='dateCreated datePublished' datetime='2025-08-09'>today</time>")
    assert [value_of(each) for each in properties(found, "datePublished")] == ["2025-08-09"]


def test_the_text_is_the_value_where_no_attribute_is() -> None:
    assert [value_of(each) for each in properties(page("<b itemprop=name> Ada <i>Holm</i></b>"), "name")] == [
        "Ada Holm"
    ]
