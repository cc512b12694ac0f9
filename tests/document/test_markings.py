"""Steps that change takes beside the text: in the history, in its record, and taken back."""

from __future__ import annotations

import json
import zlib

from hypothesis import given
from hypothesis import strategies as st

from tests.support.films import FILM, opened
from topa_studio.base.yaml_reader import Source
from topa_studio.document.document import Document, DocumentChange
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.document.history import stored_history as log
from topa_studio.document.history.history import History
from topa_studio.model.marks import NO_MARKS, Marking, Marks, TakeRef, joined, taken_back

MARKS = st.builds(
    Marks,
    star=st.booleans(),
    rejected=st.booleans(),
    trashed=st.floats(0, 2e9),
    note=st.text(max_size=8),
)
REFS = st.builds(TakeRef, st.sampled_from(["1__1", "1__2"]), st.integers(1, 3), st.booleans())
STEPS = st.lists(st.lists(st.tuples(REFS, MARKS), max_size=3), max_size=5)
Now = dict[TakeRef, Marks]


def changed(now: Now, markings: tuple[Marking, ...]) -> Now:
    after = dict(now)
    for marking in markings:
        assert after.get(marking.take, NO_MARKS) == marking.before
        after[marking.take] = marking.after
    return {ref: marks for ref, marks in after.items() if marks != NO_MARKS}


def made(now: Now, wishes: list[tuple[TakeRef, Marks]]) -> tuple[Marking, ...]:
    wanted = dict(wishes)
    return tuple(Marking(ref, now.get(ref, NO_MARKS), marks) for ref, marks in wanted.items())


@given(STEPS)
def test_all_steps_taken_back_leave_all_as_it_was(steps: list[list[tuple[TakeRef, Marks]]]) -> None:
    now: Now = {}
    states, done = [now], []
    for wishes in steps:
        done.append(made(now, wishes))
        now = changed(now, done[-1])
        states.append(now)
    one: tuple[Marking, ...] = ()
    for markings in done:
        one = joined(one, markings)
    assert changed({}, one) == now
    for markings, before in zip(reversed(done), reversed(states[:-1]), strict=True):
        now = changed(now, taken_back(markings))
        assert now == before


def stepped(document: Document, *markings: Marking, title: str = "") -> DocumentChange | None:
    edits = [SetField(ShotTarget("1__1"), "title", title)] if title else []
    return document.commit(document.prepare("Step", edits, markings=markings))


STAR = Marking(TakeRef("1__1", 2), NO_MARKS, Marks(star=True))
NOTE = Marking(TakeRef("1__1", 2), Marks(star=True), Marks(star=True, note="the smile"))


def test_a_step_of_marks_alone_leaves_the_text_and_is_undone_in_its_turn() -> None:
    document = opened(FILM)
    before = document.to_bytes()
    change = stepped(document, STAR)
    assert change is not None
    assert (change.markings, change.shots, change.film) == ((STAR,), frozenset(), False)
    assert document.to_bytes() == before
    assert not document.unsaved
    stepped(document, NOTE, title="Yawn")
    assert document.undo_label == "Step"
    undone = document.undo()
    assert undone is not None
    assert undone.markings == taken_back([NOTE])
    assert document.to_bytes() == before
    last = document.undo()
    assert last is not None
    assert last.markings == (Marking(STAR.take, STAR.after, STAR.before),)
    again = document.redo()
    assert again is not None
    assert again.markings == (STAR,)
    assert stepped(document) is None


@given(st.lists(st.tuples(REFS, MARKS), min_size=1, max_size=3))
def test_the_record_of_the_last_changes_knows_marks(wishes: list[tuple[TakeRef, Marks]]) -> None:
    document = opened(FILM)
    markings = made({}, wishes)
    start = Source(document.text)
    head = log.head_line(start, start, History())
    stepped(document, *markings, title="Yawn")
    deed = document.history.done[-1]
    memory = log.replay(head + log.deed_line(deed, joined=False))
    assert memory.done == [deed]
    assert memory.source.text == document.text
    memory = log.replay(log.head_line(start, start, History([deed], [deed])))
    assert (memory.done, memory.undone) == ([deed], [deed])


def test_a_mark_that_only_a_later_version_knows_spoils_no_record() -> None:
    document = opened(FILM)
    start = Source(document.text)
    stepped(document, STAR)
    deed = document.history.done[-1]
    head = json.loads(log.head_line(start, start, History([deed])).partition(b" ")[2])
    head["done"][0]["markings"][0][4]["colour"] = "red"
    body = json.dumps(head).encode()
    memory = log.replay(b"%08x %s\n" % (zlib.crc32(body), body))
    assert memory.done == [deed]


def test_an_earlier_version_reads_the_record_as_a_step_that_changes_nothing() -> None:
    """What it does not know stands in names of its own: it finds all that it looks for."""
    document = opened(FILM)
    stepped(document, STAR)
    line = log.deed_line(document.history.done[-1], joined=False).decode()
    assert '"forward":[],"backward":[]' in line
    plain = line.partition(',"markings"')[0]
    assert plain.endswith('"backward":[]')
