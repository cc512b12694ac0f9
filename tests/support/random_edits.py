"""Random films and random edits of them, and the laws that each edit must keep."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from topa_studio.base.errors import DocumentError
from topa_studio.base.yaml_tree import Mapping, walk
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.document.document import Document, DocumentChange
from topa_studio.document.edits import (
    AddElement,
    AddScene,
    AddShot,
    DeleteElement,
    DeleteScene,
    DeleteShot,
    DuplicateScene,
    DuplicateShot,
    Edit,
    ElementTarget,
    FilmTarget,
    MergeShots,
    MoveScene,
    MoveShot,
    Paste,
    RenameElement,
    RetypeElement,
    SceneTarget,
    SetField,
    ShotTarget,
    SplitShot,
    UnsetField,
    Value,
)
from topa_studio.document.text.draft import Draft
from topa_studio.document.text.splice import between
from topa_studio.document.written import comments_written
from topa_studio.model.rate import frames_of, rate_of, seconds_of
from topa_studio.model.scenario import Answer, Comment, ElementKind, Scenario, Shot

SIGNS = "aZ жЖ09.,:;-#'\"\\[]{}|>&*!%@?=~\n\t\u2028\u0085😀\u00a0\x07"
PROMPTS = [
    'prompt: "Wide shot. @Topa sits: \\"here\\" with @Kite."',
    "prompt: 'Wide shot. It''s @Topa''s.'",
    "prompt: Wide shot of @Valley",
    "prompt: Wide shot\n  over @Topa lines",
    "prompt: >\n    Folded @Topa that go\n    on.\n\n    And on.",
    "prompt: >-\n  Folded @Valley.",
    "prompt: |\n  Line one @Topa.\n    Line two.",
    "prompt: |2-\n    Indented.",
    "prompt:",
    "prompt: ~  # none",
]
LISTS = [
    "elements_needed: [Topa, Valley]",
    'elements_needed: [ "Topa" ,Valley ]  # both',
    "elements_needed:\n  - Topa  # bear\n  - Valley",
    "elements_needed:\n- Topa",
    "elements_needed: []",
    "",
]
OWN = ["take: 2", "panel: 1", "locked: true", "trim: {in: 1, out: 2}", ""]
PLAYED = [
    "caption: Hi  # all of it",
    "captions:\n- text: Hi\n  in: 1\n  hue: red # ours\n- {text: 'Here: we go', in: 2, out: 9}",
    "captions: [{text: One}, {text: Two, in: 4}]",
    "captions: []",
    "comments:\n- at: 1.5\n  by: Ann # she\n  text: 'Too: dark'\n  hue: red\n"
    "  answers:\n  - by: Bo\n    text: Yes\n- {text: Нет, done: true}",
    "lines:\n- who: Topa # bear\n  text: 'Hi: you'\n  mood: glad\n- {who: Мама, text: Стой}",
    "transition: {kind: dissolve, seconds: 1}",
    "clip_gain_db: mute",
    "still: a.png\nmove: in",
    "start: previous\nstart_at: 2.5",
    "",
    "",
]
HEADS = [
    "global_config:\n  fps: 25\n  audio:\n  - file: a.mp3 # tune\n    shot: 1__1\n    mood: sad\n"
    "  - {file: b.ogg, start: 2, shot: 1__2, mute: true}\n",
    "global_config: {audio: [{file: a.mp3, shot: 0__1, start: 1.5}]}\n",
    "",
    "",
]
FLAT = "elements:\n  Topa: {description: bear}\n  Valley:\n    description: green # calm\n  Kite:\n"
GROUPED = (
    "elements:\n  characters:\n  - name: Topa # bear\n    reference_prompts: ['@Topa in front']\n"
    "  backgrounds:\n    # far away\n    - name: Valley\n      type: background\n"
    "  props:\n    - {name: Kite}\n"
)


LATER = (Comment("Later", 2.5, "Ann", True, (Answer("No"), Answer("Why", "Bo"))),)
LENT = (
    "x: &lent {take: 3, notes: lent}\n",
    "  - <<: *lent\n    id: b\n    notes: n9.2\n",
    "  - &a\n    id: c\n    notes: n9.3\n    prompt: &p Hi @Topa\n",
    "  - id: d\n    notes: n9.4\n    prompt: *p\n",
)


def random_film(rng: random.Random) -> bytes:
    """A film in one of many layouts; each shot's notes and comments name it."""
    step = rng.choice([0, 2, 4])
    text = "# head\ntitle: x\n" + rng.choice(HEADS) + rng.choice([FLAT, GROUPED, ""]) + "scenes:\n"
    for scene in range(rng.randint(1, 4)):
        text += _scene(rng, step, scene)
    if rng.random() < 0.3:
        text = LENT[0] + text + _indented("- id: 9\n  shots:", step)
        text += "".join(_indented(part.rstrip("\n"), step) for part in LENT[1:])
    text = text.rstrip("\n") + rng.choice(["\n", "\n", ""])
    newline = rng.choice(["\n", "\r\n"])
    return (rng.choice(["", "\ufeff"]) + text.replace("\n", newline)).encode()


def _indented(lines: str, columns: int) -> str:
    return "".join(" " * columns + line + "\n" if line else "\n" for line in lines.split("\n"))


def _scene(rng: random.Random, dash: int, scene: int) -> str:
    inner, offset = dash + 2, rng.choice([0, 2, 4])
    text = _indented(f"# scene {scene}", dash) + _indented(f"- id: {scene}", dash)
    text += _indented(f"background: 'b{scene}' # where", inner)
    count = rng.randint(0, 4)
    if not count:
        return text + _indented(rng.choice(["shots: []  # none", "shots:", ""]), inner)
    if rng.random() < 0.15:
        shots = (f"{{id: {n}, notes: n{scene}.{n}, prompt: a @Topa}}" for n in range(1, count + 1))
        return text + _indented(f"shots: [{', '.join(shots)}]  # row", inner)
    text += _indented("shots:", inner)
    gap, blank = rng.choice([1, 1, 3]), rng.randint(0, 2)
    form = rng.choice(["id: {}", 'id: "{}"', "shot_id: {}", "id: s{:02d}"])
    for shot in range(1, count + 1):
        text += _shot(rng, inner + offset, gap, f"{scene}.{shot}", form.format(shot))
        text += "\n" * blank
    return text


def _shot(rng: random.Random, column: int, gap: int, name: str, first: str) -> str:
    body = [f"notes: n{name}", rng.choice(PROMPTS), rng.choice(LISTS), rng.choice(OWN)]
    body += [rng.choice(PLAYED)]
    body += [f"duration: {rng.randint(3, 15)}"] if rng.random() < 0.7 else []
    body += [f"key: k{name}"] if rng.random() < 0.1 else []
    body += [f"# below {name}"] if rng.random() < 0.5 else []
    words = "\n".join(part for part in body if part)
    text = _indented(f"# above {name}", column) if rng.random() < 0.6 else ""
    text += " " * column + "-" + " " * gap + first + "\n"
    return text + _indented(words, column + 1 + gap)


def opened(data: bytes) -> Document:
    """A document of these bytes."""
    return Document(Path("film.yaml"), data, Catalogue.bundled())


def _words(rng: random.Random) -> str:
    if rng.random() < 0.3:
        return rng.choice(["Wide shot. @Topa sits.", "@Valley\n@Topa runs\n", "@Kite"])
    return "".join(rng.choice(SIGNS) for _ in range(rng.randint(0, 30)))


def random_edit(rng: random.Random, document: Document, clipboard: str) -> Edit:
    """Any edit of what is in the film now."""
    film = document.scenario
    makers: list[Callable[[random.Random, Scenario], Edit]] = [_film_edit]
    if film.scenes:
        makers += [_scene_edit] * 2
    if film.shots():
        makers += [_shot_edit] * 6
    if film.elements:
        makers += [_element_edit] * 2
    if clipboard and rng.random() < 0.15:
        scene = rng.choice([None, *film.scenes])
        name = scene.id if scene and "shots:" not in clipboard else None
        if name is not None or "shots:" in clipboard:
            return Paste(clipboard, name, rng.randint(0, 4))
    return rng.choice(makers)(rng, film)


def _film_edit(rng: random.Random, film: Scenario) -> Edit:
    kind = rng.choice(list(ElementKind))
    keys = [shot.key for shot in film.shots()]
    tracks: list[dict[str, Value]] = [
        {"file": f"{n}.mp3", "start": n} for n in range(rng.randint(0, 3))
    ]
    for track in tracks:
        if keys and rng.random() < 0.5:
            track["shot"] = rng.choice(keys)
    return rng.choice(
        [
            SetField(FilmTarget(), "style_prefix", _words(rng)),
            SetField(FilmTarget(), "audio", tracks),
            AddScene(rng.randint(0, 4), {"title": _words(rng)}),
            AddElement(f"New{rng.randint(1, 99)}", kind, {"description": _words(rng)}),
        ]
    )


def _scene_edit(rng: random.Random, film: Scenario) -> Edit:
    scene = rng.choice(film.scenes).id
    fields = {"prompt": _words(rng), "notes": f"new{rng.random()}", "duration": rng.randint(3, 15)}
    return rng.choice(
        [
            SetField(SceneTarget(scene), "background", _words(rng)),
            AddShot(scene, rng.randint(0, 4), fields),
            AddShot(scene, rng.randint(0, 4), {"id": str(rng.randint(1, 5)), **fields}),
            MoveScene(scene, rng.randint(0, 4)),
            DuplicateScene(scene),
            DeleteScene(scene),
            SetField(SceneTarget(scene), "id", str(rng.randint(0, 9))),
        ]
    )


def _shot_edit(rng: random.Random, film: Scenario) -> Edit:
    scene = rng.choice([scene for scene in film.scenes if scene.shots])
    place = rng.randrange(len(scene.shots))
    shot = scene.shots[place]
    target = ShotTarget(shot.key)
    prompts = rng.choice([None, (_words(rng), _words(rng))])
    behind = scene.shots[(place + 1) % len(scene.shots)]
    captions: list[dict[str, Value]] = [
        {"text": _words(rng) or "x", "in": rng.randint(0, 9), "out": rng.randint(9, 20)}
        for _ in range(rng.randint(0, 3))
    ]
    return rng.choice(
        [
            SetField(target, "prompt", _words(rng)),
            SetField(target, "elements_needed", [_words(rng), "Topa"][: rng.randint(0, 2)]),
            SetField(target, "id", str(rng.randint(1, 9))),
            UnsetField(
                target, rng.choice(["prompt", "elements_needed", "take", "captions", "trim"])
            ),
            SetField(target, "captions", captions),
            SetField(target, "lines", [{"who": "Topa", "text": each["text"]} for each in captions]),
            SetField(target, "trim", {"in": rng.randint(0, 2), "out": rng.randint(2, 9)}),
            SetField(
                target, "transition", {"kind": rng.choice(["fade", "dissolve"]), "seconds": 1}
            ),
            SetField(target, "comments", comments_written(shot.comments[1:] + LATER)),
            SetField(target, "clip_gain_db", rng.choice(["mute", -12, 3.5])),
            MoveShot(shot.key, rng.choice(film.scenes).id, rng.randint(0, 5)),
            DeleteShot(shot.key),
            DuplicateShot(shot.key),
            SplitShot(shot.key, max(shot.duration // 2, 1), prompts),
            MergeShots(shot.key, behind.key),
        ]
    )


def _element_edit(rng: random.Random, film: Scenario) -> Edit:
    name = rng.choice(film.elements).name
    return rng.choice(
        [
            SetField(ElementTarget(name), "reference_prompts", [_words(rng), "@Topa"]),
            RenameElement(name, rng.choice(["Мишка", "Kite-2", "Topa", "Valley", f"{name}x"])),
            RetypeElement(name, rng.choice(list(ElementKind))),
            DeleteElement(name, rng.choice(["plain", "keep"])),
        ]
    )


def placed(draft: Draft | None) -> list[object]:
    """Everything written in a text with where it stands."""
    nodes = list(walk(draft.tree.root)) if draft is not None else []
    keys = [key for node in nodes if isinstance(node, Mapping) for key, _value in node.entries]
    places = ((n.start, n.end, getattr(n, "body", 0), getattr(n, "text", "")) for n in nodes + keys)
    return list(places)


class Laws:
    """One film under edits: after each of them, everything that must hold is asserted."""

    def __init__(self, data: bytes) -> None:
        self.original = data
        self.document = opened(data)
        assert self.document.to_bytes() == data
        self.clipboard = ""
        self.owners = {shot.key: shot.notes for shot in self.document.scenario.shots()}
        self.done: list[tuple[Scenario, dict[str, str]]] = []
        self.applied: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.told: set[str] = set()

    def copy(self, rng: random.Random) -> None:
        """Put some shots or a scene on the clipboard."""
        film = self.document.scenario
        shots = [ShotTarget(shot.key) for shot in film.shots()]
        scenes = [SceneTarget(scene.id) for scene in film.scenes]
        if shots and rng.random() < 0.7:
            self.clipboard = self.document.copy_text(rng.sample(shots, min(2, len(shots))))
        elif scenes:
            self.clipboard = self.document.copy_text([rng.choice(scenes)])

    def edit(self, edit: Edit) -> DocumentChange | None:
        """Apply an edit; where it is refused nothing has changed."""
        document, name = self.document, type(edit).__name__
        before, text = document.scenario, document.text
        try:
            change = document.apply(name, [edit])
        except DocumentError as error:
            self.refused[f"{name} {error.code}"] += 1
            self.told.add(str(error))
            assert (document.scenario, document.text) == (before, text)
            return None
        self.applied[name] += 1
        if change is None:
            assert document.text == text
            return None
        self.done.append((before, dict(self.owners)))
        self._keys_stay(edit, change)
        self._others_stay(edit, change)
        if change.before.film.audio == change.after.film.audio:
            _lines_stay(edit, text, document.text)
        if isinstance(edit, DeleteShot | DeleteScene | MergeShots):
            _tracks_stay(change)
        again = opened(document.to_bytes())
        assert again.scenario == document.scenario
        assert again.problems == document.problems
        assert placed(document.basis().draft) == placed(again.basis().draft)
        return change

    def undo(self) -> None:
        """Take back one edit: the film is what it was."""
        if self.done:
            self.document.undo()
            before, self.owners = self.done.pop()
            assert self.document.scenario == before

    def finish(self) -> None:
        """Undo all, redo all: the first bytes, then the last ones."""
        assert not [words for words in self.told if "document." in words], "sentences, not codes"
        while self.document.redo():
            pass
        final = self.document.to_bytes()
        while self.document.undo():
            pass
        assert self.document.to_bytes() == self.original
        while self.document.redo():
            pass
        assert self.document.to_bytes() == final

    def _keys_stay(self, edit: Edit, change: DocumentChange) -> None:
        """A key is one shot's for ever, and no two shots have the same."""
        shots = change.after.shots()
        keys = [shot.key for shot in shots]
        assert len(set(keys)) == len(keys)
        assert "document.twin-key" not in {p.code for p in self.document.problems}
        for shot in shots:
            # What comes back may have been merged between copy and cut.
            if shot.notes in self.owners.get(shot.key, "") and isinstance(edit, Paste):
                self.owners[shot.key] = shot.notes
            if isinstance(edit, MergeShots) and shot.key == edit.key:
                self.owners[shot.key] = shot.notes
            assert self.owners.setdefault(shot.key, shot.notes) == shot.notes
        gone = {shot.key for shot in change.before.shots()} - set(keys)
        match edit:
            case DeleteShot(key) | MergeShots(_, key):
                assert gone == {key}
            case DeleteScene(scene_id):
                assert gone == {shot.key for shot in change.before.scene(scene_id).shots}
            case _:
                assert not gone
        assert change.removed == gone

    def _others_stay(self, edit: Edit, change: DocumentChange) -> None:
        """Shots that the edit does not name are what they were, in the order they were."""
        if isinstance(edit, (RenameElement, DeleteElement)):
            return
        named = {getattr(edit, "key", ""), getattr(edit, "next_key", "")}
        target = getattr(edit, "target", None)
        named |= {target.key} if isinstance(target, ShotTarget) else set()
        old = [_bare(shot) for shot in change.before.shots() if shot.key not in named]
        kept = {shot.key for shot in old}
        new = [_bare(shot) for shot in change.after.shots() if shot.key in kept]
        if isinstance(edit, MoveScene):
            old, new = sorted(old, key=repr), sorted(new, key=repr)
        gone = change.removed
        assert [shot for shot in old if shot.key not in gone] == new


def _bare(shot: Shot) -> Shot:
    return replace(shot, id="")


def _tracks_stay(change: DocumentChange) -> None:
    """A track whose shot goes begins when it did."""
    before, after = _starts(change.before), _starts(change.after)
    for old, new in zip(change.before.film.audio, change.after.film.audio, strict=False):
        if old.shot in change.removed and old.file == new.file:
            assert new.shot not in change.removed
            moved = old.start + before[old.shot] - new.start - after[new.shot]
            assert abs(moved) < 0.002


def _starts(film: Scenario) -> dict[str | None, float]:
    """When each shot begins, in seconds; None is the film."""
    rate, at = rate_of(film.film.fps), 0
    starts: dict[str | None, float] = {None: 0.0}
    for shot in film.shots():
        starts[shot.key] = seconds_of(at, rate)
        at += frames_of(shot, rate)
    return starts


def _lines_stay(edit: Edit, before: str, after: str) -> None:
    """What is new is one piece and takes no line away, but that of an empty list; and back."""
    splice = between(before, after)
    match edit:
        case AddShot() | AddScene() | AddElement() | DuplicateShot() | DuplicateScene() | Paste():
            lost = before[splice.start : splice.end]
        case DeleteShot() | DeleteScene():
            lost = splice.text
        case _:
            return
    lines = [line for line in lost.split("\n") if line.strip()]
    assert len(lines) <= 1, lines
    assert all(_may_change(line) for line in lines), lines


def _may_change(line: str) -> bool:
    return "[" in line or line.rstrip().endswith((":", "~")) or "# none" in line or "{" in line
