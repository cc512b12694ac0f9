"""The commands about jobs and their options; what a command needs is imported when it runs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from topa_studio.cli.work import Common

_FILM = click.option(
    "-s", "--scenario", "scenario", required=True, type=click.Path(), help="The film's YAML file."
)


def add_job_commands(group: click.Group) -> None:
    """Make them commands of the program."""
    for command in (_jobs, _retry, _adopt, _forget, _take_over, _rebuild, _costs, _budget):
        group.add_command(command)


@click.command("jobs")
@_FILM
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")
@click.option(
    "--look-again", "again", is_flag=True, help="First ask for what is paid and held; it is free."
)
@click.pass_obj
def _jobs(common: Common, scenario: str, as_json: bool, again: bool) -> None:
    """List what was sent and is not here yet, and what needs you."""
    from topa_studio.cli.jobs import jobs

    sys.exit(jobs(common, scenario, as_json, again))


@click.command("retry")
@click.argument("shot")
@_FILM
@click.option("--sure", is_flag=True, help="Take its result, whatever the service says it is.")
@click.pass_obj
def _retry(common: Common, shot: str, scenario: str, sure: bool) -> None:
    """Try again what went wrong with SHOT (2/3, or @Topa): fetch it, or send it again.

    What is paid for and held is only looked at once more; that is free.
    """
    from topa_studio.cli.jobs import retry

    sys.exit(retry(common, scenario, shot, sure))


@click.command("adopt")
@click.argument("task_id")
@click.argument("shot")
@_FILM
@click.option("--sure", is_flag=True, help="Take it also where it cannot be proven.")
@click.pass_obj
def _adopt(common: Common, task_id: str, shot: str, scenario: str, sure: bool) -> None:
    """Say that the lost answer of SHOT is the task TASK_ID of the service's log; it costs nothing.

    What the service tells of that task must be what was sent for SHOT (2/3, or @Topa).
    """
    from topa_studio.cli.jobs import adopt

    sys.exit(adopt(common, scenario, task_id, shot, sure))


@click.command("forget")
@click.argument("shot")
@_FILM
@click.option("--not-charged", is_flag=True, help="The service did not charge it.")
@click.pass_obj
def _forget(common: Common, shot: str, scenario: str, not_charged: bool) -> None:
    """Leave the lost answer of SHOT (2/3, or @Topa); it counts as spent all the same."""
    from topa_studio.cli.jobs import forget

    sys.exit(forget(common, scenario, shot, not_charged))


@click.command("take-over")
@click.argument("shot")
@_FILM
@click.pass_obj
def _take_over(common: Common, shot: str, scenario: str) -> None:
    """Let the clips of a film that lay in this folder before count for SHOT (2/3), too."""
    from topa_studio.cli.jobs import take_over

    sys.exit(take_over(common, scenario, shot))


@click.command("rebuild")
@_FILM
@click.pass_obj
def _rebuild(common: Common, scenario: str) -> None:
    """Build the record of what was made anew, from receipts and notes; the old one is kept."""
    from topa_studio.cli.jobs import rebuild

    sys.exit(rebuild(common, scenario))


@click.command("costs")
@_FILM
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of a table.")
@click.pass_obj
def _costs(common: Common, scenario: str, as_json: bool) -> None:
    """Tell where the film's credits went: by scene, by element, unused takes, unknown."""
    from topa_studio.cli.costs import costs

    sys.exit(costs(common, scenario, as_json))


@click.command("budget")
@click.option("--day", metavar="CREDITS|none", help="Set what all films may spend a day.")
def _budget(day: str | None) -> None:
    """Tell, or set, how many credits may be spent a day over all films."""
    from topa_studio.cli.budget import budget

    sys.exit(budget(day))
