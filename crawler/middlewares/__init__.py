"""Middlewares: politeness, safety, budgets; one component, one job, usable in any Scrapy project."""
