"""The Russian words are whole, keep every mark, and the compiled files say what the sources say."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from topa_studio.base.resources import resource
from topa_studio.base.words import TEMPLATES

FOLDER = resource("translations")
MARK = re.compile(r"\{[^{}]*\}|%n")
Message = tuple[str, str, list[str]]


def messages(language: str) -> list[Message]:
    """Each message as (context, source, translations)."""
    found = []
    for context in ET.parse(FOLDER / f"topa_{language}.ts").getroot().iter("context"):
        for message in context.iter("message"):
            written = message.find("translation")
            assert written is not None
            forms = [form.text or "" for form in written.iter("numerusform")]
            name, source = context.findtext("name") or "", message.findtext("source") or ""
            found.append((name, source, forms or [written.text or ""]))
    return found


@pytest.mark.parametrize("language", ["en", "ru"])
def test_nothing_is_left_untranslated(language: str) -> None:
    assert [source for _, source, forms in messages(language) if not all(forms)] == []


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_mark_of_a_sentence_stays(language: str) -> None:
    for _, source, forms in messages(language):
        for form in forms:
            assert sorted(MARK.findall(form)) == sorted(MARK.findall(source)), source


def test_russian_has_three_plural_forms() -> None:
    assert {len(forms) for _, source, forms in messages("ru") if "%n" in source} == {3}


def test_every_sentence_of_the_core_can_be_said_in_russian() -> None:
    known = {source for context, source, _ in messages("ru") if context == "words"}
    assert set(TEMPLATES.values()) - known == set()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_compiled_file_says_the_same(language: str) -> None:
    translator = QTranslator()
    assert translator.load(f"topa_{language}", str(FOLDER))
    for context, source, forms in messages(language):
        if len(forms) == 1:
            assert translator.translate(context, source) == forms[0]
        else:
            assert translator.translate(context, source, "", 1) == forms[0]


def test_keys_of_menus_stay_keys() -> None:
    for context, source, forms in messages("ru"):
        if context == "Menus":
            assert source.count("&") == forms[0].count("&"), source


def test_the_files_lie_in_the_repository() -> None:
    assert {path.name for path in Path(FOLDER).iterdir()} == {
        "topa_en.qm", "topa_en.ts", "topa_ru.qm", "topa_ru.ts",
    }  # fmt: skip
