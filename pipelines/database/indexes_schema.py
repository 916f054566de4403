"""The schema's versions 8 and 13 as SQL: indexes that answer questions in files of millions."""

from __future__ import annotations

# articles_by_site, with the words: what each site holds is counted without a look at its articles, whose texts are
# most of the file. articles_by_day_and_site counts a week's likewise; articles_by_day cannot have the site, since
# `latest` is read in its order. pages_by_outcome, with the time: what failed last is its end, not all that ever
# failed.
VERSION_8 = """
DROP INDEX articles_by_site;
CREATE INDEX articles_by_site ON articles(site, published_on, word_count);
CREATE INDEX articles_by_day_and_site ON articles(published_on, site);
DROP INDEX pages_by_outcome;
CREATE INDEX pages_by_outcome ON pages(outcome, fetched_at);
"""

# A search among the articles of many days or sites asks of each match, from the newest on, whether it is one of them:
# here a hundred answers lie on a page, in the table each on its own.
VERSION_13 = """
CREATE INDEX articles_by_number ON articles(id, published_on, site);
"""
