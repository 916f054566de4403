"""Extensions: what watches a crawl from the side; usable in any Scrapy project."""
