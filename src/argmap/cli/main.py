"""The `argmap` command: its subcommands, imported when they are called."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from typing import Any, NoReturn

import click

from argmap import __version__
from argmap.diagnostics import ArgmapError

OK, FINDINGS, CANNOT_RUN, BUG, INTERRUPTED = 0, 1, 2, 3, 130
"""Exit codes: the contract of every command."""

COMMANDS = {
    "cache": "Say where results are kept, or remove them.",
    "check": "Find what is wrong and what is weak in maps.",
    "cite": "Find where words stand in a map's sources, and how to cite them.",
    "convert": "Write a map in another format.",
    "coverage": "Show how often each paragraph of a source is cited.",
    "crux": "Find the single nodes that decide the fate of the thesis.",
    "new": "Begin a map of an article.",
    "render": "Draw a map.",
    "rule": "List the rules, or explain one.",
    "schema": "Print the JSON Schema of the file format, for editors.",
    "scheme": "List the argumentation schemes, or show one.",
    "source": "Work with the texts that a map is a reading of.",
    "sources": "List the sources of a map, and who cites them.",
    "status": "Show what stands in a map, as a tree.",
    "test": "Compare maps with what their `expect` blocks assert.",
    "why": "Say why a node stands, falls or hangs.",
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called: start-up counts."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of all commands."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command's module and give its command."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"argmap.cli.{cmd_name}").command
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command named, or say which one was probably meant."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from argmap.model.messages import suggest

            near = suggest(args[0], COMMANDS)
            if near and near not in error.message:
                raise click.UsageError(f"{error.message.rstrip('.')}; {near}", ctx) from None
            raise

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="argmap %(version)s")
def main() -> None:
    """Check, evaluate and draw arguments written as YAML.

    Example: argmap check maps/nato_asia.yaml
    """


def run() -> NoReturn:
    """Run the command line as a process and leave with the exit code of the contract.

    The process ends at once: taking a large map apart object by object, and the garbage
    collector on the way, would cost as much as reading it.
    """
    gc.disable()
    # looking for plug-ins of Pydantic takes longer than a small map
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    code = execute(None)
    os._exit(code)


def execute(arguments: list[str] | None) -> int:
    """Run the command line in this process and give its exit code.

    Args:
        arguments: what stands behind `argmap`; None for those of the process.
    """
    _make_streams_safe()
    code = _run(arguments)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        _close_standard_output()
    return code


def _run(arguments: list[str] | None) -> int:
    try:
        code: Any = main.main(args=arguments, prog_name="argmap", standalone_mode=False)
    except click.exceptions.Exit as error:
        code = error.exit_code
    except SystemExit:  # click leaves so when the reader of our output has gone (EPIPE)
        _close_standard_output()
        code = OK
    except (click.Abort, KeyboardInterrupt):
        click.echo("argmap: interrupted", err=True)
        code = INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last resort: a user never sees a traceback
        code = _explain(error)
    return code if isinstance(code, int) else OK


def _explain(error: Exception) -> int:
    """Say on standard error what stopped the command, and give the exit code."""
    if isinstance(error, click.ClickException):
        from argmap.source.display import printable

        # click shows the names of options as they are
        error.message = printable(error.message)  # type: ignore[misc]  # final for its heirs
        error.show()
    elif isinstance(error, ArgmapError):
        for message, hint in error.parts:
            _complain(message, hint)
    elif isinstance(error, OSError):
        name = f"{error.filename}: " if error.filename else ""
        _complain(f"{name}{error.strerror or error}", "check the path and its permissions")
    else:
        _report_bug(error)
        return BUG
    return CANNOT_RUN


def _complain(message: str, hint: str | None) -> None:
    from argmap.source.display import printable

    click.echo(f"argmap: {printable(message)}", err=True)
    if hint:
        click.echo(f"  help: {printable(hint)}", err=True)


def _report_bug(error: Exception) -> None:
    place = ""
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        place = f"{code.co_name} in {os.path.basename(code.co_filename)}:{trace.tb_lineno}"  # noqa: PTH119 - no import for a last word
        trace = trace.tb_next
    from argmap.source.display import printable

    click.echo(
        f"argmap {__version__}: internal error: {type(error).__name__}: {printable(str(error))} "
        f"({place})\n"
        "  help: this is a bug in argmap; please report it with the map that shows it",
        err=True,
    )


def _make_streams_safe() -> None:
    """Write what the terminal's encoding lacks as escapes; write UTF-8 into files and pipes."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty():
            reconfigure(errors="backslashreplace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _close_standard_output() -> None:
    """Let nothing be written any more where the reader has gone."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - lives until exit
