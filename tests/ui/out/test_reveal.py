"""Show in folder: the file browser of the desktop is asked to mark the file."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BROWSER = """
from jeepney import HeaderFields, MessageType, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection
bus = open_dbus_connection("SESSION")
Proxy(message_bus, bus).RequestName("org.freedesktop.FileManager1")
print("here", flush=True)
asked = bus.receive()
while asked.header.message_type != MessageType.method_call:
    asked = bus.receive()
print(asked.header.fields[HeaderFields.member], asked.body, flush=True)
bus.send(new_method_return(asked))
"""
PROGRAM = """
import subprocess, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QDesktopServices, QGuiApplication
from topa_studio.ui.out.reveal import show_in_folder
app = QGuiApplication([])
opened = []
QDesktopServices.openUrl = lambda url: (opened.append(url.toLocalFile()), app.quit())
browser = None
if sys.argv[1] == "browser":
    browser = subprocess.Popen([sys.executable, "-c", sys.argv[2]], stdout=subprocess.PIPE)
    browser.stdout.readline()
show_in_folder(Path("/films/Anna #1/a, b.mp4"))
if browser:
    ended = QTimer(interval=20)
    ended.timeout.connect(lambda: browser.poll() is None or app.quit())
    ended.start()
if browser or not opened:
    app.exec()
print(browser.stdout.read().decode() if browser else "", opened)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such bus")
@pytest.mark.parametrize(
    ("there", "said"),
    [
        ("browser", "ShowItems (['file:///films/Anna%20%231/a,%20b.mp4'], '')\n []"),
        ("none", "['/films/Anna #1']"),
    ],
)
def test_the_desktops_browser_marks_the_file_or_the_folder_is_opened(there: str, said: str) -> None:
    if shutil.which("dbus-run-session") is None:
        pytest.skip("needs dbus-run-session")
    command = ["dbus-run-session", "--", sys.executable, "-c", PROGRAM, there, BROWSER]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert done.stdout.strip() == said, done.stderr


def test_without_a_desktop_the_folder_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    from topa_studio.ui.out import reveal

    opened: list[str] = []
    monkeypatch.setattr(reveal, "_asked_of_desktop", lambda _path: False)
    monkeypatch.setattr(reveal, "_started", lambda *_words: False)
    monkeypatch.setattr(
        reveal.QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile())
    )
    reveal.show_in_folder(Path("/films/a.mp4"))
    assert opened == ["/films"]
