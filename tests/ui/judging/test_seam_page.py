"""The seam between two shots in the real window: frames, strips, the edit, the copies."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from pathlib import Path

import av
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.support.window import until
from tests.support.work import Run, press_button
from tests.ui.judging.films import (
    BLUE,
    FRAMES,
    GREEN,
    RED,
    SIZE,
    bar,
    colour_at,
    is_near,
    on,
    point,
    press,
)
from tests.ui.player.clips import Colour
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.model.change import Cause, Change
from topa_studio.model.scenario import Shot
from topa_studio.ui.look.theme import DARK, apply_theme
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.seam.page import SeamPage
from topa_studio.ui.seam.seeing import Seeing
from topa_studio.ui.seam.strips import TILES
from topa_studio.ui.seam.view import FLIP, SeamView
from topa_studio.ui.timeline.gaps import sign_rect

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
A, B, C = "1__1", "1__2", "1__3"
THREE = [[RED], [GREEN], [BLUE]]
FPS = 24
CTRL = Qt.KeyboardModifier.ControlModifier


async def opened(window: MainWindow, key: str = A) -> SeamPage:
    """The seam behind this shot, with the pictures of both sides."""
    window.desk.show(key)
    window.commands.do("seam_after")
    page = window.middle.page
    assert isinstance(page, SeamPage)
    await until(lambda: there(page))
    return page


def there(page: SeamPage) -> bool:
    """Whether all that is to be seen and heard has come."""
    stills = not (page.view.still("left").isNull() or page.view.still("right").isNull())
    tiles = all(not page.strips.tile(at).isNull() for at in range(2 * TILES))
    return stills and tiles and page.column.value("loud") != "…"


def shot(window: MainWindow, key: str) -> Shot:
    return window.session.film.shot(key)


def holds(folder: Path, count: int) -> bool:
    """Whether so many pictures lie there."""
    return len(list(folder.glob("*.png"))) == count


def is_frame(found: float, frame: int) -> bool:
    """Whether a bar is that of a frame of the clip."""
    return abs(found - frame / FRAMES) < 0.02


def test_the_last_frame_that_is_shown_meets_the_first_of_the_next_shot(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow) -> None:
        page = await opened(window)
        left, right = page.view.still("left"), page.view.still("right")
        assert is_frame(bar(left), 2 * FPS - 1)  # its trim ends after two seconds
        assert is_frame(bar(right), 12)  # its trim begins after half a second
        assert is_near(colour_at(page.view.left, 0.97), RED)
        assert is_near(colour_at(page.view.right, 0.97), GREEN)
        assert page.view.left.right == "Last frame · 0:01.11"
        for tile in range(TILES):
            last = 2 * FPS - 1 - (TILES - 1 - tile) * 3
            assert is_frame(bar(page.strips.tile(tile)), last)
            assert is_frame(bar(page.strips.tile(TILES + tile)), 12 + tile * 3)
        assert max(page.strips.peaks("left")) > 0.05
        assert page.column.value("loud") == "the same"
        assert "darker" in page.column.value("light")

    lines = ["trim: {in: 0.5, out: 2}", "trim: {in: 0.5, out: 2}"]
    qrun(on(qapp, tmp_path, monkeypatch, THREE, test, lines))


def test_starting_from_an_earlier_frame_is_one_step_that_is_free_and_undoable(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow) -> None:
        page = await opened(window)
        spent = window.session.money().spent
        words = page.act.words.text().replace("\xa0", " ")
        assert words.startswith("Free. 1.2 becomes out of date; making it anew costs 42 cr")
        for _ in range(6):
            press(page, Qt.Key.Key_Left)
        await until(lambda: is_frame(bar(page.view.still("left")), FRAMES - 7))
        assert page.strips.chosen == TILES - 3
        press(page, Qt.Key.Key_Return)
        await until(lambda: shot(window, B).start == "previous")
        at = shot(window, B).start_at
        assert at is not None
        assert round(at * FPS) == FRAMES - 7
        await until(lambda: window.session.shot(B).out_of_date)
        assert window.session.shot(B).changed == (Cause(Change.START, follows=True),)
        await until(lambda: page.act.words.text() == "1.2 starts from this frame already.")
        assert not page.act.button.isEnabled()
        assert window.toast.text == "1.2 starts from a frame of 1.1"
        assert page.column.starts.text() == "1.2 starts from: a frame of 1.1"
        seams = page.column.seams
        assert seams.accessibleDescription() == "Seam 1.1 to 1.2, continues · 1 copy"
        assert page.column.value("loud") == "the same"  # what was measured stays
        said = [label.text() for label in page.copies.findChildren(QLabel) if label.isVisible()]
        assert "1.2 from a frame of 1.1" in said
        assert "frame →" in said
        assert "1 copy" in said
        assert window.session.money().spent == spent
        press_button(window.toast.button)
        await until(lambda: shot(window, B).start is None)
        assert shot(window, B).start_at is None
        await until(lambda: not window.session.shot(B).out_of_date)

    qrun(on(qapp, tmp_path, monkeypatch, THREE, test))


def test_the_last_frame_needs_no_moment_in_the_file(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow) -> None:
        page = await opened(window)
        assert is_frame(bar(page.view.still("left")), 23)  # the one that the file names
        press(page, Qt.Key.Key_Right, shift=True)
        press(page, Qt.Key.Key_Right, shift=True)
        press_button(page.act.button)
        await until(lambda: shot(window, B).start == "previous")
        await until(lambda: shot(window, B).start_at is None)
        text = (tmp_path / "film" / "film.yaml").read_text
        await until(lambda: "start_at" not in text())

    lines = ["", f"start: previous\n        start_at: {23 / FPS:.3f}"]
    qrun(on(qapp, tmp_path, monkeypatch, THREE, test, lines))


def test_keys_walk_from_seam_to_seam_and_copies_are_counted(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow) -> None:
        page = await opened(window)
        assert [link.copies for link in page.copies.links] == [0, 1]
        assert page.copies.head.text() == "The first copy"
        press(page, Qt.Key.Key_BracketRight)
        await until(lambda: there(page) and is_near(colour_at(page.view.right, 0.9), BLUE))
        assert [link.copies for link in page.copies.links] == [0, 1, 2]
        assert page.copies.head.text() == "A second copy in a row"
        assert page.copies.verdict.property("role") == "bar-warning"
        press(page, Qt.Key.Key_Left)
        assert page.act.button.isEnabled()  # it never forbids
        press(page, Qt.Key.Key_Down)
        assert page.seam.after.number == "1.4"
        assert [link.copies for link in page.copies.links] == [0, 1, 2, 3]
        assert "start again from a panel" in page.copies.sentence.text()
        press(page, Qt.Key.Key_Down)  # there is none behind it
        assert page.seam.after.number == "1.4"
        seams = page.column.seams
        QTest.mouseClick(seams, Qt.MouseButton.LeftButton, pos=seams.row_rect(0).center())
        assert page.seam.after.number == "1.2"
        press(page, Qt.Key.Key_Up)
        assert page.seam.after.number == "1.2"

    lines = ["", "start: previous", "start: previous"]
    qrun(on(qapp, tmp_path, monkeypatch, [*THREE, [RED]], test, lines))


def test_both_are_seen_in_the_same_place(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow) -> None:
        page = await opened(window)
        single = page.view.single
        page.choose(0)  # a frame without its white bar
        await until(lambda: bar(page.view.still("left")) < 0.02)
        press(page, Qt.Key.Key_X)
        await until(lambda: single.isVisible() and is_near(colour_at(single, 0.5), GREEN))
        press(page, Qt.Key.Key_X)
        assert is_near(colour_at(single, 0.5), RED)
        page.way.button("over").click()
        half = colour_at(single, 0.5)
        assert abs(half.red() - 110) < 40
        assert abs(half.green() - 90) < 40
        for _ in range(5):
            press(page, Qt.Key.Key_Up)
        assert is_near(colour_at(single, 0.5), GREEN)
        for _ in range(10):
            press(page, Qt.Key.Key_Down)
        assert is_near(colour_at(single, 0.5), RED)

    qrun(on(qapp, tmp_path, monkeypatch, THREE, test))


def test_the_loop_runs_over_the_cut_again_and_again(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow) -> None:
        page = await opened(window)
        seen: list[int] = []
        page.clock.moved.connect(seen.append)
        press(page, Qt.Key.Key_Space)
        cut = page.seam.after.first
        await until(lambda: any(b < a for a, b in pairwise(seen)))
        press(page, Qt.Key.Key_Space)
        assert not page.clock.playing
        assert min(seen) >= cut - FPS // 2
        assert max(seen) < cut + FPS // 2
        assert any(frame < cut for frame in seen)
        assert any(frame >= cut for frame in seen)
        page.rolling.loop.button("1.0").click()
        assert (page.clock.first, page.clock.last) == (cut - FPS, cut + FPS)
        assert page.strips.loop == 1.0

    qrun(on(qapp, tmp_path, monkeypatch, THREE, test))


def test_the_frame_is_kept_as_a_picture_and_never_over_another(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow) -> None:
        page = await opened(window)
        folder = tmp_path / "film" / "exports"
        for count in (1, 2):
            press_button(page.act.save)
            await until(partial(holds, folder, count))
        names = sorted(path.name for path in folder.iterdir())
        assert names == ["1.1 0-02.23 (2).png", "1.1 0-02.23.png"]
        with av.open(str(folder / names[1]), "r") as container:
            picture = next(container.decode(video=0)).to_ndarray(format="gray")
        assert picture.shape == SIZE[::-1]
        assert abs((picture[100] > 205).mean() - (FRAMES - 1) / FRAMES) < 0.02

    qrun(on(qapp, tmp_path, monkeypatch, THREE, test))


def test_a_shot_without_a_clip_says_why_nothing_can_be_taken_over(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow) -> None:
        window.desk.show(B)
        QTest.keyClick(window, Qt.Key.Key_BracketLeft, CTRL)
        await until(lambda: isinstance(window.middle.page, SeamPage))
        page = window.middle.page
        assert isinstance(page, SeamPage)
        await until(lambda: there(page))
        assert not page.act.button.isEnabled()
        assert page.act.words.text() == "1.1 has no clip yet, so there is no frame to start from."
        assert not page.act.save.isEnabled()
        press(page, Qt.Key.Key_Return)
        assert shot(window, B).start is None

    qrun(on(qapp, tmp_path, monkeypatch, [[], [GREEN]], test))


def test_one_shot_has_no_seam(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow) -> None:
        window.desk.show(A)
        window.commands.do("seam_after")
        assert window.middle.page is None
        assert "A seam needs two shots." in window.notice_bar.text

    qrun(on(qapp, tmp_path, monkeypatch, [[RED]], test))


def test_the_sign_in_the_gap_between_two_cards_opens_their_seam(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow) -> None:
        view = window.timeline.view
        before, after = view.card_rect(1), view.card_rect(2)
        gap = QPoint((before.right() + after.left() + 1) // 2, before.center().y())
        point(view.viewport(), gap)
        await until(lambda: view.touch.seam == 2)
        at = sign_rect(view, 2).center()
        point(view.viewport(), at)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        page = window.middle.page
        assert isinstance(page, SeamPage)
        assert (page.seam.before.number, page.seam.after.number) == ("1.2", "1.3")
        press(page, Qt.Key.Key_Escape)
        assert window.middle.page is None

    qrun(on(qapp, tmp_path, monkeypatch, THREE, test))


def test_in_a_small_window_with_large_text_the_act_stays_whole(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow) -> None:
        apply_theme(qapp, DARK, 200)
        window.setFixedSize(1280, 720)
        page = await opened(window)
        await until(lambda: page.width() >= 1200)
        play, sound = page.bar.play_button, page.bar.sound
        shown = page.act.button, page.act.save, page.way, page.rolling.loop, sound, play
        for long in (False, True):
            if long:
                page.act.words.setText("What that means, said in many more words. " * 4)
                page.resize(page.width(), page.height() - 1)
                await until(lambda: page.act.words.height() > 3 * page.act.words.font().pixelSize())
            free = page.height() - page.head.height()
            await until(lambda: page.view.left.picture_rect().height() >= free * 0.4)  # noqa: B023
            for widget in shown:
                assert widget.isVisible()
                assert widget.visibleRegion().boundingRect() == widget.rect()
                least = widget.minimumSizeHint()
                assert widget.width() >= least.width()
                assert widget.height() >= least.height()
            words = page.act.words
            assert words.height() >= words.heightForWidth(words.width())
            line = sound.mapTo(page, sound.rect().center()).y()
            assert abs(line - play.mapTo(page, play.rect().center()).y()) < 4  # on one line

    try:
        qrun(on(qapp, tmp_path, monkeypatch, THREE, test))
    finally:
        apply_theme(qapp, DARK)


def test_small_pictures_stand_there_until_the_frames_have_been_read(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Seeing, "see", lambda *_asked, **_how: None)

    async def test(window: MainWindow) -> None:
        window.desk.show(A)
        window.commands.do("seam_after")
        page = window.middle.page
        assert isinstance(page, SeamPage)
        left, right = page.view.left, page.view.right

        def shows(after: Colour) -> bool:
            at_end = not left.picture.isNull() and bar(left.picture) > 0.7  # near the end
            return at_end and is_near(colour_at(right, 0.9), after)

        await until(lambda: shows(GREEN), 60)
        press(page, Qt.Key.Key_BracketRight)
        await until(lambda: shows(BLUE), 60)
        assert page.view.still("left").isNull()

    qrun(on(qapp, tmp_path, monkeypatch, THREE, test))


def test_a_frame_is_kept_as_the_panel_of_the_second_shot_and_that_is_taken_back(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow) -> None:
        page, session = await opened(window), window.session
        spent = session.money().spent
        press(page, Qt.Key.Key_P)
        await until(lambda: session.shot(B).panel is not None)
        panel = session.shot(B).panel
        assert panel is not None
        assert panel.is_own
        seen = QImage(str(session.path(panel.path)))
        assert is_frame(bar(seen), FRAMES - 1)
        assert session.money().spent == spent
        # Its own panel starts a chain anew, as an edit that sends nothing.
        await session.edit("x", [SetField(ShotTarget(B), "start", "previous")])
        page.copies.own.click()
        await until(lambda: shot(window, B).start == "panel")
        window.desk.undo()
        await until(lambda: shot(window, B).start == "previous")
        await session.undo()
        await session.undo()
        assert session.shot(B).panel is None

    qrun(on(qapp, tmp_path, monkeypatch, THREE, test))


def test_what_plays_in_one_picture_is_named_while_it_plays(qtbot: QtBot) -> None:
    view = SeamView()
    qtbot.addWidget(view)
    view.tell(("1.1 Red", "Last frame · 0:02.23"), ("1.2 Green", "First frame · 0:00.00"))
    view.set_way(FLIP)
    for second, name in ((False, "1.1 Red"), (True, "1.2 Green"), (False, "1.1 Red")):
        view.show_film(QImage(8, 8, QImage.Format.Format_RGB32), second=second)
        assert (view.single.left, view.single.right) == (name, "")
    view.rest()
    assert (view.single.left, view.single.right) == ("1.1 Red", "Last frame · 0:02.23")
