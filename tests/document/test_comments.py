"""What others said of a shot: read, answered, settled, split, merged, left out of copies."""

from __future__ import annotations

from dataclasses import replace

from tests.support.random_edits import opened
from topa_studio.app.making.unsendable import Unsendable
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.document.document import Document
from topa_studio.document.edits import DuplicateShot, MergeShots, SetField, ShotTarget, SplitShot
from topa_studio.document.stored import stored
from topa_studio.document.written import comments_written
from topa_studio.model.problem import Severity
from topa_studio.model.scenario import Answer, Comment

COMMENTS = (
    "    comments:\n    - at: 1.5\n      by: Анна # from the review\n      text: 'Too: dark'\n"
    "      hue: red\n      answers:\n      - by: Bo\n        text: Better now\n        mood: glad\n"
    "    - {at: 4, text: Done, done: true}\n"
)
SAID = (
    Comment("Too: dark", 1.5, "Анна", False, (Answer("Better now", "Bo"),)),
    Comment("Done", 4, done=True),
)


def _film(*shots: str) -> Document:
    words = "".join(f"  - id: {n}\n    prompt: p{n}\n{shot}" for n, shot in enumerate(shots, 1))
    return opened(f"scenes:\n- id: 1\n  shots:\n{words}".encode())


def _said(document: Document) -> list[tuple[Comment, ...]]:
    return [shot.comments for shot in document.scenario.shots()]


def test_comments_are_read_with_their_answers() -> None:
    document = _film(COMMENTS)
    assert _said(document) == [SAID]
    assert not any(p.severity is Severity.ERROR for p in document.problems)


def test_a_comment_that_is_answered_and_settled_changes_only_its_own_lines() -> None:
    document = _film(COMMENTS)
    before = document.to_bytes()
    first = replace(SAID[0], done=True, answers=(*SAID[0].answers, Answer("Thanks")))
    wanted = comments_written((first, SAID[1]))
    document.apply("Answer", [SetField(ShotTarget("1__1"), "comments", wanted)])
    assert _said(document) == [(first, SAID[1])]
    for kept in ("# from the review", "hue: red", "mood: glad", "{at: 4, text: Done, done: true}"):
        assert kept in document.text
    document.undo()
    assert document.to_bytes() == before


def test_the_last_comment_goes_with_its_key_but_what_is_not_read_stays() -> None:
    document = _film(COMMENTS, "    comments: [{text: Two}, {hue: red}]\n")
    before = document.to_bytes()
    for key in ("1__1", "1__2"):
        document.apply("Delete", [SetField(ShotTarget(key), "comments", [])])
    assert _said(document) == [(), ()]
    assert document.text.count("comments:") == 1
    assert "comments: [{hue: red}]" in document.text
    document.undo()
    document.undo()
    assert document.to_bytes() == before


def test_comments_stay_at_their_moment_where_shots_are_split_and_merged() -> None:
    document = _film(COMMENTS.replace("at: 4", "at: 4.5"), "    comments: [{at: 1, text: Two}]\n")
    document.apply("Merge", [MergeShots("1__1", "1__2")])
    assert [(c.text, c.at) for c in _said(document)[0]] == [
        ("Too: dark", 1.5),
        ("Done", 4.5),
        ("Two", 6),
    ]
    document.apply("Split", [SplitShot("1__1", 4)])
    first, second = _said(document)
    assert [(c.text, c.at) for c in first] == [("Too: dark", 1.5)]
    assert [(c.text, c.at) for c in second] == [("Done", 0.5), ("Two", 2)]
    assert "hue: red" in document.text


def test_a_copy_of_a_shot_has_none_of_its_comments() -> None:
    document = _film(COMMENTS)
    document.apply("Copy", [DuplicateShot("1__1")])
    assert _said(document) == [SAID, ()]


def test_comments_come_back_from_a_film_that_was_read_before() -> None:
    document = _film(COMMENTS)
    words = None if document.state is None else stored(document.state)
    assert words is not None
    other = Document(document.path, document.to_bytes(), Catalogue.bundled(), known=words)
    assert _said(other) == [SAID]


def test_a_mistake_in_the_comments_is_told_and_stops_nothing() -> None:
    for wrong in ("comments: Nice", "comments: [{at: -1, text: b}]", "coments: [{text: b}]"):
        document = _film(f"    {wrong}\n")
        (told,) = [p for p in document.problems if p.severity is Severity.ERROR]
        assert told.shot == "1__1"
        assert Unsendable.of(document, {}).shots == {}
