"""What becomes of a script: scenes, shots and elements, and no word of it is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.film.scripts.test_reading import ROWS
from tests.support.scripts import SAMPLES, lost, sample
from topa_studio.base.errors import ProjectError
from topa_studio.film.scripts.beats import Speech, all_beats, sceneries
from topa_studio.film.scripts.breakdown import USUAL, Breakdown, Choices, PlannedShot, broken_down
from topa_studio.film.scripts.reading import read_script, script_of
from topa_studio.film.scripts.wording import LONGEST, MOST_SIGNS, SHORTEST, sentences
from topa_studio.model.mentions import mentioned_names
from topa_studio.model.scenario import Caption, ElementKind, Line

CHOICES = [
    Choices(each, characters, places)
    for each in ("paragraph", "sentence")
    for characters in (True, False)
    for places in (True, False)
]


def _film(text: str, choices: Choices = USUAL) -> Breakdown:
    return broken_down(read_script(text.encode(), "a.fountain"), choices)


def _shots(film: Breakdown) -> list[PlannedShot]:
    return list(film.shots())


@pytest.mark.parametrize("choices", CHOICES)
@pytest.mark.parametrize("name", SAMPLES)
def test_no_word_of_a_sample_is_lost(name: str, choices: Choices) -> None:
    script = sample(name)
    film = broken_down(script, choices)

    assert not lost(script, film)
    _is_sound(film)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(ROWS), max_size=14),
    st.sampled_from(["fountain", "markdown", "plain"]),
    st.sampled_from(CHOICES),
)
@example(["ТОПА", "", "ТОПА", "~"], "fountain", USUAL)
def test_no_word_of_any_script_is_lost(rows: list[str], form: str, choices: Choices) -> None:
    script = script_of("\n".join(rows), form)
    if not any(all_beats(sceneries(script, by_sentence=False))):
        with pytest.raises(ProjectError):
            broken_down(script, choices)
        return
    film = broken_down(script, choices)

    assert not lost(script, film)
    _is_sound(film)


def _is_sound(film: Breakdown) -> None:
    """Whatever the script says, the film can be made."""
    names = {one.name for one in film.elements}
    for shot in film.shots():
        assert SHORTEST <= shot.seconds <= LONGEST
        assert set(shot.elements) <= names
        assert len(shot.elements) <= 3
        assert set(mentioned_names(shot.prompt, names)) == set(shot.elements)
        assert len(shot.prompt) <= MOST_SIGNS + 200
        assert shot.source is not None
        assert shot.source[0] <= shot.source[1]
        assert all(0 <= c.start < (c.end or 0) <= shot.seconds + 0.1 for c in shot.captions)


def test_the_film_of_the_design_comes_out_as_it_is_drawn() -> None:
    film = broken_down(sample("cat.fountain"))

    assert film.title == "The Lighthouse Cat"
    assert [scene.title for scene in film.scenes] == [
        "Lighthouse, night", "Pier, dawn", "Lighthouse, morning",
    ]  # fmt: skip
    assert [len(scene.shots) for scene in film.scenes] == [3, 3, 2]
    assert film.seconds == 38
    assert [(one.name, one.kind, one.shots) for one in film.elements] == [
        ("Mila", ElementKind.CHARACTER, 4),
        ("Pepper", ElementKind.CHARACTER, 3),
        ("Lighthouse", ElementKind.BACKGROUND, 5),
        ("Pier", ElementKind.BACKGROUND, 3),
    ]
    assert film.elements[0].description == "nine, in a yellow coat"
    said = _shots(film)[2]
    assert said.lines == (Line("Mila", "Wake up, Pepper. The boats can't see us."),)
    assert said.captions == (Caption("Wake up, Pepper. The boats can't see us.", 0, 3.7),)
    assert said.prompt == "@Lighthouse. @Mila: “Wake up, Pepper. The boats can't see us.”"
    assert said.source == (10, 11)


@pytest.mark.parametrize("name", ["a.txt", "a.fountain"])
@pytest.mark.parametrize("heading", ["ИНТ. МАЯК — НОЧЬ", "1. INT. TOWER - NIGHT"])
def test_a_title_alone_above_the_first_heading_is_no_shot(name: str, heading: str) -> None:
    text = f"МАЯК НА КРАЮ\n\n{heading}\n\nЛампа гаснет.\n"
    film = broken_down(read_script(text.encode(), name))

    assert film.title == "МАЯК НА КРАЮ"
    assert [shot.source for shot in film.shots()] == [(5, 5)]
    assert not any("МАЯК" in scene.notes for scene in film.scenes)


@pytest.mark.parametrize(
    "above", ["ИЗ ЗТМ", "FADE IN", "Волны бьются о берег", "A BANG!\n\nRain", "THUNDER!"]
)
def test_what_else_stands_above_the_first_heading_is_no_title(above: str) -> None:
    text = f"{above}\n\nINT. TOWER - NIGHT\n\nThe lamp dies.\n"

    for name in ("a.txt", "a.fountain"):
        assert broken_down(read_script(text.encode(), name)).title == ""


def test_a_russian_script_becomes_a_film() -> None:
    film = broken_down(sample("topa.fountain"))

    assert film.title == "Топа и зимний фонарь"
    assert [(scene.title, scene.background, scene.lighting) for scene in film.scenes] == [
        ("Дом Топы, утро", "Дом Топы, интерьер", "Утро"),
        ("Двор, вечер", "Двор, натура", "Вечер"),
        ("Лес, ночь", "Лес, натура", "Ночь"),
        ("Дом Топы, ночь", "Дом Топы, интерьер и натура", "Ночь"),
    ]
    assert "Автор" not in film.title
    assert film.scenes[0].notes.split("\n") == [
        "Author: Студия Топа", "Draft date: 1 декабря", "# Часть первая",
        "= Топа находит фонарь, а Пуша его боится.", "#1#",
    ]  # fmt: skip
    whisper = next(shot for shot in film.shots() if "светится" in shot.prompt)
    assert whisper.lines[0] == Line("Топа", "Пуша! Там что-то светится.", "шёпотом")
    assert "@Топа (шёпотом): «Пуша! Там что-то светится.»" in whisper.prompt
    tones = [line.tone for shot in film.shots() for line in shot.lines if line.who == "Пуша"]
    assert tones == ["З.К.", "громче", ""]
    looks = {one.name: one.description for one in film.elements}
    assert looks["Топа"] == "маленький бурый зверёк в зелёном шарфе"


def test_a_shot_for_each_sentence() -> None:
    film = _film("INT. A - DAY\n\nOne goes. Mr. Two stays at 5 p.m. sharp! Three?\n",
                 Choices("sentence"))  # fmt: skip

    assert [shot.prompt for shot in film.shots()] == [
        "One goes.", "Mr. Two stays at 5 p.m. sharp!", "Three?",
    ]  # fmt: skip
    assert {shot.source for shot in film.shots()} == {(3, 3)}
    assert sentences("Он ждёт… Потом г. Котов идёт. «Да!» — Нет.") == [
        "Он ждёт…", "Потом г. Котов идёт.", "«Да!» — Нет.",
    ]  # fmt: skip


def test_a_speech_joins_what_is_seen_behind_it_if_that_is_not_too_long() -> None:
    short = "MILA\nGo!\n\nShe runs.\n\n"
    long = "MILA\n" + "word " * 20 + "\n\nShe runs.\n"
    film = _film(f"INT. A - DAY\n\n{short}{long}")

    assert [bool(shot.lines) for shot in film.shots()] == [True, True, False]
    assert _shots(film)[0].prompt.endswith("@Mila: “Go!” She runs.")
    assert _shots(film)[0].source == (3, 6)


def test_a_speech_that_no_shot_can_hold_is_cut_between_sentences() -> None:
    film = _film("INT. A - DAY\n\nMILA\n" + "I say it again and again. " * 20 + "\n")

    shots = _shots(film)
    assert len(shots) > 2
    assert all(shot.lines[0].text.endswith(".") for shot in shots)
    assert sum(shot.lines[0].text.count("again and again") for shot in shots) == 20


def test_who_is_named_once_stays_a_plain_word_until_it_is_chosen() -> None:
    text = "INT. HALL - DAY\n\nTOM waits.\n\nEXT. YARD - DAY\n\nANN runs. BOB sits.\n\nANN sings.\n"
    film = _film(text)
    assert [one.name for one in film.elements] == ["Ann", "Yard"]
    assert {one.name for one in film.left} == {"Tom", "Bob", "Hall"}
    assert _shots(film)[0].prompt == "TOM waits."

    chosen = _film(text, Choices().with_made("Tom").with_plain("Ann"))
    assert [one.name for one in chosen.elements] == ["Tom", "Yard"]
    assert _shots(chosen)[0].prompt == "@Tom waits."
    assert "ANN runs" in _shots(chosen)[1].prompt


def test_more_elements_than_a_shot_takes_stay_plain_words() -> None:
    film = _film("INT. HALL - DAY\n\n" + "ANN, BOB, CAT and DOG dance.\n\n" * 2)

    assert _shots(film)[0].prompt == "@Ann, @Bob, @Cat and DOG dance."
    assert _shots(film)[0].elements == ("Ann", "Bob", "Cat")


def test_a_name_with_an_at_that_is_no_element_is_none_in_the_film() -> None:
    film = _film("INT. HALL - DAY\n\n@Rex barks at me@example.com.\n")

    assert _shots(film)[0].prompt == "Rex barks at me@example.com."


def test_a_script_without_scenes_is_one_and_one_without_words_none() -> None:
    film = _film("She runs.\n\nShe stops.\n")
    assert [len(scene.shots) for scene in film.scenes] == [2]
    for empty in ("", "\n\n", "Title: Nothing\n\n", "# Act\n\n===\n"):
        with pytest.raises(ProjectError) as told:
            _film(empty)
        assert told.value.code == "project.script-empty"


@pytest.mark.timeout(60)
def test_ten_thousand_scenes_are_all_there() -> None:
    text = "".join(f"INT. ROOM {n} - DAY\n\nANN{n % 50} walks.\n\n" for n in range(10_000))
    film = _film(text)

    assert len(film.scenes) == film.count == 10_000


def test_who_has_nothing_to_say_is_noted() -> None:
    film = _film("INT. A - DAY\n\nShe runs.\n\nMILA\n(waits)\n\nShe stops.\n")

    assert [shot.notes for shot in film.shots()] == ["", "MILA\nwaits"]


def test_captions_only_where_they_are_wanted() -> None:
    film = _film("MILA\nGo!\n", replace(Choices(), captions=False))

    assert _shots(film)[0].captions == ()
    assert _shots(film)[0].lines == (Line("Mila", "Go!"),)
    assert Speech("a", "b").tone == ""
