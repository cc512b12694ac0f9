"""Every command and its options; what a command needs is imported when it runs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from topa_studio import __version__
from topa_studio.cli.export_commands import add_export_commands
from topa_studio.cli.job_commands import add_job_commands
from topa_studio.cli.making_commands import add_making_commands


@dataclass(frozen=True, slots=True)
class Window:
    """What a front with a window does; the command line itself never imports one.

    Attributes:
        open: (film or None, practice, settings file or None) -> exit code.
        picture: (film, practice, PNG to write) -> exit code.
    """

    open: Callable[[str | None, bool, str | None], int]
    picture: Callable[[str, bool, str], int]


_FILM = click.option(
    "-s", "--scenario", "scenario", required=True, type=click.Path(), help="The film's YAML file."
)


@dataclass(frozen=True, slots=True)
class Common:
    """What stands before the command."""

    verbose: bool
    config: str | None
    practice: bool
    allow_outside: bool
    window: Window


class _Commands(click.Group):
    """All commands; a film's file or folder alone is opened, as by every other program."""

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Look the command up. Raises UsageError: there is none."""
        if self.get_command(context, args[0]) is None and Path(args[0]).exists():
            args = ["open", *args]
        return super().resolve_command(context, args)


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Without a command the window opens.",
)
@click.version_option(__version__, prog_name="topa-studio")
@click.option("-v", "--verbose", is_flag=True, help="Tell every step in the log.")
@click.option("-c", "--config", type=click.Path(), help="Settings instead of <film>/config.yaml.")
@click.option("--practice", is_flag=True, help="Use the practice service: no key, no money.")
@click.option(
    "--allow-outside",
    is_flag=True,
    help="Let the film use folders and pictures outside its own folder.",
)
@click.pass_context
def _group(
    context: click.Context, verbose: bool, config: str | None, practice: bool, allow_outside: bool
) -> None:
    """Make a film from a storyboard: scenes and shots in one YAML file, clips by Kling 3.0."""
    from topa_studio.cli.log import set_up_log

    set_up_log(verbose)
    context.obj = Common(verbose, config, practice, allow_outside, context.obj)
    if context.invoked_subcommand is None:
        _window(context.obj, None)


add_making_commands(_group)
add_job_commands(_group)
add_export_commands(_group)


def build(window: Window) -> Callable[..., None]:
    """The whole program, to be called with its name."""

    def program(prog_name: str) -> None:
        from topa_studio.cli.ending import told

        told(lambda: _group(prog_name=prog_name, obj=window, standalone_mode=False))

    return program


def _window(common: Common, scenario: str | None) -> None:
    from topa_studio.cli.screen import has_screen
    from topa_studio.cli.without_screen import make_practice_film

    if has_screen():
        sys.exit(common.window.open(scenario, common.practice, common.config))
    sys.exit(make_practice_film(scenario))


@_group.command("open")
@click.argument("film", required=False, type=click.Path())
@click.option("-s", "--scenario", "scenario", type=click.Path(), help="The film's YAML file.")
@click.pass_obj
def _open(common: Common, film: str | None, scenario: str | None) -> None:
    """Open the window on FILM."""
    _window(common, film or scenario)


@_group.command("picture")
@_FILM
@click.argument("target", type=click.Path())
@click.pass_obj
def _picture(common: Common, scenario: str, target: str) -> None:
    """Save a picture of the window with the film to TARGET (a PNG); no screen is needed."""
    sys.exit(common.window.picture(scenario, common.practice, target))


@_group.command("status")
@_FILM
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of a table.")
@click.pass_obj
def _status(common: Common, scenario: str, as_json: bool) -> None:
    """Tell how far each element and shot is."""
    from topa_studio.cli.status import status

    sys.exit(status(common, scenario, as_json))


@_group.command("check")
@_FILM
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")
@click.pass_obj
def _check(common: Common, scenario: str, as_json: bool) -> None:
    """Read the film's file and tell every mistake with its line."""
    from topa_studio.cli.check import check

    sys.exit(check(common, scenario, as_json))


@_group.command("edit", context_settings={"ignore_unknown_options": True})
@_FILM
@click.option("--dry-run", is_flag=True, help="Print the difference; write nothing.")
@click.argument("words", nargs=-1, required=True, type=click.UNPROCESSED)
@click.pass_obj
def _edit(common: Common, scenario: str, dry_run: bool, words: tuple[str, ...]) -> None:
    """Change the film's file; only the lines that must change are written.

    \b
    set TARGET FIELD VALUE        unset TARGET FIELD
    move TARGET --before|--after|--into TARGET
    add shot SCENE PROMPT         add scene TITLE
    add element NAME KIND DESCRIPTION
    delete TARGET                 duplicate TARGET
    split SHOT SECONDS            merge SHOT SHOT
    rename-element OLD NEW        undo, redo

    A TARGET is 2 (a scene), 2/3 (a shot, by ids), @Topa (an element) or film.
    """
    from topa_studio.cli.edit import edit

    sys.exit(edit(scenario, words, dry_run, allow_outside=common.allow_outside))


@_group.command("takes", context_settings={"ignore_unknown_options": True})
@_FILM
@click.option("--panels", is_flag=True, help="Panels instead of takes.")
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
@click.pass_obj
def _takes(common: Common, scenario: str, panels: bool, words: tuple[str, ...]) -> None:
    """List the takes, or say which are chosen, liked, rejected, thrown away.

    \b
    choose SHOT NUMBER            note SHOT NUMBER TEXT
    star SHOT NUMBER...           unstar SHOT NUMBER...
    reject SHOT NUMBER...         unreject SHOT NUMBER...
    trash SHOT NUMBER...          restore SHOT NUMBER...
    bring SHOT FILE

    A SHOT is 2/3, by ids. Files of takes are never deleted; edit undo takes the last step back.
    """
    from topa_studio.cli.takes import takes

    sys.exit(takes(common, scenario, words, panels))


@_group.command("key", context_settings={"ignore_unknown_options": True})
@click.argument("act", type=click.Choice(["set", "test", "forget", "status"]))
@click.option(
    "--where",
    type=click.Choice(["keyring", "file"]),
    default="keyring",
    show_default=True,
    help="Where it is kept: the system's keyring, or a file that only you can read.",
)
@click.option("--no-test", "untried", is_flag=True, help="Keep it without asking KIE first.")
@click.argument("words", nargs=-1, type=click.UNPROCESSED, metavar="")
@click.pass_obj
def _key(common: Common, act: str, where: str, untried: bool, words: tuple[str, ...]) -> None:
    """Keep the KIE API key: set, test, forget, or tell where it is.

    It is asked for without being shown, or read from standard input; it is no argument.
    """
    from topa_studio.cli.key import key

    sys.exit(key(act, common.config, words, where, not untried))


@_group.command("merge-driver")
@click.argument("base", type=click.Path())
@click.argument("ours", type=click.Path())
@click.argument("theirs", type=click.Path())
def _merge_driver(base: str, ours: str, theirs: str) -> None:
    """Merge two versions of a film by shot and field, for git: OURS becomes the merge.

    Set it up once with: git config merge.topa.driver "topa-studio merge-driver %O %A %B"
    and the line "scenario.yaml merge=topa" in .gitattributes.
    """
    from topa_studio.cli.merge_driver import merge_driver

    sys.exit(merge_driver(base, ours, theirs))


@_group.command("practice-service")
@click.option("--host", default="127.0.0.1", show_default=True, help="An address of this computer.")
@click.option("--port", default=0, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option("--ledger", type=click.Path(), help="Write what was charged to this file.")
@click.option("--speed", default=1.0, show_default=True, help="Divide working times by this.")
@click.option("--credits", "account", default=10_000.0, show_default=True, help="On the account.")
@click.option("--faults", type=click.Path(exists=True), help="Rules of what shall go wrong.")
@click.option("--key", help="The one key that is accepted (any, if not given).")
@click.option("--until-stdin-closes", is_flag=True, help="End when standard input closes.")
def _practice_service(
    host: str,
    port: int,
    ledger: str | None,
    speed: float,
    account: float,
    faults: str | None,
    key: str | None,
    until_stdin_closes: bool,
) -> None:
    """Run the local stand-in for KIE: it draws pictures and clips, and costs nothing."""
    from pathlib import Path

    from topa_studio.practice.options import Options
    from topa_studio.practice.service import main as serve

    options = Options(
        host=host,
        port=port,
        ledger=None if ledger is None else Path(ledger),
        speed=speed,
        credits=account,
        faults=None if faults is None else Path(faults),
        key=key,
        parent_pipe=until_stdin_closes,
    )
    sys.exit(serve(options))
