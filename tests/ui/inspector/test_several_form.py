"""Several shots chosen: what they share, and writing it for all of them as one step of Undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.support.long_film import long_film
from tests.support.window import until
from tests.support.work import Key, Run, Work, on
from topa_studio.ui.inspector.several.faces import row_of
from topa_studio.ui.inspector.several.form import SeveralForm

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
LEFT = Qt.MouseButton.LeftButton
SPACE = "\N{NO-BREAK SPACE}"
FILM = """\
title: Three
global_config: {mode: pro}
elements:
  characters:
    - {name: Topa, description: "A bear", reference_prompts: ["front"]}
    - {name: Pusha, description: "A rabbit", reference_prompts: ["front"]}
  backgrounds:
    - {name: Valley, description: "A valley", reference_prompts: ["wide"]}
  props:
    - {name: Box, description: "A box", reference_prompts: ["front"]}
scenes:
  - id: 1
    shots:
      - id: 1
        title: Topa wakes up
        prompt: "@Topa wakes up in @Valley. Red sun."
        elements_needed: [Topa, Valley]
        duration: 6
      - id: 2
        prompt: "@Topa and @Pusha open @Box. A red ribbon."
        duration: 5
        mode: std
      - id: 3
        prompt: "@Topa waves."
        duration: 5
        model: kling-3.0-omni/text-to-video
        sound: false
"""


def several(work: Work, *ids: int) -> SeveralForm:
    work.window.selection.select_shots([f"1__{each}" for each in ids])
    return work.window.inspector.several


async def saved(work: Work) -> None:
    await work.window.desk.settled()
    await until(lambda: not work.window.session.document.unsaved)


def film_of(work: Work) -> list[tuple[int, str | None, bool | None]]:
    film, settings = work.window.session.film, work.window.session.settings
    shots = film.shots()
    return [(s.duration, settings(s.key).mode, settings(s.key).sound) for s in shots]


def test_what_is_equal_is_shown_and_what_differs_is_told(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        form = several(work, 1, 2, 3)
        fields = form.settings
        assert work.window.inspector.form is form
        assert form.together.replace(SPACE, " ") == "16 s together"
        assert fields.length.lineEdit().text() == ""
        assert fields.length.lineEdit().placeholderText().replace(SPACE, " ") == "Mixed: 5 and 6 s"
        assert fields.quality.value is None
        assert fields.captions["quality"].mix == "mixed: 2 Pro, 1 Draft"
        assert fields.captions["sound"].mix == "mixed: 2 on, 1 off"
        assert fields.start.currentText() == "Usual"
        chips = {name: chip.accessibleName() for name, chip in form.elements.chips.items()}
        assert list(chips.values()) == [
            "@Topa, all 3", "@Pusha, 1 of 3", "@Valley, 1 of 3", "@Box, 1 of 3",
        ]  # fmt: skip
        assert form.words.caption.text() == "Words differ"
        shown = [label.text() for label in form.findChildren(QLabel)]
        assert not any("wakes" in words for words in shown)
        several(work, 2, 3)
        assert fields.length.value() == 5
        assert fields.length.lineEdit().text().startswith("5 s")

    qrun(on(qapp, tmp_path, FILM, main))


def test_a_value_is_written_for_all_as_one_step(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        fields = several(work, 1, 2, 3).settings
        fields.length.setFocus()
        QTest.keyClicks(fields.length, "8")
        QTest.keyClick(fields.length, Key.Key_Return)
        await until(lambda: [each[0] for each in film_of(work)] == [8, 8, 8])
        assert fields.length.value() == 8
        await saved(work)
        await work.undone()
        assert fields.length.is_mixed
        QTest.mouseClick(fields.quality.button("pro"), LEFT)
        await until(lambda: [each[1] for each in film_of(work)] == ["pro"] * 3)
        assert fields.quality.value == "pro"
        await saved(work)
        assert "mode: std" not in work.text
        await work.undone()
        QTest.mouseClick(fields.sound.button("off"), LEFT)
        await until(lambda: [each[2] for each in film_of(work)] == [False] * 3)
        await saved(work)
        await work.undone()

    qrun(on(qapp, tmp_path, FILM, main))


def test_a_shot_that_cannot_take_it_is_told_and_left_alone(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        form = several(work, 1, 2, 3)
        start = form.settings.start
        start.setCurrentIndex(start.findData("previous"))
        start.activated.emit(start.currentIndex())
        await until(lambda: work.window.session.film.shot("1__2").start == "previous")
        assert work.window.session.film.shot("1__1").start is None
        assert form.left.isVisible()
        assert form.left.text().endswith(": 1.1")
        assert "ixed" in start.shown
        several(work, 2, 3)
        assert not form.left.isVisible()
        assert start.currentText() == "End of the shot before"

    qrun(on(qapp, tmp_path, FILM, main))


def test_chips_add_an_element_to_the_rest_and_take_it_out_of_all(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        form = several(work, 1, 2, 3)
        film = work.window.session
        QTest.mouseClick(form.elements.chips["Pusha"], LEFT)
        await until(lambda: form.elements.chips["Pusha"].in_all)
        prompts = [shot.prompt for shot in film.film.shots()]
        assert prompts[0] == "@Topa wakes up in @Valley. Red sun. @Pusha"
        assert prompts[1] == "@Topa and @Pusha open @Box. A red ribbon."
        assert prompts[2] == "@Topa waves. @Pusha"
        await saved(work)
        await work.undone()
        chip = form.elements.chips["Topa"]
        chip.setFocus()
        QTest.keyClick(chip, Key.Key_Delete)
        await until(lambda: "Topa" not in form.elements.chips)
        assert film.film.shot("1__1").elements == ("Valley",)
        assert film.film.shot("1__3").prompt == "Topa waves."
        assert any(each.hasFocus() for each in form.elements.chips.values())
        await saved(work)
        await work.undone()

    qrun(on(qapp, tmp_path, FILM, main))


def test_words_are_added_to_the_shots_they_were_typed_for(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        form = several(work, 1, 2)
        line = form.words.add
        assert line.placeholderText() == "Add to the end of all 2"
        line.setFocus()
        QTest.keyClicks(line, "It rains.")
        several(work, 2, 3)  # chosen while the line is still being written
        await work.window.desk.settled()
        prompts = [shot.prompt for shot in work.window.session.film.shots()]
        assert [prompt.endswith(" It rains.") for prompt in prompts] == [True, True, False]
        assert line.text() == ""
        form.flush()
        await saved(work)
        await work.undone()

    qrun(on(qapp, tmp_path, FILM, main))


def test_find_and_replace_tells_how_often_before_and_is_one_step(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        work.window.resize(1276, 690)
        form = several(work, 1, 2, 3)
        await until(lambda: not work.window.folding._settle.isActive(), 60)
        form.words.replace.click()
        finder = form.words.finder
        await until(lambda: finder.visibleRegion().boundingRect() == finder.rect(), 60)
        QTest.keyClicks(finder.sought, "topa")
        await until(lambda: finder.hits.text() != "")
        assert not finder.go.isEnabled()  # every one is a mention
        finder.sought.selectAll()
        QTest.keyClicks(finder.sought, "red")
        QTest.keyClicks(finder.instead, "blue")
        await until(lambda: finder.go.isEnabled())
        assert (finder.go.text(), finder.hits.text()) == ("Replace 2", "In 2 of the shots")
        assert work.text == work.before
        QTest.mouseClick(finder.go, LEFT)
        await until(lambda: "blue ribbon" in work.window.session.film.shot("1__2").prompt)
        assert work.window.session.film.shot("1__1").prompt.endswith("blue sun.")
        assert not finder.go.isEnabled()
        await saved(work)
        await work.undone()

    qrun(on(qapp, tmp_path, FILM, main))


def test_the_box_has_three_states_and_what_has_no_clip_is_told(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    film = FILM.replace("duration: 6", "duration: 6\n        locked: true")

    async def main(work: Work) -> None:
        form = several(work, 1, 2, 3)
        box = form.accepted.box
        assert box.checkState() is Qt.CheckState.PartiallyChecked
        assert "1 of 3" in box.accessibleDescription()
        QTest.mouseClick(box, LEFT, pos=box.rect().center() - box.rect().center() / 2)
        assert form.left.isVisible()
        assert form.left.text().endswith("1.2, 1.3")
        assert box.checkState() is Qt.CheckState.PartiallyChecked  # nothing was accepted

    qrun(on(qapp, tmp_path, film, main))


def test_the_button_makes_what_is_missing_at_one_price(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        form = several(work, 1, 3)
        asked: list[tuple[list[str], float]] = []
        form.generate_requested.connect(lambda keys, shown: asked.append((keys, shown)))
        work.window.inspector.generate_requested.disconnect()
        assert form.generate.text().startswith("Generate 2 shots ·")
        QTest.mouseClick(form.generate, LEFT)
        assert asked[0][0] == ["1__1", "1__3"]
        form.acts.menu.aboutToShow.emit()
        words = [act.text() for act in form.acts.menu.actions()]
        assert any(each.startswith("A new panel for 2 shots ·") for each in words)

    qrun(on(qapp, tmp_path, FILM, main))


def test_a_long_film_is_chosen_whole_and_written_in_one_step(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window = work.window
        keys = [shot.key for shot in window.session.film.shots()]
        window.selection.select_shots(keys)
        form = window.inspector.several
        assert len(form.summary.keys) == 40
        assert form.faces.row.more == 40 - len(form.faces.row.places) + 1
        form.settings.length.setFocus()
        form.settings.length.selectAll()
        QTest.keyClicks(form.settings.length, "7")
        QTest.keyClick(form.settings.length, Key.Key_Return)
        await until(lambda: {shot.duration for shot in window.session.film.shots()} == {7})
        await saved(work)
        await work.undone()

    qrun(on(qapp, tmp_path, long_film(40), main))


@pytest.mark.parametrize(
    ("width", "count", "shown", "more"),
    [(344, 3, 3, 0), (344, 2, 2, 0), (344, 8, 3, 6), (120, 2, 1, 2), (700, 5, 5, 0)],
)
def test_as_many_pictures_as_fit(width: int, count: int, shown: int, more: int) -> None:
    row = row_of(width, count, 84)
    assert (len(row.places), row.more) == (shown, more)
    assert row.places[-1].right() < width
