"""What `check` says, in the report: its verdicts in, a box out."""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.check import Checked
from pipelines.report.markup import safe, with_code
from pipelines.watch.alarm import Alarm

MOST_NAMED = 8


def verdict_box(checked: Checked) -> str:
    """Return what broke, or that nothing did, and what was compared."""
    alarms = [alarm for verdict in checked.verdicts for alarm in verdict.alarms]
    compared = sum(verdict.state in {"ok", "broken"} for verdict in checked.verdicts)
    broken = len({alarm.site for alarm in alarms})
    if alarms:
        title = f"{broken} of {compared} sites broke" if compared != 1 else "The site broke"
    else:
        title = "All is well" if compared else "Nothing to compare yet"
    items = "".join(map(_alarm, alarms))
    kind = "broken" if alarms else "well" if compared else "unknown"
    listed = f"<ul>{items}</ul>" if items else ""
    beside = f'<p class="soft">{_compared(checked, compared)}</p>'
    return f'<div class="verdict {kind}"><h2>{title}</h2>{listed}{beside}</div>'


def _alarm(alarm: Alarm) -> str:
    advice = f'<br><span class="soft">→ {with_code(alarm.advice)}</span>'
    return f"<li><b>{safe(alarm.site)}</b> {safe(alarm.what)}{advice}</li>"


def _compared(checked: Checked, compared: int) -> str:
    named = {
        "too young to be compared": [one.site for one in checked.verdicts if one.state == "young"],
        "not asked lately": [one.site for one in checked.verdicts if one.state == "not_asked"],
    }
    parts = [f"compared with their own past: {compared} {'site' if compared == 1 else 'sites'}"]
    parts += [f"{what}: {_named(sites)}" for what, sites in named.items() if sites]
    if checked.last_run:
        parts.append(f"last run ended {safe(checked.last_run)}")
    return " · ".join(parts)


def _named(sites: Sequence[str]) -> str:
    more = f" and {len(sites) - MOST_NAMED:,} more" if len(sites) > MOST_NAMED else ""
    return safe(", ".join(sites[:MOST_NAMED])) + more
