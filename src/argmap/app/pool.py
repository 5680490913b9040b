"""Work spread over several processes, with results in the order of the work.

The process that asks for the work is one of them: it would only wait, and is there already while
the others start.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from argmap.diagnostics import ArgmapError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from concurrent.futures import Future

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNKS = 32
"""So many portions of work for each process: files differ in size."""
_SECONDS_TO_CLOSE = 5.0
"""For a pool whose processes were killed."""
AHEAD = 3
"""So many portions are sent to each other process before it is done with them, so that it never
waits while this one is busy."""


def run_in_order(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    workers: int,
    *,
    is_bound: Callable[[Item], bool] = lambda _: False,
) -> Generator[Result]:
    """Apply a function to items here and in other processes.

    An item that fails is done again here, where what is raised has its place.

    Args:
        function: found by its module and name in the other processes.
        items: can be pickled, as the results can.
        workers: how many processes, 2 at least; this one is among them.
        is_bound: tells of an item whether it must be done in this process.

    Raises:
        ArgmapError: when a process ends before its work is done.
    """
    size = max(1, len(items) // (workers * CHUNKS))
    chunks = [items[start : start + size] for start in range(0, len(items), size)]
    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(
        workers - 1, multiprocessing.get_context("spawn"), initializer=_begin_worker
    )
    work = _Work(pool, function, chunks, is_bound)
    try:
        # of few portions, those of this process are not sent
        work.share(min(AHEAD * (workers - 1), -(-len(chunks) * (workers - 1) // workers)))
        for number, chunk in enumerate(chunks):
            for item, done in zip(chunk, work.results(number), strict=True):
                yield function(item) if done is None else done.result
    except BrokenProcessPool:
        _close(pool)
        message = "a process that was to check maps has ended before its time"
        raise ArgmapError(message, "free memory, or check with `--jobs 1`") from None
    except BaseException:
        for process in set(multiprocessing.active_children()) - others:
            process.kill()
        _close(pool)
        raise
    pool.shutdown()


def _close(pool: ProcessPoolExecutor) -> None:
    """Close a pool, but do not wait for ever: a process that is killed may leave a lock behind."""
    closing = threading.Thread(target=pool.shutdown, kwargs={"cancel_futures": True}, daemon=True)
    closing.start()
    closing.join(_SECONDS_TO_CLOSE)


class _Work(Generic[Item, Result]):
    """Portions of work, and who does them."""

    def __init__(
        self,
        pool: ProcessPoolExecutor,
        function: Callable[[Item], Result],
        chunks: Sequence[Sequence[Item]],
        is_bound: Callable[[Item], bool],
    ) -> None:
        self._pool = pool
        self._function = function
        self._chunks = chunks
        self._is_bound = is_bound
        self._sent: dict[int, Future[list[_Done[Result] | None]]] = {}
        self._done: dict[int, list[_Done[Result] | None]] = {}

    def share(self, ahead: int) -> None:
        """Send portions from the first on, as many as that ahead, and do here from the last on."""
        first, last = 0, len(self._chunks) - 1
        while first <= last:
            running = sum(not future.done() for future in self._sent.values())
            with _interruptions_ignored():
                for number in range(first, min(last, first + ahead - running - 1) + 1):
                    self._sent[number] = self._submit(number)
                    first = number + 1
            if first <= last:
                self._done[last] = _work(self._function, self._portion(last))
                last -= 1

    def _submit(self, number: int) -> Future[list[_Done[Result] | None]]:
        return self._pool.submit(_work, self._function, self._portion(number))

    def _portion(self, number: int) -> list[Item | None]:
        return [None if self._is_bound(item) else item for item in self._chunks[number]]

    def results(self, number: int) -> list[_Done[Result] | None]:
        """Give the results of a portion once it is done; they are kept no longer."""
        found = self._done.pop(number, None)
        return self._sent.pop(number).result() if found is None else found


class _Done(NamedTuple, Generic[Result]):
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
    gc.disable()  # as in the process that started this one
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
