"""`edit`: one change of a film's file from the command line, by the window's own edits."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from pathlib import Path

from topa_studio.app.opening import Opening
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import DocumentError, ProjectError
from topa_studio.cli.edit_words import EditRefused, checked, edits_of
from topa_studio.cli.ending import MADE, NOT_ALL
from topa_studio.cli.film import opened, run
from topa_studio.cli.printing import tell
from topa_studio.document.edits import Edit, ElementTarget, SetField, ShotTarget, Target
from topa_studio.document.reading.findings import describe, fresh
from topa_studio.model.problem import Problem, Severity


def edit(scenario: str, words: Sequence[str], dry_run: bool, *, allow_outside: bool = False) -> int:
    """Do what `words` say ("set 2/3 duration 7"); with `dry_run` only print the difference."""

    async def work() -> int:
        how = Opening(
            what="edit",
            must_write=not dry_run,
            look_only=dry_run,
            allow_outside=allow_outside,
        )
        async with opened(Path(scenario), how) as session:
            try:
                await _perform(session, words, dry_run)
            except (DocumentError, EditRefused) as error:
                tell(f"Error: {error}", err=True)
                return NOT_ALL
            if not dry_run:
                await _save(session, words[0])
        return MADE

    try:
        return run(work)
    except ProjectError as error:
        if error.code != "project.held":
            raise
        raise ProjectError("project.edit-held", **error.params) from error


async def _save(session: ProjectSession, verb: str) -> None:
    """Write the file; an edit that cannot be written is none, also for whoever opens it next.

    Raises:
        ProjectError: it cannot be written.
    """
    try:
        await session.save()
    except OSError as error:
        await (session.redo if verb == "undo" else session.undo)()
        path, reason = str(session.file), error.strerror or str(error)
        raise ProjectError("project.edit-not-saved", path=path, reason=reason) from error


async def _perform(session: ProjectSession, words: Sequence[str], dry_run: bool) -> None:
    """Make the edit, or with `dry_run` only show it.

    Raises:
        DocumentError, EditRefused: it cannot be made; nothing is changed.
        ProjectError: the words are no edit.
    """
    verb, *rest = words
    document = session.document
    before, known = document.text, document.problems
    if (verb, rest) in (("undo", []), ("redo", [])):
        if dry_run:
            raise ProjectError("project.no-dry-undo", verb=verb)
        act = session.undo if verb == "undo" else session.redo
        await act()
        _print_difference(before, document.text, document.path.name)
        _print_new(fresh(known, document.problems))
        return
    edits = edits_of(document.scenario, verb, rest)
    checked(edits, document.basis().reading.node)
    label = f"{verb.capitalize()} {rest[0]}" if rest else verb.capitalize()
    step = document.prepare(label, edits)
    problems = fresh(known, step.state.problems if step else known)
    wrong = [p for p in problems if p.severity is Severity.ERROR and _is_of(p, edits)]
    if dry_run or not wrong:
        after = step.state.draft.text.replace("\r\n", "\n") if step else before
        _print_difference(before, after, document.path.name)
    if wrong:
        raise EditRefused("project.edit-wrong", problem="; ".join(map(describe, wrong)))
    if not dry_run:
        # The step is the one that was looked at: the file has not changed since.
        document.commit(step)
    _print_new(problems)


def _is_of(problem: Problem, edits: Sequence[Edit]) -> bool:
    """Whether a value that was set is what the problem tells of."""
    return any(
        isinstance(made, SetField) and _names(problem, made.target, made.field) for made in edits
    )


def _names(problem: Problem, target: Target, field: str) -> bool:
    match target:
        case ShotTarget() if field == "key":
            # It is told of the other shot that has the key.
            return True
        case ShotTarget(key):
            return problem.shot == key
        case ElementTarget(name):
            return problem.element == name
        case _:
            return problem.shot is None and problem.element is None


def _print_difference(before: str, after: str, name: str) -> None:
    old, new = before.removesuffix("\n").split("\n"), after.removesuffix("\n").split("\n")
    lines = list(difflib.unified_diff(old, new, name, name, lineterm=""))
    for line in lines or ["nothing changed"]:
        tell(line)


def _print_new(problems: Iterable[Problem]) -> None:
    for problem in problems:
        tell(f"{problem.severity}: {describe(problem)}", err=True)
