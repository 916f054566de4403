"""Parsing processes: their number in, a pool of them out that neither Ctrl-C nor a killed command leaves behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor


def new_pool(workers: int) -> ProcessPoolExecutor:
    """Return a pool of so many processes, started afresh (spawn) when there is work for them.

    A forked copy of a process with a running reactor would inherit its sockets, its threads' locks and the database's.
    """
    spawn = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=spawn, initializer=_begin_worker)


def _begin_worker() -> None:
    """Leave Ctrl-C to the command, which finishes its pages first; end when it is gone.

    SIGTERM ends a worker: so a pool that broke gets rid of those that wait for a lock which the dead one held.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
