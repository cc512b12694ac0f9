"""Another program that saves a file, as a process of its own, in the ways text editors do."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

_SAVE = """
import os, sys
path, style = sys.argv[1:]
data = sys.stdin.buffer.read()
if style == "rename":
    with open(path + "~", "wb") as file:
        file.write(data)
    os.replace(path + "~", path)
elif style == "backup":
    os.replace(path, path + ".bak")
    with open(path, "wb") as file:
        file.write(data)
elif style == "append":
    old = open(path, "rb").read()
    assert data.startswith(old)
    with open(path, "ab") as file:
        file.write(data[len(old):])
elif style == "slowly":
    import time
    with open(path, "wb") as file:
        for start in range(0, len(data), 100):
            file.write(data[start:start + 100])
            file.flush()
            time.sleep(0.05)
else:
    with open(path, "wb") as file:
        file.write(data)
"""
STYLES = ("truncate", "rename", "backup", "slowly")


async def saves(path: Path, text: str, style: str = "truncate") -> None:
    """Another process writes `text` into the file, and has ended."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _SAVE, str(path), style, stdin=asyncio.subprocess.PIPE
    )
    await process.communicate(text.encode())
    assert process.returncode == 0
