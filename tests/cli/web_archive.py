"""Web archives as a crawl writes them: addresses, pages and moments in, a WARC file out."""

from __future__ import annotations

import io
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter


def warc(path: Path, *answers: tuple[str, bytes, str]) -> Path:
    """Write HTML answers (address, body, moment) to a file, packed as its name says; return its path."""
    path.parent.mkdir(exist_ok=True)
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=path.suffix == ".gz")
        for url, body, date in answers:
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
            record = writer.create_warc_record(
                url, "response", io.BytesIO(body), http_headers=headers, warc_headers_dict={"WARC-Date": date}
            )
            writer.write_record(record)
    return path
