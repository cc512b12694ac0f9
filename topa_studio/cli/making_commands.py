"""The commands that make what is missing, and bring home what was sent."""

from __future__ import annotations

import math
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from topa_studio.cli.work import Common


def _credits(text: str) -> float:
    """A number of credits. Raises BadParameter: it is none, or not a finite one of at least 0."""
    try:
        found = float(text)
    except ValueError:
        found = math.nan
    if math.isfinite(found) and found >= 0:
        return found
    raise click.BadParameter(f"{text} is no number of credits")


_FILM = click.option(
    "-s", "--scenario", "scenario", required=True, type=click.Path(), help="The film's YAML file."
)
_DRY_RUN = click.option("--dry-run", is_flag=True, help="Print each request; send nothing.")
_CONCURRENCY = click.option(
    "--concurrency",
    type=click.IntRange(1, 64),
    default=None,
    help="Jobs at once; without it 24, and 8 in practice.",
)


_BUDGET = click.option(
    "--budget", type=_credits, metavar="CREDITS", help="Spend no more than this."
)
_UNPRICED = click.option("--unpriced", is_flag=True, help="Send also what has no known price.")
_MOST_VARIANTS = 9
_AGAIN = click.option(
    "--again", is_flag=True, help="Generate every shot anew, also from words that have a take."
)


def add_making_commands(group: click.Group) -> None:
    """Make them commands of the program."""
    for command in (
        _run_all,
        _generate_elements,
        _upload_elements,
        _generate_scene,
        _generate_shots,
        _generate_panels,
        _download,
    ):
        group.add_command(command)


@click.command("run-all")
@_FILM
@_DRY_RUN
@_CONCURRENCY
@_BUDGET
@_AGAIN
@_UNPRICED
@click.pass_obj
def _run_all(
    common: Common,
    scenario: str,
    dry_run: bool,
    concurrency: int | None,
    budget: float | None,
    again: bool,
    unpriced: bool,
) -> None:
    """Generate everything that is missing: reference images, panels, clips.

    What the budgets of film, day and run hold is made in order; the rest is told.
    """
    from topa_studio.cli.limits import Limits
    from topa_studio.cli.work import run_all

    sys.exit(run_all(common, scenario, dry_run, concurrency, Limits(budget, again, unpriced)))


@click.command("generate-elements")
@_FILM
@_DRY_RUN
@_CONCURRENCY
@_BUDGET
@_UNPRICED
@click.pass_obj
def _generate_elements(
    common: Common,
    scenario: str,
    dry_run: bool,
    concurrency: int | None,
    budget: float | None,
    unpriced: bool,
) -> None:
    """Generate the missing reference images of all elements."""
    from topa_studio.cli.limits import Limits
    from topa_studio.cli.work import generate_elements

    limits = Limits(budget, unpriced=unpriced)
    sys.exit(generate_elements(common, scenario, dry_run, concurrency, limits))


@click.command("upload-elements")
@_FILM
@_DRY_RUN
@click.pass_obj
def _upload_elements(common: Common, scenario: str, dry_run: bool) -> None:
    """Upload the reference images, so that clips find them there."""
    from topa_studio.cli.work import upload_elements

    sys.exit(upload_elements(common, scenario, dry_run))


@click.command("generate-scene")
@click.argument("scene_id", metavar="ID")
@_FILM
@_DRY_RUN
@_CONCURRENCY
@_BUDGET
@_AGAIN
@_UNPRICED
@click.pass_obj
def _generate_scene(
    common: Common,
    scene_id: str,
    scenario: str,
    dry_run: bool,
    concurrency: int | None,
    budget: float | None,
    again: bool,
    unpriced: bool,
) -> None:
    """Generate the missing shots of the scene with this ID."""
    from topa_studio.cli.limits import Limits
    from topa_studio.cli.work import generate_scene

    limits = Limits(budget, again, unpriced)
    sys.exit(generate_scene(common, scenario, scene_id, dry_run, concurrency, limits))


@click.command("generate-shots")
@click.argument("shots", metavar="SHOT...", nargs=-1, required=True)
@_FILM
@click.option(
    "--variants",
    type=click.IntRange(2, _MOST_VARIANTS),
    default=None,
    help="So many new takes of each from the very same request, all or none of a shot.",
)
@_DRY_RUN
@_CONCURRENCY
@_BUDGET
@_AGAIN
@_UNPRICED
@click.pass_obj
def _generate_shots(
    common: Common,
    shots: tuple[str, ...],
    scenario: str,
    variants: int | None,
    dry_run: bool,
    concurrency: int | None,
    budget: float | None,
    again: bool,
    unpriced: bool,
) -> None:
    """Generate the shots that are named, each a SHOT like 2/3; the price of all is told first.

    Given again, --variants makes as many more. What is accepted is left as it is.
    """
    from topa_studio.cli.limits import Limits
    from topa_studio.cli.shots import generate_shots

    limits, count = Limits(budget, again, unpriced), variants or 0
    sys.exit(generate_shots(common, scenario, shots, count, dry_run, concurrency, limits))


@click.command("generate-panels")
@_FILM
@click.option("--scene", "scene_id", metavar="ID", help="Of one scene alone.")
@_DRY_RUN
@_CONCURRENCY
@_BUDGET
@_UNPRICED
@click.pass_obj
def _generate_panels(
    common: Common,
    scenario: str,
    scene_id: str | None,
    dry_run: bool,
    concurrency: int | None,
    budget: float | None,
    unpriced: bool,
) -> None:
    """Generate a still picture of each shot that has neither a panel nor a clip."""
    from topa_studio.cli.limits import Limits
    from topa_studio.cli.work import generate_panels

    limits = Limits(budget, unpriced=unpriced)
    sys.exit(generate_panels(common, scenario, scene_id, dry_run, concurrency, limits))


@click.command("download")
@_FILM
@_DRY_RUN
@click.pass_obj
def _download(common: Common, scenario: str, dry_run: bool) -> None:
    """Bring home what was sent before; nothing new is sent."""
    from topa_studio.cli.work import download

    sys.exit(download(common, scenario, dry_run))
