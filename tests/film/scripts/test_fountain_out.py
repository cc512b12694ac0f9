"""A film goes out as a script, and that script is the same film again, without a lost line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.scripts import SAMPLES, lost, sample
from topa_studio.base.resources import sample_film
from topa_studio.document.document import Document
from topa_studio.film.scripts.breakdown import Breakdown, broken_down
from topa_studio.film.scripts.fountain_out import fountain_text
from topa_studio.film.scripts.reading import script_of
from topa_studio.film.scripts.writing import film_text
from topa_studio.model.scenario import Scenario


def _film(found: Breakdown) -> Scenario:
    text = film_text(found, found.title or "Film", "16:9", "")
    return Document(Path("scenario.yaml"), text.encode()).scenario


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_goes_out_and_comes_in_as_the_same_film(name: str) -> None:
    script = sample(name)
    before = broken_down(script)

    text = fountain_text(_film(before))
    after = broken_down(script_of(text, "fountain"))

    assert not lost(script, after)
    assert after.title == (before.title or "Film")
    assert [scene.title for scene in after.scenes] == [scene.title for scene in before.scenes]
    assert [
        (replace(shot, source=None, plain="", notes="").prompt, shot.lines, shot.seconds)
        for shot in after.shots()
    ] == [
        (replace(shot, source=None, plain="", notes="").prompt, shot.lines, shot.seconds)
        for shot in before.shots()
    ]
    again = fountain_text(_film(after))
    assert again == text


def test_a_russian_script_reads_as_one() -> None:
    text = fountain_text(_film(broken_down(sample("topa.fountain"))))

    assert text.startswith("Title: Топа и зимний фонарь\nAuthor: Студия Топа\n")
    for line in (
        "ИНТ. ДОМ ТОПЫ - УТРО #1#", "ТОПА\n(шёпотом)\nПуша! Там что-то светится.",
        "[[снять снизу]]", "СМЕНА КАДРА:", "# Часть первая",
        "/* Вырезано: сова на ветке.\nОна ухает. */",
    ):  # fmt: skip
        assert line in text, line


def test_a_film_that_was_never_a_script_loses_no_words() -> None:
    film = Document.open(sample_film() / "scenario.yaml").scenario
    text = fountain_text(film)
    after = broken_down(script_of(text, "fountain"))

    assert len(after.scenes) == len(film.scenes)
    assert after.count >= film.count()
    for shot in film.shots():
        for word in shot.prompt.replace("@", "").split():
            assert word.strip('.,;:!?“”"()').casefold() in text.casefold()
