"""Final Draft: each paragraph is a line; read as it streams by, with no entity of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.parsers import expat

from topa_studio.base.errors import ProjectError
from topa_studio.film.scripts.headings import is_heading, without_number
from topa_studio.film.scripts.script import Kind, Lines, Script

_DEEPEST = 64
_KINDS = {
    "scene heading": Kind.HEADING,
    "action": Kind.ACTION,
    "character": Kind.CHARACTER,
    "dialogue": Kind.DIALOGUE,
    "parenthetical": Kind.PARENTHETICAL,
    "transition": Kind.TRANSITION,
    "lyrics": Kind.LYRICS,
    "singing": Kind.LYRICS,
    "new act": Kind.SECTION,
    "end of act": Kind.SECTION,
    "outline 1": Kind.SECTION,
    "outline 2": Kind.SECTION,
    "outline body": Kind.SYNOPSIS,
}
# What is no script: bins, lists and settings that may hold paragraphs, too.
_PASSED = frozenset({"HeaderAndFooter", "SmartType", "MoresAndContinueds", "ElementSettings",
                     "Macros", "Actors", "Cast", "SceneNumberOptions", "CastList", "TagData",
                     "ListItems", "Alts"})  # fmt: skip
_NOTES = frozenset({"ScriptNote", "Summary", "ScriptNotes"})
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")


def read_fdx(text: str, encoding: str = "utf-8") -> Script:
    """The paragraphs of a Final Draft script.

    Raises:
        ProjectError: it is no such file, empty, broken, or declares entities.
    """
    if not text.strip():
        raise ProjectError("project.script-empty")
    reader = _Reader()
    parser = reader.parser
    try:
        # What its head says of the encoding is no longer so.
        parser.Parse(_DECLARED.sub("", text).encode(), True)
    except expat.ExpatError as error:
        raise ProjectError(
            "project.script-broken", line=error.lineno, reason=expat.errors.messages[error.code]
        ) from error
    if not reader.is_final_draft:
        raise ProjectError("project.script-no-fdx")
    return _script(reader.paragraphs, encoding)


class _Paragraph:
    def __init__(self, kind: str, number: str, place: str) -> None:
        self.kind, self.number, self.place = kind, number, place
        self.words: list[str] = []
        self.notes: list[str] = []

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


class _Reader:
    """Collects paragraphs while the parser goes over the file."""

    def __init__(self) -> None:
        self.paragraphs: list[_Paragraph] = []
        self.is_final_draft = False
        self.parser = expat.ParserCreate()
        self.parser.StartDoctypeDeclHandler = _refuse
        self.parser.EntityDeclHandler = _refuse
        self.parser.StartElementHandler = self._open
        self.parser.EndElementHandler = self._close
        self.parser.CharacterDataHandler = self._take
        self._path: list[str] = []
        self._open_paragraphs: list[_Paragraph] = []
        self._passed = self._noted = 0
        self._note: list[str] = []

    def _open(self, name: str, given: Mapping[str, str]) -> None:
        if not self._path:
            self.is_final_draft = name == "FinalDraft"
        self._path.append(name)
        if len(self._path) > _DEEPEST:
            raise ProjectError("project.script-too-deep", limit=_DEEPEST)
        if name in _PASSED:
            self._passed += 1
        elif name in _NOTES:
            self._noted += 1
        elif name == "Paragraph" and not self._passed and not self._noted:
            place = "title" if "TitlePage" in self._path else "text"
            made = _Paragraph(given.get("Type", ""), given.get("Number", ""), place)
            self.paragraphs.append(made)
            self._open_paragraphs.append(made)

    def _close(self, name: str) -> None:
        self._path.pop()
        if name in _PASSED:
            self._passed -= 1
        elif name in _NOTES:
            self._noted -= 1
            words = " ".join("".join(self._note).split())
            self._note.clear()
            if words and self._open_paragraphs:
                self._open_paragraphs[-1].notes.append(words)
        elif name == "Paragraph":
            if self._noted:
                self._note.append(" ")
            elif not self._passed and self._open_paragraphs:
                self._open_paragraphs.pop()

    def _take(self, words: str) -> None:
        if self._passed or not self._path or self._path[-1] != "Text":
            return
        if self._noted:
            self._note.append(words)
        elif self._open_paragraphs:
            self._open_paragraphs[-1].words.append(words)


def _refuse(*_told: object) -> None:
    raise ProjectError("project.script-entities")


def _script(paragraphs: list[_Paragraph], encoding: str) -> Script:
    said = [each for each in paragraphs if each.text or each.notes]
    lines = Lines("".join(f"{each.text}\n" for each in said))
    for at, each in enumerate(said):
        kind, words, mark = _told(each)
        lines.add(kind, words, at, at + 1, each.notes, mark)
    text = "".join(part.source for part in lines.parts)
    return Script("fdx", text, tuple(lines.parts), encoding)


def _told(paragraph: _Paragraph) -> tuple[Kind, str, str]:
    words = paragraph.text
    if paragraph.place == "title":
        return Kind.TITLE, words, ""
    kind = _KINDS.get(paragraph.kind.lower(), Kind.ACTION)
    if not words:
        return Kind.NOTE, "", ""
    if kind is Kind.HEADING or (kind is Kind.ACTION and is_heading(words) and words.isupper()):
        plain, number = without_number(words)
        return Kind.HEADING, plain, paragraph.number or number
    if kind is Kind.PARENTHETICAL:
        words = words.removeprefix("(").removesuffix(")").strip()
    return kind, words, ""
