"""robots.txt for one page: an address in, why it may not be asked out; for commands that ask once, without a crawl."""

from __future__ import annotations

from urllib.parse import urlsplit

from protego import Protego

from crawler.errors import PageError, StatusError
from crawler.sources.web import fetch_page

TOO_MANY_REQUESTS = 429


def forbidden(url: str, user_agent: str) -> str | None:
    """Return why robots.txt keeps a robot from an address, None when it may ask.

    Answered with 4xx there are no rules; while it cannot be had, nothing may be asked (RFC 9309, 2.3.1.3 and 2.3.1.4).
    The group for what stands before the `/` in the user agent holds.
    """
    parts = urlsplit(url)
    try:
        answer = fetch_page(f"{parts.scheme}://{parts.netloc}/robots.txt", user_agent)
    except StatusError as error:
        if 400 <= error.status < 500 and error.status != TOO_MANY_REQUESTS:
            return None
        return f"robots.txt could not be served: {error}"
    except PageError as error:
        return f"robots.txt could not be read: {error}"
    rules = Protego.parse(answer.body.decode("utf-8", "replace"))
    return None if rules.can_fetch(url, user_agent.partition("/")[0]) else "robots.txt forbids it"
