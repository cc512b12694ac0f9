#!/usr/bin/env python3
"""What a key costs in the prompt of a shot, beside a bare editor of Qt with the same words.

python benchmarks/typed_keys.py [KEYS]

Each figure is the median of KEYS keys in processor time, each with the painting that follows it,
in many paragraphs and in one, which Qt lays out anew at each key. Goals: 20,000 letters with 200
mentions within 16 ms a key; 200,000 at most 3 times what the bare editor needs.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from topa_studio.ui.widgets.no_screen import use_large_screen

use_large_screen()
HOME = tempfile.TemporaryDirectory()
for name in ("CONFIG", "DATA", "STATE", "CACHE"):
    os.environ[f"XDG_{name}_HOME"] = f"{HOME.name}/{name.lower()}"
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from tests.support.small_film import small_film
from tests.support.window import open_window, until
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.ui.run import make_application
from topa_studio.ui.running.loop import run_on_loop
from topa_studio.ui.writing.prompt import PromptEditor

KEY = "1__1"
LETTERS_A_MENTION = 100


def words(letters: int, between: str) -> str:
    """A prompt of so many letters with a mention in every hundred, parted by `between`."""
    sentence = "The small bear @Topa walks on through the wet grass and looks at the river"
    part = sentence.ljust(LETTERS_A_MENTION - len(between), ".") + between
    return (part * (letters // LETTERS_A_MENTION))[:letters]


def type_in(field: QTextEdit, keys: int) -> list[float]:
    """The milliseconds of each of so many keys in the middle of the words."""
    cursor = field.textCursor()
    cursor.setPosition(field.document().characterCount() // 2)
    field.setTextCursor(cursor)
    field.ensureCursorVisible()
    field.viewport().repaint()
    needed = []
    for number in range(keys):
        begun = time.thread_time()
        QTest.keyClicks(field, "abcde"[number % 5])
        field.viewport().repaint()
        needed.append((time.thread_time() - begun) * 1000)
    return needed


async def measure(app: QApplication, letters: int, between: str, keys: int) -> None:
    """Print one line of figures."""
    with tempfile.TemporaryDirectory() as folder:
        async with open_window(app, Path(folder), small_film(Path(folder) / "film")) as window:
            text = words(letters, between)
            await window.session.edit("Words", [SetField(ShotTarget(KEY), "prompt", text)])
            window.selection.select_shot(KEY)
            prompt: PromptEditor = window.inspector.shot.prompt
            await until(lambda: prompt.document().characterCount() > letters * 0.9)
            bare = QTextEdit()
            bare.setUndoRedoEnabled(False)
            bare.setFont(prompt.font())
            bare.resize(prompt.size())
            bare.setPlainText(text)
            bare.show()
            alone = type_in(bare, keys)
            bare.hide()
            prompt.setFocus()
            ours = type_in(prompt, keys)
            begun = time.perf_counter()
            window.flush()
            await window.desk.settled()
            told = (time.perf_counter() - begun) * 1000
            prompt.moveCursor(QTextCursor.MoveOperation.Start)
    kind = "one paragraph" if between == " " else "paragraphs"
    middle, base = statistics.median(ours), statistics.median(alone)
    print(
        f"{letters:>7} letters, {kind:<13}  {middle:7.1f} ms a key (most {max(ours):.1f}),"
        f" bare {base:.1f}, ratio {middle / base:.2f}; telling it {told:.0f} ms",
        flush=True,
    )


async def main(app: QApplication, keys: int) -> None:
    """All sizes."""
    for letters in (2_000, 20_000, 200_000):
        for between in ("\n", " "):
            await measure(app, letters, between, keys)
            await asyncio.sleep(0)


if __name__ == "__main__":
    application = make_application()
    run_on_loop(application, lambda: main(application, int((sys.argv[1:] or ["40"])[0])))
