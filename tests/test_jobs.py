"""Work in several processes comes to the same as in one, and ends when it should."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
import weakref
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argmap.app import check as app_check
from argmap.app import jobs, pool
from argmap.app.jobs import BYTES_FOR_A_WORKER, worker_count
from argmap.app.judge import check_argument
from argmap.app.load import load
from argmap.app.pool import run_in_order
from argmap.check.settings import default_settings
from argmap.diagnostics import ArgmapError
from tests.conftest import TABLET

if TYPE_CHECKING:
    from tests.conftest import Invoke

CASES = Path(__file__).parent / "cases"
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")


def is_elsewhere() -> bool:
    """Tell whether this is one of the processes that were started."""
    return multiprocessing.parent_process() is not None


def double(number: int) -> tuple[int, bool]:
    """Do some work."""
    return 2 * number, is_elsewhere()


def double_here_only(number: int) -> int:
    """Fail in every process but the first."""
    if is_elsewhere():
        raise ZeroDivisionError
    return 2 * number


def die(number: int) -> int:
    """End the process."""
    if is_elsewhere():
        os._exit(9)
    return number


def refuse(number: int) -> int:
    """Fail everywhere."""
    raise ZeroDivisionError(f"at {number}")


def test_results_come_in_order() -> None:
    found = list(run_in_order(double, range(40), 2, is_bound=lambda item: item == 7))
    assert [result for result, _ in found] == [2 * number for number in range(40)]
    assert found[0][1]
    assert not found[7][1]


def test_what_fails_elsewhere_is_done_here() -> None:
    assert list(run_in_order(double_here_only, range(3), 2)) == [0, 2, 4]
    with pytest.raises(ZeroDivisionError, match="at 0"):
        list(run_in_order(refuse, range(3), 2))
    wait_until_none_runs()


def test_a_process_that_dies_is_told() -> None:
    with pytest.raises(ArgmapError, match="has ended before its time") as caught:
        list(run_in_order(die, range(3), 2))
    assert caught.value.hint is not None
    assert "--jobs 1" in caught.value.hint


def test_work_can_be_started_beside_the_main_thread() -> None:
    found: list[tuple[int, bool]] = []
    thread = threading.Thread(target=lambda: found.extend(run_in_order(double, [1, 2], 2)))
    thread.start()
    thread.join()
    assert found == [(2, True), (4, False)]


def test_work_that_is_broken_off_leaves_no_process() -> None:
    running = run_in_order(double, range(4), 2)
    next(running)
    running.close()
    wait_until_none_runs()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_one_part_of_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    assert pool._work(double_here_only, [3, None]) == [pool._Done(6), None]
    assert pool._attempt(refuse, 1) is None
    before = signal.getsignal(signal.SIGINT)
    try:
        pool._begin_worker()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
        assert not gc.isenabled()
    finally:
        gc.enable()
        signal.signal(signal.SIGINT, before)
    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    monkeypatch.setattr(pool, "wait", lambda _: [])
    pool._end_with(0)
    assert ended == [1]


def test_as_many_processes_as_save_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_core_count", lambda: 4)
    large = tmp_path / "large.yaml"
    with large.open("wb") as file:
        file.truncate(BYTES_FOR_A_WORKER)
    paths = [str(large)] * 3
    assert worker_count(None, paths) == 3
    assert worker_count(None, paths * 3) == 4
    assert worker_count(None, [*paths[:1], "missing.yaml"]) == 1
    assert worker_count(0, paths) == 3
    assert worker_count(0, paths * 3) == 4
    assert worker_count(2, paths) == 2
    assert worker_count(1000, ["a"] * 1000) == 61
    assert worker_count(8, []) == 1


def test_cores_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert jobs._core_count() >= 1
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert jobs._core_count() == 1


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Write maps of which some are weak, some broken and some under another configuration."""
    for number in range(12):
        text = "argmap: 1\ntitle: [\n" if number % 5 == 3 else TABLET.replace("tablet", f"{number}")
        path = tmp_path / f"{number % 3}" / f"карта{number}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "1" / "argmap.toml").write_text('severity.AM201 = "error"', encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("form", ["json", "text"])
def test_the_report_is_the_same_with_any_number_of_processes(
    argmap: Invoke, many: Path, form: str
) -> None:
    wanted = ("check", str(many), str(many / "none.yaml"), "--output-format", form)
    alone = argmap(*wanted, "--jobs", "1")
    assert alone.code == 2
    assert argmap(*wanted, "--jobs", "3") == alone
    assert argmap(*wanted) == alone


def test_a_negative_number_is_refused(argmap: Invoke) -> None:
    assert argmap("check", "--jobs", "-1").code == 2


PROGRAM = """
import contextlib, os, sys
from argmap.app import pool
from argmap.cli.main import execute

ignored = pool._interruptions_ignored

@contextlib.contextmanager
def told():
    with ignored():
        yield
    print("started", flush=True)

pool._interruptions_ignored = told
os._exit(execute(sys.argv[1:]))
"""


def start(many: Path) -> subprocess.Popen[bytes]:
    """Check with helpers, in a group of processes of its own, and wait until they are started."""
    for number in range(300):
        (many / f"more{number}.yaml").write_text(TABLET * 40, encoding="utf-8")
    command = [sys.executable, "-c", PROGRAM, "check", str(many), "--jobs", "2"]
    process = subprocess.Popen(  # noqa: S603 - our own command
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"started\n"
    return process


def test_a_whole_run_with_helpers_says_nothing_else(many: Path) -> None:
    command = [sys.executable, "-m", "argmap", "check", str(many), "--jobs", "2"]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60)  # noqa: S603 - our own command
    assert done.returncode == 1
    assert done.stderr == b""
    assert b"12 maps checked" in done.stdout


@posix_only
@pytest.mark.parametrize("seconds", [0, 0.2, 0.8])
def test_an_interruption_ends_all_processes_without_a_traceback(many: Path, seconds: float) -> None:
    process = start(many)
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert b"Traceback" not in errors
    assert process.returncode in {1, 130}
    wait_until_gone(process.pid)


@posix_only
def test_no_process_outlives_the_first(many: Path) -> None:
    process = start(many)
    time.sleep(0.5)
    process.kill()
    process.communicate(timeout=20)
    wait_until_gone(process.pid)


def wait_until_none_runs() -> None:
    """Wait until no process of ours is left; two threads may look after one that has ended."""
    for _ in range(50):
        if not multiprocessing.active_children():
            return
        time.sleep(0.1)
    pytest.fail("a process is left")


def wait_until_gone(group: int) -> None:
    """Wait until no process of a group is left."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    os.killpg(group, signal.SIGKILL)
    pytest.fail("a process is left")


def test_what_is_left_of_many_maps_is_collected(
    argmap: Invoke, many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collected: list[int] = []
    monkeypatch.setattr(gc, "collect", lambda: collected.append(1))
    assert argmap("check", str(many), "--no-cache").code == 1
    assert not collected
    monkeypatch.setattr(app_check, "_MOST_UNCOLLECTED", -1)
    assert argmap("check", str(many), "--no-cache").code == 1
    assert len(collected) == 12


def test_nothing_of_a_map_that_was_checked_waits_for_the_collector() -> None:
    settings = default_settings(("ALL",))
    left = []
    gc.disable()
    try:
        for path in sorted(CASES.glob("AM[1-4]*.yaml")):
            argument = load(path)
            text = None if argument.text is None else weakref.ref(argument.text)
            check_argument(argument, settings)
            del argument
            if text is not None and text() is not None:
                left.append(path.name)
    finally:
        gc.enable()
    assert left == []
