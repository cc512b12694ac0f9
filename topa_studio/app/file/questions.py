"""What only the user can decide after a merge: kept in a file, so that a restart asks again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from topa_studio.base.errors import DocumentError
from topa_studio.base.files import write_atomic
from topa_studio.base.json_reader import read_json
from topa_studio.base.regular import read_regular
from topa_studio.document.edits import (
    ElementTarget,
    FilmTarget,
    SceneTarget,
    ShotTarget,
    Target,
)

if TYPE_CHECKING:
    # Loaded with the first merge: a start has none.
    from topa_studio.document.merging.identity import Doubt
    from topa_studio.document.merging.merge import Choices, Conflict, Merged, Side
    from topa_studio.document.merging.texts import Texts

WHOLE = "file"
_VERSION = 1


@dataclass(slots=True)
class Question:
    """Conflicts of one merge, with what is needed to decide each of them later.

    Attributes:
        base, ours, theirs: the three texts.
        text: what the merge, with the choices made so far, gave.
        conflicts: those that are still open.
    """

    base: str
    ours: str
    theirs: str
    text: str
    choices: Choices
    conflicts: tuple[Conflict, ...]

    def chosen(self, conflict: Conflict, side: Side) -> tuple[Choices, str]:
        """The choices with one more, and the text that they give. Raises DocumentError."""
        from topa_studio.document.merging.merge import merge

        if conflict.field == WHOLE:
            return self.choices, self.ours if side == "ours" else self.theirs
        choices = {**self.choices, (conflict.target, conflict.field): side}
        return choices, merge(self.base, self.ours, self.theirs, choices).text

    def put_in(self, now: str, wanted: str) -> str:
        """The text of now with what `wanted` has otherwise than before. Raises DocumentError."""
        is_whole = any(conflict.field == WHOLE for conflict in self.conflicts)
        return wanted if is_whole else joined(self.text, now, wanted)


def put_together(
    base: str, ours: str, theirs: str, known: Texts | None = None
) -> tuple[Merged, Question]:
    """Their text put together with ours. Raises DocumentError where that cannot be done.

    `known`: what was read of the texts already.
    """
    from topa_studio.document.merging.merge import merge

    found = merge(base, ours, theirs, known=known)
    return found, Question(base, ours, theirs, found.text, {}, found.conflicts)


def joined(base: str, ours: str, theirs: str) -> str:
    """The text of two sides put together. Raises DocumentError where that cannot be done."""
    from topa_studio.document.merging.merge import merge

    return merge(base, ours, theirs).text


def whole(ours: str, theirs: str) -> Question:
    """Two texts that cannot be put together: theirs is shown, and ours can be had back."""
    from topa_studio.document.merging.merge import Conflict

    conflict = Conflict(FilmTarget(), WHOLE, None, ours, theirs, "theirs")
    return Question("", ours, theirs, theirs, {}, (conflict,))


def write_questions(path: Path, questions: Sequence[Question], doubts: Sequence[Doubt]) -> None:
    """Keep what is open; the file is away when nothing is. Raises OSError."""
    if not questions and not doubts:
        path.unlink(missing_ok=True)
        return
    record = {
        "version": _VERSION,
        "questions": [_question_out(question) for question in questions],
        "doubts": [[doubt.vanished, doubt.appeared] for doubt in doubts],
    }
    write_atomic(path, json.dumps(record, ensure_ascii=False).encode())


def read_questions(path: Path) -> tuple[list[Question], tuple[Doubt, ...]]:
    """What was open; nothing where the file is not there or not ours.

    Raises:
        OSError: it cannot be read.
    """
    try:
        record = read_json(read_regular(path))
        if record["version"] != _VERSION:
            return [], ()
        from topa_studio.document.merging.identity import Doubt

        doubts = tuple(Doubt(str(old), str(new)) for old, new in record["doubts"])
        found = [_question_in(data) for data in record["questions"]]
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return [], ()
    return [question for question in found if question.conflicts], doubts


def _question_out(question: Question) -> dict[str, object]:
    choices = [[*_target_out(t), field, side] for (t, field), side in question.choices.items()]
    return {
        "base": question.base,
        "ours": question.ours,
        "theirs": question.theirs,
        "text": question.text,
        "choices": choices,
        "open": [[*_target_out(c.target), c.field] for c in question.conflicts],
    }


def _question_in(data: dict[str, Any]) -> Question:
    from topa_studio.document.merging.merge import merge

    base, ours, theirs, text = (str(data[name]) for name in ("base", "ours", "theirs", "text"))
    left = {(_target_in(kind, name), str(field)) for kind, name, field in data["open"]}
    if (FilmTarget(), WHOLE) in left:
        return whole(ours, theirs)
    choices: dict[tuple[Target, str], Side] = {}
    for kind, name, field, side in data["choices"]:
        choices[_target_in(kind, name), str(field)] = "theirs" if side == "theirs" else "ours"
    conflicts: tuple[Conflict, ...] = ()
    with suppress(DocumentError):
        conflicts = merge(base, ours, theirs, choices).conflicts
    still = tuple(c for c in conflicts if (c.target, c.field) in left)
    return Question(base, ours, theirs, text, choices, still)


Kind = Literal["film", "scene", "shot", "element"]


def _target_out(target: Target) -> tuple[Kind, str]:
    match target:
        case SceneTarget(id=name):
            return "scene", name
        case ShotTarget(key=name):
            return "shot", name
        case ElementTarget(name=name):
            return "element", name
        case _:
            return "film", ""


def _target_in(kind: str, name: str) -> Target:
    match cast(Kind, kind):
        case "film":
            return FilmTarget()
        case "scene":
            return SceneTarget(name)
        case "shot":
            return ShotTarget(name)
        case "element":
            return ElementTarget(name)
