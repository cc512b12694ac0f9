"""The commands about captions; what they need is imported when they run."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from topa_studio.cli.work import Common


def add_subtitle_commands(group: click.Group) -> None:
    """Join them to all the others."""
    for command in (_captions, _export):
        group.add_command(command)


_FILM = click.option(
    "-s", "--scenario", "scenario", required=True, type=click.Path(), help="The film's YAML file."
)


@click.command("captions")
@click.argument("file", type=click.Path())
@_FILM
@click.option("--replace", is_flag=True, help="Let the captions that the film has go.")
@click.pass_obj
def _captions(common: Common, file: str, scenario: str, replace: bool) -> None:
    """Put the lines of an SRT or WebVTT FILE into the film, each into the shot it begins in."""
    from topa_studio.cli.subtitles import captions

    sys.exit(captions(common, file, scenario, replace=replace))


@click.command("export")
@click.argument("kind", type=click.Choice(["srt", "vtt"]))
@_FILM
@click.option("-o", "--out", "out", required=True, type=click.Path(), help="The file to write.")
@click.option("--replace", is_flag=True, help="Write over a file that is there.")
@click.pass_obj
def _export(common: Common, kind: str, scenario: str, out: str, replace: bool) -> None:
    """Write the film's captions as subtitles: srt or vtt."""
    from topa_studio.cli.subtitles import export_subtitles

    sys.exit(export_subtitles(common, kind, scenario, out, replace=replace))
