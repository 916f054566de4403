"""Scrapy's settings for copydesk, each with its reason; options of the command line override them."""

from __future__ import annotations

from crawler import __version__

BOT_NAME = "copydesk"
SPIDER_MODULES = ["crawler.spiders"]
NEWSPIDER_MODULE = "crawler.spiders"

# --- What runs -----------------------------------------------------------------------------------------------

# Coroutines in callbacks and middlewares await asyncio's futures: worker processes, name look-ups.
TWISTED_REACTOR = "twisted.internet.asyncioreactor.AsyncioSelectorReactor"
# A door into the process that nobody uses here.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False

# An item takes these steps in this order; the last one looks for duplicates within its own transaction, and commits.
# pipelines.deduplicate.DeduplicatePipeline, at 200, is for whoever has steps in between that want to know of them.
ITEM_PIPELINES = {
    "pipelines.validate.ValidatePipeline": 100,
    "pipelines.store.StorePipeline": 300,
}
EXTENSIONS = {
    "crawler.extensions.outcomes.Outcomes": 100,
    "crawler.extensions.archive.Archive": 200,
    "crawler.extensions.prompt_stop.PromptStop": 300,
    # The middleware Throttle does it.
    "scrapy.extensions.throttle.AutoThrottle": None,
}
# Gives each site of the sites file its pace, patterns and headers.
ADDONS = {"crawler.sites.addon.SitesAddon": 100}
DOWNLOADER_MIDDLEWARES = {
    # What is known costs nothing, not even a look at robots.txt.
    "crawler.middlewares.known.KnownAddresses": 40,
    # Before anything else is asked for an address that leads nowhere.
    "crawler.middlewares.traps.Traps": 45,
    # Before robots.txt, which must not be asked of a private host either.
    "crawler.middlewares.guard.AddressGuard": 60,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "crawler.middlewares.robots.RobotsTxt": 100,
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
    "crawler.middlewares.backoff.Backoff": 550,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
    "crawler.middlewares.decompress.Decompress": 590,
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
    "crawler.middlewares.redirect.Redirect": 600,
    # Both look at every attempt, redirects and retries included.
    "crawler.middlewares.throttle.Throttle": 870,
    "crawler.middlewares.breaker.Breaker": 880,
    # Next to the downloader: only what is really sent counts.
    "crawler.middlewares.budget.PageBudget": 890,
}
# Each is a generator around what every answer leads to, and does what is done elsewhere or not wanted: answers of every
# status are read (a 404 is a Visit like any other), addresses and depth are bounded where links are found.
SPIDER_MIDDLEWARES = {
    "scrapy.spidermiddlewares.httperror.HttpErrorMiddleware": None,
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,
    # Next to the spider: what it marks is another request to all others.
    "crawler.middlewares.changed.ChangedEntries": 900,
}
# One page has many spellings; none is fetched twice in a run.
REQUEST_FINGERPRINTER_CLASS = "crawler.middlewares.fingerprint.AddressFingerprinter"
DUPEFILTER_CLASS = "crawler.frontier.met.MetAddresses"
# What visits lead to waits on disk, and is taken from there in portions.
SCHEDULER = "crawler.frontier.scheduler.FrontierScheduler"
# What waits for its host takes no other host's place.
SCHEDULER_PRIORITY_QUEUE = "crawler.pace.queue.HostQueue"
# First found, first asked, so that a listing's order is kept among links of one priority.
SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"
SCHEDULER_DISK_QUEUE = "scrapy.squeues.PickleFifoDiskQueue"

# --- Manners -------------------------------------------------------------------------------------------------

# The crawler has no address of its own: whoever runs it is to be reached, and names a contact here.
USER_AGENT = f"copydesk/{__version__} (news crawler)"
ROBOTSTXT_OBEY = True
# Seconds for a robots.txt, all of whose host waits for it, once: half of what a page may take, and no second try.
COPYDESK_ROBOTS_TIMEOUT = 15.0
# robots.txt rules are written for a product name, not for a whole header.
ROBOTSTXT_USER_AGENT = "copydesk"
# Seconds of a robots.txt's Crawl-delay that are kept; what asks for more closes a house that a quarter of an hour
# has to be enough for.
COPYDESK_CRAWL_DELAY_MAX = 60.0
# One request a second to a host, never two at a time; many hosts side by side.
DOWNLOAD_DELAY = 1.0
CONCURRENT_REQUESTS_PER_DOMAIN = 1
CONCURRENT_REQUESTS = 32
# Half to one and a half times the delay would break the promise of one second.
DOWNLOAD_DELAY_JITTER = 0.0
# A host that takes a second to answer is left alone for another one: half of its time at most is ours.
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_TARGET_CONCURRENCY = 0.5
AUTOTHROTTLE_MAX_DELAY = 30.0
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.7",
    # No language preferred: the page as it is, not a translation of it.
    "Accept-Language": "*",
}
# News needs no session, and cookies would make answers differ from run to run.
COOKIES_ENABLED = False
# A crawler comes from nowhere; where it found a link is nobody's business.
REFERER_ENABLED = True
REFERRER_POLICY = "same-origin"

# --- Patience ------------------------------------------------------------------------------------------------

# The whole answer must be there by then; a page that drips costs no more than this.
DOWNLOAD_TIMEOUT = 30
DNS_TIMEOUT = 15
RETRY_TIMES = 2
RETRY_HTTP_CODES = [408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524]
# What was given up is a Visit with its reason; a log line at ERROR would say it twice.
RETRY_GIVE_UP_LOG_LEVEL = "INFO"
# Seconds before the first retry, doubled for each further one.
COPYDESK_RETRY_WAIT = 1.0
# A Retry-After beyond this is left for the next run.
COPYDESK_RETRY_AFTER_MAX = 60.0
# So many requests in a row without an answer, or twice as many with 5xx or 429, and the host is set aside: three or
# four addresses with all their retries.
COPYDESK_HOST_FAILURES = 10
# Seconds after which one request tries a host that was set aside again.
COPYDESK_HOST_PAUSE = 300.0

# --- Bounds --------------------------------------------------------------------------------------------------

# The largest article pages seen have 10 MB; a sitemap may have 50 MB. Holds after decompression too.
DOWNLOAD_MAXSIZE = 52 * 1024 * 1024
DOWNLOAD_WARNSIZE = 0
# A body shorter than its Content-Length is no page; it is asked again.
DOWNLOAD_FAIL_ON_DATALOSS = True
# Browsers allow 20; honest chains have three or four.
REDIRECT_MAX_TIMES = 8
# News pages reload themselves by meta refresh; following that fetches them twice.
METAREFRESH_ENABLED = False
# Visits and requests of one answer that are handed on side by side: a hundred tasks an answer, by default, for steps
# that never wait.
CONCURRENT_ITEMS = 1
# Answers that wait to be parsed, in bytes; downloads pause beyond it, so that memory stays flat.
SCRAPER_SLOT_MAX_ACTIVE_SIZE = 20_000_000
# Addresses of one pattern that may lead to no article in a run; a site's first pages of a kind are seldom all of that.
COPYDESK_TRAP_PAGES = 200

# --- Logging -------------------------------------------------------------------------------------------------

LOG_LEVEL = "INFO"
# The closing summary says it for people.
STATS_DUMP = False

# --- copydesk's own ------------------------------------------------------------------------------------------

# The SQLite file, and the command that its `runs` row names.
COPYDESK_DB = "copydesk.db"
COPYDESK_COMMAND = "scrapy crawl"
# The class that knows addresses from earlier runs; empty for none.
COPYDESK_LEDGER = "pipelines.database.ledger.Ledger"
# The class that keeps what waits for its turn beyond the run, in COPYDESK_DB; empty keeps it in memory.
COPYDESK_FRONTIER = "pipelines.frontier.Frontier"
# True asks known articles again even when they are not due.
COPYDESK_RECHECK = False
# True follows the related links of articles, within the site.
COPYDESK_FOLLOW_RELATED = False
# So many related links in a row: enough for what surrounds a story, not for a paper's whole archive.
COPYDESK_RELATED_DEPTH = 3
# A day, or '7d' for seven days back: older articles are not asked, archives are followed to there; empty for neither.
COPYDESK_SINCE = ""
# Where a site has its feed or sitemap when neither robots.txt nor its home page says so: the protocol's own place,
# WordPress, Drupal and what many write by hand, Jekyll. Each costs a site that has none a request a month.
COPYDESK_USUAL_PLACES = "/sitemap.xml,/feed,/rss.xml,/feed.xml"
# Page requests a run, 0 for no bound; robots.txt does not count.
COPYDESK_MAX_PAGES = 0
# Parsing processes; None for one a core, at most 4; 0 parses in the crawl's own.
COPYDESK_WORKERS = None
# Seconds that a process may take for one page; the slowest of a million broken pages took two. 0 for no bound.
COPYDESK_PARSE_TIMEOUT = 60.0
# Address space of a parsing process in MB, where the system has such a bound (Linux); 0 for none.
COPYDESK_PARSE_MEMORY = 2_000
# A sites file (docs/sites.md) whose rules hold for the sites it names; empty for none.
COPYDESK_SITES = ""
# A folder for one WARC file a run; empty for none.
COPYDESK_ARCHIVE = ""
