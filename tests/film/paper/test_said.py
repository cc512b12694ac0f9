"""Files of comments from anybody: what is no comment is told, and nothing of them is trusted."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.papers import film_of
from topa_studio.base.errors import ProjectError
from topa_studio.film.paper.said import MOST_COMMENTS, is_of, pinned, read_said
from topa_studio.model.scenario import Comment

FILM = film_of(
    {"prompt": "a"}, {"prompt": "b", "comments": [{"at": 1.5, "by": "Bo", "text": "Hi"}]}
)
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=12,
)


def _file(*comments: Any, **more: Any) -> bytes:
    head = {"topa_comments": 1, "film": "film", "title": "Film", "comments": list(comments)}
    return json.dumps({**head, **more}).encode()


def test_comments_are_read_and_pinned_once() -> None:
    said = read_said(
        _file(
            {"shot": "1__1", "at": 0.81549, "by": " Анна\n", "text": "<b>Too</b>\r\ndark\x07 "},
            {"shot": "1__2", "at": 1.5, "by": "Bo", "text": "Hi"},
            {"shot": "1__2", "text": "And\u202e this"},
            {"shot": "1__2", "text": "And this"},
            {"shot": "9__9", "at": 1, "text": "Gone", "named": "9.9 The end"},
        )
    )
    found = pinned(said, FILM)
    assert found.shots["1__1"] == (Comment("<b>Too</b>\ndark", 0.815, "Анна"),)
    assert [comment.text for comment in found.shots["1__2"]] == ["Hi", "And this"]
    assert (found.added, found.there) == (2, 1)
    assert [(pin.shot, pin.named) for pin in found.gone] == [("9__9", "9.9 The end")]


@pytest.mark.parametrize(
    "entry",
    [
        None, 5, "text", [], {}, {"shot": "1__1"}, {"text": "x"}, {"shot": 1, "text": "x"},
        {"shot": "1__1", "text": " \n"}, {"shot": "1__1", "text": 5}, {"shot": "", "text": "x"},
        {"shot": "1__1", "text": "x", "at": "1"}, {"shot": "1__1", "text": "x", "at": -1},
        {"shot": "1__1", "text": "x", "at": True}, {"shot": "1__1", "text": "x", "at": 10**12},
        {"shot": "1__1", "text": "x", "by": ["a"]}, {"shot": "1__1", "text": "x" * 10_001},
    ],
)  # fmt: skip
def test_what_is_no_comment_is_left_out_and_counted(entry: object) -> None:
    said = read_said(_file({"shot": "1__1", "text": "good"}, entry))
    assert [pin.comment.text for pin in said.pins] == ["good"]
    assert said.unread == (2,)


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"[]", b"5", b"\xff\xfe", b'{"topa_comments": 2, "comments": []}',
        b'{"topa_comments": 1}', b'{"topa_comments": 1, "comments": {}}', b"[" * 100_000,
        b'{"topa_comments": 1, "comments": [NaN]}', b'{"a": 1, "a": 2}',
        b'{"topa_comments": 1, "comments": ["\\ud800"]}',
    ],
)  # fmt: skip
def test_a_broken_file_is_refused_whole(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_said(data)


def test_a_million_comments_are_refused_in_words() -> None:
    many = [{"shot": "1__1", "text": str(n)} for n in range(MOST_COMMENTS + 1)]
    with pytest.raises(ProjectError) as told:
        read_said(_file(*many))
    assert told.value.code == "paper.too-many-comments"
    assert len(read_said(_file(*many[1:])).pins) == MOST_COMMENTS


@given(JSON)
def test_no_json_at_all_breaks_the_reader(value: object) -> None:
    for data in (
        value,
        {"topa_comments": 1, "comments": [value]},
        {"topa_comments": 1, "comments": value},
    ):
        try:
            found = pinned(read_said(json.dumps(data).encode()), FILM)
        except ValueError:
            continue
        assert found.added >= 0


def test_whose_film_it_is() -> None:
    assert is_of(read_said(_file()), FILM, "film")
    assert not is_of(read_said(_file(film="other")), FILM, "film")
    assert not is_of(read_said(_file(title="Other")), FILM, "film")
    assert not is_of(read_said(_file(film=None, title=[1])), FILM, "film")
