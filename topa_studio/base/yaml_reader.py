"""The one YAML reader: few types, and caps on size, depth and aliases before a value is made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from topa_studio.base.errors import DocumentError
from topa_studio.base.regular import read_head
from topa_studio.base.yaml_faults import fault, fault_at
from topa_studio.base.yaml_tree import (
    MERGE,
    Alias,
    Duplicate,
    Mapping,
    Node,
    Scalar,
    Sequence,
    Tree,
    plain,
)

MAX_BYTES = 8_000_000
MAX_DEPTH = 64
MAX_ALIASED_NODES = 100_000
_BAD_CHARACTER = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
# YAML 1.1 would read `16:9` as 969 and `no` as False; text editors that follow 1.2 do not.
_BOOLS = {
    word: word.lower() == "true" for word in ("true", "True", "TRUE", "false", "False", "FALSE")
}
_NULLS = {"", "~", "null", "Null", "NULL"}
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text with \\n line ends, and what is needed to give its bytes back."""

    text: str
    newline: str = "\n"
    bom: bool = False

    def to_bytes(self, text: str) -> bytes:
        """`text` with this file's line ends and BOM."""
        body = text if self.newline == "\n" else text.replace("\n", self.newline)
        return (("\ufeff" if self.bom else "") + body).encode("utf-8")


def decode(data: bytes) -> Source:
    """The text of a file. Mixed line ends stay in the text as they are.

    Raises:
        DocumentError: too large, or not UTF-8 text.
    """
    if len(data) > MAX_BYTES:
        raise DocumentError("document.too-large", limit=MAX_BYTES // 1_000_000)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DocumentError("document.utf16", line=1, column=1)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        raise DocumentError("document.not-utf8", line=line, column=column) from error
    bom = text.startswith("\ufeff")
    newline = _newline(text)
    body = text[1:] if bom else text
    return Source(body if newline == "\n" else body.replace(newline, "\n"), newline, bom)


def film_bytes(path: Path) -> bytes:
    """What a file holds, as far as `decode` looks at it. Raises OSError."""
    return read_head(path, MAX_BYTES + 1)


def _newline(text: str) -> str:
    returns, feeds = text.count("\r"), text.count("\n")
    if returns and not feeds:
        return "\r"
    return "\r\n" if returns and returns == feeds == text.count("\r\n") else "\n"


def parse(text: str) -> Tree:
    """The nodes of one YAML document.

    Raises:
        DocumentError: not readable; `line` and `column` (from 1) are among its params.
    """
    bad = _BAD_CHARACTER.search(text)
    if bad is not None:
        name = f"U+{ord(bad.group()):04X}"
        raise fault_at(text, bad.start(), "document.control-character", character=name)
    loader = yaml.CSafeLoader(text)
    composer = _Composer(text)
    try:
        while loader.check_event():
            composer.take(loader.get_event() or yaml.StreamEndEvent())
    except yaml.YAMLError as error:
        raise fault(text, error) from error
    finally:
        loader.dispose()
    return Tree(composer.root, tuple(composer.duplicates))


def load(text: str) -> object:
    """The plain Python values of a YAML text. Raises DocumentError."""
    return plain(parse(text).root)


def load_file(path: Path) -> object:
    """The values of a bundled or settings file. Raises DocumentError or OSError."""
    try:
        tree = parse(decode(film_bytes(path)).text)
    except DocumentError as error:
        line = error.params.get("line")
        reason = DocumentError("document.at-line", line=line, mistake=error) if line else error
        raise DocumentError("document.unreadable", path=str(path), reason=reason) from error
    if tree.duplicates:
        twin = tree.duplicates[0]
        reason = DocumentError("document.stands-twice", key=twin.key)
        raise DocumentError("document.unreadable", path=str(path), reason=reason)
    return plain(tree.root)


def resolve(text: str) -> object:
    """What a plain (unquoted) scalar of this text means."""
    if text in _NULLS:
        return None
    if text in _BOOLS:
        return _BOOLS[text]
    if text[0] in "-+.0123456789":
        if _INT.fullmatch(text):
            return int(text)
        if _FLOAT.fullmatch(text):
            number = float(text)
            return number if abs(number) < float("inf") else text
    return MERGE if text == "<<" else text


def _index(mark: object) -> int:
    return getattr(mark, "index", 0)


@dataclass(slots=True)
class _Frame:
    """A collection that is being read; `weight` counts nodes with aliases written out."""

    node: Sequence | Mapping
    key: Scalar | None = None
    weight: int = 1


class _Composer:
    """Builds nodes from parser events without recursion, so that depth cannot overflow a stack."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Node | None = None
        self.duplicates: list[Duplicate] = []
        self.documents = 0
        self.stack: list[_Frame] = []
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.open_anchors: list[str] = []
        self.aliased = 0
        self.seen: list[dict[object, int]] = []

    def take(self, event: yaml.Event) -> None:
        """Take the next event of the parser. Raises DocumentError."""
        match event:
            case yaml.ScalarEvent():
                self._refuse_tag(event)
                self._add(self._scalar(event), 1)
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._refuse_tag(event)
                self._open(event)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._close(event)
            case yaml.AliasEvent():
                self._alias(event)
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    raise self._fault(event, "document.several-documents")

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        style = event.style or ""
        if style == "\0":
            style = ""
        value = event.value if style else resolve(event.value)
        start, end = _index(event.start_mark), _index(event.end_mark)
        return Scalar(start, end, event.value, style, value, event.anchor)

    def _open(self, event: yaml.SequenceStartEvent | yaml.MappingStartEvent) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise self._fault(event, "document.too-deep", limit=MAX_DEPTH)
        start, end = _index(event.start_mark), _index(event.end_mark)
        flow, anchor = bool(event.flow_style), event.anchor
        node: Sequence | Mapping
        if isinstance(event, yaml.SequenceStartEvent):
            body = end - int(flow) if anchor else start
            node = Sequence(start, end, body, flow, anchor=anchor)
        else:
            node = Mapping(start, end, end - int(flow) if anchor else start, flow, anchor=anchor)
        if anchor:
            self.open_anchors.append(anchor)
            self.anchors.pop(anchor, None)
        self.stack.append(_Frame(node))
        self.seen.append({})

    def _close(self, event: yaml.Event) -> None:
        frame = self.stack.pop()
        self.seen.pop()
        frame.node.end = _index(event.end_mark)
        if frame.node.anchor:
            self.open_anchors.pop()
        self._add(frame.node, frame.weight)

    def _alias(self, event: yaml.AliasEvent) -> None:
        name = event.anchor
        if name in self.open_anchors:
            raise self._fault(event, "document.recursive-alias", name=name)
        if name not in self.anchors:
            raise self._fault(event, "document.unknown-alias", name=name)
        target, weight = self.anchors[name]
        self.aliased += weight
        if self.aliased > MAX_ALIASED_NODES or weight > MAX_ALIASED_NODES:
            raise self._fault(event, "document.too-many-aliases")
        self._add(Alias(_index(event.start_mark), _index(event.end_mark), name, target), weight)

    def _add(self, node: Node, weight: int) -> None:
        if not isinstance(node, Alias) and node.anchor:
            self.anchors[node.anchor] = (node, weight)
        if not self.stack:
            self.root = node
            return
        frame = self.stack[-1]
        frame.weight += weight
        if isinstance(frame.node, Sequence):
            frame.node.children.append(node)
        elif frame.key is None:
            frame.key = self._key(node)
        else:
            frame.node.entries.append((frame.key, node))
            frame.key = None

    def _key(self, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            raise fault_at(self.text, node.start, "document.key-not-text")
        if node.value is not MERGE:
            first = self.seen[-1].setdefault((type(node.value), node.value), node.start)
            if first != node.start:
                self.duplicates.append(Duplicate(node.text, first, node.start))
        return node

    def _refuse_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.tag is not None:
            raise self._fault(event, "document.tag", tag=event.tag)

    def _fault(self, event: yaml.Event, code: str, **params: object) -> DocumentError:
        return fault_at(self.text, _index(event.start_mark), code, **params)
