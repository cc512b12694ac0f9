"""The shape of the code is tested, not promised: layers, sizes, words, and who may start tasks."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project.places import PACKAGE, ROOT, program
from topa_studio.base import errors
from topa_studio.base.words import TEMPLATES

FILE_LINES = 400
FUNCTION_LINES = 60
CLASS_LINES = 250
# Where no room plugs in; none of them gets longer, and no other so long.
LONG_CLASSES = {
    "Document": 285,
    "Outside": 300,
    "Board": 275,
    "Records": 305,
    "Studio": 285,
}

# asyncio tasks are created only here, each with the one who reads its outcome.
TASK_OWNERS = {
    "topa_studio/base/closing.py": "whoever awaits it, to its end",
    "topa_studio/app/tasks.py": "the owner, which tells the trouble",
    "topa_studio/ui/running/tasks.py": "the window",
    "topa_studio/pipeline/flows/maker.py": "the board, which tells the trouble of each subject",
    "topa_studio/pipeline/sending/runner.py": "the job: a cancel must not tear it from its request",
    "topa_studio/pipeline/sending/collector.py": "all who wait for the result, and aclose",
    "topa_studio/pipeline/sending/offline.py": "all who wait for a connection",
    "topa_studio/pipeline/sending/uploads.py": "all who wait for the same picture",
    "topa_studio/app/making/practice_provider.py": "every call that needs the service, and aclose",
    "topa_studio/practice/studio.py": "the practice service, in its own process",
}
BESIDE = ("tests/support", "scripts", "benchmarks")
FORBIDDEN_WORDS = re.compile(r"(?:^|_)(?:manager|helper|util|utils|misc)(?:s|_|$)")
CODE = re.compile(r"[a-z]+(?:-[a-z]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*")
BLOCKING_DIALOGS = {
    "QMessageBox": {"question", "information", "warning", "critical", "about"},
    "QFileDialog": {
        "getOpenFileName",
        "getOpenFileNames",
        "getSaveFileName",
        "getExistingDirectory",
    },
    "QInputDialog": {"getText", "getInt", "getDouble", "getItem", "getMultiLineText"},
    "QColorDialog": {"getColor"},
    "QFontDialog": {"getFont"},
}

SOURCES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(PACKAGE.rglob("*.py"))
}
TREES = {name: ast.parse(text, name) for name, text in SOURCES.items()}

ERRORS = {
    name
    for name, found in vars(errors).items()
    if isinstance(found, type) and issubclass(found, errors.StudioError)
}


def _calls(tree: ast.AST) -> Iterator[tuple[ast.Call, str, str]]:
    """Every call with the name before the last dot and the name called."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr=name)):
                yield node, owner, name
            case ast.Call(func=ast.Attribute(attr=name)):
                yield node, "", name
            case ast.Call(func=ast.Name(id=name)):
                yield node, "", name


def _codes(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The codes a module raises or reports, each with its line."""
    for call, _, name in _calls(tree):
        if name not in ERRORS | {"Problem", "Trouble"}:
            continue
        given = [*call.args[:2], *(word.value for word in call.keywords if word.arg == "code")]
        for value in given:
            match value:
                case ast.Constant(value=str(code)) if CODE.fullmatch(code):
                    yield call.lineno, code


def _names(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        match node:
            case (
                ast.FunctionDef(name=name)
                | ast.AsyncFunctionDef(name=name)
                | ast.ClassDef(name=name)
            ):
                yield node.lineno, re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
            case ast.Name(id=name, ctx=ast.Store()):
                yield node.lineno, name.lower()
            case ast.arg(arg=name):
                yield node.lineno, name.lower()


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _most_lines(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    if isinstance(node, ast.ClassDef):
        return LONG_CLASSES.get(node.name, CLASS_LINES)
    return FUNCTION_LINES


def test_arrows_point_down_only() -> None:
    linted = subprocess.run(
        [program("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert linted.returncode == 0, linted.stdout + linted.stderr


def test_no_file_is_longer_than_can_be_read_at_once() -> None:
    long = {name: text.count("\n") for name, text in SOURCES.items()}

    assert not {name: lines for name, lines in long.items() if lines > FILE_LINES}


def test_no_function_or_class_is_too_long() -> None:
    long = [
        f"{name}:{node.lineno} {node.name} has {_length(node)} lines"
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
        and _length(node) > _most_lines(node)
    ]

    assert not long


def test_the_window_asks_the_session_and_never_the_document_beneath() -> None:
    reaches = [
        f"{name}:{node.lineno}"
        for name, tree in TREES.items()
        if name.startswith("topa_studio/ui/")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr == "document"
        and ast.unparse(node.value).endswith("session")
    ]

    assert not reaches


def test_every_module_says_what_it_is() -> None:
    assert not [name for name, tree in TREES.items() if not ast.get_docstring(tree)]


@pytest.mark.parametrize("room", ["ui"])
def test_no_dialog_blocks_the_loop(room: str) -> None:
    blocking = [
        f"{name}:{call.lineno} {owner}.{called}"
        for name, tree in TREES.items()
        if name.startswith(f"topa_studio/{room}/")
        for call, owner, called in _calls(tree)
        if called in {"exec", "exec_", "processEvents"} or called in BLOCKING_DIALOGS.get(owner, ())
    ]

    assert not blocking, "use dialog.open() and its finished signal"


def test_tasks_are_created_only_by_their_owners() -> None:
    made = [
        f"{name}:{call.lineno}"
        for name, tree in TREES.items()
        if name not in TASK_OWNERS
        for call, owner, called in _calls(tree)
        if called == "ensure_future"
        or (called == "create_task" and not _is_task_group(tree, owner))
    ]

    assert not made, f"only {sorted(TASK_OWNERS)} and task groups may create tasks"


def _is_task_group(tree: ast.AST, owner: str) -> bool:
    """Whether `owner` is bound by `async with asyncio.TaskGroup() as owner`."""
    for node in ast.walk(tree):
        match node:
            case ast.AsyncWith(items=entered):
                for part in entered:
                    bound = isinstance(part.optional_vars, ast.Name) and part.optional_vars.id
                    if bound == owner and "TaskGroup" in ast.dump(part.context_expr):
                        return True
    return False


def test_no_file_that_is_run_by_its_path_lies_beside_a_name_of_pythons_own() -> None:
    """Whoever is run by a path finds what lies beside it first."""
    beside = [path for folder in BESIDE for path in (ROOT / folder).rglob("*.py")]

    assert beside
    assert [path.name for path in beside if path.stem in sys.stdlib_module_names] == []


def test_every_error_has_its_sentence() -> None:
    unsaid = [
        f"{name}:{line} {code}"
        for name, tree in TREES.items()
        for line, code in _codes(tree)
        if code not in TEMPLATES
    ]

    assert not unsaid, "put the sentence into topa_studio/base/words"


def test_the_words_of_the_project_are_used() -> None:
    loose = [
        f"{name}:{line} {word}"
        for name, tree in TREES.items()
        for line, word in _names(tree)
        if FORBIDDEN_WORDS.search(word)
    ]
    files = [name for name in SOURCES if FORBIDDEN_WORDS.search(Path(name).stem)]

    assert not loose + files


def test_no_promise_is_left_open() -> None:
    open_ends = re.compile(r"\b(?:TODO|FIXME|XXX|raise NotImplementedError)\b")

    assert not [name for name, text in SOURCES.items() if open_ends.search(text)]
