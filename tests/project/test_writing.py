"""Files are written in one way: whole, on the disk, and never through a link (base/files.py)."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.project.places import PACKAGE, ROOT

WRITER = "topa_studio/base/files.py"
# Who writes or removes by other means, and why that follows no link.
OTHERS = {
    "topa_studio/base/regular.py": "opens for reading only",
    "topa_studio/app/films.py": "copies the sample into a folder of the user that is new",
    "topa_studio/app/scripts/making.py": "a new folder of its own, until that has its name",
    "topa_studio/app/file/read_before.py": "removes its own files, in the user's cache folder",
    "topa_studio/app/file/questions.py": "removes its own file; its path was looked at",
    "topa_studio/app/project.py": "removes its own note, after own_folder",
    "topa_studio/film/engine/proxies.py": "removes its own copies, in the user's cache folder",
    "topa_studio/document/history/backups.py": "removes old copies, in a folder that was looked at",
    "topa_studio/pipeline/money/day_ledger.py": "SQLite, in the user's own folder of this program",
    "topa_studio/pipeline/state/connection.py": "SQLite; store.py looks at its names first",
    "topa_studio/pipeline/paid/trail.py": "lines on a descriptor opened with O_NOFOLLOW",
    "topa_studio/pipeline/paid/waking.py": "removes its own mark; store.py looked at the folder",
    "topa_studio/pipeline/paid/reserve.py": "a descriptor opened with O_NOFOLLOW",
    "topa_studio/pipeline/folder/carried.py": "removes what lies in the trash, after layout.own",
    "topa_studio/pipeline/folder/element_files.py": "removes a candidate, after layout.own",
    "topa_studio/pipeline/folder/picture_trash.py": "removes what stands in its place again",
    "topa_studio/pipeline/takes/swapping.py": "removes what lies in the trash, after layout.own",
    "topa_studio/pipeline/takes/bring.py": "removes its own copies, after layout.own",
    "topa_studio/provider/part.py": "removes the name itself of a part",
    "topa_studio/app/exporting/writing.py": "the part that landing.py made",
    "topa_studio/app/exporting/interchange.py": "parts that it made, and names of its own failure",
    "topa_studio/film/export/landing.py": "a new part beside its target; own() looked at both",
    "topa_studio/film/export/child.py": "removes the part it was given",
    "topa_studio/practice/ledger.py": "lines on a descriptor opened with O_NOFOLLOW",
    "topa_studio/practice/store.py": "the practice service's own temporary folder",
}
METHODS = {"write_text", "write_bytes", "unlink", "rename", "touch", "symlink_to", "hardlink_to"}
MODULES = {
    "os": {"open", "replace", "rename", "remove", "unlink", "link", "symlink", "truncate"},
    "shutil": {"copyfile", "copy", "copy2", "copytree", "move", "rmtree"},
    "sqlite3": {"connect"},
}
READING = {"r", "rb", "rt"}


def _writes(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr=name)) if (
                owner in MODULES
            ):
                if name in MODULES[owner]:
                    yield node.lineno, f"{owner}.{name}"
            case ast.Call(func=ast.Name(id="open") | ast.Attribute(attr="open") as called):
                if _mode(node, 1 if isinstance(called, ast.Name) else 0) not in READING:
                    yield node.lineno, "open"
            case ast.Call(func=ast.Attribute(attr=name)) if name in METHODS:
                yield node.lineno, name


def _mode(call: ast.Call, place: int) -> str:
    """The mode a file is opened in; opening anything else has no mode and is no writing."""
    given = [*call.args[place : place + 1]]
    given += [word.value for word in call.keywords if word.arg == "mode"]
    for value in given:
        match value:
            case ast.Constant(value=str(mode)) if len(mode) <= 3 and set(mode) <= set("rwaxbt+"):
                return mode
    return "r"


def test_nobody_writes_files_in_a_way_of_his_own() -> None:
    found = {
        f"{name}:{line} {what}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if (name := path.relative_to(ROOT).as_posix()) not in {WRITER, *OTHERS}
        for line, what in _writes(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert not found, f"write through {WRITER}"


def test_nobody_is_excused_who_needs_no_excuse() -> None:
    idle = {
        name
        for name in OTHERS
        if not list(_writes(ast.parse((ROOT / name).read_text(encoding="utf-8"))))
    }
    assert not idle
