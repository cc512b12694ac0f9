"""Scripts are read whole: each line stands in one part, whatever they were written with."""

from __future__ import annotations

import codecs
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.scripts import FOLDER, SAMPLES, sample
from topa_studio.base.errors import ProjectError
from topa_studio.film.scripts.reading import MOST_BYTES, read_script, script_of
from topa_studio.film.scripts.script import Kind, Script

ROWS = [
    "", "", "  ", "INT. HOUSE - DAY", "НАТ. ДВОР — НОЧЬ #12A#", ".FORCED", "ТОПА", "ТОПА (З.К.) ^",
    "(тихо)", "Он идёт.", "БАХ!", "FADE OUT:", "СМЕНА КАДРА:", "> КОНЕЦ <", "> CUT TO BLACK",
    "~la la", "# Act", "= about", "===", "[[note", "note]]", "[[one]] two", "/* cut", "cut */ more",
    "Title: X", "@McKay", "!ACTION", "МАМА: Иди сюда.", "**MILA:** Look", "- point", "---",
    "> quote",
    "<!-- a", "b -->", "\ttabbed", "1. ИНТ. ДОМ. УТРО", "EXT.", "a\tb", "日本", "#", "*", "@",
    ".", "~",
]  # fmt: skip


def _kinds(script: Script, *kinds: Kind) -> list[tuple[Kind, str]]:
    return [(part.kind, part.text) for part in script.parts if part.kind in kinds]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(ROWS) | st.text(max_size=8), max_size=14),
    st.sampled_from(["fountain", "markdown", "plain"]),
    st.booleans(),
)
def test_the_sources_of_all_parts_are_the_text(rows: list[str], form: str, ended: bool) -> None:
    text = "\n".join(rows) + ("\n" if ended else "")
    script = script_of(text, form)

    assert "".join(part.source for part in script.parts) == script.text
    lines = script.text.count("\n") + 1
    assert all(1 <= part.first <= part.last <= lines for part in script.parts)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_read_whole(name: str) -> None:
    script = sample(name)

    assert "".join(part.source for part in script.parts) == script.text
    assert sum(part.kind is Kind.HEADING for part in script.parts) >= 2
    assert script.has(Kind.DIALOGUE)


def test_a_russian_script_is_understood_as_an_english_one() -> None:
    script = sample("topa.fountain")

    assert [text for _kind, text in _kinds(script, Kind.HEADING)] == [
        "ИНТ. ДОМ ТОПЫ - УТРО", "НАТ. ДВОР — ВЕЧЕР", "ЭКСТ. ЛЕС. НОЧЬ", "ИНТ./НАТ. ДОМ ТОПЫ - НОЧЬ",
    ]  # fmt: skip
    assert [text for _kind, text in _kinds(script, Kind.CHARACTER)] == [
        "ТОПА", "ПУША (З.К.)", "ПУША", "ТОПА", "ТОПА",
    ]  # fmt: skip
    assert _kinds(script, Kind.TRANSITION) == [(Kind.TRANSITION, "СМЕНА КАДРА:")]
    assert [part.mark for part in script.parts if part.kind is Kind.HEADING] == ["1", "2A", "", ""]
    assert "БАХ!\nВетка падает в сугроб." in [t for _k, t in _kinds(script, Kind.ACTION)]
    aside = next(part for part in script.parts if part.asides)
    assert aside.asides == ("снять снизу",)
    assert "снять" not in aside.text


def test_a_script_is_the_same_in_every_encoding_and_with_every_line_end() -> None:
    text = (FOLDER / "topa.fountain").read_text(encoding="utf-8").replace("ё", "е")
    usual = read_script(text.encode(), "a.fountain")
    for data, name in (
        (codecs.BOM_UTF8 + text.encode(), "utf-8"),
        (text.encode("utf-16"), "utf-16"),
        (text.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + text.encode("utf-16-be"), "utf-16"),
        (text.replace("—", "-").encode("cp1251"), "cp1251"),
        (text.replace("\n", "\r\n").encode(), "utf-8"),
        (text.replace("\n", "\r").encode(), "utf-8"),
    ):
        found = read_script(data, "a.fountain")
        assert found.encoding == name
        assert [(p.kind, p.text.replace("—", "-"), p.first) for p in found.parts] == [
            (p.kind, p.text.replace("—", "-"), p.first) for p in usual.parts
        ]


def test_a_western_script_of_old_is_told_from_a_russian_one() -> None:
    text = "INT. CAFÉ - DAY\n\nRené walks over the Straße. “Olé!”\n"
    script = read_script(text.encode("cp1252"), "a.fountain")

    assert script.encoding == "cp1252"
    assert script.text == text
    assert (
        read_script("ИНТ. КАФЕ - ДЕНЬ\n\nOK, идём.\n".encode("cp1251"), "a.txt").text[:4] == "ИНТ."
    )


def test_what_is_not_closed_is_text_like_any_other() -> None:
    script = read_script(b"He runs [[away\n\n/* for ever\n", "a.fountain")

    assert _kinds(script, Kind.ACTION) == [
        (Kind.ACTION, "He runs [[away"), (Kind.ACTION, "/* for ever"),
    ]  # fmt: skip


def test_two_spaces_let_the_same_person_go_on() -> None:
    script = read_script(b"MILA\nOne.\n  \nTwo.\n\nThree.\n", "a.fountain")

    assert [text for _kind, text in _kinds(script, Kind.DIALOGUE)] == ["One.", "Two."]
    assert _kinds(script, Kind.ACTION) == [(Kind.ACTION, "Three.")]


def test_final_draft_keeps_every_run_note_and_dual_speech() -> None:
    script = sample("cat.fdx")
    actions = [text for _kind, text in _kinds(script, Kind.ACTION)]

    assert actions[0] == "Rain runs down the round window. MILA climbs the last steps."
    assert [text for _kind, text in _kinds(script, Kind.DIALOGUE)] == [
        "Wake up & look, Pepper.", "There!", "Meow.",
    ]  # fmt: skip
    asides = [aside for part in script.parts for aside in part.asides]
    assert asides == ["Mila wakes the cat.", "A real cat?"]
    assert [part.mark for part in script.parts if part.kind is Kind.HEADING] == ["1", "2A"]


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{("&a%s;" % (n - 1 if n else "")) * 10}">' for n in range(9))
    + "]><FinalDraft><Content><Paragraph><Text>&a8;</Text></Paragraph></Content></FinalDraft>"
)
OUTSIDE = (
    '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><FinalDraft><Content>'
    "<Paragraph><Text>&f;</Text></Paragraph></Content></FinalDraft>"
)


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (BOMB.encode(), "a.fdx", "project.script-entities"),
        (BOMB.encode("utf-16"), "a.fdx", "project.script-entities"),
        (OUTSIDE.encode(), "a.fdx", "project.script-entities"),
        (b"<FinalDraft><Content>", "a.fdx", "project.script-broken"),
        (b"<html></html>", "a.fdx", "project.script-no-fdx"),
        (b"<FinalDraft>" + b"<a>" * 400_000, "a.fdx", "project.script-too-deep"),
        (bytes(range(256)) * 64, "a.txt", "project.script-no-text"),
        (random.Random(1).randbytes(40_000), "a.fountain", "project.script-no-text"),
        (b"PK\3\4" + bytes(400), "a.fountain", "project.script-no-text"),
        (b"%PDF-1.7\n" + random.Random(2).randbytes(4000), "a.txt", "project.script-no-text"),
        (b"{\\rtf1\\ansi INT. A}", "a.rtf", "project.script-no-text"),
        (b"\n<!DOCTYPE html><p>INT. A</p>", "a.txt", "project.script-no-text"),
        (b'{"topa_comments": 1}', "a.json", "project.script-no-text"),
        (b"a" * (MOST_BYTES + 1), "a.fountain", "project.script-too-large"),
        (b"a\n" * 1_000_000, "a.fountain", "project.script-too-long"),
    ],
)
def test_hostile_and_broken_files_are_told(data: bytes, name: str, code: str) -> None:
    with pytest.raises(ProjectError) as told:
        read_script(data, name)
    assert told.value.code == code
    assert str(told.value)


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "row", ["/*", "[[", "*", "_a", "(", "A: ", "@", "INT. ", "A ", "((((", "** ", "#", ". "]
)
@pytest.mark.parametrize("form", ["fountain", "markdown", "plain"])
def test_no_row_however_long_or_odd_takes_for_ever(row: str, form: str) -> None:
    begun = time.perf_counter()
    script_of(row * 100_000 + "\n" + f"{row}\n" * 20_000, form)
    assert time.perf_counter() - begun < 10
