"""copydesk's reading side: addresses and pages in, articles out."""

from crawler import compiled

__version__ = "0.1.0"

compiled.choose()
