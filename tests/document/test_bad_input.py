"""A file that cannot be used is told with its line and what to do, and never touched."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.support.commands import topa
from tests.support.films import FILM
from topa_studio.base.errors import DocumentError
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.document.document import Document
from topa_studio.document.edits import RenameElement, SetField, ShotTarget
from topa_studio.document.reading.findings import describe

DEPTHS = (10, 64, 65, 1_000, 30_000, 1_000_000)
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)

# What stands in the file, the line that is told, words of what to do
BAD: dict[str, tuple[bytes, int, str]] = {
    "aliases that grow": (BOMB.encode(), 6, "write them out"),
    "a tag": (b"scenes: []\nx: !!python/name:os.system\n", 2, "put the text in double quotes"),
    "a key twice": (b"scenes: []\ntitle: a\ntitle: b\n", 3, "delete one of them"),
    "an alias of itself": (b"a: &a [*a]\n", 1, "write it out instead"),
    "bytes that are no UTF-8": (b"a: 1\n\xff\n", 2, "save the file as UTF-8"),
    "UTF-16": ("a: 1\n".encode("utf-16"), 1, "save it as UTF-8"),
    "NUL": (b"a: 1\nb: \x00\n", 2, "delete it"),
    "a control sign": (b"a: 1\nb: \x1b[2J\n", 2, "delete it"),
    "a surrogate": (b'a: 1\nb: "\\ud800"\n', 2, "write \\\\ or use single quotes"),
    "a surrogate's bytes": (b"a: 1\nb: \xed\xa0\x80\n", 2, "save the file as UTF-8"),
    "a tab": (b"a: 1\n\tb: 2\n", 2, "spaces"),
    "two documents": (b"a: 1\n---\nb: 2\n", 2, "keep one in the file"),
    "a list": (b"- a\n", 1, "must begin with names"),
    "a huge whole number": (
        FILM.replace("duration: 7", "duration: " + "9" * 5000).encode(), 42, "whole number",
    ),
    "a date": (FILM.replace("duration: 7", "duration: 2024-99-99").encode(), 42, "whole number"),
    "a time": (FILM.replace("duration: 7", "duration: 12:30:45").encode(), 42, "whole number"),
    "no number": (FILM.replace("duration: 7", "duration: .nan").encode(), 42, "whole number"),
    "a word for false": (FILM.replace("duration: 7", "sound: no").encode(), 42, "true or false"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_each_is_told_with_its_line_and_what_to_do_and_stays_as_it_is(
    tmp_path: Path, name: str
) -> None:
    data, line, words = BAD[name]
    film = tmp_path / "film.yaml"
    film.write_bytes(data)
    told = [describe(problem) for problem in Document.open(film, Catalogue.bundled()).problems]
    assert any(one.startswith(f"line {line}: ") and words in one for one in told), told
    assert film.read_bytes() == data


@pytest.mark.parametrize("depth", DEPTHS)
@pytest.mark.parametrize("form", ["[", "- ", "{a: ", "? "])
def test_any_depth_is_read_or_told_in_a_moment(depth: int, form: str) -> None:
    data = ("scenes: []\nx:\n  " + form * depth).encode()
    started = time.process_time()
    document = Document(Path("film.yaml"), data)
    assert time.process_time() - started < 2
    assert document.problems
    assert document.to_bytes() == data


@pytest.mark.parametrize("name", ["a tag", "NUL", "bytes that are no UTF-8", "aliases that grow"])
def test_the_command_line_tells_it_without_a_traceback(tmp_path: Path, name: str) -> None:
    data, line, words = BAD[name]
    film = tmp_path / "film.yaml"
    film.write_bytes(data)
    for asked in (["check", "-s", film], ["edit", "-s", film, "set", "film", "title", "Other"]):
        done = topa(*asked)
        said = done.stdout + done.stderr
        assert done.returncode in (1, 2), said
        assert "Traceback" not in said
        assert f"line {line}" in said
        assert words in said
        assert film.read_bytes() == data


def test_a_prompt_of_a_megabyte_is_taken_told_and_undone() -> None:
    document = Document(Path("film.yaml"), FILM.encode(), Catalogue.bundled())
    document.apply("Prompt", [SetField(ShotTarget("1__1"), "prompt", "Wide shot. " * 95_000)])
    (told,) = [one for one in map(describe, document.problems) if "characters" in one]
    assert "2500" in told
    document.undo()
    assert document.to_bytes() == FILM.encode()


@pytest.mark.parametrize("name", ["<<", "1", "~", "true"])
def test_an_element_with_a_name_that_is_no_word_is_renamed_or_refused(name: str) -> None:
    text = f"elements:\n  Topa: {{description: bear}}\n  {name}: {{description: odd}}\nscenes: []\n"
    document = Document(Path("film.yaml"), text.encode(), Catalogue.bundled())
    for element in document.scenario.elements:
        with suppress(DocumentError):
            document.apply("Rename", [RenameElement(element.name, "Kite")])
            document.undo()
    assert document.text == text
