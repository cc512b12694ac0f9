"""Signals that carry True and False must not wear them out: PySide6 6.12 on Python 3.11 did."""

from __future__ import annotations

import subprocess
import sys

CHILD = """
import sys
from PySide6.QtCore import QObject, Signal

class Switch(QObject):
    turned = Signal(bool)

switch, heard = Switch(), [0]
def hear(on):
    heard[0] += 1
switch.turned.connect(hear)
before = sys.getrefcount(True), sys.getrefcount(False)
for _ in range(10_000):
    switch.turned.emit(True)
    switch.turned.emit(False)
after = sys.getrefcount(True), sys.getrefcount(False)
print(heard[0], min(now - then for now, then in zip(after, before)))
"""


def test_twenty_thousand_signals_leave_true_and_false_alive() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", CHILD], capture_output=True, text=True, check=False
    )

    assert ended.returncode == 0, ended.stderr
    heard, lost = map(int, ended.stdout.split())
    assert heard == 20_000
    assert lost > -100
