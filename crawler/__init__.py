"""copydesk's reading side: addresses and pages in, articles out."""

__version__ = "0.1.0"
