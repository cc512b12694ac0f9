"""`merge-driver`: git's merge of two versions of a film, by shot and field instead of by line."""

from __future__ import annotations

from pathlib import Path

import click

from topa_studio.base.errors import DocumentError, ProjectError
from topa_studio.base.files import write_atomic
from topa_studio.base.yaml_reader import Source, decode
from topa_studio.cli.ending import MADE, NOT_ALL
from topa_studio.document.merging.clashes import clash
from topa_studio.document.merging.merge import Merged, Side, merge
from topa_studio.document.merging.three_way import difference, with_marks


def merge_driver(base: str, ours: str, theirs: str) -> int:
    """Write the merge of both into OURS; 1 where something in it is to be decided by hand.

    Raises:
        ProjectError: a file cannot be read or written.
    """
    before, mine, other = (_read(name) for name in (base, ours, theirs))
    try:
        found = merge(before.text, mine.text, other.text)
    except DocumentError as error:
        text, is_clash = with_marks(before.text, mine.text, other.text)
        if is_clash:
            click.echo(f"{ours}: merged line by line: {error}", err=True)
        _write(ours, mine.to_bytes(text))
        return NOT_ALL if is_clash else MADE
    text = found.text
    if found.conflicts:
        text = _marked(before.text, mine.text, other.text, found)
        for conflict in found.conflicts:
            click.echo(f"{ours}: both sides changed {clash(conflict)}", err=True)
    for doubt in found.doubts:
        click.echo(
            f"{ours}: {doubt.appeared} may be {doubt.vanished} under another name; "
            f"if it is, write into it: key: {doubt.vanished}",
            err=True,
        )
    _write(ours, mine.to_bytes(text))
    return NOT_ALL if found.conflicts else MADE


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
        return decode(Path(name).read_bytes())
    except OSError as error:
        reason = error.strerror or str(error)
        raise ProjectError("project.unreadable", path=name, reason=reason) from error


def _write(name: str, data: bytes) -> None:
    try:
        write_atomic(Path(name), data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ProjectError("project.no-copy", path=name, reason=reason) from error
