"""What argmap promises of its speed, each as a ratio within one run."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bench.scenes import Scene
    from bench.timing import Figures

_SLOWEST_DRAWING = 30.0


class Verdict(NamedTuple):
    """A bound, and what was found."""

    what: str
    found: float
    bound: float
    unit: str = "×"
    is_least: bool = False
    """Whether the bound is to be reached, not to be kept under."""

    @property
    def is_met(self) -> bool:
        """Tell whether the bound is kept."""
        return self.found >= self.bound if self.is_least else self.found <= self.bound

    @property
    def words(self) -> str:
        """Say whether it is, and by how much it is missed."""
        if self.is_met:
            return "met"
        ratio = self.bound / self.found if self.is_least else self.found / self.bound
        return f"**missed** by {100 * (ratio - 1):.0f} %"


def judge(scenes: list[Scene]) -> Iterator[Verdict]:
    """Compare what was measured with what is promised.

    Args:
        scenes: what was measured; without the peers there is nothing to say of them.
    """
    for scene in scenes:
        figures = {name: found.seconds for name, found in scene.figures.items()}
        if scene.name == "start":
            ratio = figures["argmap --version"] / figures["import click"]
            yield Verdict("`argmap --version`, to `import click`", ratio, 2.5)
        elif scene.name == "check":
            yield from _of_checks(scene, figures)
        elif scene.name == "draw":
            yield from _of_drawings(scene.nodes, figures)
        elif scene.nodes > 100:  # noqa: PLR2004 - few maps are checked in one process
            ratio = figures["--jobs 1"] / figures["--jobs 2"]
            what = f"{scene.nodes:,} maps, gain of `--jobs 2` over `--jobs 1`"
            yield Verdict(what, ratio, 1.8, is_least=True)


def _of_checks(scene: Scene, figures: Mapping[str, float]) -> Iterator[Verdict]:
    nodes, checked = scene.nodes, figures["check"]
    what = f"`check` of {nodes:,} nodes"
    if nodes == 50:  # noqa: PLR2004 - the size the bound is for
        yield Verdict(f"{what}, to the imports", checked / figures["imports"], 1.25)
    if nodes == 5_000:  # noqa: PLR2004 - as above
        ratio = checked / figures["compose"]
        yield Verdict(f"{what}, to imports and `yaml.compose`", ratio, 4)
    if "check, warm" in figures:
        ratio = figures["check, warm"] / figures["import click"]
        yield Verdict(f"{what} again, unchanged, to `import click`", ratio, 2)
    argdown = _fastest(figures, "Argdown")
    if argdown is not None:
        bound = 3 if nodes <= 5_000 else 1.7  # noqa: PLR2004 - as above
        ratio = argdown / checked
        yield Verdict(f"{what}, times as fast as Argdown's json", ratio, bound, is_least=True)
    if "verocase --validate" in figures and nodes >= 5_000:  # noqa: PLR2004 - as above
        ratio = checked / figures["verocase --validate"]
        yield Verdict(f"{what}, to `verocase --validate`", ratio, 1.5)
    memory = _memory(scene.figures)
    if memory and nodes >= 5_000:  # noqa: PLR2004 - as above
        yield Verdict(f"{what}, memory to `yaml.compose`", memory, 4)


def _of_drawings(nodes: int, figures: Mapping[str, float]) -> Iterator[Verdict]:
    argdown = _fastest(figures, "Argdown")
    bound = {1_000: 0.5, 5_000: 0.2}.get(nodes)
    for name in ("render", "render --whole"):
        if bound is None:
            yield Verdict(f"`{name}` of {nodes:,} nodes", figures[name], _SLOWEST_DRAWING, "s")
        elif argdown is not None:
            ratio = figures[name] / argdown
            yield Verdict(f"`{name}` of {nodes:,} nodes, to Argdown's svg", ratio, bound)


def _fastest(figures: Mapping[str, float], name: str) -> float | None:
    return min((value for key, value in figures.items() if key.startswith(name)), default=None)


def _memory(figures: Mapping[str, Figures]) -> float:
    floor = figures["compose"].megabytes
    return figures["check"].megabytes / floor if floor else 0.0
