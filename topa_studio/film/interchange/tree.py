"""XML of other programs, read without their definitions; and XML of one's own, made of values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NoReturn
from xml.etree.ElementTree import Element, TreeBuilder, indent, tostring
from xml.parsers import expat

from topa_studio.base.errors import ProjectError

_MOST_DEPTH, _MOST_ELEMENTS = 200, 3_000_000
_FORBIDDEN = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF))


class _Building:
    """Builds the tree, and stops at what no editing program writes."""

    def __init__(self) -> None:
        self._builder = TreeBuilder()
        self._depth = self._count = 0
        parser = self.parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._builder.data
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._refuse
        parser.ExternalEntityRefHandler = self._refuse
        parser.UnparsedEntityDeclHandler = self._refuse

    def root(self) -> Element:
        return self._builder.close()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > _MOST_DEPTH or self._count > _MOST_ELEMENTS:
            raise ProjectError("interchange.too-deep")
        self._builder.start(name, attributes)

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._builder.end(name)

    def _doctype(self, _name: str, _system: str | None, _public: str | None, own: bool) -> None:
        if own:
            raise ProjectError("interchange.refused-xml")

    def _refuse(self, *_given: object) -> NoReturn:
        raise ProjectError("interchange.refused-xml")


def read_tree(data: bytes, kind: str) -> Element:
    """The root of an XML file; nothing outside of it is ever opened.

    Raises:
        ProjectError: it is no XML, defines entities, or is nested too deeply.
    """
    building = _Building()
    try:
        building.parser.Parse(data, True)
        return building.root()
    except (expat.ExpatError, LookupError, ValueError, AssertionError) as error:
        raise ProjectError("interchange.unread", kind=kind) from error


def made(tag: str, *children: Element | None, text: object = None, **attributes: object) -> Element:
    """An element; what is None is left out."""
    element = Element(
        tag, {name: plain(value) for name, value in attributes.items() if value is not None}
    )
    if text is not None:
        element.text = plain(text)
    element.extend(child for child in children if child is not None)
    return element


def leaf(tag: str, text: object) -> Element:
    """An element that holds nothing but text."""
    return made(tag, text=text)


def plain(value: object) -> str:
    """A value as text that XML can hold."""
    words = str(value)
    if not words.isprintable():
        words = words.translate(_FORBIDDEN)
        words = words.encode("utf-8", "replace").decode()
    return words


def document(root: Element, doctype: str) -> bytes:
    """The whole file."""
    indent(root, " ")
    body = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE {doctype}>\n{body}\n'.encode()


def word_in(element: Element, path: str) -> str:
    """The text of what is found under `path`; "" where there is none."""
    return (element.findtext(path) or "").strip()


def whole(text: str) -> int:
    """A whole number as it is written. Raises ValueError: it is none, or far too large."""
    number = int(text.strip()[:12])
    if abs(number) > 10**9:
        raise ValueError(text)
    return number


def every(element: Element, *tags: str) -> Iterator[Element]:
    """All elements of these names below one, however deep."""
    wanted = set(tags)
    return (found for found in element.iter() if found.tag in wanted)
