"""Sites: what a user may say about a site, read from a sites file and checked before anything is fetched."""

from crawler.sites.file import read_sites
from crawler.sites.site import Site

__all__ = ["Site", "read_sites"]
