"""`merge-driver`: git's merge of two versions of a film, by shot and field instead of by line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from topa_studio.base.errors import DocumentError, ProjectError
from topa_studio.base.files import write_atomic
from topa_studio.base.yaml_reader import Source, decode, film_bytes
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.cli.ending import MADE, NOT_ALL
from topa_studio.cli.printing import tell
from topa_studio.document.merging.clashes import clash
from topa_studio.document.merging.merge import Merged, Side, merge
from topa_studio.document.merging.three_way import difference, with_marks
from topa_studio.document.prepared import State
from topa_studio.document.preparing import Preparing
from topa_studio.document.reading.findings import describe, fresh
from topa_studio.model.problem import Problem, Severity


def merge_driver(base: str, ours: str, theirs: str) -> int:
    """Write the merge of both into OURS; 1 where something in it is to be decided by hand.

    A merge that does not open, or holds a mistake that neither side had, is to be decided too.

    Raises:
        ProjectError: a file cannot be read or written.
    """
    before, mine, other = (_read(name) for name in (base, ours, theirs))
    try:
        found = merge(before.text, mine.text, other.text)
    except DocumentError as error:
        text, is_clash = with_marks(before.text, mine.text, other.text)
        if is_clash:
            tell(f"{ours}: merged line by line: {error}", err=True)
            _write(ours, mine.to_bytes(text))
            return NOT_ALL
        return _checked(ours, mine, other, text)
    text = found.text
    if found.conflicts:
        text = _marked(before.text, mine.text, other.text, found)
        for conflict in found.conflicts:
            tell(f"{ours}: both sides changed {clash(conflict)}", err=True)
    for doubt in found.doubts:
        tell(
            f"{ours}: {doubt.appeared} may be {doubt.vanished} under another name; "
            f"if it is, write into it: key: {doubt.vanished}",
            err=True,
        )
    if found.conflicts:
        _write(ours, mine.to_bytes(text))
        return NOT_ALL
    return _checked(ours, mine, other, text)


def _checked(name: str, mine: Source, other: Source, text: str) -> int:
    """Write a merge without conflicts, unless it holds what neither side did: then both sides."""
    read = Preparing(Catalogue.bundled(), name, "16:9").read
    try:
        known = [problem for side in (mine, other) for problem in _problems(read, side.text)]
        wrong = [p for p in fresh(known, read(text).problems) if p.severity is Severity.ERROR]
    except DocumentError as error:
        reasons = [str(error)]
    else:
        reasons = [describe(problem) for problem in wrong]
    for reason in reasons:
        tell(f"{name}: put together, both sides make a mistake: {reason}", err=True)
    merged = difference(mine.text, other.text) if reasons else text
    _write(name, mine.to_bytes(merged))
    return NOT_ALL if reasons else MADE


def _problems(read: Callable[[str], State], text: str) -> tuple[Problem, ...]:
    """What is wrong with one side; nothing is known of one that does not open."""
    try:
        return read(text).problems
    except DocumentError:
        return ()


def _marked(base: str, ours: str, theirs: str, found: Merged) -> str:
    """The merged text with git's marks around what is to be decided, and nothing else."""
    versions = []
    sides: tuple[Side, Side] = ("ours", "theirs")
    for side in sides:
        choices = {(c.target, c.field): side for c in found.conflicts}
        versions.append(merge(base, ours, theirs, choices).text)
    return difference(*versions)


def _read(name: str) -> Source:
    try:
        return decode(film_bytes(Path(name)))
    except OSError as error:
        reason = error.strerror or str(error)
        raise ProjectError("project.unreadable", path=name, reason=reason) from error


def _write(name: str, data: bytes) -> None:
    try:
        write_atomic(Path(name), data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ProjectError("project.no-copy", path=name, reason=reason) from error
