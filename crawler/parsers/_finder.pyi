from crawler.parsers.plain_finder import Beginnings as Beginnings
from crawler.parsers.plain_finder import Finder as Finder
