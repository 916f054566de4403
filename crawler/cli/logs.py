"""Logs: what the rooms log in; text or JSON lines on stderr out, with nothing raw from a page in them."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Literal, TextIO

from crawler.text import printable

LogFormat = Literal["text", "json"]

# What every record has; anything else was passed as `extra` and belongs to the event.
STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "event", "spider", "taskName"}
# Our own rooms; of the libraries' logs only warnings are worth a line.
OURS = ("crawler", "pipelines")


class StderrHandler(logging.StreamHandler[TextIO]):
    """Writes to what stderr is at that moment, so that the live progress line can make room."""

    def __init__(self) -> None:
        logging.Handler.__init__(self)

    @property
    def stream(self) -> TextIO:  # type: ignore[override]
        """The stream to write to."""
        return sys.stderr


class TextFormatter(logging.Formatter):
    """`copydesk: warning: message`, on one line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        return f"copydesk: {record.levelname.lower()}: {printable(_message(record))}"


class JsonFormatter(logging.Formatter):
    """One JSON object a line: time, level, event, message, and what belongs to the event; ASCII only."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": getattr(record, "event", "log"),
            "logger": record.name,
            "message": _message(record),
        }
        more = {key: value for key, value in vars(record).items() if key not in STANDARD}
        return json.dumps(line | more, default=str)


def set_up_logs(log_format: LogFormat) -> None:
    """Send all logs to stderr: as text warnings and worse, as JSON our own events too."""
    handler = StderrHandler()
    handler.setFormatter(JsonFormatter() if log_format == "json" else TextFormatter())
    # Asked of the record, not set on loggers: Scrapy sets levels of its own when it starts.
    handler.addFilter(_is_worth_json if log_format == "json" else _is_warning)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO if log_format == "json" else logging.WARNING)


def _is_warning(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.WARNING


def _is_worth_json(record: logging.LogRecord) -> bool:
    return _is_warning(record) or record.name.partition(".")[0] in OURS


def writes_json() -> bool:
    """Tell whether stderr holds JSON lines, among which text would be noise."""
    return any(isinstance(handler.formatter, JsonFormatter) for handler in logging.getLogger().handlers)


def _message(record: logging.LogRecord) -> str:
    """Return the message, with the exception's last line where there is one; never a traceback."""
    message = record.getMessage()
    error = record.exc_info[1] if record.exc_info else None
    return f"{message}: {type(error).__name__}: {error}" if error else message
