"""What the studio writes, other programs' YAML readers read as the same words."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.support.films import opened
from topa_studio.base.yaml_reader import load
from topa_studio.document.document import Document
from topa_studio.document.edits import (
    AddElement,
    AddScene,
    AddShot,
    Edit,
    ElementTarget,
    FilmTarget,
    RenameElement,
    SceneTarget,
    SetField,
    ShotTarget,
)
from topa_studio.model.scenario import ElementKind

FILM = """\
title: plain
x-notes: {}
elements:
  characters:
  - {name: Topa, description: bear}
  Kite:
    description: red
scenes:
- id: 1
  title: plain
  shots:
  - id: 1
    prompt: plain words
    notes: 'quoted'
    elements_needed: [Topa, Kite]
  - id: 2
    prompt: >-
      Folded words
    elements_needed:
    - Topa
- {id: 2, title: plain, shots: [{id: 1, prompt: plain, elements_needed: [Topa]}]}
"""
READ_OTHERWISE = [
    *("yes", "No", "ON", "off", "y", "N", "true", "False", "null", "Null", "~", "<<", "="),
    *("12:30", "1:30:15", "190:20:30.15", "16:9", "1_000", "0_1", "010", "0x1F", "0b101", "0o7"),
    *(".5", "5.", "1e3", "1.5e+3", "1,000", "-1", "+1", "-0", "00", "08", "._1", ".inf", "-.INF"),
    *(".NaN", "1__1", "2001-12-14", "2001-12-14t21:59:43.10-05:00", "2001-12-14 21:59:43.1 -5"),
    *(" lead", "trail ", "", " ", "a: b", "a #b", "- a", "? a", "what?", "a, b", "[a", "{a", "&a"),
    *(
        "*a",
        "!a",
        "|",
        ">",
        "%a",
        "@a",
        "`a",
        "'a",
        '"a',
        "a:",
        ":a",
        "---",
        "...",
        "a\tb",
        "a\u00a0",
    ),
]


class _Core(yaml.SafeLoader):
    """YAML 1.2's core schema, with the numbers that JavaScript's readers add to it."""


_Core.yaml_implicit_resolvers = {}
for _tag, _words in (
    ("null", r"~|null|Null|NULL|"),
    ("bool", r"true|True|TRUE|false|False|FALSE"),
    ("int", r"[-+]?[0-9][0-9_]*|0o[0-7_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?0b[01_]+"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)"),
    ("merge", "<<"),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_words})$"), None)
    _Core.add_constructor(f"tag:yaml.org,2002:{_tag}", lambda _loader, node: (node.tag, node.value))

LOADERS = [yaml.SafeLoader, yaml.FullLoader, yaml.CSafeLoader, yaml.CFullLoader, _Core]


def texts(data: object) -> list[str]:
    """All texts of a film, names of keys too, however deep."""
    match data:
        case str():
            return [data]
        case list():
            return [text for part in data for text in texts(part)]
        case dict():
            return [text for pair in data.items() for part in pair for text in texts(part)]
        case _:
            return []


def read_everywhere(document: Document, *words: str) -> None:
    """Each of `words` stands as often in what other readers find as in what we do."""
    ours = texts(load(document.text))
    for loader in LOADERS:
        theirs = texts(yaml.load(document.text, loader))
        for word in words:
            assert theirs.count(word) == ours.count(word) > 0, (loader, word, document.text)


def edits_with(words: str) -> list[Edit]:
    """Edits that write these words in every kind of place."""
    first, folded, row = ShotTarget("1__1"), ShotTarget("1__2"), ShotTarget("2__1")
    return [
        SetField(FilmTarget(), "title", words),
        SetField(SceneTarget("2"), "title", words),
        SetField(SceneTarget("1"), "background", words),
        SetField(first, "prompt", words),
        SetField(first, "notes", words),
        SetField(first, "camera", words),
        SetField(folded, "prompt", words),
        SetField(folded, "elements_needed", ["Topa", words]),
        SetField(row, "prompt", words),
        SetField(row, "camera", words),
        SetField(row, "elements_needed", ["Topa", words]),
        SetField(ElementTarget("Topa"), "description", words),
        SetField(ElementTarget("Kite"), "reference_prompts", [words, words]),
        AddShot("1", 0, {"prompt": words, "multi": [{"prompt": words}], "mood": {words: words}}),
        AddShot("2", 0, {"prompt": words, "mood": {words: [words]}}),
        AddScene(1, {"title": words}),
    ]


@pytest.mark.parametrize("words", READ_OTHERWISE)
def test_what_others_read_otherwise_is_written_in_quotes(words: str) -> None:
    for edit in edits_with(words):
        document = opened(FILM)
        document.apply("Write", [edit])
        read_everywhere(document, words)


SIGNS = st.sampled_from(
    "0123456789abefxoTZyYnN_.:,;+-~=<>?!&*#|%@`'\"[]{}\\ \t\n жé😀\u00a0\u2028\x85"
)


@given(st.text(SIGNS, min_size=1, max_size=12), st.integers(0, 15))
def test_any_words_are_the_same_to_every_reader(words: str, place: int) -> None:
    document = opened(FILM)
    document.apply("Write", [edits_with(words)[place]])
    read_everywhere(document, words)


IDS = ["yes", "010", "1_0", "1e3", "12:30", "0o7", "null", "2001-12-14", "<<", "=", "~", ".5", "On"]


@pytest.mark.parametrize("name", IDS)
def test_ids_too(name: str) -> None:
    document = opened(FILM)
    document.apply("Id", [SetField(ShotTarget("1__1"), "id", name)])
    document.apply("Id", [SetField(SceneTarget("2"), "id", name)])
    document.apply("New", [AddShot("1", 0, {"id": f"{name}1", "prompt": "x"})])
    read_everywhere(document, name)
    assert document.scenario.scene(name).shots


@pytest.mark.parametrize("name", ["yes", "010", "1_0", "1e3", "0o7", "null", "On", "N"])
def test_names_of_elements_too(name: str) -> None:
    document = opened(FILM)
    document.apply("Rename", [RenameElement("Kite", name)])
    document.apply("Rename", [RenameElement("Topa", f"{name}1")])
    read_everywhere(document, name, f"{name}1")
    document = opened("elements:\n  Kite: {description: red}\nscenes: []\n")
    document.apply("New", [AddElement(name, ElementKind.CHARACTER, {"description": "blue"})])
    read_everywhere(document, name)


def test_a_permanent_key_of_digits_is_no_number_to_anybody() -> None:
    document = opened(FILM)
    document.apply("Id", [SetField(SceneTarget("1"), "id", "dawn")])
    read_everywhere(document, "1__1", "1__2")


def test_words_that_nobody_mistakes_stay_without_quotes() -> None:
    for words in ("010_dawn_shore", "3 apples", "1st", "Otto", "yes sir", "no one", "v1.2", "a-b"):
        document = opened(FILM)
        document.apply("Write", [SetField(FilmTarget(), "title", words)])
        assert f"title: {words}\n" in document.text
