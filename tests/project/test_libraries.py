"""`start.py` asks for every system library that the wheels need, told by the wheels themselves."""

from __future__ import annotations

import importlib.util
import sysconfig
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

import pytest

from tests.project.places import ROOT
from tests.support.elf import needed

SITE = Path(sysconfig.get_path("purelib"))
QT = SITE / "PySide6"
MODULES = ("QtCore", "QtGui", "QtMultimedia", "QtMultimediaWidgets", "QtSvg", "QtWidgets")
# Every Debian has these: its own package tools and the C library need them.
ALWAYS = {
    "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1", "libbz2.so.1", "libc.so.6", "libdl.so.2",
    "libgcc_s.so.1", "libm.so.6", "libmvec.so.1", "libpthread.so.0", "libresolv.so.2",
    "librt.so.1", "libstdc++.so.6", "libutil.so.1", "libz.so.1", "libzstd.so.1",
}  # fmt: skip


@pytest.fixture(scope="module")
def start() -> ModuleType:
    spec = importlib.util.spec_from_file_location("start_and_libraries", ROOT / "start.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def plugins(*patterns: str) -> list[Path]:
    return [path for pattern in patterns for path in (QT / "Qt" / "plugins").glob(pattern)]


def wanted(roots: Iterable[Path]) -> set[str]:
    """What these libraries need from outside the wheels, over all they need from inside."""
    inside = {path.name: path for path in SITE.rglob("*.so*")}
    todo, seen, outside = list(roots), set[Path](), set[str]()
    while todo:
        path = todo.pop()
        if path not in seen:
            seen.add(path)
            names = needed(path)
            todo += [inside[name] for name in names if name in inside]
            outside |= {name for name in names if name not in inside}
    return outside - ALWAYS


def test_what_the_window_needs_is_asked_for(start: ModuleType) -> None:
    modules = [path for name in MODULES for path in QT.glob(f"{name}.*.so")]
    drawing = plugins("iconengines/*", "imageformats/*", "multimedia/*", "platforms/libqoffscreen*")
    others = [path for path in SITE.rglob("*.so*") if QT not in path.parents]
    assert wanted([*modules, *drawing, *others]) <= start.LIBRARIES.keys()


def test_what_a_display_needs_is_asked_for(start: ModuleType) -> None:
    here = start.LIBRARIES.keys() | start.X11_LIBRARIES.keys()
    assert wanted(plugins("platforms/libqxcb*", "xcbglintegrations/*")) <= here


def test_what_wayland_needs_is_asked_for(start: ModuleType) -> None:
    here = start.LIBRARIES.keys() | start.WAYLAND_LIBRARIES.keys()
    assert wanted(plugins("platforms/libqwayland*", "wayland-*client*/*")) <= here
