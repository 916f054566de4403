"""The headline's surroundings: the lines above and below it, nearest first."""

from pages import article, page

from crawler.parsers.headline_area import headline_area


def test_lines_are_what_is_laid_out_as_one() -> None:
    area = headline_area(
        article(
            above="<p>Science</p><p>Harbour</p>",
            below="<div><a href=/ada>Ada Holm</a>, Gazette</div><div>Updated <p>9 <b>August</b> 2025</p></div><script>x()</script>",
        )
    )
    assert area
    assert [line.text for line in area.above] == ["Harbour", "Science"]
    assert [line.text for line in area.below[:3]] == ["Ada Holm, Gazette", "Updated", "9 August 2025"]
    assert area.below[3].text.startswith("The harbour wall held")
    assert (area.below[-1], area.below[0].text, len(area.below)) == (area.below[6], "Ada Holm, Gazette", 7)


def test_lines_of_other_articles_and_comments_are_left_out() -> None:
    area = headline_area(article(below="<div class=related><p>Ferries run again</p></div><p>By Ada Holm</p>"))
    assert area and area.below[0].text == "By Ada Holm"


def test_a_page_without_a_heading_has_none() -> None:
    assert headline_area(page("<p>Nothing here.</p>")) is None
