"""Work spread over several processes, with results in the order of the work."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Generic, TypeVar

from argmap.diagnostics import ArgmapError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNKS = 8
"""So many portions of work for each process: files differ in size."""


def run_in_order(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    workers: int,
    *,
    is_bound: Callable[[Item], bool] = lambda _: False,
) -> Generator[Result]:
    """Apply a function to items in other processes.

    An item that a process fails on is done again here, where what is raised has its place.

    Args:
        function: found by its module and name in the other processes.
        items: can be pickled, as the results can.
        workers: how many processes, 2 at least.
        is_bound: tells of an item whether it must be done in this process.

    Raises:
        ArgmapError: when a process ends before its work is done.
    """
    size = max(1, len(items) // (workers * CHUNKS))
    chunks = [items[start : start + size] for start in range(0, len(items), size)]
    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(
        workers, multiprocessing.get_context("spawn"), initializer=_begin_worker
    )
    try:
        with _interruptions_ignored():
            futures = [
                pool.submit(_work, function, [None if is_bound(item) else item for item in chunk])
                for chunk in chunks
            ]
        for chunk, future in zip(chunks, futures, strict=True):
            for item, done in zip(chunk, future.result(), strict=True):
                yield function(item) if done is None else done.result
    except BrokenProcessPool:
        message = "a process that was to check maps has ended before its time"
        raise ArgmapError(message, "free memory, or check with `--jobs 1`") from None
    except BaseException:
        for process in set(multiprocessing.active_children()) - others:
            process.kill()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


@dataclass(frozen=True, slots=True)
class _Done(Generic[Result]):
    result: Result


def _work(
    function: Callable[[Item], Result], chunk: Sequence[Item | None]
) -> list[_Done[Result] | None]:
    return [None if item is None else _attempt(function, item) for item in chunk]


def _attempt(function: Callable[[Item], Result], item: Item) -> _Done[Result] | None:
    try:
        return _Done(function(item))
    except Exception:  # noqa: BLE001 - whatever it is, it is raised again where it is handled
        return None


@contextmanager
def _interruptions_ignored() -> Iterator[None]:
    """Let processes that are started now ignore Ctrl-C from their first moment on."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _begin_worker() -> None:
    """Leave Ctrl-C to the process that started this one, and end when that one ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
