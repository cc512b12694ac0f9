"""From a press on Generate to the sending, by real clicks and keys on the real window."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from tests.support.service_process import ledger_lines
from tests.support.small_film import small_film
from tests.support.window import until
from tests.support.work import CTRL, SHIFT, Key, Run, Work, on, press_button
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.model.status import Stage
from topa_studio.model.wish import clips
from topa_studio.ui.pressing import page as pressing_page
from topa_studio.ui.pressing.page import BatchPage
from topa_studio.ui.words import credits_word

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
SPACE = "\N{NO-BREAK SPACE}"


def film_with(folder: Path, *, budget: int | None = None, shots: int = 4) -> str:
    text = small_film(folder, shots).read_text(encoding="utf-8")
    line = "" if budget is None else f"\n  budget_credits: {budget}"
    return text.replace("  mode: std", f"  mode: std{line}")


def plain(text: str) -> str:
    return text.replace(SPACE, " ")


def question(work: Work) -> QMessageBox | None:
    return next((b for b in work.window.findChildren(QMessageBox) if b.isVisible()), None)


async def asked(work: Work) -> QMessageBox:
    await until(lambda: question(work) is not None)
    found = question(work)
    assert found is not None
    return found


def pressed(button: QPushButton, work: Work) -> bool:
    """Press until a question stands there."""
    press_button(button)
    return question(work) is not None


def answer(box: QMessageBox, words: str) -> None:
    press_button(next(b for b in box.buttons() if b.text().startswith(words)))


async def page_of(work: Work) -> BatchPage:
    page = work.window.pressing.page
    await until(page.isVisible)
    assert not page.isModal()
    return page


def sent(work: Work) -> list[str]:
    ledger = work.window.session.output_folder / ".topa" / "practice.jsonl"
    return [event["event"] for event in ledger_lines(ledger) if event["event"] == "created"]


def fact(page: BatchPage, caption: str) -> tuple[str, str]:
    rows = {name: (plain(value), aside) for name, value, aside in page.facts.rows}
    return rows.get(caption, ("", ""))


@pytest.mark.long
def test_a_hundred_presses_make_one_job_and_an_unchanged_shot_offers_its_take(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window, session = work.window, work.window.session
        window.selection.select_shot("1__1")
        button = window.inspector.shot.generate
        for _ in range(50):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
        for _ in range(100):
            work.press(Key.Key_G)
        await until(lambda: session.shot("1__1").stage is Stage.MADE)
        await until(lambda: not session.queue() and button.text().startswith("Regenerate"))
        assert len(session.shot("1__1").takes) == 1
        assert len(sent(work)) == 6
        cost = button.text().removeprefix("Regenerate · ")
        for words, takes in (("Cancel", 1), ("Use take 1", 1), ("Generate another · ", 2)):
            await until(lambda: pressed(button, work))
            press_button(button)
            box = await asked(work)
            assert box.text() == "Shot 1.1 has a take from exactly this request"
            assert plain(cost) in [plain(b.text()).rpartition(" · ")[2] for b in box.buttons()]
            default = box.defaultButton()
            assert default is not None
            assert default.text() == "Use take 1"
            answer(box, words)
            await until(lambda: question(work) is None)
            await until(lambda takes=takes: len(session.shot("1__1").takes) == takes)  # type: ignore[misc]
            await until(lambda: not session.queue() and button.text().startswith("Regenerate"))
        assert len(sent(work)) == 7
        # Who once chose another take of the same words is not asked again in this session.
        press_button(button)
        await until(lambda: len(session.shot("1__1").takes) == 3)
        assert question(work) is None

    qrun(on(qapp, tmp_path, film_with(tmp_path / "film", shots=1), main))


def test_a_batch_is_told_first_and_sent_with_one_press(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    text = film_with(tmp_path / "film", shots=2).replace("duration: 3", "duration: 99", 1)
    morning = text[text.index("  - id: 1\n    title: Morning") :]
    text += morning.replace("Morning", "Evening").replace("  - id: 1", "  - id: 2", 1)

    async def main(work: Work) -> None:
        window, session = work.window, work.window.session
        press_button(window.top.primary)
        page = await page_of(work)
        assert page.heading.text() == "Generate 2 shots"
        assert fact(page, "Length")[0] == "6 s"
        assert fact(page, "Pictures")[0] == "6"
        assert fact(page, "Price")[1].startswith("from the price list of ")
        assert [line.text.partition(":")[0] for line in page.told.lines] == [
            "1.1 cannot be sent",
            "2.1 cannot be sent",
        ]
        assert plain(page.make.text()) == f"Generate all 2 shots · {fact(page, 'Price')[0]}"
        assert page.first.text().startswith("Generate scene 1 first · ")
        assert sent(work) == []
        QTest.keyClick(page, Key.Key_Escape)
        assert not page.isVisible()
        # Without a screen nobody gives the window back its keys after a page.
        window.activateWindow()
        await until(window.isActiveWindow)
        QTest.keyClick(window, Key.Key_G, CTRL | SHIFT)
        page = await page_of(work)
        QTest.mouseDClick(page.first, Qt.MouseButton.LeftButton)
        for _ in range(5):
            press_button(page.first)
            press_button(page.make)
        await until(lambda: session.shot("1__2").stage is Stage.MADE)
        await until(lambda: not session.queue())
        assert not page.isVisible()
        assert session.shot("2__2").stage is Stage.NOT_MADE
        assert len(sent(work)) == 6

    qrun(on(qapp, tmp_path, text, main))


def test_a_batch_with_more_to_tell_than_the_one_before_is_seen_whole(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main(work: Work) -> None:
        press_button(work.window.top.primary)
        page = await page_of(work)
        page.close()
        real, heights = pressing_page.facts_of, []
        for rows in (2, 7):
            monkeypatch.setattr(
                pressing_page, "facts_of", lambda *a, r=rows, **k: (real(*a, **k) * 3)[:r]
            )
            press_button(work.window.top.primary)
            await until(page.isVisible)
            heights.append(page.height())
            page.close()
        assert heights[1] - heights[0] >= 5 * page.fontMetrics().height()

    qrun(on(qapp, tmp_path, film_with(tmp_path / "film", shots=2), main))


def test_what_does_not_fit_is_not_sent_until_the_budget_is_changed(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window, session = work.window, work.window.session
        whole = session.quote(clips(*session.missing())).credits
        one = session.quote(clips("1__1")).credits
        assert whole is not None
        assert one is not None
        budget = int(one) + 1
        window.selection.clear()
        field = window.inspector.film.budget.field
        QTest.keyClicks(field, str(budget))
        QTest.keyClick(field, Key.Key_Return)
        await until(lambda: f"budget_credits: {budget}" in work.text)
        press_button(window.top.primary)
        page = await page_of(work)
        assert page.heading.text() == "The budget is not enough for this, so nothing was sent yet"
        fits = f"Generate what fits · 1 shot · {one:g} cr"
        assert plain(page.make.text()) == fits
        assert page.told.lines[0].text.endswith("left in the film's budget.")
        press_button(page.change)
        assert page.film_budget.field.hasFocus() or page.film_budget.field.isVisible()
        page.film_budget.field.setFocus()
        page.film_budget.field.selectAll()
        QTest.keyClicks(page.film_budget.field, "5000")
        QTest.keyClick(page.film_budget.field, Key.Key_Return)
        await until(lambda: plain(page.make.text()) == f"Generate all 4 shots · {whole:g} cr")
        assert page.isVisible()
        await session.undo()
        await until(lambda: plain(page.make.text()) == fits)
        assert sent(work) == []
        QTest.keyClick(page.make, Key.Key_Return)
        await until(lambda: session.shot("1__1").stage is Stage.MADE)
        await until(lambda: not session.queue())
        assert len(sent(work)) == 6
        window.selection.select_shot("1__2")
        press_button(window.inspector.shot.generate)
        page = await page_of(work)
        assert not page.make.isVisible()
        assert page.cancel.hasFocus() or page.cancel.isVisible()
        press_button(page.cancel)
        assert len(sent(work)) == 6

    qrun(on(qapp, tmp_path, None, main))


@pytest.mark.long
def test_a_price_that_rose_under_the_finger_is_asked_about(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window, session = work.window, work.window.session

        def lengthens(seconds: int) -> asyncio.Task[object]:
            """The film is another before the button can say so."""
            edits = [SetField(ShotTarget(f"1__{n}"), "duration", seconds) for n in (1, 2)]
            return asyncio.create_task(session.edit("Longer", edits))

        window.selection.select_shot("1__1")
        button = window.inspector.shot.generate
        before = plain(button.text()).rpartition(" · ")[2]
        for words in ("Cancel", "Generate it"):
            longer = lengthens(4)
            press_button(button)
            box = await asked(work)
            await longer
            now = credits_word(session.quote(clips("1__1")).credits)
            assert plain(box.text()) == plain(f"Shot 1.1 costs {now} now")
            assert f"was {before} when you pressed" in plain(box.informativeText())
            assert sent(work) == []
            assert session.shot("1__1").stage is Stage.NOT_MADE
            if words == "Cancel":
                answer(box, words)
                await until(lambda: question(work) is None)
                await lengthens(3)
                await until(lambda: plain(button.text()).endswith(f" · {before}"))
        answer(box, "Generate it")
        await until(lambda: session.shot("1__1").stage is Stage.MADE)
        await until(lambda: not session.queue())
        count = len(sent(work))

        press_button(window.top.primary)
        page = await page_of(work)
        before = fact(page, "Price")[0]
        longer = lengthens(5)
        press_button(page.make)
        await until(lambda: not page.isVisible())
        page = await page_of(work)
        await longer
        now = fact(page, "Price")[0]
        assert now != before
        told = f"It costs {now} now; {before} was shown when you pressed. Nothing was sent."
        assert [plain(line.text) for line in page.told.lines] == [told]
        assert len(sent(work)) == count
        press_button(page.make)
        await until(lambda: session.shot("1__3").stage is Stage.MADE)
        await until(lambda: not session.queue())
        assert len(sent(work)) > count

    qrun(on(qapp, tmp_path, film_with(tmp_path / "film", shots=3), main))


def test_what_has_no_known_price_is_asked_about_in_the_page(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Catalogue.bundled()
    models = [m for name in whole.ids() if (m := whole.get(name)) is not None]
    bare = Catalogue(replace(m, prices=replace(m.prices, per_second={})) for m in models)
    monkeypatch.setattr(Catalogue, "bundled", lambda: bare)

    async def main(work: Work) -> None:
        window, session = work.window, work.window.session
        press_button(window.top.primary)
        page = await page_of(work)
        left_out = "Left out, because their price is not known: 1.1, 1.2"
        assert [line.text for line in page.told.lines] == [left_out]
        assert not page.make.isEnabled()
        assert page.unpriced.text() == "Send 2 shots without a known price"
        page.unpriced.click()
        await until(page.make.isEnabled)
        assert page.told.lines == ()
        assert plain(page.make.text()) == "Generate all 2 shots · ? cr"
        assert sent(work) == []
        press_button(page.make)
        await until(lambda: not session.missing() and not session.queue())
        assert len(sent(work)) == 8

    qrun(on(qapp, tmp_path, film_with(tmp_path / "film", shots=2), main))
