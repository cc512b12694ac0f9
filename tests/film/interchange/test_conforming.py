"""A cut that was edited elsewhere comes back as just what was edited, in the film's own text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.interchange import known_of, read_back, sequence_of
from topa_studio.base.words import say
from topa_studio.document.document import Document
from topa_studio.film.composition import Composition
from topa_studio.film.interchange.conforming import Conforming, conformed, doubling
from topa_studio.film.interchange.laid import Change, laid_beside
from topa_studio.film.interchange.manifest import Exported
from topa_studio.film.interchange.matching import Matcher
from topa_studio.film.interchange.returned import Piece, Returned, Track
from topa_studio.film.timing import CutList
from topa_studio.model.scenario import Scenario
from topa_studio.model.status import ShotStatus
from topa_studio.model.take import Take

SHOT = (
    '      - {{id: {id}, prompt: "Wide shot. A pier, {scene}.{id}.", '
    "duration: {seconds}{more}}}  # {id}\n"
)
MORE = ["", ", trim: {in: 0.5, out: 2.25}", ", transition: {kind: dissolve, seconds: 0.5}",
        ', transition: {kind: fade, seconds: 1}', ', notes: "red"',
        ", trim: {in: 1.0}"]  # fmt: skip


def _text(scenes: list[list[tuple[int, str]]]) -> str:
    lines = ["title: Piers\n", "scenes:\n"]
    for scene, shots in enumerate(scenes, 1):
        lines.append(f"  - id: {scene}\n    title: Scene {scene}  # so\n    shots:\n")
        for shot, (seconds, more) in enumerate(shots, 1):
            lines.append(SHOT.format(id=shot, scene=scene, seconds=seconds, more=more))
    return "".join(lines)


def told(change: Change) -> str:
    """What the terminal says of it."""
    return say(change.code, change.params)


def opened(text: str) -> Document:
    return Document(Path("film.yaml"), text.encode())


def composed(film: Scenario) -> Composition:
    """Every shot with a clip of 30 seconds, long enough for anything."""

    def status(key: str) -> ShotStatus:
        return ShotStatus(key, chosen=Take(1, f"{key}.mp4"))

    return Composition(film, CutList(status).of(film))


def out_and_back(
    document: Document, kind: str = "otio"
) -> tuple[Composition, tuple[Exported, ...], Returned]:
    film = composed(document.scenario)
    made, _supply, shots = sequence_of(film, known_of(film, 30.0))
    return film, shots, read_back(kind, made, film.rate)


def bring(
    document: Document, shots: tuple[Exported, ...], edit: Returned
) -> tuple[Conforming, list[str]]:
    """The cut brought in; the keys of the shots that its clips are now."""
    film = composed(document.scenario)
    keys = [shot.key for shot in film.scenario.shots()]
    matcher = Matcher(shots, keys, by_manifest=True, marked=True)
    reading = laid_beside(
        film.scenario, film.rate, shots, matcher.match(edit.pieces), matcher.match(edit.beside)
    )
    step = document.prepare("", doubling(reading))
    doubled = step.change.after if step is not None and step.change else film.scenario
    found = conformed(reading, doubled)
    names = iter(found.copies)
    order = [key or next(names) for key in reading.order]
    if found.edits:
        document.apply("Cut", found.edits)
    return found, order


SCENES = st.lists(
    st.lists(st.tuples(st.integers(3, 6), st.sampled_from(MORE)), min_size=1, max_size=4),
    min_size=1,
    max_size=3,
)


@settings(deadline=None, max_examples=150)
@given(SCENES, st.data())
def test_any_cut_becomes_the_film_and_undo_gives_the_bytes_back(
    scenes: list[list[tuple[int, str]]], data: st.DataObject
) -> None:
    text = _text(scenes)
    document = opened(text)
    _film, shots, edit = out_and_back(document)
    wanted = _edited(edit, data)
    found, order = bring(document, shots, replace(edit, pieces=tuple(wanted)))
    after = composed(document.scenario)
    assert [cut.key for cut in after.cuts] == order
    for cut, piece in zip(after.cuts, wanted, strict=True):
        assert cut.frames == piece.frames, cut
        assert round(cut.offset * 24) == piece.source
        dissolve = cut.join.frames if cut.join.kind == "dissolve" else 0
        assert dissolve == (piece.dissolve or 0) or piece.dissolve or cut.first == 0
    if found.edits:
        document.undo()
    assert document.text == text
    assert not document.unsaved


def _edited(edit: Returned, data: st.DataObject) -> list[Piece]:
    pieces = list(data.draw(st.permutations(edit.pieces)))
    pieces = pieces[: data.draw(st.integers(1, len(pieces)))]
    if data.draw(st.booleans()):
        pieces = [piece for piece in edit.pieces if piece in pieces]
    for piece in data.draw(st.lists(st.sampled_from(pieces), max_size=2)):
        source = data.draw(st.integers(0, 40))
        pieces.insert(data.draw(st.integers(0, len(pieces))), replace(piece, source=source))
    for place in data.draw(st.lists(st.integers(0, len(pieces) - 1), max_size=3)):
        trimmed = {
            "source": data.draw(st.integers(0, 60)),
            "frames": data.draw(st.integers(24, 99)),
        }
        pieces[place] = replace(pieces[place], **trimmed)
    for place in data.draw(st.lists(st.integers(1, max(1, len(pieces) - 1)), max_size=2)):
        if place < len(pieces):
            pieces[place] = replace(pieces[place], dissolve=data.draw(st.integers(0, 12)))
    return pieces


TEXT = _text([[(5, MORE[0]), (5, MORE[4]), (4, MORE[2])], [(3, MORE[3]), (4, MORE[1])]])


def _lines(text: str) -> set[str]:
    return set(text.splitlines())


@pytest.mark.parametrize("kind", ["otio", "fcpxml", "fcp7", "edl"])
def test_a_trim_touches_its_own_line_only(kind: str) -> None:
    document = opened(TEXT)
    _film, shots, edit = out_and_back(document, kind)
    pieces = list(edit.pieces)
    pieces[1] = replace(pieces[1], source=12, frames=48)
    found, _order = bring(document, shots, replace(edit, pieces=tuple(pieces)))
    assert [(change.key, change.code) for change in found.changes] == [("1__2", "conform.trimmed")]
    assert _lines(TEXT) - _lines(document.text) == {TEXT.splitlines()[6]}
    (line,) = _lines(document.text) - _lines(TEXT)
    assert line == TEXT.splitlines()[6].replace('"red"}', '"red", trim: {in: 0.5, out: 2.5}}')


def test_a_shot_moved_into_another_scene_is_one_move() -> None:
    document = opened(TEXT)
    _film, shots, edit = out_and_back(document)
    pieces = list(edit.pieces)
    pieces.append(pieces.pop(0))
    found, _order = bring(document, shots, replace(edit, pieces=tuple(pieces)))
    assert [told(change) for change in found.changes] == ["Shot 1.1: moved after 2.2"]
    assert [shot.key for shot in document.scenario.scenes[1].shots] == ["2__1", "2__2", "1__1"]


def test_where_a_shot_goes_is_told_by_what_stays_there_under_the_numbers_of_now() -> None:
    document = opened(TEXT)
    _film, shots, edit = out_and_back(document)
    first, second, third, fourth, fifth = edit.pieces
    # 2.1 goes, so what lands behind it lands at its scene's beginning.
    turned = (first, second, fifth, third)
    found, _order = bring(document, shots, replace(edit, pieces=turned))
    assert [told(change) for change in found.changes] == [
        "Shot 1.3: moved after 2.2",
        "Shot 2.1: to the trash",
    ]
    document = opened(TEXT)
    found, _order = bring(document, shots, replace(edit, pieces=(third, first, second, fourth)))
    assert [told(change) for change in found.changes] == [
        "Shot 1.3: moved to the beginning of scene 1",
        "Shot 2.2: to the trash",
    ]


def test_where_a_scene_goes_is_told() -> None:
    text = _text([[(5, "")] for _scene in range(3)])
    document = opened(text)
    _film, shots, edit = out_and_back(document)
    first, second, third = edit.pieces
    for turned, wanted in (
        ((second, third, first), "Scene Scene 1: moved after scene Scene 3"),
        ((third, first, second), "Scene Scene 3: moved to the beginning of the film"),
    ):
        found, _order = bring(opened(text), shots, replace(edit, pieces=turned))
        assert [told(change) for change in found.changes] == [wanted]


def test_two_scenes_that_change_places_stay_scenes() -> None:
    document = opened(TEXT)
    _film, shots, edit = out_and_back(document)
    pieces = [*edit.pieces[3:], *edit.pieces[:3]]
    found, _order = bring(document, shots, replace(edit, pieces=tuple(pieces)))
    assert [told(change) for change in found.changes] == [
        "Scene Scene 1: moved after scene Scene 2"
    ]
    assert [scene.id for scene in document.scenario.scenes] == ["2", "1"]


def test_what_the_film_changed_since_stays_where_the_cut_says_nothing_of_it() -> None:
    document = opened(TEXT)
    _film, shots, edit = out_and_back(document)
    changed = opened(TEXT.replace("duration: 5}", "duration: 5, trim: {in: 1.0, out: 3.0}}"))
    pieces = list(edit.pieces)
    del pieces[1]
    found, _order = bring(changed, shots, replace(edit, pieces=tuple(pieces)))
    assert [(change.key, change.code) for change in found.changes] == [("1__2", "conform.deleted")]
    assert "trim: {in: 1.0, out: 3.0}" in changed.text


def test_a_new_shot_of_the_film_stays_behind_the_one_it_is_behind() -> None:
    document = opened(TEXT)
    _film, shots, edit = out_and_back(document)
    line = TEXT.splitlines(keepends=True)[5]
    added = opened(TEXT.replace(line, line + line.replace("id: 1", "id: 9")))
    pieces = list(edit.pieces)
    pieces.append(pieces.pop(2))
    bring(added, shots, replace(edit, pieces=tuple(pieces)))
    keys = [shot.key for shot in added.scenario.shots()]
    assert keys == ["1__1", "1__9", "1__2", "2__1", "2__2", "1__3"]


def test_a_clip_in_another_place_of_the_file_is_neither_deleted_nor_changed() -> None:
    document = opened(TEXT)
    _film, shots, edit = out_and_back(document)
    first, second, *rest = edit.pieces
    odd = replace(second, frames=1, source=0, odd="interchange.speed")
    found, _order = bring(
        document,
        shots,
        replace(edit, pieces=(odd, *rest), beside=(replace(first, odd="interchange.nested"),)),
    )
    assert not found.changes
    assert document.text == TEXT


def test_a_fade_that_no_format_brings_back_is_not_taken_for_deleted() -> None:
    document = opened(TEXT)
    for kind in ("otio", "edl", "fcpxml", "fcp7"):
        _film, shots, edit = out_and_back(document, kind)
        found, _order = bring(document, shots, edit)
        assert not found.edits
        pieces = [replace(piece, dissolve=0) for piece in edit.pieces]
        found, _order = bring(document, shots, replace(edit, pieces=tuple(pieces)))
        assert [(c.key, c.code) for c in found.changes] == [("1__3", "conform.no-dissolve")]
        document.undo()


def test_a_dissolve_over_the_middle_of_a_cut_moves_the_cut_to_its_beginning() -> None:
    document = opened(TEXT)
    _film, _shots, edit = out_and_back(document)
    track = Track()
    for piece in edit.pieces:
        if piece.name.startswith("S01_SH02"):
            track.dissolve(6, 6)
        elif piece.dissolve:
            track.dissolve(0, piece.dissolve)
        track.clip(replace(piece, source=piece.source + 6, dissolve=0))
    assert (track.pieces[0].frames, track.pieces[1].frames) == (114, 126)
    assert (track.pieces[1].source, track.pieces[1].dissolve) == (0, 12)
