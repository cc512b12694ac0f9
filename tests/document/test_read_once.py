"""What is known of a film is not asked again, and what is told stays what a fresh look tells."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.support.films import opened
from tests.support.long_film import long_film
from topa_studio.app.file.questions import put_together
from topa_studio.base import yaml_reader
from topa_studio.base.yaml_tree import Tree
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.document.document import Document
from topa_studio.document.edits import (
    AddElement,
    Edit,
    MoveShot,
    SceneTarget,
    SetField,
    ShotTarget,
)
from topa_studio.document.edits import FilmTarget as Film
from topa_studio.document.reading import prompt_rules
from topa_studio.model.scenario import ElementKind, Shot

KITE = AddElement("Kite", ElementKind.PROP, {"description": "red"})
# Each changes what is told of shots whose own words stay as they are.
CHANGES: list[tuple[Edit, str]] = [
    (SetField(ShotTarget("s1__1"), "prompt", "Macro insert of a stone."), "the shot before"),
    (MoveShot("s1__3", "s2", 0), "another neighbour, and another scene"),
    (SetField(Film(), "style_prefix", "long " * 600), "the film"),
    (SetField(SceneTarget("s1"), "background", "far " * 700), "the scene"),
    (SetField(SceneTarget("s1"), "multi_shot", True), "one request"),
    (SetField(Film(), "model", "no-such-model"), "the model"),
    (SetField(Film(), "sound", False), "the settings"),
    (KITE, "the elements"),
]


@pytest.fixture
def film() -> Document:
    text = long_film(20).replace("stone 4", 'stone 4 with @Kite: "No sound!"')
    return opened(text)


@pytest.mark.parametrize(("edit", "what"), CHANGES, ids=[what for _edit, what in CHANGES])
def test_a_shot_is_asked_about_again_where_what_is_around_it_changed(
    film: Document, edit: Edit, what: str
) -> None:
    before = film.problems
    film.apply(what, [edit])
    after = Document(film.path, film.to_bytes(), Catalogue.bundled()).problems
    assert film.problems == after
    assert film.problems != before
    film.undo()
    assert film.problems == before


def test_an_edit_asks_the_rules_about_the_shots_near_it_only(
    film: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: Counter[str] = Counter()

    def rules_for(shot: Shot) -> tuple[prompt_rules.Rule, ...]:
        asked[shot.key] += 1
        return prompt_rules.rules_for(shot)

    monkeypatch.setattr("topa_studio.document.reading.rulings.rules_for", rules_for)
    film.apply("Words", [SetField(ShotTarget("s1__4"), "prompt", "Macro insert of a stone.")])
    assert asked == {"s1__4": 1, "s1__5": 1}


@pytest.mark.parametrize("has_edits", [False, True])
def test_a_change_by_another_program_reads_only_what_it_changed(
    film: Document, monkeypatch: pytest.MonkeyPatch, has_edits: bool
) -> None:
    whole: list[str] = []
    parts: list[str] = []

    def parse(text: str) -> Tree:
        whole.append(text)
        return yaml_reader.parse(text)

    def parse_part(text: str, depth: int) -> Tree:
        parts.append(text)
        return yaml_reader.parse(text, depth)

    saved = film.source.text
    if has_edits:
        film.apply("Title", [SetField(ShotTarget("s2__4"), "title", "Mine")])
    for room in ("texts", "records", "renames", "merge", "rewrite"):
        monkeypatch.setattr(f"topa_studio.document.merging.{room}.parse", parse)
    monkeypatch.setattr("topa_studio.document.text.draft.parse", parse)
    monkeypatch.setattr("topa_studio.document.text.reparse.parse", parse_part)
    theirs = saved.replace("duration: 5", "duration: 6", 1)
    basis = film.basis()
    known = film.preparing.texts(basis)
    found, _question = put_together(saved, basis.text, theirs, known)
    film.commit(film.preparing.outside(basis, theirs.encode(), found.text, known))
    assert film.scenario.shot("s1__1").duration == 6
    assert not whole
    assert parts
    assert max(map(len, parts)) < len(saved) / 8
