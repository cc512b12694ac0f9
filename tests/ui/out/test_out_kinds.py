"""Paper, review pages and cut lists by the page Film out: chosen, written, read back."""

from __future__ import annotations

import asyncio
import zipfile
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import opentimelineio as otio
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from tests.support.window import until
from tests.ui.out.pages import FILM, click, opened, page_of, planned, shown_lines
from topa_studio.app.exporting.export import Stage
from topa_studio.film.export.choices import What
from topa_studio.film.paper.choices import Column, Paper, Sheet
from topa_studio.ui.look.theme import ui_font
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.out.page import OutPage
from topa_studio.ui.out.remembered import EDITOR
from topa_studio.ui.out.table_sketch import lines_in

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")

Run = Callable[[Coroutine[Any, Any, Any]], Any]
MANY = 'title: "Many"\nscenes:\n  - id: 1\n    shots:\n' + "".join(
    f'      - {{id: {n}, prompt: "Wide shot. Number {n}.", duration: 3}}\n' for n in range(1, 31)
)


async def turned(window: MainWindow, kind: str) -> OutPage:
    """The page at this kind."""
    page = window.out.page or await page_of(window)
    # It may have begun there: then nothing is worked out anew.
    if page.kind != kind:
        await planned(page, lambda: click(page.kinds[kind]))
    return page


async def saved(window: MainWindow, page: OutPage) -> Path:
    """What the orange button wrote."""
    exports = window.session.exports
    before = len(exports.all)
    click(page.save)
    await until(lambda: len(exports.all) > before and not exports.under_way)
    assert exports.all[0].stage is Stage.DONE, exports.all[0].trouble
    return exports.all[0].target


def words_of(path: Path) -> tuple[int, str]:
    document = QPdfDocument()
    document.load(str(path))
    pages = document.pageCount()
    return pages, "\n".join(document.getAllText(page).text() for page in range(pages))


def test_a_pdf_of_the_pages_that_were_chosen(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path) as (_, window):
            page = await turned(window, Paper.PDF)
            assert page.place.name.text() == "Piers - the film.pdf"
            assert page.missing.words.text() == "2 of 3 shots have no clip"
            assert not page.missing.leave_out.isVisible()
            assert not page.options.size_switch.isVisible()
            assert [value.text() for value in page.facts.values][:2] == ["3", "1"]
            await planned(page, lambda: page.ways.paper.each.setValue(2))
            assert page.facts.values[1].text() == "2"
            assert page.save.text().startswith("Save the PDF · 2 pages, about ")
            await planned(page, lambda: click(page.ways.paper.sheet.button(Sheet.LETTER)))
            path = await saved(window, page)
            assert path.name == "Piers - the film.pdf"
            pages, words = words_of(path)
            assert pages == 2
            assert all(told in words for told in ("Pier", "A boat.", "Lamp", "2.1"))
            assert shown_lines(page)[0].startswith("PDF · Piers - the film.pdf · 3 shots · ")
            (line,) = page.written.lines.values()
            assert line.play.text() == "Open"
            await until(lambda: "(2)" in page.place.note.text())
            # The next page begins here, with what was chosen.
            QTest.keyClick(page, Qt.Key.Key_Escape)
            page = await page_of(window)
            assert page.kind == Paper.PDF
            assert page.ways.paper.wanted.each == 2
            assert page.ways.paper.wanted.sheet is Sheet.LETTER

    qrun(main())


def test_paper_is_of_one_scene_and_the_film_keeps_its_own_range(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path) as (_, window):
            window.selection.select_shots(["1__1", "1__2"])
            page = await page_of(window)
            await planned(page, lambda: click(page.options.what.button("shots")))
            await planned(page, lambda: click(page.kinds[Paper.CONTACT]))
            assert page.options.what.value == "film"
            await planned(page, lambda: click(page.options.what.button("scene")))
            assert page.facts.values[0].text() == "2"
            path = await saved(window, page)
            picture = QImage(str(path))
            assert not picture.isNull()
            assert path.suffix == ".png"

    qrun(main())


def test_a_shot_list_has_the_columns_of_the_view_and_speaks_the_users_language(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path) as (made, window):
            window.out.columns = lambda: (
                Column.NUMBER, Column.PICTURE, Column.WORDS, Column.STATE,
            )  # fmt: skip
            page = await turned(window, Paper.SHOT_LIST)
            await planned(page, lambda: click(page.ways.paper.table.button(".csv")))
            assert page.place.name.text() == "Piers - the film.csv"
            await planned(page, lambda: click(page.ways.paper.more[Column.SCENE]))
            seen = page.looks.table
            assert seen.isVisible()
            assert not page.looks.sketch.isVisible()
            assert seen.table.heads == ["#", "Words", "State", "Scene"]
            assert seen.table.rows[1][:2] == ["1.2", "Wide shot. A boat."]
            path = await saved(window, page)
            lines = path.read_text(encoding="utf-8-sig").splitlines()
            assert lines[0] == '"#","Words","State","Scene"'
            assert lines[1].startswith('"1.1","Wide shot. A pier.","Made","1')
            await planned(page, lambda: click(page.ways.paper.table.button(".xlsx")))
            assert seen.table.columns[1] is Column.PICTURE
            path = await saved(window, page)
            with zipfile.ZipFile(path) as book:
                assert "Wide shot. A boat." in book.read("xl/sharedStrings.xml").decode()
            await made.change_look("language", "ru")
            await until(lambda: made.window is not None and made.window.is_furnished)
            there = made.window
            assert there is not None
            page = await turned(there, Paper.SHOT_LIST)
            words = there.session.exports.words
            assert {"paper.column-title", "paper.goes-on", "paper.review-save"} <= set(words)
            assert (words["paper.seconds"], words["paper.point"]) == ("{value} с", ",")

    qrun(main())


def test_a_review_page_says_its_size_before_and_shows_its_film(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path) as (_, window):
            page = await turned(window, Paper.REVIEW)
            assert page.preview.isVisible()
            assert [name.text() for name in page.facts.names][2] == "Size, about"
            assert page.save.text().startswith("Save the review page · 0:09, about ")
            path = await saved(window, page)
            told = path.read_text(encoding="utf-8")
            assert "A lamp." in told
            assert "<video" in told
            assert len(told) > 30_000

    qrun(main())


def test_a_cut_list_is_read_by_others_and_an_update_writes_over_its_own(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path) as (_, window):
            page = await turned(window, EDITOR)
            assert page.place.name.text() == "Piers - the film.otio"
            assert page.losses.lines.text().startswith("Captions are not in this format")
            assert not page.ways.editor.earlier.isVisible()
            await planned(page, lambda: click(page.ways.editor.media.button("copy")))
            path = await saved(window, page)
            timeline = otio.adapters.read_from_file(str(path))
            clips = list(timeline.find_clips())
            assert [clip.name for clip in clips] == [
                "S01_SH01_T1",
                "S01_SH02_SLATE",
                "S02_SH01_SLATE",
            ]
            assert sum(clip.source_range.duration.to_seconds() for clip in clips) == pytest.approx(
                9
            )
            media = path.with_name("Piers - the film media")
            assert len(list(media.iterdir())) == 3
            assert shown_lines(page)[0].startswith(
                "OpenTimelineIO · Piers - the film.otio · 0:09 · "
            )
            (line,) = page.written.lines.values()
            assert not line.play.isVisible()
            await until(page.ways.editor.earlier.isVisible)
            assert "(2)" in page.place.note.text()
            await planned(page, lambda: click(page.ways.editor.earlier.button("update")))
            assert not page.place.note.isVisible()
            assert page.save.text().startswith("Update the export for an editor")
            before = sorted(file.name for file in media.iterdir())
            again = await saved(window, page)
            assert again == path
            assert sorted(file.name for file in media.iterdir()) == before
            # One that an editing program has saved over is not written over.
            path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
            page._replan()
            await until(lambda: not page.save.isEnabled() and page.trouble.isVisible())
            await planned(page, lambda: click(page.ways.editor.format.button("fcpxml")))
            assert page.losses.isHidden()
            assert page.place.name.text() == "Piers - the film.fcpxml"

    qrun(main())


@pytest.mark.parametrize("kind", [EDITOR, Paper.REVIEW, Paper.PDF])
def test_a_cancel_leaves_nothing_and_again_writes_it(
    qrun: Run, qapp: QApplication, tmp_path: Path, kind: str
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path, film=MANY) as (_, window):
            page = await turned(window, kind)
            click(page.save)
            exports = window.session.exports
            await until(lambda: exports.under_way[0].stage is Stage.RUNNING)
            await until(lambda: any(exports.folder.rglob(".*")))
            (line,) = page.written.lines.values()
            click(line.cancel)
            await until(lambda: not exports.under_way)
            assert exports.all[0].stage is Stage.CANCELLED
            assert not list(exports.folder.rglob("*"))
            assert "cancelled" in shown_lines(page)[0]
            if kind == Paper.PDF:
                click(line.again)
                await until(lambda: exports.all[0].stage is Stage.DONE)
                assert exports.all[0].target.is_file()

    qrun(main())


def test_a_pdf_tells_its_pages_while_it_is_written(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    told: set[str] = set()

    async def main() -> None:
        async with opened(qapp, tmp_path, film=MANY) as (_, window):
            page = await turned(window, Paper.PDF)
            await planned(page, lambda: page.ways.paper.each.setValue(1))
            exports = window.session.exports
            exports.changed.connect(
                lambda _all: told.update(
                    line.progress_words.text() for line in page.written.lines.values()
                )
            )
            await saved(window, page)
            assert any(words.startswith("page ") and " of 30" in words for words in told), told

    qrun(main())


def test_closing_the_window_meanwhile_asks_and_leaves_nothing(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path, film=MANY) as (made, window):
            page = await turned(window, EDITOR)
            click(page.save)
            exports = window.session.exports
            await until(lambda: any(exports.folder.rglob(".*")))
            window.close()
            assert made.window is window
            assert window.notice_bar.text.startswith("The files for an editor are being written.")
            window.close()
            await until(lambda: made.window is None)
        assert not list(exports.folder.rglob("*"))

    qrun(main())


def test_a_picture_that_comes_when_the_page_has_gone_breaks_nothing(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path) as (_, window):
            page = await turned(window, Paper.SHOT_LIST)
            await turned(window, Paper.CONTACT)
            QTest.keyClick(page, Qt.Key.Key_Escape)
            await until(lambda: not isValid(page))
            window.thumbnails.ready.emit("shots/1__1.mp4")
            await asyncio.sleep(0)
            assert window.notice_bar.text == ""

    qrun(main())


def test_arrows_go_through_all_kinds_and_the_name_ends_as_each_does(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path, film=FILM) as (_, window):
            page = await page_of(window)
            await planned(page, lambda: page.place.name.setText("For Anna.mp4"))
            page.kinds[What.FILM].setFocus()
            endings = []
            for _ in page.kinds:
                endings.append(page.place.name.text().removeprefix("For Anna"))
                at = window.focusWidget()
                assert at is not None
                QTest.keyClick(at, Qt.Key.Key_Down)
                await asyncio.sleep(0)
            assert endings == [".mp4", ".mp4", ".pdf", ".xlsx", ".png", ".otio", ".html"]
            assert page.kind == Paper.REVIEW

    qrun(main())


def test_a_cell_of_the_sketch_says_where_more_speeches_follow(qapp: QApplication) -> None:
    font, wide = ui_font(10), 120
    metrics = QFontMetricsF(font)
    speeches = ["Topa: A kite!", "Pusha: Where is it now?", "Topa: There.", "Mama: Hush."]
    assert lines_in("\n".join(speeches[:1]), font, wide, 3) == speeches[:1]
    for most in (1, 2, 3):
        shown = lines_in("\n".join(speeches), font, wide, most)
        assert len(shown) == most
        assert shown[-1].endswith("…")
        assert not any(line.endswith("…") for line in shown[:-1])
        assert all(metrics.horizontalAdvance(line) <= wide for line in shown)
    assert lines_in("Topa: A kite!\nMama: Hush.", font, wide, 1) == ["Topa: A kite! …"]
    assert lines_in("\n".join(speeches[2:]), font, wide, 2) == speeches[2:]
    assert lines_in("W" * 90, font, wide, 2)[-1].endswith("…")


def test_a_press_right_after_a_choice_writes_what_was_chosen(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path) as (_, window):
            page = await turned(window, Paper.PDF)
            exports = window.session.exports
            click(page.kinds[Paper.CONTACT])
            assert page.heading.text() == "Contact sheet"
            assert page.save.text() == "Save the contact sheet"
            assert not page.ways.paper.each.isVisible()
            click(page.save)
            await until(lambda: exports.all and not exports.under_way)
            assert [made.target.name for made in exports.all] == ["Piers - the film.png"]
            # The same with a format of the kind, and a choice after the press takes it back.
            page = await turned(window, EDITOR)
            click(page.ways.editor.format.button("edl"))
            click(page.save)
            await until(lambda: len(exports.all) == 2 and not exports.under_way)
            assert exports.all[0].target.name == "Piers - the film.edl"
            click(page.ways.editor.format.button("otio"))
            click(page.save)
            await planned(page, lambda: click(page.ways.editor.format.button("fcpxml")))
            assert len(exports.all) == 2

    qrun(main())


def test_a_page_that_has_not_begun_shows_no_fields_and_keeps_what_is_chosen(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path) as (_, window):
            window.menus.actions["film_out"].trigger()
            page = window.out.page
            assert page is not None
            assert page.plan is None
            assert not any(fields.isVisible() for fields in page.ways.widgets)
            click(page.kinds[Paper.PDF])
            await until(lambda: page.plan is not None)
            assert page.kind == Paper.PDF
            assert page.ways.paper.each.isVisible()

    qrun(main())
