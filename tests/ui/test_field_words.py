"""Fields and values are named as the window names them, whatever the file calls them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from topa_studio.document.edits import ElementTarget, FilmTarget, SceneTarget, ShotTarget, Target
from topa_studio.document.merging.merge import ABSENT, Conflict
from topa_studio.document.reading.format import (
    ElementPart,
    GlobalConfig,
    Part,
    ScenePart,
    ShotPart,
    known_keys,
)
from topa_studio.model.scenario import FilmConfig, Scenario, Scene, Shot
from topa_studio.ui.field_words import conflict_name, field_word, value_words

FILM = Scenario(
    FilmConfig(title="Piers"),
    scenes=(Scene("7", "Morning", shots=(Shot("7__1", "1", title="A pier"), Shot("7__2", "2"))),),
)
PIER = ShotTarget("7__1")


def conflict(target: Target, field: str, ours: object, theirs: object) -> Conflict:
    return Conflict(target, field, None, ours, theirs)


@pytest.mark.parametrize(
    ("target", "field", "name"),
    [
        (PIER, "duration", "Shot 1.1: length"),
        (ShotTarget("gone"), "mode", "Shot gone: quality"),
        (SceneTarget("7"), "lighting", "Scene 1: lighting"),
        (ElementTarget("Topa"), "reference_prompts", "@Topa: reference images"),
        (FilmTarget(), "global_config.style_prefix", "Film: style"),
        (PIER, "my_own_key", "Shot 1.1: “my_own_key”"),
    ],
)
def test_a_conflict_is_named_in_the_users_words(
    qapp: QApplication, target: Target, field: str, name: str
) -> None:
    assert conflict_name(FILM, conflict(target, field, 1, 2)) == name


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("duration", 7, "7 s"),
        ("mode", "std", "Draft"),
        ("sound", False, "off"),
        ("scene", "7", "Scene 1"),
        ("start", "previous", "the end of the shot before"),
        ("elements_needed", ["Topa", "Valley"], "Topa, Valley"),
        ("shots", ["7__1", "new"], "1.1 A pier, new"),
        ("scenes", ["7"], "Morning"),
        ("notes", ABSENT, "(nothing)"),
        ("", ABSENT, "(deleted)"),
        ("", {"id": 1, "title": "A pier", "duration": 4}, "title: A pier\nlength: 4 s"),
        ("type", "prop", "prop"),
        ("prompt", "w" * 700, "w" * 600 + "…"),
    ],
)
def test_a_value_is_shown_as_a_person_reads_it(
    qapp: QApplication, field: str, value: object, words: str
) -> None:
    assert value_words(FILM, conflict(PIER, field, value, "other"), value) == words


def test_of_two_whole_files_the_part_that_differs_is_shown(qapp: QApplication) -> None:
    files = conflict(FilmTarget(), "file", "a: 1\nb: 2\nc: 3\n", "a: 1\nb: 4\n")
    assert value_words(FILM, files, files.ours) == "From line 2:\nb: 2\nc: 3"
    assert value_words(FILM, files, files.theirs) == "From line 2:\nb: 4"


@pytest.mark.parametrize("part", [ShotPart, ScenePart, ElementPart, GlobalConfig])
def test_every_field_of_the_format_has_a_word(qapp: QApplication, part: type[Part]) -> None:
    names = known_keys(part)
    assert [name for name in names if field_word(name).startswith("“")] == []
