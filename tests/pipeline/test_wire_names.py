"""Names on the wire: the service's letters, never two alike in a request, as they always were."""

from __future__ import annotations

import random
import re
from unicodedata import normalize

from hypothesis import example, given
from hypothesis import strategies as st

from topa_studio.model.wire_names import wire_name, wire_names, with_wire_names

NAMES = st.sets(
    st.one_of(
        st.text(min_size=1, max_size=25),
        st.sampled_from(["小明", "小红", "Old-Man", "Old_Man", "e", "e_1", "Лиса", "Лисa"]),
        st.text(alphabet="ab-_小", min_size=1, max_size=30),
    ),
    max_size=7,
)


@given(NAMES)
@example({"小明", "小红", "たろう"})
@example({"Old-Man", "Old_Man", wire_names(["Old-Man", "Old_Man"])["Old-Man"]})
@example({"a" * 20 + "one", "a" * 20 + "two"})
def test_names_of_one_request_are_the_services_and_differ(names: set[str]) -> None:
    wire = wire_names(names)
    assert len(set(wire.values())) == len(names)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]{0,19}", name) for name in wire.values())
    shuffled = random.Random(1).sample(sorted(names), len(names))
    assert wire_names(shuffled) == wire


@given(NAMES)
def test_a_name_that_no_other_is_like_is_spelt_as_it_always_was(names: set[str]) -> None:
    plain = [wire_name(name) for name in names]
    for name, wire in wire_names(names).items():
        assert (wire == wire_name(name)) == (plain.count(wire_name(name)) == 1)


def test_old_spellings_stay() -> None:
    old = {"小明": "e", "Zoé": "zo", "Старый-Дом": "staryy_dom", "3d": "e_3d", "Topa": "topa"}
    assert {name: wire_names([name])[name] for name in old} == old


def test_a_mention_stands_apart_on_the_wire() -> None:
    wire = wire_names(["小明", "小红"])
    told = with_wire_names("然后@小明走到，@小红 waves. @Box", wire, ["小明", "小红", "Box"])
    assert told == f"然后 @{wire['小明']} 走到，@{wire['小红']} waves. Box"


def test_the_mark_does_not_ask_how_accents_are_written() -> None:
    names = ["Ünal", "Önal"]
    apart = [normalize("NFD", name) for name in names]
    assert sorted(wire_names(names).values()) == sorted({wire_names(names)[name] for name in names})
    assert len(set(wire_names(apart).values())) == 2
