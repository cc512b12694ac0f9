"""A cut dropped on its film's window: what it changes is shown, and comes as one step."""

from __future__ import annotations

import json
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QPushButton

from tests.app.test_interchange import FILM, edited, film
from tests.support.window import open_window, until
from tests.ui.test_sound_acts import drop
from topa_studio.app.conforming import SUFFIXES
from topa_studio.app.session import ProjectSession
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.ui.acts.cut_acts import SUFFIXES as TAKEN
from topa_studio.ui.acts.cut_acts import CutActs
from topa_studio.ui.cut_back.page import CutBack
from topa_studio.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")

Run = Callable[[Coroutine[Any, Any, Any]], Any]


def _acts(window: MainWindow) -> CutActs:
    acts = window.findChild(CutActs)
    assert acts is not None
    return acts


async def _page(window: MainWindow) -> CutBack:
    acts = _acts(window)
    await until(lambda: acts.page is not None or window.notice_bar.isVisible())
    assert acts.page is not None, window.notice_bar.text
    return acts.page


def _told(page: CutBack) -> list[str]:
    body = page.list.widget()
    assert body is not None
    return [box.accessibleName() for box in body.findChildren(QFrame) if box.accessibleName()]


async def _exported(session: ProjectSession, folder: Path) -> Path:
    """The film as .otio, as it goes out."""
    made = await session.exports.interchange.plan("otio", folder / "cut.otio")
    out = folder / "cut.otio"
    out.write_bytes(made.text)
    out.with_name("cut.otio.topa.json").write_bytes(made.manifest)
    return out


def _without_the_cat(clips: list[Any]) -> list[Any]:
    """Another order, one shot less, and one clip of somebody else's."""
    strange = json.loads(json.dumps(clips[2]))
    strange["name"] = "Somebody's logo"
    strange["metadata"] = {}
    strange["media_references"] = {}
    return [clips[1], clips[0], clips[3], strange]


def test_a_dropped_cut_is_shown_shot_by_shot_and_undo_gives_the_bytes_back(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path, film(tmp_path / "film")) as window:
            session = window.session
            out = await _exported(session, tmp_path)
            path = edited(out, "back.otio", _without_the_cat)
            assert drop(window, QPoint(5, 5), path)
            page = await _page(window)
            told = _told(page)
            assert told[0] == "Not a shot of this film, left alone: Somebody's logo"
            assert any("moved" in words for words in told[1:]), told
            assert any("Shot 1.3" in words and "trash" in words for words in told[1:])
            assert session.file.read_text(encoding="utf-8") == FILM
            primary = [b for b in page.findChildren(QPushButton) if b.property("role") == "primary"]
            assert primary == [page.bring]
            assert page.put_away.hasFocus()
            page.bring.click()
            await until(lambda: _acts(window).page is None)
            assert [shot.key for shot in session.film.shots()] == ["1__2", "1__1", "2__1"]
            await session.save()
            assert session.file.read_text(encoding="utf-8") != FILM
            window.menus.actions["undo"].trigger()
            await until(lambda: session.document.text == FILM)
            await session.save()
            assert session.file.read_bytes() == FILM.encode()

    qrun(main())


def test_a_broken_cut_over_one_that_is_shown_is_told_on_its_page(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path, film(tmp_path / "film")) as window:
            out = await _exported(window.session, tmp_path)
            assert drop(window, QPoint(5, 5), edited(out, "back.otio", _without_the_cat))
            page = await _page(window)
            torn = tmp_path / "torn.fcpxml"
            torn.write_bytes(b"<fcpxml><resources>")
            assert drop(window, QPoint(5, 5), torn)
            await until(lambda: page.note.text().startswith("torn.fcpxml: "))
            assert "damaged" in page.note.text()
            assert _acts(window).page is page
            assert page.bring.isEnabled()

    qrun(main())


def test_an_unchanged_cut_changes_nothing_and_says_so(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path, film(tmp_path / "film")) as window:
            out = await _exported(window.session, tmp_path)
            assert drop(window, QPoint(5, 5), out)
            await until(lambda: "nothing changes" in window.notice_bar.text)
            assert _acts(window).page is None
            assert window.session.document.text == FILM

    qrun(main())


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.otio", b"", "is empty"),
        ("torn.fcpxml", b"<fcpxml><resources>", "damaged"),
        ("bomb.xml", b'<!DOCTYPE x [<!ENTITY a "aa">]><xmeml>&a;</xmeml>', "It was not read"),
        ("odd.edl", b"\x00\x01\x02" * 400, "Nothing has changed"),
    ],
)
def test_a_file_that_is_no_cut_is_told_in_words(
    qrun: Run, qapp: QApplication, tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path, film(tmp_path / "film")) as window:
            path = tmp_path / name
            path.write_bytes(data)
            assert drop(window, QPoint(5, 5), path)
            await until(lambda: window.notice_bar.text)
            assert says in window.notice_bar.text
            assert "interchange." not in window.notice_bar.text
            assert _acts(window).page is None
            assert window.session.document.text == FILM

    qrun(main())


def test_the_newest_answer_takes_the_place_of_the_one_before(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path, film(tmp_path / "film")) as window:
            bar = window.notice_bar
            for name in ("no cut.otio", "no comments.json", "no captions.srt", "no list.edl"):
                path = tmp_path / name
                path.write_text('{"topa_comments": 1, "comments": 7}')
                said = bar.text
                assert drop(window, QPoint(5, 5), path)
                await until(lambda said=said: bar.text not in ("", said))
                assert not bar._waiting
            out = await _exported(window.session, tmp_path)
            assert drop(window, QPoint(5, 5), edited(out, "back.otio", _without_the_cat))
            await until(lambda: _acts(window).page is not None)
            # "Nothing has changed" would be untrue over the film that is cut anew.
            assert bar.text == ""

    qrun(main())


def test_what_changed_in_the_film_meanwhile_is_shown_before_anything_is_done(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path, film(tmp_path / "film")) as window:
            session = window.session
            out = await _exported(session, tmp_path)
            path = edited(out, "back.otio", _without_the_cat)
            assert drop(window, QPoint(5, 5), path)
            page = await _page(window)
            await session.edit("Other", [SetField(ShotTarget("1__3"), "title", "The cat")])
            by_hand = session.document.text
            page.bring.click()
            await until(lambda: any("The cat" in words for words in _told(page)))
            await until(page.bring.isEnabled)
            assert session.document.text == by_hand
            page.bring.click()
            await until(lambda: _acts(window).page is None)
            assert not session.film.has_shot("1__3")

    qrun(main())


def test_escape_leaves_the_film_as_it_is(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path, film(tmp_path / "film")) as window:
            out = await _exported(window.session, tmp_path)
            path = edited(out, "back.otio", _without_the_cat)
            assert drop(window, QPoint(5, 5), path)
            page = await _page(window)
            QTest.keyClick(page.put_away, Qt.Key.Key_Escape)
            await until(lambda: _acts(window).page is None)
            assert window.session.document.text == FILM

    qrun(main())


def test_the_window_takes_what_the_film_can_read() -> None:
    assert set(TAKEN) == set(SUFFIXES)
