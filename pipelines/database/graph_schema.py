"""Version 2 of the schema: where each related link leads, kept true by triggers, and the graph as views."""

from __future__ import annotations

# Where a link leads: to the article whose own address it is, else to the one that was read (or redirected to) there,
# else to the one that was found there as a copy, else to the one whose page names it as canonical; in each step the
# very spelling before the others. A story's own address comes first: what only claims it, or once redirected from it,
# must not take its links.
TARGET = """(SELECT article_id FROM (
        SELECT 1 AS way, id AS article_id, url <> related_links.url AS is_respelled
            FROM articles WHERE address_key = related_links.address_key
        UNION ALL SELECT 2, article_id, url <> related_links.url
            FROM pages WHERE address_key = related_links.address_key AND article_id IS NOT NULL
        UNION ALL SELECT 3, article_id, url <> related_links.url
            FROM copies WHERE address_key = related_links.address_key
        UNION ALL SELECT 4, article_id, 0
            FROM pages WHERE canonical_key = related_links.address_key AND article_id IS NOT NULL
    ) ORDER BY way, is_respelled, article_id LIMIT 1)"""

# After what happens to a row → whose links are looked up again. A page that is deleted only is forgotten, so that it is
# asked again; where it led stays as it is.
POINTS = {
    "related_links_pointed AFTER INSERT ON related_links WHEN new.address_key IS NOT NULL": (
        "article_id = new.article_id AND position = new.position"
    ),
    "articles_reached AFTER INSERT ON articles": "address_key = new.address_key",
    "articles_moved AFTER UPDATE OF url, address_key ON articles": (
        "address_key IN (old.address_key, new.address_key)"
    ),
    "articles_gone AFTER DELETE ON articles": "address_key = old.address_key",
    "pages_reached AFTER INSERT ON pages WHEN new.article_id IS NOT NULL": (
        "address_key IN (new.address_key, new.canonical_key)"
    ),
    "pages_changed AFTER UPDATE OF article_id, canonical_key ON pages"
    " WHEN old.article_id IS NOT new.article_id OR old.canonical_key IS NOT new.canonical_key": (
        "address_key IN (new.address_key, old.canonical_key, new.canonical_key)"
    ),
    "copies_found AFTER INSERT ON copies": "address_key = new.address_key",
    "copies_changed AFTER UPDATE OF article_id ON copies": "address_key = new.address_key",
    "copies_gone AFTER DELETE ON copies": "address_key = old.address_key",
}
TRIGGERS = "\n".join(
    f"CREATE TRIGGER {event} BEGIN\n    UPDATE related_links SET target_id = {TARGET}\n    WHERE {links};\nEND;"
    for event, links in POINTS.items()
)

# The index by target covers a look-up of who links to an article. related_graph finds its distinct edges by what stands
# before on the same page, not by grouping, so that a question about one article reads that article's links only.
VERSION_2 = f"""
ALTER TABLE pages ADD COLUMN canonical_url TEXT;
ALTER TABLE pages ADD COLUMN canonical_key TEXT;
CREATE INDEX pages_by_canonical ON pages(canonical_key);
DROP INDEX related_links_by_target;
CREATE INDEX related_links_by_target ON related_links(target_id, article_id);

{TRIGGERS}

UPDATE related_links SET target_id = {TARGET} WHERE address_key IS NOT NULL;

CREATE VIEW related_graph AS
    SELECT source.id AS source_id, source.url AS source_url, source.title AS source_title,
        target.id AS target_id, target.url AS target_url, target.title AS target_title,
        link.position, link.kind, link.title AS link_title
    FROM related_links AS link
    JOIN articles AS source ON source.id = link.article_id
    JOIN articles AS target ON target.id = link.target_id
    WHERE link.target_id <> link.article_id AND NOT EXISTS (
        SELECT 1 FROM related_links AS earlier WHERE earlier.article_id = link.article_id
            AND earlier.target_id = link.target_id AND earlier.position < link.position);

CREATE VIEW article_links AS
    SELECT id, url, site, title, published_on,
        (SELECT count(*) FROM related_links
            WHERE article_id = articles.id AND target_id IS NOT articles.id) AS links_out,
        (SELECT count(DISTINCT target_id) FROM related_links
            WHERE article_id = articles.id AND target_id <> articles.id) AS links_out_stored,
        (SELECT count(DISTINCT article_id) FROM related_links
            WHERE target_id = articles.id AND article_id <> articles.id) AS links_in
    FROM articles;
"""
