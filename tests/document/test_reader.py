import time
from itertools import pairwise
from pathlib import Path

import pytest

from tests.support.films import FILM, errors, opened
from topa_studio.base.errors import DocumentError
from topa_studio.base.yaml_reader import decode, load, load_file
from topa_studio.document.edits import FilmTarget, SetField

UNREADABLE = {
    "tab": ("scenes:\n\t- id: 1\n", 2, "there is a tab here"),
    "colon": ('title: a: "b"\n', 1, "a colon with a space"),
    "quote": ('title: "abc\nscenes: []\n', 1, "the quote that begins here"),
    "single quote": ("a: 1\ntitle: 'abc\nscenes: []\n", 2, "the quote that begins here"),
    "escape": ('a: 1\ntitle: "a\\qb"\n', 2, "a backslash"),
    "surrogate": ('a: 1\ntitle: "\\uD800"\n', 2, "a backslash"),
    "bracket": ("a: 1\nb: [1, 2\nc: 3\n", 2, "the list that begins here"),
    "brace": ("a: 1\nb: {c: 1]\n", 2, "the mapping that begins here is not closed with }"),
    "no dash": ("- a\nb: 1\n", 2, "begin it with a dash"),
    "indent": (" a: 1\nb: 2\n", 2, "does not fit what stands above"),
    "dash place": ("a: - b\n", 1, "a list cannot begin on this line"),
    "sign at": ("a: 1\nprompt: @Topa yawns\n", 2, "cannot begin with @"),
    "sign percent": ("a: %x\n", 1, "cannot begin with %"),
    "directive": ("%FOO\n---\na: 1\n", 1, "begins with %"),
    "tag": ("a: 1\nb: !!python/object/apply:os.system [x]\n", 2, "tags like"),
    "tag of text": ("a: !x 1\n", 1, "tags like !x"),
    "unknown alias": ("a: 1\nb: *nobody\n", 2, "*nobody is used"),
    "recursive alias": ("a: 1\nb: &b [*b]\n", 2, "*b stands inside"),
    "several documents": ("a: 1\n---\nb: 2\n", 2, "a second document"),
    "complex key": ("a: 1\n? [b]\n: c\n", 2, "must be plain text"),
    "flow depth": ("a: " + "[" * 30_000, 1, "more than 64 levels"),
    "dash depth": ("- " * 30_000, 1, "more than 64 levels"),
    "nul": ("a: 1\nb: \0\n", 2, "invisible sign stands here (U+0000)"),
    "bell": ("a: 1\nb: x\x07\n", 2, "invisible sign stands here (U+0007)"),
    "not utf-8": (b"a: 1\nb: \xff\xe9\n", 2, "not UTF-8"),
    "utf-16": ("a: 1\n".encode("utf-16"), 1, "UTF-16"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_cannot_be_read_opens_with_one_problem_and_its_line(name: str) -> None:
    text, line, words = UNREADABLE[name]
    document = opened(text)
    told = errors(document)
    assert len(told) == len(document.problems) == 1
    assert told[0].startswith(f"line {line}: ")
    assert words in told[0]
    assert document.scenario.scenes == ()
    assert document.to_bytes() == (text.encode() if isinstance(text, str) else text)
    with pytest.raises(DocumentError, match="by hand"):
        document.apply("Title", [SetField(FilmTarget(), "title", "x")])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "the file is empty"),
        ("# only a comment\n", "the file is empty"),
        ("\ufeff", "the file is empty"),
        ("- a\n- b\n", "line 1: the file must begin with names"),
        ("just words\n", "line 1: the file must begin with names"),
        (b"x" * 8_000_001, "larger than 8 MB"),
    ],
)
def test_a_file_that_is_no_film_says_so(text: str | bytes, words: str) -> None:
    assert words in errors(opened(text))[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("16:9", "16:9"),
        ("no", "no"),
        ("12:30", "12:30"),
        ("0012", "0012"),
        ("1_001", "1_001"),
        ("2024-99-99", "2024-99-99"),
        ("=", "="),
        (".nan", ".nan"),
        ("1e999", "1e999"),
        ("9" * 5000, "9" * 5000),
        ("true", True),
        ("12", 12),
        ("-1.5", -1.5),
        ("~", None),
        ("", None),
    ],
)
def test_few_words_mean_anything_but_themselves(text: str, value: object) -> None:
    assert load(f"k: {text}\n") == {"k": value}


def test_an_alias_bomb_is_refused_quickly() -> None:
    names = "abcdefghi"
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for before, name in pairwise(names):
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]")
    started = time.process_time()
    assert "aliases" in errors(opened("\n".join(lines)))[0]
    assert time.process_time() - started < 1


def test_aliases_and_merge_keys_are_written_out() -> None:
    text = "base: &b {mode: std, sound: true}\nown: {<<: *b, mode: pro}\nalso: *b\n"
    assert load(text) == {
        "base": {"mode": "std", "sound": True},
        "own": {"mode": "pro", "sound": True},
        "also": {"mode": "std", "sound": True},
    }


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_bytes_come_back_as_they_were(newline: str, bom: str, end: str) -> None:
    data = (bom + (FILM.rstrip("\n") + end).replace("\n", newline)).encode()
    document = opened(data)
    assert document.to_bytes() == data
    assert len(document.scenario.shots()) == 4
    assert "\r" not in document.text


def test_mixed_line_ends_stay_mixed() -> None:
    data = FILM.replace("\n", "\r\n", 12).encode()
    document = opened(data)
    assert document.to_bytes() == data
    document.apply("Title", [SetField(FilmTarget(), "title", "Other")])
    assert document.to_bytes() == data.replace(b'"Best day"', b'"Other"')


def test_decode_tells_where_utf8_breaks() -> None:
    with pytest.raises(DocumentError) as caught:
        decode("ж: 1\nab".encode() + b"\xff")
    assert caught.value.params == {"line": 2, "column": 3}


def test_a_bundled_file_with_a_twin_key_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("a: 1\na: 2\n", encoding="utf-8")
    with pytest.raises(DocumentError, match="stands twice"):
        load_file(path)
