"""The commands that write the film to give away, and take scripts, captions and cuts in."""

from __future__ import annotations

import math
import sys
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from topa_studio.cli.work import Common


def _finite(
    _context: click.Context, _option: click.Parameter, number: float | None
) -> float | None:
    if number is not None and not math.isfinite(number):
        raise click.BadParameter(f"{number} is no number of frames")
    return number


_FILM = click.option(
    "-s", "--scenario", "scenario", required=True, type=click.Path(), help="The film's YAML file."
)
_REPLACE = click.option("--replace", is_flag=True, help="Replace a file that is there.")
_OPTIONS = (
    _FILM,
    click.option(
        "-o", "--out", "target", required=True, type=click.Path(), help="The MP4 to write."
    ),
    click.option("--scene", metavar="ID", help="Only the scene with this ID."),
    click.option(
        "--size", type=click.Choice(["720p", "1080p", "4k", "film"]), default="1080p",
        show_default=True, help="The picture's size; film: as most clips are.",
    ),
    click.option(
        "--fps", type=click.FloatRange(1, 240), callback=_finite,
        help="Frames a second instead of the film's.",
    ),
    click.option(
        "--captions", type=click.Choice(["none", "burnt", "track", "file"]),
        help="In the picture, as a track of the file, or in a file beside it.",
    ),
    click.option("--numbers", is_flag=True, help="Write each shot's number into the picture."),
    click.option("--loudness", is_flag=True, help="As loud as films on the web, -14 LUFS."),
    click.option("--leave-out", is_flag=True, help="Leave out shots without a readable clip."),
    _REPLACE,
)  # fmt: skip


def add_export_commands(group: click.Group) -> None:
    """Make them commands of the program."""
    group.add_command(export_group)
    group.add_command(_captions)
    group.add_command(_comments)
    group.add_command(_import)
    group.add_command(_conform)


@click.group("export")
def export_group() -> None:
    """Write the film, its captions, cut list or paper of it, to give away."""


def _with_options(command: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@export_group.command("film")
@_with_options
@click.pass_obj
def _film(common: Common, /, scenario: str, target: str, **given: Any) -> None:  # noqa: ANN401
    """Write the film as an MP4: clips as they are cut, with sound.

    Where a shot has no clip its panel is shown, else a slate.
    """
    from topa_studio.cli.export import export

    sys.exit(export(common, "film", scenario, target, **given))


@export_group.command("animatic")
@_with_options
@click.pass_obj
def _animatic(common: Common, /, scenario: str, target: str, **given: Any) -> None:  # noqa: ANN401
    """Write the film as it stands, with numbers, seconds and words in the picture."""
    from topa_studio.cli.export import export

    sys.exit(export(common, "animatic", scenario, target, **given))


_SCENE = click.option("--scene", metavar="ID", help="Only the scene with this ID.")
_ON_PAPER: dict[str, tuple[str, str, tuple[Callable[..., Any], ...]]] = {
    "pdf": (
        "Write the storyboard as a PDF: pictures with their words.",
        "The PDF to write.",
        (
            click.option(
                "--each", type=click.IntRange(1, 12), default=6, show_default=True,
                help="Shots a page.",
            ),
            click.option(
                "--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True,
                help="How large a page is.",
            ),
        ),
    ),
    "shotlist": (
        "Write the shot list as a workbook with pictures, or as CSV.",
        "The .xlsx or .csv to write.",
        (click.option("--columns", metavar="NAMES", help="Its columns, with commas between."),),
    ),
    "contact": (
        "Write contact sheets: every shot small, as one PNG or several.", "The PNG to write.", (),
    ),
    "review": (
        "Write one page to look at the film and comment on it, without a network.",
        "The HTML to write.",
        (),
    ),
}  # fmt: skip


def _add_paper(kind: str, help_words: str, out: str, more: tuple[Callable[..., Any], ...]) -> None:
    @click.pass_obj
    def _export(common: Common, /, scenario: str, target: str, **given: Any) -> None:  # noqa: ANN401
        from topa_studio.cli.paper import export_paper

        sys.exit(export_paper(common, kind, scenario, target, **given))

    where = click.option("-o", "--out", "target", required=True, type=click.Path(), help=out)
    command = _export
    for option in reversed((_FILM, where, *more, _SCENE, _REPLACE)):
        command = option(command)
    export_group.command(kind, help=help_words)(command)


for _kind, _words in _ON_PAPER.items():
    _add_paper(_kind, *_words)


def _add_subtitles(kind: str, name: str) -> None:
    @export_group.command(kind, help=f"Write the film's captions as {name} subtitles.")
    @_FILM
    @click.option("-o", "--out", "out", required=True, type=click.Path(), help="The file to write.")
    @_REPLACE
    @click.pass_obj
    def _export(common: Common, /, scenario: str, out: str, replace: bool) -> None:
        from topa_studio.cli.subtitles import export_subtitles

        sys.exit(export_subtitles(common, kind, scenario, out, replace=replace))


_add_subtitles("srt", "SubRip")
_add_subtitles("vtt", "WebVTT")


@export_group.command("fountain")
@_FILM
@click.option("-o", "--out", "out", required=True, type=click.Path(), help="The file to write.")
@_REPLACE
@click.pass_obj
def _fountain(common: Common, /, scenario: str, out: str, replace: bool) -> None:
    """Write the film as a Fountain script: scenes, what is seen, what is said, notes."""
    from topa_studio.cli.fountain import export_fountain

    sys.exit(export_fountain(common, scenario, out, replace=replace))


def _add_interchange(kind: str, name: str) -> None:
    @export_group.command(kind, help=f"Write the film's cut list as {name}, for editing programs.")
    @_FILM
    @click.option("-o", "--out", "out", required=True, type=click.Path(), help="The file to write.")
    @click.option(
        "--collect", metavar="DIR", type=click.Path(), help="Copy all media that it needs there."
    )
    @click.option("--update", is_flag=True, help="Write an earlier export of the film anew.")
    @click.pass_obj
    def _export(
        common: Common, /, scenario: str, out: str, collect: str | None, update: bool
    ) -> None:
        from topa_studio.cli.interchange import hand_over

        sys.exit(hand_over(common, kind, scenario, out, collect, update=update))


_add_interchange("otio", "OpenTimelineIO")
_add_interchange("fcpxml", "FCPXML")
_add_interchange("fcp7", "Final Cut Pro 7 XML")
_add_interchange("edl", "an EDL")


@click.command("conform")
@click.argument("file", type=click.Path())
@_FILM
@click.option("--dry-run", is_flag=True, help="Tell what would change; change nothing.")
@click.pass_obj
def _conform(common: Common, /, file: str, scenario: str, dry_run: bool) -> None:
    """Bring a cut from an editing program back: order, trims, deletions, dissolves.

    FILE is an .otio, FCPXML, Final Cut Pro 7 XML or EDL file. What is deleted goes to the trash,
    and edit undo takes all of it back.
    """
    from topa_studio.cli.interchange import conform

    sys.exit(conform(common, file, scenario, dry_run=dry_run))


@click.command("captions")
@click.argument("file", type=click.Path())
@_FILM
@click.option("--replace", is_flag=True, help="Let the captions that the film has go.")
@click.pass_obj
def _captions(common: Common, /, file: str, scenario: str, replace: bool) -> None:
    """Put the lines of an SRT or WebVTT FILE into the film, each into the shot it begins in."""
    from topa_studio.cli.subtitles import captions

    sys.exit(captions(common, file, scenario, replace=replace))


@click.command("comments")
@click.argument("file", type=click.Path())
@_FILM
@click.option("--other-film", is_flag=True, help="Take comments on another film, too.")
@click.pass_obj
def _comments(common: Common, /, file: str, scenario: str, other_film: bool) -> None:
    """Pin the comments in FILE, which a review page saved, on the film's shots."""
    from topa_studio.cli.comments import comments

    sys.exit(comments(common, file, scenario, other_film=other_film))


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
