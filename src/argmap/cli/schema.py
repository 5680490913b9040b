"""`argmap schema`."""

from __future__ import annotations

import json

import click

from argmap.model.schema import build_schema


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of the file format, for editors.

    Example: argmap schema > argmap.schema.json
    """
    click.echo(json.dumps(build_schema(), indent=2))
