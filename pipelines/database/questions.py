"""The README's ten queries, for Datasette to offer; what begins with a colon is a parameter, which it asks for."""

from __future__ import annotations

from pipelines.database.examples import Example

# Each reads little of the file, however large that is: by an index, never a whole table.
QUESTIONS = (
    Example(
        "The newest articles of a site, since a day; without WHERE, of all",
        """SELECT published_on, title, url FROM latest WHERE site = :site AND published_on >= :since LIMIT 20""",
    ),
    Example(
        "Articles with these words, best match first, with the passage",
        """SELECT a.published_on, a.title, snippet(articles_fts, -1, '[', ']', '…', 12) AS found
FROM articles_fts JOIN articles a ON a.id = articles_fts.rowid
WHERE articles_fts MATCH :words ORDER BY rank LIMIT 10""",
    ),
    Example(
        "Articles a day and site, since a day",
        """SELECT published_on, site, count(*) FROM articles
WHERE published_on >= :since GROUP BY published_on, site""",
    ),
    Example(
        "What the articles of a site lack, since a day",
        """SELECT count(*) AS articles, sum(authors = '[]') AS no_author, sum(description IS NULL) AS no_description,
    sum(section IS NULL) AS no_section, sum(image_url IS NULL) AS no_image
FROM articles WHERE site = :site AND published_on >= :since""",
    ),
    Example(
        "Where else an article stands, word for word or nearly",
        """SELECT c.kind, c.similarity, c.url FROM articles a JOIN copies c ON c.article_id = a.id
WHERE a.url = :url ORDER BY c.similarity DESC""",
    ),
    Example(
        "All texts that an article has had, the present one first",
        """SELECT revision, last_seen_at AS seen_at, title, body FROM articles WHERE url = :url
UNION ALL SELECT r.revision, r.seen_at, r.title, r.body
FROM articles a JOIN revisions r ON r.article_id = a.id WHERE a.url = :url ORDER BY revision DESC""",
    ),
    Example(
        "What leads to an article, and where it leads",
        """SELECT 'from' AS way, source_title AS title, source_url AS url FROM related_graph WHERE target_url = :url
UNION ALL SELECT 'to', target_title, target_url FROM related_graph WHERE source_url = :url""",
    ),
    Example(
        "What a run brought, by site",
        """SELECT site.key AS site, json_extract(site.value, '$.articles_new') AS new, site.value AS outcomes
FROM runs, json_each(runs.counts, '$.sites') AS site WHERE runs.id = :run ORDER BY new DESC""",
    ),
    Example(
        "Why addresses gave no article, since a day",
        """SELECT outcome, reason, count(*), max(url) AS for_example FROM pages
WHERE outcome IN ('failed', 'rejected', 'not_article') AND fetched_at >= :since
GROUP BY outcome, reason ORDER BY 3 DESC""",
    ),
    Example(
        "What is new or changed since a change; the next call begins with the last one",
        """SELECT change, url, title FROM article_changes JOIN articles ON articles.id = article_id
WHERE change > :change ORDER BY change LIMIT 100""",
    ),
)
