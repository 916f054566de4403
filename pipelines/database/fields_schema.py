"""Version 14 of the schema: how many articles have which of their optional fields filled."""

from __future__ import annotations

# Columns that a page may leave unfilled, and what counts as filled. Each has a bit, in this order: add at the end.
OPTIONAL = {
    "description": "{0}description IS NOT NULL",
    "published_at": "{0}published_at IS NOT NULL",
    "modified_at": "{0}modified_at IS NOT NULL",
    "authors": "{0}authors <> '[]'",
    "language": "{0}language IS NOT NULL",
    "section": "{0}section IS NOT NULL",
    "tags": "{0}tags <> '[]'",
    "pull_quotes": "{0}pull_quotes <> '[]'",
    "image_url": "{0}image_url IS NOT NULL",
    "site_name": "{0}site_name IS NOT NULL",
    "is_accessible_for_free": "{0}is_accessible_for_free IS NOT NULL",
}


def bits(row: str = "") -> str:
    """Return the expression for the bits of the fields that a row has; `row` is `new.`, `old.` or nothing."""
    return " + ".join(
        f"{1 << place} * ({condition.format(row)})" for place, condition in enumerate(OPTIONAL.values())
    )


COUNTED = f"SELECT {bits()}, count(*) FROM articles GROUP BY 1"
KEPT = "SELECT fields, articles FROM filled_fields WHERE articles <> 0"
FILL = ("DELETE FROM filled_fields", f"INSERT INTO filled_fields {COUNTED}")
ADD = f"""INSERT INTO filled_fields VALUES ({bits("new.")}, 1)
    ON CONFLICT (fields) DO UPDATE SET articles = articles + 1;"""
TAKE_AWAY = f"UPDATE filled_fields SET articles = articles - 1 WHERE fields = {bits('old.')};"

# A look at every article's row, whose texts are most of the file, takes minutes in a file of a million.
VERSION_14 = f"""
CREATE TABLE filled_fields (
    fields INTEGER PRIMARY KEY,
    articles INTEGER NOT NULL
) STRICT;
{"; ".join(FILL)};
CREATE TRIGGER articles_counted AFTER INSERT ON articles BEGIN
    {ADD}
END;
CREATE TRIGGER articles_recounted AFTER UPDATE OF {", ".join(OPTIONAL)} ON articles
WHEN {bits("old.")} <> {bits("new.")} BEGIN
    {TAKE_AWAY}
    {ADD}
END;
CREATE TRIGGER articles_uncounted AFTER DELETE ON articles BEGIN
    {TAKE_AWAY}
END;
"""
