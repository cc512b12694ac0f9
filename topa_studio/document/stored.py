"""A film that was read, as JSON beside no film at all: its scenes need not be parsed again."""

from __future__ import annotations

import json
from collections.abc import Mapping as Table
from dataclasses import fields, replace
from typing import Any

from topa_studio.base.yaml_reader import parse
from topa_studio.base.yaml_tree import Entries, Mapping, Sequence, Tree, Unread
from topa_studio.document.folding import with_scenes
from topa_studio.document.portions import portions
from topa_studio.document.prepared import State
from topa_studio.document.reading.checks import CheckedScene
from topa_studio.document.reading.findings import lower
from topa_studio.document.reading.read_scenes import ReadScene, ReadShot
from topa_studio.document.text.draft import Draft
from topa_studio.model.problem import Problem, Severity
from topa_studio.model.scenario import (
    Answer,
    Caption,
    Comment,
    Line,
    Scene,
    Settings,
    Shot,
    Transition,
    Trim,
)
from topa_studio.model.status import Trouble

Plain = Any  # what `json` gives
_Kept = Scene | Shot | Settings | Trim | Transition | Caption | Line | Comment | Answer


def stored(state: State) -> str | None:
    """The scenes of a film with what is wrong in them; None where they do not stand apart.

    What stands above the scenes is not in it: that is read again.
    """
    found, root = portions(state.draft, state.reading), state.reading.root
    node = root.get("scenes") if root is not None else None
    if found is None or not isinstance(node, Sequence) or found.stop != len(found.text):
        return None
    ends = [base.end + by for base, by in zip(node.bases, node.shifts, strict=True)]
    starts = [base.start + by for base, by in zip(node.bases, node.shifts, strict=True)]
    checked = {id(scene.read): scene.problems for scene in state.checked.scenes}
    scenes = [
        [
            at,
            start,
            end,
            read.line,
            _scene(read),
            *map(_problems, (read.problems, checked[id(read)])),
        ]
        for at, start, end, read in zip(
            found.starts, starts, ends, state.reading.scenes, strict=True
        )
    ]
    spelling = dict(state.reading.head.spelling)
    body = [node.start, node.end, node.body]
    # Line by line: one call for all would keep other threads waiting.
    words = "\n".join(map(_line, ([spelling, body], *scenes)))
    return words if _is_same(state, recalled(state.draft.text, words)) else None


def recalled(
    text: str, words: str
) -> tuple[Draft, Table[str, str], tuple[ReadScene, ...], tuple[CheckedScene, ...]]:
    """The text with its scenes unread, the spelling of its elements, and what `stored` was given.

    Raises:
        ValueError, TypeError, KeyError, IndexError: `words` are not of this text.
    """
    (spelling, (start, end, body)), *scenes = map(json.loads, words.split("\n"))
    stops = [*(scene[0] for scene in scenes[1:]), len(text)]
    reads, checked = [], []
    for place, (scene, stop) in enumerate(zip(scenes, stops, strict=True)):
        at, first, last, line, said, found, problems = scene
        base = Unread(first, last, text[at:stop], at, parse)
        read = _read_scene(base, place, line, said, _told(found))
        reads.append(read)
        checked.append(CheckedScene(read, _told(problems)))
    tree = parse(text[: scenes[0][0]])
    bases = [read.base for read in reads]
    node = Sequence(start, end, body, False, Entries(bases, (0,) * len(bases)))
    if not isinstance(tree.root, Mapping) or tree.anchored or tree.duplicates:
        raise ValueError("other words stand above the scenes")
    root = replace(with_scenes(tree.root, node), end=len(text))
    return Draft(text, Tree(root)), spelling, tuple(reads), tuple(checked)


def _line(plain: Plain) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def _is_same(state: State, found: tuple[Draft, object, tuple[ReadScene, ...], object]) -> bool:
    scenes = tuple(read.scene for read in found[2])
    return scenes == state.reading.scenario.scenes and found[3] == tuple(
        CheckedScene(read, scene.problems)
        for read, scene in zip(found[2], state.checked.scenes, strict=True)
    )


def _scene(read: ReadScene) -> Plain:
    shots = [[shot.place, shot.written, _plain(shot.shot)] for shot in read.shots]
    return [{} if read.scene is None else _plain(replace(read.scene, shots=())), shots]


def _read_scene(
    base: Unread, place: int, line: int, said: Plain, problems: tuple[Problem, ...]
) -> ReadScene:
    own, plain = said
    told = lower(problems, 1 - line)
    shots = tuple(
        ReadShot(base, number, written, (shot := _shot(words)), _of(shot.key, told), 1, True)
        for number, written, words in plain
    )
    scene = Scene(**_settled(own), shots=tuple(read.shot for read in shots))
    return ReadScene(base, place, scene, shots, _of(None, told), line, True)


def _of(key: str | None, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if problem.shot == key)


def _plain(value: _Kept) -> dict[str, Plain]:
    """All that is not as usual."""
    said = {name: getattr(value, name) for name in _USUAL[type(value)]}
    return {name: _inner(own) for name, own in said.items() if own != _USUAL[type(value)][name]}


def _inner(own: object) -> Plain:
    if isinstance(own, (Settings, Trim, Transition)):
        return _plain(own)
    if isinstance(own, tuple) and own and isinstance(own[0], (Caption, Line, Comment, Answer)):
        return [_plain(entry) for entry in own]
    return own


_USUAL: dict[type[object], dict[str, object]] = {
    kind: {field.name: field.default for field in fields(kind)}
    for kind in (Scene, Shot, Settings, Trim, Transition, Caption, Line, Comment, Answer)
}


def _settled(plain: dict[str, Plain]) -> dict[str, Plain]:
    if own := plain.get("settings"):
        own["options"] = tuple((name, value) for name, value in own.get("options", ()))
        plain["settings"] = Settings(**own)
    return plain


def _shot(plain: dict[str, Plain]) -> Shot:
    plain["elements"] = tuple(plain.get("elements", ()))
    if own := plain.get("trim"):
        plain["trim"] = Trim(**own)
    if own := plain.get("transition"):
        plain["transition"] = Transition(**own)
    if own := plain.get("source"):
        plain["source"] = tuple(own)
    plain["captions"] = tuple(Caption(**own) for own in plain.get("captions", ()))
    plain["lines"] = tuple(Line(**own) for own in plain.get("lines", ()))
    plain["comments"] = tuple(map(_comment, plain.get("comments", ())))
    return Shot(**_settled(plain))


def _comment(plain: dict[str, Plain]) -> Comment:
    answers = tuple(Answer(**own) for own in plain.get("answers", ()))
    return Comment(**{**plain, "answers": answers})


def _problems(problems: tuple[Problem, ...]) -> Plain:
    return [
        [
            p.severity,
            *Trouble(p.code, p.params).plain(),
            p.line,
            p.column,
            p.shot,
            p.element,
            p.scene,
        ]
        for p in problems
    ]


def _told(plain: Plain) -> tuple[Problem, ...]:
    return tuple(
        Problem(Severity(severity), code, Trouble.from_plain(code, params).params, *places)
        for severity, code, params, *places in plain
    )
