"""File names of every system: those that users choose, and those that argmap makes up."""

from __future__ import annotations

import ast
import re
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.app.files import portable_name
from argmap.app.split import slug
from tests.conftest import ROOT, TABLET, Invoke

FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def _is_taken_by_windows(name: str) -> bool:
    """Tell by the rules that Microsoft gives in «Naming Files, Paths, and Namespaces»."""
    first = name.partition(".")[0].rstrip(" ").upper()
    devices = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
    devices |= {f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789¹²³"}
    return (
        name != ""
        and FORBIDDEN.search(name) is None
        and name[-1] not in " ."
        and first not in devices
        and len(name.encode()) <= 255
    )


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("essay", "essay"),
        ("Café 2", "Café 2"),
        ("a.b", "a.b"),
        ("console", "console"),
        ("con", "con-1143da2b"),
        ("CON.x", "CON-x-047619f5"),
        ("nul.tar", "nul-tar-db6f542d"),
        ("com¹", "com¹-bdcbdc69"),
        ("lpt9 ", "lpt9-"),
        ("aux .x", "aux -x-"),
        ("a:b", "a-b-6783a31e"),
        ("../../a", "----a-"),
        ("a/b\\c", "a-b-c-"),
        ('<>"|?*', "--"),
        ("x.", "x-c92f00b1"),
        ("x ", "x-2ac3e029"),
        ("~root", "root-"),
        (".git", "git-"),
        ("..", "5ec1f7e7"),
        ("", "e3b0c442"),
        ("a\tb\x00", "a-b--"),
        ("\ud800", "91a681b9"),
        ("語" * 200, "語" * 50 + "-"),
    ],
    ids=ascii,
)
def test_a_name_that_is_made_up_is_one_on_every_system(words: str, name: str) -> None:
    made = portable_name(words)
    assert made.startswith(name)
    assert _is_taken_by_windows(f"{made}.fingerprint.json")
    assert _is_taken_by_windows(made)


@given(words=st.text(max_size=30), others=st.text(max_size=30))
def test_names_that_are_made_up_are_told_apart(words: str, others: str) -> None:
    assert _is_taken_by_windows(portable_name(words))
    assert _is_taken_by_windows(f"map-01-{slug(words)}.svg")
    assert (words == others) == (portable_name(words) == portable_name(others))


@pytest.mark.parametrize("source", ["con", "COM1", "aux.b", "nul.", "s" * 300])
def test_a_fingerprint_is_named_so_that_every_system_takes_it(
    argmap: Invoke, tmp_path: Path, source: str
) -> None:
    path = tmp_path / "map.yaml"
    named = f'sources:\n  "{source}": {{title: T, date: 2023, text: text.txt}}\n'
    path.write_text(f"argmap: 1\ntitle: T\n{named}thesis:\n  claim: A.\n", encoding="utf-8")
    (tmp_path / "text.txt").write_text("It runs.\n", encoding="utf-8")
    before = {entry.name for entry in tmp_path.iterdir()}
    assert argmap("source", "lock", str(path)).code == 0
    (made,) = {entry.name for entry in tmp_path.iterdir()} - before
    assert _is_taken_by_windows(made)
    assert argmap("source", "lock", "--check", str(path)).code == 0


NAMES = {
    "spaces": "a map of it.yaml",
    "composed": unicodedata.normalize("NFC", "Café é.yaml"),
    "decomposed": unicodedata.normalize("NFD", "Café é.yaml"),
    "other scripts": "地図 карта.yaml",
    "a dash": "-map.yaml",
    "signs of the shell": "a'b $x;&(c).yaml",
    "as long as can be": "n" * 250 + ".yaml",
    "more dots": "a.b..c.yaml",
}
COMMANDS = (
    ("check", "--no-cache"),
    ("check", "--fix"),
    ("check",),
    ("test",),
    ("status",),
    ("why", "thesis"),
    ("crux",),
    ("convert", "--to", "json"),
    ("render", "-o", "-"),
    ("render", "-o", "out put/é.svg"),
    ("sources",),
    ("source", "lock", "--check"),
    ("cite", "walked past"),
    ("coverage",),
)


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_every_command_takes_every_name(
    argmap: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    text = TABLET.replace("survey: {", "survey: {text: 'the text é.txt', ")
    for path in (Path("map.yaml"), Path(name)):
        path.write_text(text, encoding="utf-8")
    Path("the text é.txt").write_text("Many walked past it.\n", encoding="utf-8")
    for command, *more in COMMANDS:
        group = [command, more.pop(0)] if command == "source" else [command]
        arguments = more if command in {"why", "cite"} else []
        options = [] if arguments else more
        usual = argmap(*group, *options, "--", "map.yaml", *arguments)
        found = argmap(*group, *options, "--", name, *arguments)
        assert found.code == usual.code, (command, found.err)
        assert found.code != 3
        assert found.out.replace(name, "map.yaml") == usual.out
        assert "Traceback" not in found.err


@pytest.mark.skipif(sys.platform == "win32", reason="not to be written there")
@pytest.mark.parametrize("name", ["con.yaml", "aux.yaml", "a:b.yaml", "what?.yaml", "end. .yaml"])
def test_names_that_windows_refuses_are_taken_elsewhere(
    argmap: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(TABLET, encoding="utf-8")
    assert f"{name}:11:" in argmap("check", name).out
    assert argmap("render", name).code == 0
    assert Path("output", name).with_suffix(".svg").is_file()


POSIX_ONLY = re.compile(
    r"\bos\.(?:fork\w*|[gs]et(?:e|res|re)?[ug]id|getgroups|getpgid|setsid|chown|lchown|fchown|fchmod"
    r"|chroot|mkfifo|mknod|uname|nice|getpriority|setpriority|wait\w*|killpg|sysconf|statvfs"
    r"|sched_\w+|pipe2|openpty|getloadavg|O_(?:NOFOLLOW|NONBLOCK|CLOEXEC|DIRECTORY))\b"
    r"|\bsignal\.(?:SIG(?:KILL|HUP|ALRM|CHLD|USR[12]|PIPE|QUIT|STOP|TSTP|WINCH)|alarm|setitimer|pause)\b"
)
POSIX_MODULES = {
    *("fcntl", "pwd", "grp", "resource", "termios", "tty", "pty", "posix", "syslog", "readline"),
    *("curses", "crypt", "spwd"),
}
GUARD = re.compile(r"hasattr\(|sys\.platform|os\.name")
SOURCES = sorted((ROOT / "src").rglob("*.py"))


def _unguarded(source: str) -> list[str]:
    """Give what only POSIX has, outside an `if` that asks for the system or for the name."""
    tree = ast.parse(source)
    guarded: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and GUARD.search(ast.unparse(node.test)):
            guarded |= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    found = []
    for node in ast.walk(tree):
        said = ""
        if isinstance(node, ast.Attribute) and POSIX_ONLY.fullmatch(ast.unparse(node)):
            said = ast.unparse(node)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            module = getattr(node, "module", None)
            names = [module] if module else [alias.name for alias in node.names]
            said = " ".join(sorted(POSIX_MODULES & {name.partition(".")[0] for name in names}))
        if said and getattr(node, "lineno", 0) not in guarded:
            found.append(said)
    return found


def test_nothing_is_called_that_only_posix_has() -> None:
    found = {
        path.name: calls
        for path in SOURCES
        if (calls := _unguarded(path.read_text(encoding="utf-8")))
    }
    assert len(SOURCES) > 300
    assert found == {}


def test_what_only_posix_has_is_found_where_it_is_unguarded() -> None:
    source = "import os, fcntl\nos.fork()\nif hasattr(os, 'nice'):\n    os.nice(1)\nos.umask(0)\n"
    assert _unguarded(source) == ["fcntl", "os.fork"]
    assert _unguarded("import signal\nsignal.SIGKILL\nfrom resource import getrusage\n") == [
        "resource",
        "signal.SIGKILL",
    ]
    assert _unguarded("if sys.platform != 'win32':\n    import pwd\n") == []
