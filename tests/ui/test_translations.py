"""The Russian words are whole, keep every mark, and the compiled files say what the sources say."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from topa_studio import ui
from topa_studio.base.resources import resource
from topa_studio.base.words import TEMPLATES

FOLDER = resource("translations")
WINDOW = Path(ui.__file__).parent
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


def test_every_sentence_of_the_window_is_there_to_be_translated() -> None:
    # The collector passes by a sentence whose number is a sum or a call.
    known = {source for _, source, _ in messages("ru")}
    asked = {words for path in WINDOW.rglob("*.py") for words in _asked(path)}
    assert asked - known == set()


def _asked(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Attribute(attr="tr"), args=[ast.Constant(value=str(words)), *_]):
                yield words
            case ast.Call(
                func=ast.Name(id="translate") | ast.Attribute(attr="translate"),
                args=[ast.Constant(), ast.Constant(value=str(words)), *_],
            ):
                yield words


def test_who_translates_is_called_so() -> None:
    # The collector knows the call by its name; under another one what was translated is dropped.
    for path in WINDOW.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Assign(targets=[ast.Name(id=name)], value=ast.Attribute(attr="translate")):
                    assert name == "translate", f"{path.name}, line {node.lineno}"


def test_keys_of_menus_stay_keys() -> None:
    for context, source, forms in messages("ru"):
        if context == "Menus":
            assert source.count("&") == forms[0].count("&"), source


def test_the_files_lie_in_the_repository() -> None:
    assert {path.name for path in Path(FOLDER).iterdir()} == {
        "topa_en.qm", "topa_en.ts", "topa_ru.qm", "topa_ru.ts",
    }  # fmt: skip
