"""A script that comes again brings what changed in it, and leaves alone what was done by hand."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.support.scripts import FOLDER, SAMPLES
from topa_studio.document.document import Document
from topa_studio.document.edits import (
    AddScene,
    AddShot,
    DeleteShot,
    Edit,
    MergeShots,
    MoveShot,
    RenameElement,
    SetField,
    ShotTarget,
)
from topa_studio.film.scripts.again import Again, choices_of, compared
from topa_studio.film.scripts.breakdown import Choices, broken_down
from topa_studio.film.scripts.reading import read_script
from topa_studio.film.scripts.script import Script
from topa_studio.film.scripts.writing import film_text

CAT = (FOLDER / "cat.fountain").read_text(encoding="utf-8")


def _read(text: str, name: str = "a.fountain") -> Script:
    return read_script(text.encode(), name)


def _film(script: Script, choices: Choices | None = None) -> Document:
    found = broken_down(script, choices or Choices())
    text = film_text(found, found.title or "Film", "16:9", "script/a.fountain")
    return Document(Path("scenario.yaml"), text.encode())


def _again(document: Document, old: Script, new: Script) -> Again:
    again = compared(document.scenario, old, new)
    if again.edits:
        document.apply("Script", again.edits)
    return again


def _told(again: Again) -> list[tuple[str, str, str]]:
    return [(change.what, change.of, change.number) for change in again.changes]


def _by_hand(document: Document, *edits: Edit) -> None:
    document.apply("By hand", edits)


def _prompts(document: Document) -> list[list[str]]:
    return [[shot.prompt for shot in scene.shots] for scene in document.scenario.scenes]


def _wanted(script: Script, choices: Choices | None = None) -> list[list[str]]:
    film = broken_down(script, choices or Choices())
    return [[shot.prompt for shot in scene.shots] for scene in film.scenes]


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("each", ["paragraph", "sentence"])
def test_the_same_script_brings_nothing(name: str, each: str) -> None:
    script = read_script((FOLDER / name).read_bytes(), name)
    document = _film(script, Choices(each))
    before = document.to_bytes()

    again = _again(document, script, script)

    assert not again.changes
    assert not again.edits
    assert document.to_bytes() == before


def test_other_words_change_their_shot_alone_and_undo_gives_the_bytes_back() -> None:
    old, new = _read(CAT), _read(CAT.replace("with a torn sail", "without a mast"))
    document = _film(old)
    before, lines = document.to_bytes(), document.text.split("\n")

    again = _again(document, old, new)

    assert _told(again) == [("changed", "shot", "2.1")]
    differs = [(a, b) for a, b in zip(lines, document.text.split("\n"), strict=True) if a != b]
    assert len(differs) == 1
    assert "one without a mast" in differs[0][1]
    document.undo()
    assert document.to_bytes() == before


def test_a_new_paragraph_is_a_new_shot_and_all_takes_stay_with_theirs() -> None:
    old = _read(CAT)
    new = _read(CAT.replace("An old fisherman", "A gull lands on the lamp.\n\nAn old fisherman"))
    document = _film(old)
    keys = {shot.prompt: shot.key for shot in document.scenario.shots()}

    again = _again(document, old, new)

    assert [told for told in _told(again) if told[1] == "shot"] == [("new", "shot", "2.3")]
    assert _prompts(document) == _wanted(new)
    now = {shot.prompt: shot.key for shot in document.scenario.shots()}
    assert keys.items() <= now.items()
    assert [shot.source for shot in document.scenario.shots()] == [
        shot.source for shot in broken_down(new).shots()
    ]


def test_a_paragraph_that_is_gone_takes_its_shot_with_it() -> None:
    old = _read(CAT)
    new = _read(
        CAT.replace("PEPPER eats a fish on the warm glass. The lamp goes out by itself.", "")
    )
    document = _film(old)

    again = _again(document, old, new)

    assert ("gone", "shot", "3.1") in _told(again)
    assert _prompts(document) == _wanted(new, choices_of(document.scenario, new)[0])


def test_words_changed_by_hand_are_shown_and_kept() -> None:
    old, new = _read(CAT), _read(CAT.replace("with a torn sail", "without a mast"))
    document = _film(old)
    _by_hand(document, SetField(ShotTarget("2__1"), "prompt", "My own words"))

    again = _again(document, old, new)

    (kept,) = again.changes
    assert (kept.what, kept.key, kept.before) == ("kept", "2__1", "My own words")
    assert "without a mast" in kept.after
    assert document.scenario.shot("2__1").prompt == "My own words"


def test_a_shot_changed_by_hand_stays_when_the_script_drops_it() -> None:
    old, new = (
        _read(CAT),
        _read(CAT.replace("An old fisherman lifts a basket of silver fish.\n", "")),
    )
    document = _film(old)
    _by_hand(document, SetField(ShotTarget("2__3"), "prompt", "My own fisherman"))

    again = _again(document, old, new)

    assert _told(again) == [("kept", "shot", "2.3")]
    assert document.scenario.shot("2__3").source is None
    assert not _again(document, new, new).changes


def test_words_kept_by_hand_get_no_element_that_they_do_not_name() -> None:
    sand = "The sun shines. A boat lies on the sand"
    old = _read(f"INT. ATTIC - DAY\n\nDust falls.\n\nEXT. SHORE - DAY\n\n{sand}.\n")
    document = _film(old)
    own = f"{sand}. Wide shot, gulls."
    _by_hand(document, SetField(ShotTarget("2__1"), "prompt", own))
    newer = old.text.replace(f"{sand}.", f"{sand} by rocks.\n\nWaves come in.")
    again = _again(document, old, _read(newer))
    shot = document.scenario.shot("2__1")
    assert (shot.prompt, shot.elements) == (own, ())
    assert document.scenario.shot("2__2").elements == ("Shore",)
    assert [change.what for change in again.changes if change.number == "2.1"] == ["kept"]


def test_lines_kept_by_hand_keep_their_captions() -> None:
    text = "INT. HUT - NIGHT\n\nMILA\nNot tonight.\n\nShe wipes the glass.\n"
    old, new = _read(text), _read(text.replace("Not tonight.", "Never again."))
    document = _film(old)
    lines = [{"who": "Mila", "text": "My own words."}]
    _by_hand(document, SetField(ShotTarget("1__1"), "lines", lines))
    again = _again(document, old, new)
    assert [(c.what, c.fields) for c in again.changes if "captions" in c.fields] == []
    shot = document.scenario.shot("1__1")
    assert [
        (line.text, shown.text) for line, shown in zip(shot.lines, shot.captions, strict=True)
    ] == [("My own words.", "Not tonight.")]
    # Where the lines are the script's, their captions are, too.
    document = _film(old)
    _again(document, old, new)
    assert [shown.text for shown in document.scenario.shot("1__1").captions] == ["Never again."]


def test_what_comes_is_told_by_its_number_in_the_film() -> None:
    old = _read("INT. ATTIC - DAY\n\nDust falls.\n\nEXT. SHORE - DAY\n\nThe sun shines.\n")
    document = _film(old)
    _by_hand(
        document,
        AddScene(0, {"id": "9", "title": "Mine", "shots": []}),
        AddShot("9", 0, {"id": "1", "prompt": "My own beginning"}),
        AddShot("2", 0, {"id": "7", "prompt": "My own sea"}),
    )
    more = "\nA boat lies there.\n\nINT. CELLAR - DAY\n\nWater drips.\n"
    again = _again(document, old, _read(old.text + more))
    told = {change.after: change.number for change in again.changes if change.of != "element"}
    film = document.scenario
    numbers = {shot.prompt: film.number_of(shot.key) for shot in film.shots()}
    for words in ("A boat lies there.", "Water drips."):
        (prompt,) = (each for each in told if words in each)
        assert told[prompt] == numbers[prompt]
    assert told["Cellar, day"] == "4"


def test_only_what_was_changed_by_hand_is_kept() -> None:
    old = _read(CAT)
    new = _read(CAT.replace("The boats can't see us.", "The boats are lost in the dark tonight."))
    document = _film(old)
    _by_hand(document, SetField(ShotTarget("1__3"), "prompt", "Close-up. @Mila speaks."))

    again = _again(document, old, new)

    assert sorted(_told(again)) == [("changed", "shot", "1.3"), ("kept", "shot", "1.3")]
    shot = document.scenario.shot("1__3")
    assert shot.prompt == "Close-up. @Mila speaks."
    assert "lost in the dark" in shot.lines[0].text


def test_what_was_deleted_by_hand_does_not_come_back() -> None:
    old, new = _read(CAT), _read(CAT.replace("wet boards", "dry boards"))
    document = _film(old)
    _by_hand(document, DeleteShot("2__2"))

    again = _again(document, old, new)

    assert not again.changes
    assert [shot.key for shot in document.scenario.scenes[1].shots] == ["2__1", "2__3"]


def test_a_moved_paragraph_moves_its_shot() -> None:
    old = _read(CAT)
    gull = "An old fisherman lifts a basket of silver fish.\n\n"
    new = _read(CAT.replace(gull, "").replace("The storm is over", gull + "The storm is over"))
    document = _film(old)

    again = _again(document, old, new)

    assert ("moved", "shot") in [told[:2] for told in _told(again)]
    assert _prompts(document) == _wanted(new)
    assert {shot.key for shot in document.scenario.scenes[1].shots} == {"2__1", "2__2", "2__3"}


def test_a_shot_moved_by_hand_stays_where_it_was_put() -> None:
    old, new = _read(CAT), _read(CAT.replace("wet boards", "dry boards"))
    document = _film(old)
    _by_hand(document, MoveShot("2__2", "3", 0))

    again = _again(document, old, new)

    assert _told(again) == [("changed", "shot", "3.1")]
    assert document.scenario.scene_of("2__2").id == "3"
    assert "dry boards" in document.scenario.shot("2__2").prompt


def test_scenes_that_come_go_move_and_are_renamed() -> None:
    old = _read(CAT)
    two, three = "EXT. PIER - DAWN", "INT. LIGHTHOUSE - MORNING"
    head = CAT.split("INT. LIGHTHOUSE - NIGHT")[0]
    first = CAT[len(head) : CAT.index(two)]
    third = CAT[CAT.index(three) :]
    come = "EXT. SEA - DAY\n\nA boat drifts. Nobody is in it.\n\n"
    third = third.replace(three, "INT. LIGHTHOUSE - NOON")
    new = _read(head + third + "\n" + come + first)
    document = _film(old)

    again = _again(document, old, new)

    told = _told(again)
    assert ("gone", "scene", "2") in told
    assert ("changed", "scene", "3") in told
    assert ("new", "scene", "2") in told
    assert any(each[:2] == ("moved", "scene") for each in told)
    scenes = document.scenario.scenes
    assert [scene.title for scene in scenes] == [
        "Lighthouse, noon", "Sea, day", "Lighthouse, night",
    ]  # fmt: skip
    assert [shot.key for shot in scenes[0].shots] == ["3__1", "3__2"]
    assert [shot.key for shot in scenes[2].shots] == ["1__1", "1__2", "1__3"]


def test_a_heading_in_the_middle_parts_a_scene_and_its_takes_go_along() -> None:
    old = _read(CAT)
    new = _read(CAT.replace("MILA runs along", "EXT. BEACH - DAY\n\nMILA runs along"))
    document = _film(old)

    _again(document, old, new)

    assert [[shot.key for shot in scene.shots] for scene in document.scenario.scenes] == [
        ["1__1", "1__2", "1__3"], ["2__1"], ["2__2", "2__3"], ["3__1", "3__2"],
    ]  # fmt: skip


def test_shots_merged_by_hand_are_kept_and_follow_their_lines() -> None:
    old = _read(CAT)
    new = _read("\n\n" + CAT.replace("Title: The Lighthouse Cat\nAuthor: Me\n", "").lstrip())
    document = _film(old)
    _by_hand(document, MergeShots("2__1", "2__2"))

    again = _again(document, old, new)

    assert [told for told in _told(again) if told[1] == "shot"] == []
    assert len(document.scenario.scenes[1].shots) == 2
    changed = _read(new.text.replace("wet boards", "dry boards"))
    assert _told(_again(document, new, changed)) == [("kept", "shot", "2.1")]


@pytest.mark.parametrize("each", ["paragraph", "sentence"])
def test_an_element_that_was_renamed_by_hand_keeps_its_name(each: str) -> None:
    old, new = _read(CAT), _read(CAT.replace("wet boards", "dry boards"))
    document = _film(old, Choices(each))
    _by_hand(document, RenameElement("Mila", "Anna"))

    again = _again(document, old, new)

    assert _told(again) == [("changed", "shot", "2.3" if each == "sentence" else "2.2")]
    assert "@Anna runs along the dry boards" in "".join(map("".join, _prompts(document)))
    assert {element.name for element in document.scenario.elements} == {
        "Anna", "Pepper", "Lighthouse", "Pier",
    }  # fmt: skip


def test_who_was_made_a_plain_word_stays_one_and_who_is_new_becomes_an_element() -> None:
    old = _read(CAT)
    document = _film(old, Choices().with_plain("Pepper"))
    new = _read(CAT + "\nTOM waves.\n\nTOM and PEPPER go home.\n")

    _again(document, old, new)

    assert {element.name for element in document.scenario.elements} == {
        "Mila", "Lighthouse", "Pier", "Tom",
    }  # fmt: skip
    assert document.scenario.scenes[2].shots[-1].prompt == "@Lighthouse. @Tom and PEPPER go home."


@pytest.mark.timeout(60)
def test_a_script_of_one_sentence_thousands_of_times_takes_no_hours() -> None:
    words = "INT. A - DAY\n\n" + "She runs.\n\n" * 5_000
    old, new = _read(words + "He waits.\n"), _read("He came.\n\n" + words + "He left.\n")
    film = _film(old)

    again = compared(film.scenario, old, new)

    assert [change.before for change in again.changes if change.before] == ["He waits."]
    assert len(again.changes) < 5


@pytest.mark.parametrize("seed", range(40))
def test_any_two_versions_come_to_the_newer_one(seed: int) -> None:
    """Without anything done by hand the film says what the newer script says."""
    rng = random.Random(seed)
    name = rng.choice(["cat.fountain", "topa.fountain"])
    text = (FOLDER / name).read_text(encoding="utf-8")
    old = _read(text)
    new = _read(_changed(rng, text))
    document = _film(old)
    _again(document, old, new)

    choices, _names = choices_of(_film(old).scenario, old)
    wanted = broken_down(new, choices)
    assert [_plain(shot.prompt) for shot in document.scenario.shots()] == [
        _plain(shot.prompt) for shot in wanted.shots()
    ]
    assert [shot.source for shot in document.scenario.shots()] == [
        shot.source for shot in wanted.shots()
    ]
    assert [scene.title for scene in document.scenario.scenes] == [
        scene.title for scene in wanted.scenes
    ]
    assert not _again(document, new, new).changes


def _plain(words: str) -> str:
    return " ".join(words.replace("@", "").split())


def _changed(rng: random.Random, text: str) -> str:
    blocks = text.split("\n\n")
    for _turn in range(rng.randint(1, 5)):
        at = rng.randrange(1, len(blocks))
        match rng.randrange(5):
            case 0:
                blocks.insert(at, f"Something new {rng.randint(0, 99)} happens here.")
            case 1 if len(blocks) > 3:
                blocks.pop(at)
            case 2:
                blocks.insert(rng.randrange(1, len(blocks)), blocks.pop(at))
            case 3:
                blocks[at] = blocks[at] + " And then some."
            case _:
                blocks.insert(at, f"EXT. NOWHERE {rng.randint(0, 9)} - NIGHT")
    return "\n\n".join(blocks)
