"""Broken, huge, empty and hostile files: told in words, nothing opened beside them."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from fractions import Fraction
from pathlib import Path

import pytest

from tests.film.test_composition import _two
from tests.support.interchange import OUT, sequence_of
from topa_studio.base.errors import ProjectError
from topa_studio.base.words import TEMPLATES
from topa_studio.film.interchange import formats
from topa_studio.film.interchange.losses import FORMATS, TITLES
from topa_studio.film.interchange.manifest import read_manifest
from topa_studio.film.interchange.returned import Returned
from topa_studio.model.scenario import Transition

RATE = Fraction(24)
BOMB = """<?xml version="1.0"?><!DOCTYPE {root} [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
<{root}><name>&c;</name></{root}>"""
OUTER = '<!DOCTYPE {root} [<!ENTITY x SYSTEM "{file}">]><{root} version="1.10">&x;</{root}>'
ELSEWHERE = '<!DOCTYPE {root} SYSTEM "http://127.0.0.1:9/x.dtd"><{root}>&x;</{root}>'
ROOTS = {"fcpxml": "fcpxml", "fcp7": "xmeml"}


def _read(kind: str, data: bytes | str) -> str:
    """Why it cannot be read."""
    given = data.encode() if isinstance(data, str) else data
    with pytest.raises(ProjectError) as told:
        formats.read(kind, given, OUT.parent, RATE)
    assert told.value.code in TEMPLATES
    return told.value.code


def _tried(kind: str, data: bytes) -> Returned | None:
    """The edit; None: it was refused in words."""
    with suppress(ProjectError):
        return formats.read(kind, data, OUT.parent, RATE)
    return None


def _good(kind: str) -> bytes:
    made, _supply, _shots = sequence_of(_two(Transition("dissolve", 0.3)))
    return formats.written(kind, made, OUT)


@pytest.mark.parametrize("kind", FORMATS)
def test_anything_else_is_told_as_such(kind: str) -> None:
    for data in (b"\0" * 64, b"hello", b"{}", b"[]", b"<a/>", b"\xff\xfe\x00\x01", b"null"):
        assert _read(kind, data) == "interchange.unread"


@pytest.mark.parametrize("kind", FORMATS)
def test_a_torn_file_never_breaks_the_reader(kind: str) -> None:
    data = _good(kind)
    for end in range(1, len(data) - 2, max(1, len(data) // 60)):
        found = _tried(kind, data[:end])
        assert found is None or (kind == "edl" and len(found.pieces) <= 2)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_file_with_letters_changed_never_breaks_the_reader(kind: str) -> None:
    data = _good(kind)
    for at in range(0, len(data), max(1, len(data) // 150)):
        for other in (b"9", b"<", b"-", b'"'):
            _tried(kind, data[:at] + other + data[at + 1 :])


@pytest.mark.parametrize("kind", ROOTS)
def test_xml_that_defines_its_own_words_is_refused(kind: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    root = ROOTS[kind]
    assert _read(kind, BOMB.format(root=root)) == "interchange.refused-xml"
    outer = OUTER.format(root=root, file=secret.as_uri())
    assert _read(kind, outer) == "interchange.refused-xml"
    assert _read(kind, ELSEWHERE.format(root=root)).startswith("interchange.")


@pytest.mark.parametrize("kind", ROOTS)
def test_xml_that_is_nested_without_end_is_refused(kind: str) -> None:
    root = ROOTS[kind]
    deep = f"<{root}>" + "<clip>" * 100_000
    assert _read(kind, deep) == "interchange.too-deep"


def test_otio_that_is_nested_without_end_is_refused() -> None:
    assert _read("otio", b'{"a":' * 100_000) == "interchange.unread"
    timeline = json.loads(_good("otio"))
    inner: object = {"OTIO_SCHEMA": "Stack.1", "name": "", "children": []}
    for _ in range(200):
        inner = {"OTIO_SCHEMA": "Stack.1", "name": "", "children": [inner]}
    timeline["tracks"]["children"][0]["children"].append(inner)
    assert _read("otio", json.dumps(timeline)) == "interchange.unread"


def test_numbers_no_clip_can_have_are_refused() -> None:
    data = _good("otio")
    value = re.search(rb'"duration": \{[^}]*"value": ([\d.]+)', data)
    assert value is not None
    for number in (b"1e300", b"-1e300", b"NaN", b'"72"', b"1e999"):
        wrong = data[: value.start(1)] + number + data[value.end(1) :]
        assert _read("otio", wrong) == "interchange.unread"
    xml = _good("fcpxml")
    for text in (b"1/0s", b"9" * 60 + b"s", b"xs", b"s", b""):
        wrong = re.sub(rb'(<asset-clip [^>]*duration=")[^"]*', rb"\g<1>" + text, xml)
        assert wrong != xml
        assert _read("fcpxml", wrong) == "interchange.unread"


def test_an_otio_clip_with_another_speed_or_inside_of_a_stack_is_left_alone() -> None:
    timeline = json.loads(_good("otio"))
    children = timeline["tracks"]["children"][0]["children"]
    first, _dissolve, second = children
    first["effects"] = [{"OTIO_SCHEMA": "LinearTimeWarp.1", "time_scalar": 2.0}]
    children[1:] = [{"OTIO_SCHEMA": "Stack.1", "name": "two", "children": [
        {"OTIO_SCHEMA": "Track.1", "name": "", "children": [second]}]}]  # fmt: skip
    found = formats.read("otio", json.dumps(timeline).encode(), OUT.parent, RATE)
    assert [piece.odd for piece in found.pieces] == ["interchange.speed"]
    assert [piece.name for piece in found.beside] == [second["name"]]


def test_an_edl_of_a_higher_rate_is_told_with_its_line() -> None:
    data = _good("edl").replace(b"01:00:02:12", b"01:00:02:27")
    assert b":27" in data
    assert _read("edl", data) == "interchange.edl-rate"


def test_two_timelines_in_one_file_are_told() -> None:
    timeline = json.loads(_good("otio"))
    both = {"OTIO_SCHEMA": "SerializableCollection.1", "children": [timeline, timeline]}
    assert _read("otio", json.dumps(both)) == "interchange.not-one"
    one = {**both, "children": [timeline]}
    found = formats.read("otio", json.dumps(one).encode(), OUT.parent, RATE)
    assert len(found.pieces) == 2
    xml = _good("fcp7").decode()
    begin, end = xml.index("<sequence"), xml.index("</sequence>") + len("</sequence>")
    assert _read("fcp7", xml[:end] + xml[begin:end] + xml[end:]) == "interchange.not-one"


@pytest.mark.parametrize("kind", FORMATS)
def test_which_kind_a_file_is_can_be_seen_in_it(kind: str) -> None:
    data = _good(kind)
    name = {"otio": "a.otio", "fcpxml": "a.xml", "fcp7": "a.xml", "edl": "A.EDL"}[kind]
    assert formats.kind_of(Path(name), data) == kind
    assert TITLES[kind]


def test_names_in_a_manifest_are_plain_names() -> None:
    shot = {"key": "a", "stem": "S01_SH01", "name": "S01_SH01_T1", "media": "/a.mp4",
            "own": "a.mp4", "zero": 0, "source": 0, "frames": 9, "join": ["cut", 0],
            "words": ""}  # fmt: skip
    whole = {"kind": "topa-interchange", "version": 1, "format": "otio", "film": "/f.yaml",
             "rate": "24", "folder": "", "sounds": {}, "text": "", "shots": [shot]}  # fmt: skip
    assert read_manifest(json.dumps(whole).encode(), OUT.parent).own_files == {"a.mp4"}
    wrong = [
        {"own": "../a.mp4"}, {"own": "/etc/passwd"}, {"own": ".."}, {"own": ".bashrc"},
        {"own": "a\\b.mp4"}, {"own": "a\0.mp4"}, {"frames": -1}, {"frames": 1e9}, {"zero": 10**12},
        {"key": 5}, {"join": ["cut"]}, {"join": None},
    ]  # fmt: skip
    for change in wrong:
        with pytest.raises(ValueError, match=r".*"):
            read_manifest(json.dumps({**whole, "shots": [{**shot, **change}]}).encode(), OUT.parent)
    for change in ({"version": 2}, {"rate": "0"}, {"rate": "1/0"}, {"sounds": {"a": "../b"}}):
        with pytest.raises(ValueError, match=r".*"):
            read_manifest(json.dumps({**whole, **change}).encode(), OUT.parent)
