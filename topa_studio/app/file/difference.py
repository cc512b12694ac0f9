"""What would be other if the film's text were another: counted before anything is changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from topa_studio.base.yaml_reader import parse
from topa_studio.document.document import DocumentChange
from topa_studio.document.reading.findings import Findings
from topa_studio.document.reading.read import read
from topa_studio.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Difference:
    """From the film as it is to another text of it.

    Attributes:
        change: what it would do to shots, scenes, elements and the film.
        lines: how many lines only one of the two texts has.
        same: whether the texts are the same.
    """

    change: DocumentChange
    lines: int
    same: bool


def difference(now: str, film: Scenario, other: str, name: str) -> Difference:
    """From the text `now`, which says `film`, to the text `other`; `name` is that of the file.

    May run in a thread.

    Raises:
        DocumentError: the other text cannot be read.
    """
    then = read(parse(other), Findings(other), name, film.film.aspect_ratio).scenario
    mine, theirs = Counter(now.splitlines()), Counter(other.splitlines())
    lines = (mine - theirs).total() + (theirs - mine).total()
    change = DocumentChange.between("", "edit", film, then)
    return Difference(change, lines, now == other)
