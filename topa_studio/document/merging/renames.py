"""An element that one side of a merge renamed is renamed on the other too, not lost and new."""

from __future__ import annotations

from collections.abc import Mapping

from topa_studio.base.errors import DocumentError
from topa_studio.base.yaml_reader import parse
from topa_studio.document.edits import RenameElement
from topa_studio.document.merging.records import Fields, Records
from topa_studio.document.plans.plan import Plan
from topa_studio.document.reading.read import read
from topa_studio.document.text.draft import Draft, perform, same
from topa_studio.document.text.ground import Ground, Memory


def renames(base: Records, side: Records) -> Mapping[str, str]:
    """Old names to new ones of elements that are otherwise the same, where there is no doubt."""
    gone = {name: _itself(base, name) for name in base.elements if name not in side.elements}
    new = {name: _itself(side, name) for name in side.elements if name not in base.elements}
    found: dict[str, str] = {}
    for name, fields in gone.items():
        like = [other for other, others in new.items() if same(fields, others)]
        twins = [other for other, others in gone.items() if same(fields, others)]
        if len(like) == len(twins) == 1:
            found[name] = like[0]
    return found


def _itself(records: Records, name: str) -> object:
    """An element without its name, and where it stands."""
    fields: Fields | None = records.elements[name]
    rest = None if fields is None else {k: v for k, v in fields.items() if k != "name"}
    return [rest, records.homes[name]]


def _may_be(records: Records, old: str, new: str) -> bool:
    return old in records.elements and new not in records.elements


def _renamed(text: str, names: Mapping[str, str]) -> str:
    """The text with elements renamed, their mentions too. Raises DocumentError."""
    for old, new in names.items():
        tree = parse(text)
        draft, reading = Draft(text, tree), read(text, tree, "")
        ground = Ground(draft, reading, Memory(reading.scenario))
        for step in tuple(Plan(ground).steps(RenameElement(old, new))):
            draft, _there, _back = perform(draft, step)
        text = draft.text
    return text


def both_renamed(
    texts: tuple[str, str, str], sides: tuple[Records, Records, Records]
) -> tuple[str, str, str] | None:
    """The three texts with what one side renamed renamed everywhere; None where nothing was."""
    base, ours, theirs = sides
    mine, other = renames(base, ours), renames(base, theirs)
    here = {old: new for old, new in mine.items() if _may_be(theirs, old, new)}
    there = {old: new for old, new in other.items() if _may_be(ours, old, new)}
    if not here and not there:
        return None
    try:
        return (
            _renamed(texts[0], {**here, **there}),
            _renamed(texts[1], there),
            _renamed(texts[2], here),
        )
    except DocumentError:
        return None
