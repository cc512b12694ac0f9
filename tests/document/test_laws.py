"""Laws that hold for any film and any edits, found by random search."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.films import opened
from topa_studio.base.errors import DocumentError
from topa_studio.document.document import Document
from topa_studio.document.edits import (
    Edit,
    ElementTarget,
    FilmTarget,
    MoveScene,
    MoveShot,
    SceneTarget,
    SetField,
    ShotTarget,
    UnsetField,
)
from topa_studio.document.text.splice import apply, between

WORDS = st.text(
    st.sampled_from("aZ жЖ09.,:;-#'\"\\[]{}|>&*!%@?=~\n\t\u2028\u0085😀\u00a0\x07"), max_size=30
)
PROMPTS = [
    'prompt: "Wide shot. @Topa sits: \\"here\\"."',
    "prompt: 'Wide shot. It''s late.'",
    "prompt: Wide shot of the hill",
    "prompt: Wide shot\n  over two lines",
    "prompt: >\n    Folded words that go\n    on.\n\n    And on.",
    "prompt: >-\n  Folded words.",
    "prompt: |\n  Line one.\n    Line two.",
    "prompt: |+\n  Kept.\n",
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


@dataclass(frozen=True)
class Layout:
    scene_dash: int
    shot_dash: int
    gap: int
    blank: int
    newline: str
    bom: bool
    final: bool


LAYOUTS = st.builds(
    Layout,
    scene_dash=st.sampled_from([0, 2, 4]),
    shot_dash=st.sampled_from([0, 2, 4]),
    gap=st.sampled_from([1, 3]),
    blank=st.integers(0, 2),
    newline=st.sampled_from(["\n", "\r\n"]),
    bom=st.booleans(),
    final=st.booleans(),
)


def _indented(lines: str, columns: int) -> str:
    return "".join(" " * columns + line + "\n" if line else "\n" for line in lines.split("\n"))


@st.composite
def films(draw: st.DrawFn) -> bytes:
    """A film in which each shot has a comment above and a `mood` that both name it."""
    layout = draw(LAYOUTS)
    text = "# head\ntitle: x\nelements:\n  Topa: {description: bear}\n  Valley:\n"
    text += "    description: green # calm\nscenes:\n"
    for scene in range(draw(st.integers(1, 4))):
        # Files mix indents, so each scene may put its dashes elsewhere.
        own = replace(layout, shot_dash=draw(st.sampled_from([layout.shot_dash, 2])))
        text += _scene(draw, own, scene)
    text = text.rstrip("\n") + ("\n" if layout.final else "")
    return (("\ufeff" if layout.bom else "") + text.replace("\n", layout.newline)).encode()


def _scene(draw: st.DrawFn, layout: Layout, scene: int) -> str:
    dash, inner = layout.scene_dash, layout.scene_dash + 2
    text = _indented(f"# scene {scene}", dash) + _indented(f"- id: {scene}", dash)
    text += _indented(f"background: 'b{scene}' # where", inner)
    count = draw(st.integers(0, 4))
    if not count:
        return text + _indented(draw(st.sampled_from(["shots: []  # none", "shots:", ""])), inner)
    text += _indented("shots:", inner)
    for shot in range(1, count + 1):
        name = f"{scene}__{shot}"
        column = inner + layout.shot_dash
        body = [f"mood: {name}", draw(st.sampled_from(PROMPTS)), draw(st.sampled_from(LISTS))]
        body += ["# below " + name] if draw(st.booleans()) else []
        words = "\n".join(part for part in body if part)
        text += _indented(f"# above {name}", column)
        text += " " * column + "-" + " " * layout.gap + f"id: {shot}\n"
        text += _indented(words, column + 1 + layout.gap)
        text += "\n" * draw(st.integers(0, layout.blank))
    return text


@st.composite
def edits(draw: st.DrawFn, document: Document) -> Edit:
    """Any edit of what is in the film now."""
    scenes = [scene.id for scene in document.scenario.scenes]
    shots = [shot.key for shot in document.scenario.shots()]
    kinds = ["scene", "film", "scene field", "element"] + (
        ["field", "unset", "move"] * 2 if shots else []
    )
    kind = draw(st.sampled_from(kinds))
    match kind:
        case "move":
            return MoveShot(
                draw(st.sampled_from(shots)), draw(st.sampled_from(scenes)), draw(st.integers(0, 5))
            )
        case "scene":
            return MoveScene(draw(st.sampled_from(scenes)), draw(st.integers(0, 4)))
        case "film":
            return SetField(
                FilmTarget(), draw(st.sampled_from(["title", "style_prefix"])), draw(WORDS)
            )
        case "scene field":
            field = draw(st.sampled_from(["title", "background", "notes"]))
            return SetField(SceneTarget(draw(st.sampled_from(scenes))), field, draw(WORDS))
        case "element":
            name = draw(st.sampled_from(["Topa", "Valley"]))
            return SetField(
                ElementTarget(name), "reference_prompts", draw(st.lists(WORDS, max_size=3))
            )
    target = ShotTarget(draw(st.sampled_from(shots)))
    if kind == "unset":
        return UnsetField(target, draw(st.sampled_from(["prompt", "elements_needed", "title"])))
    return draw(
        st.one_of(
            st.builds(SetField, st.just(target), st.sampled_from(["prompt", "title"]), WORDS),
            st.builds(SetField, st.just(target), st.just("duration"), st.integers(3, 15)),
            st.builds(
                SetField, st.just(target), st.just("elements_needed"), st.lists(WORDS, max_size=3)
            ),
        )
    )


def _order(document: Document) -> list[tuple[str, list[str]]]:
    return [(s.id, [shot.key for shot in s.shots]) for s in document.scenario.scenes]


def _expected(order: list[tuple[str, list[str]]], edit: Edit) -> list[tuple[str, list[str]]]:
    """The order after a move, by lists alone."""
    order = [(scene, list(shots)) for scene, shots in order]
    match edit:
        case MoveShot(key, scene_id, index):
            for _scene, shots in order:
                if key in shots:
                    shots.remove(key)
            dict(order)[scene_id].insert(index, key)
        case MoveScene(scene_id, index):
            own = next(pair for pair in order if pair[0] == scene_id)
            order.remove(own)
            order.insert(index, own)
    return order


def _assert_comments_stand_by_their_shots(document: Document) -> None:
    moods = re.findall(r"# above (\S+)\n(?:.*\n)*?.*mood: (\S+)", document.text)
    assert moods == [(name, name) for name, _mood in moods]
    below = re.findall(r"mood: (\S+)\n(?:(?!.*mood:).*\n)*?.*# below (\S+)", document.text)
    assert all(mood == name for mood, name in below)


@settings(
    max_examples=250,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.data())
def test_any_edits_keep_text_and_film_in_step_and_undo_gives_the_bytes_back(
    data: st.DataObject,
) -> None:
    original = data.draw(films())
    document = opened(original)
    assert document.to_bytes() == original
    comments = sorted(re.findall(r"# (?:above|below|scene) \S+", document.text))
    states = []
    for _round in range(data.draw(st.integers(1, 8))):
        edit = data.draw(edits(document))
        before, text = document.scenario, document.text
        expected = _expected(_order(document), edit)
        try:
            change = document.apply("Edit", [edit])
        except DocumentError:
            # Blank lines are words of `|+`, so what stands beside one may be refused.
            assert "|+" in text
            assert (document.scenario, document.text) == (before, text)
            continue
        if change is None:
            assert document.text == text
            continue
        states.append(before)
        assert _order(document) == expected
        if isinstance(edit, SetField):
            _assert_is_set(document, edit)
        again = opened(document.to_bytes())
        assert again.scenario == document.scenario
        assert again.problems == document.problems
        assert sorted(re.findall(r"# (?:above|below|scene) \S+", document.text)) == comments
        _assert_comments_stand_by_their_shots(document)
    final = document.to_bytes()
    for before in reversed(states):
        document.undo()
        assert document.scenario == before
    assert document.to_bytes() == original
    while document.redo():
        pass
    assert document.to_bytes() == final


def _assert_is_set(document: Document, edit: SetField) -> None:
    film = document.scenario
    match edit.target:
        case ShotTarget(key):
            shot = film.shot(key)
            value = {
                "prompt": shot.prompt,
                "title": shot.title,
                "duration": shot.duration,
                "elements_needed": list(shot.elements),
            }[edit.field]
        case SceneTarget(scene_id):
            value = getattr(film.scene(scene_id), edit.field)
        case ElementTarget(name):
            element = film.element(name)
            assert element is not None
            value = list(element.reference_prompts)
        case FilmTarget():
            value = getattr(film.film, edit.field)
            if edit.field == "title" and not edit.value:
                return
    assert value == edit.value


@given(st.text("ab\n", max_size=20), st.text("ab\n", max_size=20))
def test_one_splice_makes_any_text_of_any_other(before: str, after: str) -> None:
    splice = between(before, after)
    text, inverse = apply(before, [splice])
    assert text == after
    assert apply(after, inverse)[0] == before


@settings(max_examples=300)
@given(st.binary(max_size=60) | st.text("ab:-[]{}#&*!|>'\"%@?\n\t \u2028\ufeff", max_size=60))
def test_any_bytes_open_without_a_crash_and_stay_as_they_are(data: bytes | str) -> None:
    given_bytes = data if isinstance(data, bytes) else data.encode()
    document = opened(given_bytes)
    assert document.to_bytes() == given_bytes
    for problem in document.problems:
        assert problem.line is None or problem.line >= 1
