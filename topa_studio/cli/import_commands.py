"""The command that makes a film of a script, boards or pictures, and brings a script again."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from topa_studio.cli.work import Common


def add_import_commands(group: click.Group) -> None:
    """Make them commands of the program."""
    group.add_command(_import)


@click.command("import")
@click.argument("file", type=click.Path())
@click.option("-o", "--out", "folder", type=click.Path(), help="The new film's folder.")
@click.option(
    "-s", "--scenario", "scenario", type=click.Path(), help="The film that the script is of."
)
@click.option(
    "--shots",
    "each",
    type=click.Choice(["paragraph", "sentence"]),
    default=None,
    help="A shot for each paragraph (the default) or sentence.",
)
@click.option("--title", help="The film's title.")
@click.option(
    "--ratio", type=click.Choice(["16:9", "9:16", "1:1"]), help="The picture's shape, 16:9 usually."
)
@click.option("--no-characters", is_flag=True, help="Characters stay plain words.")
@click.option("--no-places", is_flag=True, help="Places stay plain words.")
@click.option("--no-captions", is_flag=True, help="Spoken lines do not become captions.")
@click.option("--element", "made", multiple=True, metavar="NAME", help="Make NAME an element.")
@click.option("--plain", "plain", multiple=True, metavar="NAME", help="NAME stays a plain word.")
@click.option("--dry-run", is_flag=True, help="Show what would come; write nothing.")
@click.option("--yes", is_flag=True, help="With -s: bring the changes without asking.")
@click.pass_obj
def _import(
    common: Common,
    /,
    file: str,
    folder: str | None,
    scenario: str | None,
    each: str | None,
    title: str | None,
    ratio: str | None,
    no_characters: bool,
    no_places: bool,
    no_captions: bool,
    made: tuple[str, ...],
    plain: tuple[str, ...],
    dry_run: bool,
    yes: bool,
) -> None:
    """Make a film of FILE, or bring a changed script into a film.

    FILE is a script (Fountain, Final Draft, Markdown, plain text), a Storyboarder project, or a
    folder of pictures or clips. With -o a new film is made in that folder; with -s what changed in
    the script is brought into the film, as one step that edit undo takes back.
    """
    from topa_studio.cli.importing import Wanted, import_again, import_film

    if scenario is not None and folder is None:
        sys.exit(import_again(common, file, scenario, dry_run=dry_run, sure=yes))
    wanted = Wanted(
        each=each or "paragraph",
        title=title,
        ratio=ratio,
        characters=not no_characters,
        places=not no_places,
        captions=not no_captions,
        made=made,
        plain=plain,
    )
    both = scenario is not None
    sys.exit(import_film(file, None if both else folder, wanted, dry_run=dry_run))
