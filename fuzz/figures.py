"""What came of the inputs, in numbers."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field

SECONDS_PER_KILOBYTE = 1.0
"""What takes longer is a fault."""
MEGABYTES = 1_024
"""More memory than this is a fault."""
_SHOWN = 20


@dataclass
class Figures:
    """What came of the inputs so far."""

    executions: int = 0
    seconds: float = 0.0
    """Of the processor."""
    faults: list[int] = field(default_factory=list)
    """Numbers of the inputs that raised something."""
    slow: list[int] = field(default_factory=list)
    """Numbers of the inputs that took too long for their size."""
    slowest: tuple[float, int] = (0.0, 0)
    """Seconds per kilobyte, and the number of the input."""
    longest: tuple[float, int] = (0.0, 0)
    """Seconds, and the number of the input."""
    megabytes: float = 0.0
    """The most memory that a process has come to hold; 0 where the system does not tell, or the
    process held as much before."""

    def note(self, number: int, size: int, seconds: float) -> None:
        """Count an input.

        Args:
            number: of the input.
            size: in bytes; what is below a kilobyte counts as one.
            seconds: that it took.
        """
        rate = seconds / max(1.0, size / 1024)
        self.executions += 1
        self.seconds += seconds
        self.slowest = max(self.slowest, (rate, number))
        self.longest = max(self.longest, (seconds, number))
        if rate > SECONDS_PER_KILOBYTE:
            self.slow.append(number)

    def add(self, other: Figures) -> None:
        """Take up what came of other inputs."""
        self.executions += other.executions
        self.seconds += other.seconds
        self.faults += other.faults
        self.slow += other.slow
        self.slowest = max(self.slowest, other.slowest)
        self.longest = max(self.longest, other.longest)
        self.megabytes = max(self.megabytes, other.megabytes)

    @property
    def is_faulty(self) -> bool:
        """Tell whether there is anything to mend."""
        return bool(self.faults or self.slow) or self.megabytes > MEGABYTES

    def __str__(self) -> str:
        """Write the figures in lines."""
        rate, slowest = self.slowest
        seconds, longest = self.longest
        memory = f"{self.megabytes:.0f} MB" if self.megabytes else "not known here"
        return (
            f"executions: {self.executions}\n"
            f"CPU seconds: {self.seconds:.0f}, "
            f"{1000 * self.seconds / max(1, self.executions):.2f} ms each\n"
            f"tracebacks: {len(self.faults)} {self.faults[:_SHOWN]}\n"
            f"over {SECONDS_PER_KILOBYTE:g} s per kilobyte: {len(self.slow)} "
            f"{self.slow[:_SHOWN]}\n"
            f"slowest: {1000 * rate:.0f} ms per kilobyte (input {slowest}), "
            f"longest: {1000 * seconds:.0f} ms (input {longest})\n"
            f"peak memory: {memory}"
        )


def peak_memory() -> float:
    """Give the most memory that this process has held, in MB; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0.0
    import resource

    unit = 1024**2 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
