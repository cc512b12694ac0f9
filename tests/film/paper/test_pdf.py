"""The PDF: every word of every shot can be read in it, on pages of the size that was asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.papers import film_of, pages_of, put
from topa_studio.base.errors import ProjectError
from topa_studio.film.paper.choices import Paper, PaperChoices, Sheet

LONG = " ".join(f"слово{number}" for number in range(700))
FILM = film_of(
    {"title": "<b>Bold</b> =1+1", "prompt": "Wide shot (ok).", "notes": "A note: 5 > 4"},
    {"title": "Пуша у окна", "prompt": LONG, "notes": "end-of-notes", "duration": 6},
    {
        "prompt": "Short.",
        "lines": [{"who": "ТОПА", "text": "Доброе утро!", "tone": "тихо"}, {"text": "Эхо"}],
    },
    {"title": "T" + "itle" * 60, "prompt": "x"},
    {},
    title="Фильм & Co",
)  # fmt: skip


def _flat(words: str) -> str:
    return "".join(words.split())


@pytest.mark.parametrize("each", [1, 2, 3, 4, 6, 9, 12])
@pytest.mark.parametrize("sheet", Sheet)
def test_no_word_is_lost_however_many_a_page(
    qapp: QApplication, tmp_path: Path, each: int, sheet: Sheet
) -> None:
    put(FILM, PaperChoices(Paper.PDF, sheet, each), tmp_path / "film.pdf")
    pages = pages_of(tmp_path / "film.pdf")
    assert pages.title == "Фильм & Co"
    short = {Sheet.A4: (595, 842), Sheet.LETTER: (612, 792)}[sheet]
    assert {tuple(sorted(size)) for size in pages.sizes} == {short}
    count = len(pages.words)
    for number, words in enumerate(pages.words, 1):
        assert "Фильм & Co" in words
        assert f"{number} / {count}" in words
    told = _flat("".join(pages.words))
    assert "<b>Bold</b>=1+1" in told
    assert "Wideshot(ok)." in told
    assert "ТОПА(тихо):Доброеутро!" in told
    assert "Anote:5>4" in told
    assert "end-of-notes" in told
    assert _flat("T" + "itle" * 60) in told
    for number in range(700):
        assert f"слово{number}" in told


def test_a_shot_is_read_whole_before_the_next(qapp: QApplication, tmp_path: Path) -> None:
    said = ({"title": f"T{n}", "prompt": f"words {n}.", "notes": f"note {n}."} for n in range(12))
    film = film_of(*said)
    put(film, PaperChoices(Paper.PDF, each=12), tmp_path / "film.pdf")
    told = pages_of(tmp_path / "film.pdf").words[0]
    places = [told.index(f"{what} {n}.") for n in range(12) for what in ("words", "note")]
    assert places == sorted(places)


def test_a_film_without_shots_is_told(qapp: QApplication, tmp_path: Path) -> None:
    for scene in (None, "1"):
        with pytest.raises(ProjectError) as told:
            put(film_of(), PaperChoices(Paper.PDF, scene=scene), tmp_path / "film.pdf")
        assert told.value.code == "export.nothing"
    assert not list(tmp_path.iterdir())


def test_a_picture_that_is_gone_is_a_slate(qapp: QApplication, tmp_path: Path) -> None:
    film = film_of({"title": "Gone", "still": "gone.png"}, {"title": "There"})
    plan = put(film, PaperChoices(Paper.CONTACT), tmp_path / "film.png")
    assert len(plan.shots) == 2
    assert (tmp_path / "film.png").stat().st_size > 1000
