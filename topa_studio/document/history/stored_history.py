"""The recovery log: each edit as one checked line, from which text and history are had again."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, astuple, dataclass, field, fields
from typing import Any

from topa_studio.base.errors import DocumentError
from topa_studio.base.yaml_reader import Source
from topa_studio.document.history.history import Deed, Form, History
from topa_studio.document.text.splice import Splice, Splices
from topa_studio.model.marks import Marking, Marks, Swap, TakeRef

MAX_DEEDS = 500
MAX_HISTORY = 2_000_000
_KNOWN_STATES = 4
_VERSION = 1


@dataclass(slots=True)
class Memory:
    """What a log holds.

    Attributes:
        source: the film's text at the end of the log.
        file: what the film's file held when the log last heard of it.
        done, undone: the history at the end of the log.
        states: texts that were about to be written to the file, by the SHA-256 of their bytes.
        whole: whether every line could be read; else all before the first bad one is here.
        film: which film's file this is about, as `head_line` was told; "" in older logs.
    """

    source: Source
    file: Source
    done: list[Deed] = field(default_factory=list)
    undone: list[Deed] = field(default_factory=list)
    states: dict[str, Source] = field(default_factory=dict)
    whole: bool = True
    film: str = ""

    def knows(self, data: bytes) -> bool:
        """Whether the file's bytes are a state of this log, so that nobody else changed them."""
        name = sha_of(data)
        return name in self.states or data in (bytes_of(self.source), bytes_of(self.file))


def bytes_of(source: Source) -> bytes:
    """The bytes of a text."""
    return source.to_bytes(source.text)


def sha_of(data: bytes) -> str:
    """SHA-256 as 64 hex digits."""
    return hashlib.sha256(data).hexdigest()


def head_line(source: Source, file: Source, history: History, film: str = "") -> bytes:
    """The first line of a log: everything up to now, the oldest deeds left out where it is much.

    `film` says whose log it is: two files may have one name.
    """
    record = {
        "kind": "head",
        "version": _VERSION,
        "film": film,
        "source": _source_out(source),
        "file": None if file == source else _source_out(file),
        "done": _newest(history.done),
        "undone": _newest(history.undone),
    }
    return _line(record)


def deed_line(deed: Deed, *, joined: bool) -> bytes:
    """An edit; `joined`: it takes the place of the one before it."""
    return _line({"kind": "join" if joined else "deed", "deed": _deed_out(deed)})


def step_line(kind: str) -> bytes:
    """`undo` or `redo`."""
    return _line({"kind": kind})


def saving_line(data: bytes) -> bytes:
    """The text as it is now is about to be written to the file."""
    return _line({"kind": "saving", "sha": sha_of(data)})


def saved_line(data: bytes) -> bytes:
    """A text that was told with `saving_line` is in the file."""
    return _line({"kind": "saved", "sha": sha_of(data)})


def file_line(file: Source, source: Source) -> bytes:
    """The file as another program left it, where `source` is the film's text now."""
    return _line({"kind": "file", "file": None if file == source else _source_out(file)})


def replay(data: bytes) -> Memory:
    """What a log holds; a torn last line is left out.

    Raises:
        DocumentError: nothing in it can be used (`document.log`).
    """
    lines = data.split(b"\n")
    memory = None
    for number, line in enumerate(lines):
        if not line:
            continue
        try:
            memory = _taken(memory, _record(line))
        except (ValueError, KeyError, TypeError, IndexError) as error:
            if memory is None:
                raise DocumentError("document.log") from error
            # Behind the last line end stands at most what a crash tore.
            memory.whole = number == len(lines) - 1
            return memory
    if memory is None:
        raise DocumentError("document.log")
    return memory


def _taken(memory: Memory | None, record: Mapping[str, Any]) -> Memory:
    kind = record["kind"]
    if kind == "head":
        return _memory(record)
    if memory is None:
        raise ValueError("a log begins with its head")
    match kind:
        case "deed" | "join":
            _do(memory, _deed_in(record["deed"]), joins=kind == "join")
        case "undo":
            deed = memory.done[-1]
            _show(memory, deed.undo(memory.source.text), deed.forms[0] if deed.forms else None)
            memory.undone.append(memory.done.pop())
        case "redo":
            deed = memory.undone[-1]
            _show(memory, deed.redo(memory.source.text), deed.forms[1] if deed.forms else None)
            memory.done.append(memory.undone.pop())
        case "saving":
            memory.states[record["sha"]] = memory.source
            while len(memory.states) > _KNOWN_STATES:
                del memory.states[next(iter(memory.states))]
        case "saved":
            # A file that holds an earlier state again was brought back by somebody else.
            memory.file = memory.states[record["sha"]]
            memory.states = {record["sha"]: memory.file}
        case "file":
            memory.file = memory.source if record["file"] is None else _source_in(record["file"])
        case _:
            raise ValueError(kind)
    return memory


def _memory(record: Mapping[str, Any]) -> Memory:
    if record["version"] != _VERSION:
        raise ValueError("another version")
    source = _source_in(record["source"])
    file = source if record["file"] is None else _source_in(record["file"])
    done, undone = ([_deed_in(deed) for deed in record[name]] for name in ("done", "undone"))
    return Memory(source, file, done, undone, film=str(record.get("film", "")))


def film_of(head: bytes) -> str:
    """Whose log it is, from its first line; "" where that cannot be read, and in older logs."""
    try:
        return str(_record(head.rstrip(b"\n")).get("film", ""))
    except (ValueError, TypeError):
        return ""


def _do(memory: Memory, deed: Deed, *, joins: bool) -> None:
    text = memory.source.text
    if joins:
        text = memory.done.pop().undo(text)
    _show(memory, deed.redo(text), deed.forms[1] if deed.forms else None)
    memory.done.append(deed)
    memory.undone.clear()


def _show(memory: Memory, text: str, form: Form | None) -> None:
    form = form or Form.of(memory.source)
    memory.source = Source(text, form.newline, form.bom)


def _newest(deeds: Iterable[Deed]) -> list[object]:
    """The last deeds as data, as many as are kept."""
    kept: list[object] = []
    size = 0
    for deed in reversed(tuple(deeds)):
        size += sum(
            len(s.text) for group in (deed.forward, deed.backward) for x in group for s in x
        )
        if len(kept) == MAX_DEEDS or size > MAX_HISTORY:
            break
        kept.insert(0, _deed_out(deed))
    return kept


def _line(record: Mapping[str, object]) -> bytes:
    body = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()
    return b"%08x %s\n" % (zlib.crc32(body), body)


def _record(line: bytes) -> Mapping[str, Any]:
    check, _space, body = line.partition(b" ")
    if int(check, 16) != zlib.crc32(body):
        raise ValueError("a line was damaged")
    record = json.loads(body)
    if not isinstance(record, dict):
        raise TypeError("a record is a mapping")
    return record


def _source_out(source: Source) -> list[object]:
    return [source.text, source.newline, source.bom]


def _source_in(data: list[Any]) -> Source:
    text, newline, bom = data
    return Source(str(text), str(newline), bool(bom))


def _deed_out(deed: Deed) -> dict[str, object]:
    groups = {"forward": deed.forward, "backward": deed.backward}
    found: dict[str, object] = {
        name: [[[s.start, s.end, s.text] for s in splices] for splices in group]
        for name, group in groups.items()
    }
    forms = None if deed.forms is None else [[form.newline, form.bom] for form in deed.forms]
    if deed.markings:
        found["markings"] = [_marking_out(m) for m in deed.markings if isinstance(m, Marking)]
        found["swaps"] = [astuple(s) for s in deed.markings if isinstance(s, Swap)]
    return {"label": deed.label, "coalesce": deed.coalesce, "forms": forms, **found}


def _deed_in(data: Mapping[str, Any]) -> Deed:
    before_after = data["forms"]
    forms = None
    if before_after is not None:
        first, second = (Form(str(newline), bool(bom)) for newline, bom in before_after)
        forms = (first, second)
    return Deed(
        str(data["label"]),
        data["coalesce"],
        _splices_in(data["forward"]),
        _splices_in(data["backward"]),
        forms,
        (
            *(_marking_in(marking) for marking in data.get("markings", ())),
            *(_swap_in(swap) for swap in data.get("swaps", ())),
        ),
    )


def _marking_out(marking: Marking) -> list[object]:
    take = marking.take
    return [take.key, take.number, take.panel, asdict(marking.before), asdict(marking.after)]


def _marking_in(data: list[Any]) -> Marking:
    key, number, panel, before, after = data
    take = TakeRef(str(key), int(number), bool(panel))
    return Marking(take, _marks_in(before), _marks_in(after))


def _swap_in(data: list[Any]) -> Swap:
    element, path, before, after = map(str, data)
    return Swap(element, path, before, after)


def _marks_in(data: Mapping[str, Any]) -> Marks:
    """What a later version says beside them is left out."""
    known = (field.name for field in fields(Marks))
    return Marks(**{name: data[name] for name in known if name in data})


def _splices_in(groups: list[Any]) -> tuple[Splices, ...]:
    return tuple(
        tuple(Splice(int(start), int(end), str(text)) for start, end, text in group)
        for group in groups
    )
