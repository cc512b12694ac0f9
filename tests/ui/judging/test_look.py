import asyncio
import os

import pytest

from tests.support.window import until
from tests.ui.judging.films import *
from topa_studio.ui.theme import LIGHT, apply_theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")

def test_look(qrun, qapp, tmp_path, monkeypatch):
    big = os.environ.get("BIG")
    async def test(window):
        if big:
            apply_theme(qapp, LIGHT, 200); window.resize(1280, 720)
        window.desk.show("1__1")
        await until(lambda: window.commands.actions["compare"].isEnabled())
        await asyncio.sleep(1)
        before = window.timeline.height()
        window.commands.do("compare")
        page = window.middle.page
        await until(lambda: not page.board.sides[1].glass.picture.isNull())
        await asyncio.sleep(.7)
        n = "big" if big else ""
        window.grab().save(f"/tmp/compare{n}.png")
        press(page, Qt.Key.Key_W)
        press(page, Qt.Key.Key_Space)
        await asyncio.sleep(1.2)
        window.grab().save(f"/tmp/wipe{n}.png")
        press(page, Qt.Key.Key_Q)
        await asyncio.sleep(1)
        window.grab().save(f"/tmp/four{n}.png")
        window.middle.leave()
        await asyncio.sleep(.3)
        print("HIGH", before, window.timeline.height())
        window.commands.do("seam_after")
        page = window.middle.page
        await asyncio.sleep(1.5)
        press(page, Qt.Key.Key_BracketRight)
        press(page, Qt.Key.Key_Left)
        press(page, Qt.Key.Key_Left)
        await asyncio.sleep(1.5)
        window.grab().save(f"/tmp/seam{n}.png")
        press(page, Qt.Key.Key_Space)
        await asyncio.sleep(1)
        window.grab().save(f"/tmp/seam2{n}.png")
        press(page, Qt.Key.Key_Space)
        page.way.button("over").click()
        await asyncio.sleep(1)
        window.grab().save(f"/tmp/seam3{n}.png")
        window.middle.leave()
    qrun(on(qapp, tmp_path, monkeypatch, [[RED, GREEN, BLUE, GREY], [BLUE], [GREEN]], test, ["", "start: previous", "start: previous"]))
