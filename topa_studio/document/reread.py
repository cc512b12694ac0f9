"""A whole file loaded anew, as a mark of the film it holds; also in a process of its own.

As a program it reads questions from its standard input and answers each with one line, until the
input ends: `{"size": bytes of the file, "name": film, "ratio": ratio}`, a line end, the file.
"""

from __future__ import annotations

import hashlib
import json
import sys
from typing import BinaryIO

from topa_studio.base.errors import DocumentError
from topa_studio.base.yaml_reader import decode, parse
from topa_studio.document.reading.read import read
from topa_studio.model.scenario import Scenario

UNREADABLE = "unreadable"


def mark_of(film: Scenario) -> str:
    """SHA-256 of all that a film says; two films have the same one only where they are equal."""
    found = hashlib.sha256(repr((film.film, film.elements)).encode())
    # Scene by scene, so that a thread that does this never keeps the others waiting.
    for scene in film.scenes:
        found.update(repr(scene).encode())
    return found.hexdigest()


def reread(data: bytes, name: str, ratio: str) -> str:
    """The mark of the film in a file, or `UNREADABLE`."""
    try:
        text = decode(data).text
        return mark_of(read(text, parse(text), name, ratio).scenario)
    except DocumentError:
        return UNREADABLE


def question(data: bytes, name: str, ratio: str) -> bytes:
    """What is sent to the process to have a file read."""
    head = {"size": len(data), "name": name, "ratio": ratio}
    return json.dumps(head).encode() + b"\n" + data


def answer(questions: BinaryIO, answers: BinaryIO) -> None:
    """Answer every question until there are no more."""
    while line := questions.readline():
        head = json.loads(line)
        mark = reread(questions.read(head["size"]), head["name"], head["ratio"])
        answers.write(mark.encode() + b"\n")
        answers.flush()


if __name__ == "__main__":
    answer(sys.stdin.buffer, sys.stdout.buffer)
