"""Keys that no request is made of: of the cut, of what is said, and those nothing acts on yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from topa_studio.document.reading.format import ShotPart
from topa_studio.model.problem import Problem
from topa_studio.model.scenario import Answer, Comment, Line

CODE = "document.kept"
_PATHS = (("multi_shot",),)
_OF_THE_CUT = frozenset(
    {"trim", "transition", "move", "caption", "captions", "clip_gain_db", "audio", "ending", "fps"}
)
"""What says how the film is cut: a mistake in it is told, and stops nothing from being made."""
_SAID = frozenset({"lines", "comments"})
"""What people say in a shot and of it: never sent, so a mistake in it stops nothing either."""
NEVER_SENT = _OF_THE_CUT | _SAID
_OF_THE_SCRIPT = frozenset({"source", "script"})


def is_never_sent(problem: Problem) -> bool:
    """Whether a mistake concerns only what no request says: how the film is cut, what is said."""
    said = str(problem.params.get("field") or problem.params.get("meant") or "")
    return said.partition(" ")[0] in NEVER_SENT | _OF_THE_SCRIPT


def kept_path(place: Sequence[object]) -> tuple[str, ...]:
    """The unused key at or above a place in a mapping; () where what stands there is used."""
    return next((path for path in _PATHS if tuple(place[: len(path)]) == path), ())


def told_once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems without an unused key that was told before."""
    told: set[object] = set()
    for problem in problems:
        if problem.code != CODE or problem.params["field"] not in told:
            yield problem
        if problem.code == CODE:
            told.add(problem.params["field"])


def lines_of(part: ShotPart) -> tuple[Line, ...]:
    """What is said in a shot; a line without words is none."""
    return tuple(
        Line(each.who or "", each.text, each.tone or "") for each in part.lines or () if each.text
    )


def comments_of(part: ShotPart) -> tuple[Comment, ...]:
    """What is said of a shot; a comment or an answer without words is none."""
    return tuple(
        Comment(
            each.text,
            each.at,
            each.by or "",
            bool(each.done),
            tuple(Answer(a.text, a.by or "") for a in each.answers or () if a.text),
        )
        for each in part.comments or ()
        if each.text
    )


def source_of(part: ShotPart) -> tuple[int, int] | None:
    """Lines of the script that a shot was made of; what says none is none."""
    match part.source:
        case [first, last] if 1 <= first <= last:
            return first, last
    return None
