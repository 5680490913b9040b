"""How much is read can be set in the configuration, and holds wherever maps are read."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from argmap import check, load
from argmap.app import files
from argmap.app import reads as argmap_reads
from argmap.app.config import read_config
from argmap.app.config_limits import LIMITS
from argmap.app.files import find_maps
from argmap.app.fix import fix
from argmap.app.load import load as load_within
from argmap.app.reads import recorded
from argmap.check.settings import default_settings
from argmap.source.limits import DEFAULT_LIMITS, MOST_LIMITS, Limits
from tests.config_files import problems, write
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Invoke

MAP = """\
argmap: 1
title: A tablet
sources:
  diary: {title: &name Diary, date: 2023, author: *name}
thesis:
  claim: The museum should lend the tablet.
  id: lend
  because:
    - evidence: Many walked past it.
      cite: diary
"""
SIZES = {
    "bytes": (len(MAP), "AM007 file has over {} bytes, the limit", (1, 1)),
    "depth": (4, "AM007 file nests over {} levels deep, the limit on depth", (9, 7)),
    "nodes": (2, "AM007 map holds over {} nodes, the limit", (9, 7)),
    "values": (28, "AM007 file holds over {} values, the limit", (10, 13)),
    "aliases": (1, "AM010 file holds over {} aliases, the limit", (4, 69)),
    "text-length": (34, "AM007 text has over {} characters, the limit", (6, 10)),
}
"""By limit: how much the map holds, what is said past it, and where."""


def _limits(**changed: int) -> Limits:
    return DEFAULT_LIMITS._replace(**changed)


def test_every_limit_has_a_name_in_the_configuration() -> None:
    assert set(LIMITS.values()) == {*Limits._fields} - {"repairs"}
    assert set(SIZES) == set(LIMITS)
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    for name, field in LIMITS.items():
        usual, most = getattr(DEFAULT_LIMITS, field), getattr(MOST_LIMITS, field)
        assert usual < most
        assert any(
            line.startswith(f"| `{name}` |") and line.endswith(f"| {usual} | {most} |")
            for line in page.splitlines()
        )


@pytest.mark.parametrize("name", SIZES)
def test_as_much_as_a_limit_is_read_and_one_more_is_told(tmp_path: Path, name: str) -> None:
    size, words, place = SIZES[name]
    path = write(tmp_path / "map.yaml", MAP)
    config = write(tmp_path / "argmap.toml", f"[limits]\n{name} = {size}\n")
    assert load(path, config=config).graph is not None
    assert not [one for one in check(path, config=config).findings if one.problem.code[:3] == "AM0"]
    write(config, f"[limits]\n{name} = {size - 1 or 1}\n")
    data = MAP.replace("date: 2023", "date: 2023, publisher: *name") if size == 1 else MAP
    (problem,) = load(write(path, data), config=config).problems
    assert f"{problem.code} {problem.message}" == words.format(size - 1 or 1)
    assert (problem.span.line, problem.span.column) == place
    assert problem.help is not None
    assert problem.help.endswith(f", or raise `limits.{name}` in the configuration")


def test_what_aliases_stand_for_counts() -> None:
    (problem,) = load_within("a: &a [1, 2]\nb: *a\n", limits=_limits(values=8)).problems[:1]
    assert problem.message == "aliases grow to over 8 values, the limit"
    assert problem.help is not None
    assert problem.help.endswith(", or raise `limits.values` in the configuration")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("depth = 0", "2:9: `depth` is `0`, expected a number from 1 to 50000"),
        ("depth = -1", "2:9: `depth` is `-1`, expected a number from 1 to 50000"),
        ("depth = 50_001", "2:9: `depth` is `50001`, expected a number from 1 to 50000"),
        ("bytes = 1e9", "2:9: `bytes` is a number, expected a whole number | "),
        ('nodes = "9"', "2:9: `nodes` is a text, expected a whole number | "),
        ("nodes = true", "2:9: `nodes` is `true`, expected a whole number | "),
        ("node = 9", "2:1: there is no limit `node` | did you mean `nodes`?"),
        ("repairs = 9", "2:1: there is no limit `repairs` | known here: `bytes`, `depth`, "),
        ("text_length = 9", "2:1: there is no limit `text_length` | did you mean `text-length`?"),
    ],
)
def test_what_is_no_limit_is_told(tmp_path: Path, written: str, told: str) -> None:
    (found,) = problems(write(tmp_path / "argmap.toml", f"[limits]\n{written}\n"))
    assert found.startswith(told)
    (found,) = problems(write(tmp_path / "argmap.toml", "limits = 9\n"))
    assert found.startswith("1:10: `limits` is a whole number, expected a table | write a line")


COMMANDS = (
    ("check", "map.yaml", "--no-cache"),
    ("check", "map.yaml"),
    ("check", "map.yaml", "--diff"),
    ("check", "--jobs", "2", "--no-cache", "map.yaml", "other.yaml"),
    ("test", "map.yaml"),
    ("render", "map.yaml", "-o", "-"),
    ("status", "map.yaml"),
    ("why", "map.yaml", "lend"),
    ("convert", "map.yaml", "--to", "json"),
    ("crux", "map.yaml"),
    ("sources", "map.yaml"),
    ("cite", "map.yaml", "word", "--source", "diary"),
    ("coverage", "map.yaml", "--source", "diary"),
    ("source", "lock", "map.yaml", "diary", "--text", "diary.txt"),
    ("source", "show", "map.yaml", "diary"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_limits_hold_in_every_command(
    argmap: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    text = MAP.replace("2023,", "2023, text: diary.txt,") + "      tags: []\n"
    write(tmp_path / "diary.txt", "A word of it.\n")
    write(tmp_path / "map.yaml", text)
    write(tmp_path / "other.yaml", text)
    before = argmap(*command)
    write(tmp_path / "argmap.toml", "[limits]\nnodes = 1\n")
    after = argmap(*command)
    said = after.out + after.err
    if "--diff" in command:
        assert (before.out != "", after.out) == (True, "")
        return
    assert before != after
    assert "map holds over 1 nodes, the limit" in said or "no map that can be read" in said
    write(tmp_path / "argmap.toml", "[limits]\nnodes = 2\n")
    assert argmap(*command).code == before.code
    write(tmp_path / "argmap.toml", "[limits]\nnodes = 0\n")
    refused = argmap(*command)
    assert refused.code == 2
    assert "`nodes` is `0`, expected a number from 1" in refused.err


def test_what_else_is_wrong_with_a_configuration_stops_no_reader(
    argmap: Invoke, tmp_path: Path
) -> None:
    path = str(write(tmp_path / "map.yaml", MAP))
    write(tmp_path / "argmap.toml", 'selct = ["AM2"]\n[limits]\nnodes = 1\n')
    assert "no map that can be read" in argmap("status", path).err
    assert argmap("check", path).code == 2


def test_the_command_line_chooses_the_configuration(argmap: Invoke, tmp_path: Path) -> None:
    path = str(write(tmp_path / "map.yaml", MAP))
    config = str(write(tmp_path / "strict.toml", "[limits]\nnodes = 1\n"))
    assert "holds over 1 nodes" in argmap("check", path, "--config", config).out
    assert argmap("render", path, "-o", "-", "--config", config).code == 2
    write(tmp_path / "argmap.toml", "[limits]\nnodes = 1\n")
    assert "holds over 1 nodes" in argmap("check", path).out
    assert "holds over 1 nodes" not in argmap("check", path, "--no-config").out
    assert argmap("render", path, "-o", "-", "--no-config").code == 0


def test_a_limit_that_is_raised_is_honoured(tmp_path: Path) -> None:
    long = "A" * (DEFAULT_LIMITS.text_length + 1)
    path = write(tmp_path / "map.yaml", MAP.replace("The museum", long))
    assert [one.code for one in load(path).problems] == ["AM007"]
    config = write(tmp_path / "argmap.toml", "[limits]\ntext-length = 2_000_000\n")
    assert not load(path, config=config).problems
    settings = default_settings()
    assert read_config(config).limits == settings.limits._replace(text_length=2_000_000)


def test_a_fix_keeps_to_the_limits_that_its_map_was_read_with(
    argmap: Invoke, tmp_path: Path
) -> None:
    long = "A" * (DEFAULT_LIMITS.text_length + 1)
    source = MAP.replace("The museum", long).replace("  id: lend\n", "  id: lend\n  tags: []\n")
    assert fix(source) == source
    path = write(tmp_path / "map.yaml", source)
    write(tmp_path / "argmap.toml", "[limits]\ntext-length = 2_000_000\n")
    argmap("check", str(path), "--fix")
    assert path.read_text(encoding="utf-8") == source.replace("  tags: []\n", "")


def test_the_text_of_a_source_is_bounded_as_well(argmap: Invoke, tmp_path: Path) -> None:
    path = str(write(tmp_path / "map.yaml", MAP.replace("date: 2023", "text: diary.txt")))
    write(tmp_path / "diary.txt", "word " * 100)
    assert "is larger than" not in argmap("check", path).out
    write(tmp_path / "argmap.toml", "[limits]\nbytes = 400\n")
    told = argmap("check", path).out
    assert "is larger than 400 bytes, the limit" in told
    assert "raise `limits.bytes` in the configuration" in told


def test_other_processes_and_what_is_kept_go_by_the_limits(
    argmap: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(3):
        write(tmp_path / f"{number}.yaml", MAP)
    assert "limit" not in argmap("check").out
    write(tmp_path / "argmap.toml", "[limits]\nnodes = 1\n")
    assert argmap("check").out.count("holds over 1 nodes") == 3
    assert argmap("check", "--jobs", "2", "--no-cache").out.count("holds over 1 nodes") == 3


def test_the_cache_knows_how_much_any_limit_lets_be_read() -> None:
    assert MOST_LIMITS.bytes == argmap_reads._MOST_BYTES


def test_of_a_file_too_large_for_any_limit_no_more_is_read(
    argmap: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "map.yaml", MAP)
    assert list(find_maps([str(tmp_path)])) == [str(path)]
    with recorded() as reads:
        load(path)
    (read,) = reads
    current = []
    for most in (len(MAP), len(MAP) - 1):
        monkeypatch.setattr(argmap_reads, "_MOST_BYTES", most)
        current.append(read.is_current)
    assert current == [True, False]
    monkeypatch.setattr(files, "_HEAD", 3)
    monkeypatch.setattr(files, "_MOST_SEARCHED", 3)
    assert list(find_maps([str(tmp_path)])) == []
    assert argmap("check", str(path)).code == argmap("check", str(path)).code == 0


HOSTILE = {
    "an alias bomb": "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40)),
    "many aliases": "a: &a x\nb: [" + "*a, " * 200_000 + "]\n",
    "a hundred thousand brackets": "thesis: " + "[" * 100_000,
    "a hundred thousand braces": "thesis: " + "{a: " * 100_000,
    "a hundred thousand dashes": "- " * 100_000,
    "many values": "a: [" + "x, " * 2_000_000 + "]\n",
    "many keys": "".join(f"k{number}: x\n" for number in range(1_000_000)),
    "many items": "a:\n" + "  - x\n" * 2_000_000,
    "a line of 60 MB": "argmap: 1\ntitle: " + "x" * 60_000_000 + "\n",
    "a line of 60 MB in quotes": 'argmap: 1\ntitle: "' + "x " * 30_000_000 + '"\n',
    "over the size": "x" * (DEFAULT_LIMITS.bytes + 1),
}
MOST_SECONDS, MOST_MEGABYTES = 20.0, 700
CHILD = """
import resource, sys
from argmap.cli.main import execute
code = execute(["check", "--no-cache", sys.argv[1]])
used = resource.getrusage(resource.RUSAGE_SELF)
# not what the usage tells: on Linux that counts the memory of the process that started this one
(peak,) = [line for line in open("/proc/self/status") if line.startswith("VmHWM:")]
print(used.ru_utime + used.ru_stime, peak.split()[1], file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is told in other units elsewhere")
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_end_soon_within_memory(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / "map.yaml", HOSTILE[name])
    write(tmp_path / "argmap.toml", "[limits]\nvalues = 500_000\n")  # a tenth of the usual
    command = [sys.executable, "-c", CHILD, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    assert done.returncode == 1, done.stderr[-2_000:]
    assert "limit" in done.stdout
    seconds, kilobytes = map(float, done.stderr.split()[-2:])
    assert seconds < MOST_SECONDS
    assert kilobytes < MOST_MEGABYTES * 1024
