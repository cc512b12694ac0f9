"""What every test stands on: no screen, no network but this machine, no folder of the real user."""

from __future__ import annotations

import asyncio
import ctypes
import functools
import gc
import ipaddress
import os
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import Callable, Coroutine, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from tests.support.canary import Watch, traces
from topa_studio.ui.widgets.no_screen import use_large_screen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

use_large_screen()
os.environ["QT_API"] = "pyside6"
# A process that compiles the whole program first takes twice its time, and tests start hundreds.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
# Whole clips at full quality are drawn where that is what is tested.
os.environ["TOPA_PRACTICE_ROUGH"] = "1"

settings.register_profile("topa", deadline=None, print_blob=True, database=None)
settings.load_profile("topa")

USER_FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "runtime",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
    "WIN_PD_OVERRIDE_APPDATA": "roaming",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA": "local",
    "WIN_PD_OVERRIDE_PERSONAL": "documents",
    "WIN_PD_OVERRIDE_MYVIDEO": "videos",
}
REAL_SETTINGS = ("KIE_API_KEY", "KIE_BASE_URL", "KIE_UPLOAD_URL")


def _user_folders(root: Path) -> dict[str, str]:
    """The environment of a user whose folders all lie in `root`; the folders are made."""
    folders = {name: root / part for name, part in USER_FOLDERS.items()}
    for folder in folders.values():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return {name: str(folder) for name, folder in folders.items()}


# Set before any import of the program: a module may look a folder up while it is imported.
_SESSION_HOME = Path(tempfile.mkdtemp(prefix="topa-tests-"))
os.environ.update(_user_folders(_SESSION_HOME))
for _name in REAL_SETTINGS:
    os.environ.pop(_name, None)


CANARY_WATCH = pytest.StashKey[Watch]()


def pytest_configure(config: pytest.Config) -> None:
    # Where several processes share the files, the order is the one below.
    config.option.loadscopereorder = False
    # Garbage that holds a widget must not be freed on whatever thread happens to make an object.
    gc.disable()
    _allocator("mallopt", _ARENA_MAX, 2)
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        # Of a shell that runs this behind it; the programs of tests would inherit it.
        signal.signal(signal.SIGINT, signal.default_int_handler)
    watch = config.stash[CANARY_WATCH] = Watch()
    watch.watch_processes()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files begin first, so that no process waits for the other's last one."""
    long = {item.path for item in items if item.get_closest_marker("long")}
    items.sort(key=lambda item: item.path not in long)


def pytest_collection_finish() -> None:
    """All that was imported stays and is gone through no more.

    A window keeps what it began with out of collections, too: here it goes with its test.
    """
    gc.collect()
    gc.freeze()
    for name in ("freeze", "unfreeze"):
        setattr(gc, name, functools.wraps(getattr(gc, name))(lambda: None))


_COLLECTED_WHOLE, _WITH_WINDOW = 25, 5
_left_since = 0


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """What a test left is collected here, on the main thread."""
    global _left_since
    _left_since += _WITH_WINDOW if "qapp" in getattr(item, "fixturenames", ()) else 1
    whole = _left_since >= _COLLECTED_WHOLE
    gc.collect(2 if whole else 1)
    if whole:
        _left_since = 0
        _allocator("malloc_trim", 0)


_ARENA_MAX = -8
"""glibc's number of the setting: each thread that ends would leave an arena full of holes."""


def _allocator(name: str, *given: int) -> None:
    library = ctypes.CDLL(None) if sys.platform == "linux" else None
    if hasattr(library, name):
        getattr(library, name)(*given)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test that failed shows its values; one that passed has told all it wanted to tell."""
    report = yield
    if report.passed:
        told = "".join(text for _, text in report.sections)
        item.config.stash[CANARY_WATCH].printed(item.nodeid, told)
    return report


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """The key of the suite is in no byte that was written, printed or given to a child."""
    temporary: Path | None = session.config._tmp_path_factory._basetemp  # type: ignore[attr-defined]
    folders = [_SESSION_HOME, *([temporary] if temporary is not None else [])]
    leaks = session.config.stash[CANARY_WATCH].leaks
    leaks += [f"{path} holds the key" for path in traces(folders)]
    told = getattr(session.config, "workeroutput", None)
    if told is not None:
        told["leaks"] = leaks
        return
    if not leaks:
        return
    session.exitstatus = pytest.ExitCode.TESTS_FAILED
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is not None:
        reporter.section("the canary key has leaked", red=True)
        for leak in leaks:
            reporter.write_line(leak)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """What one of several processes of the suite found is told by the first."""
    node.config.stash[CANARY_WATCH].leaks += getattr(node, "workeroutput", {}).get("leaks", [])


def pytest_unconfigure() -> None:
    shutil.rmtree(_SESSION_HOME, ignore_errors=True)


@pytest.fixture(autouse=True)
def own_user(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test, and each process it starts, is a new user with empty folders."""
    home = tmp_path_factory.mktemp("home")
    for name, folder in _user_folders(home).items():
        monkeypatch.setenv(name, folder)
    from topa_studio.app import keys

    keys._of_process.cache_clear()
    return home


def _is_loopback(host: object) -> bool:
    if host in {None, "", b"", "localhost", b"localhost"}:
        return True
    text = host.decode() if isinstance(host, bytes) else str(host)
    try:
        return ipaddress.ip_address(text.partition("%")[0]).is_loopback
    except ValueError:
        return False


class NetworkUsedError(AssertionError):
    """A test reached for another machine."""


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any connection or look-up that leaves this machine fails the test."""
    look_up = socket.getaddrinfo

    def guarded(name: str) -> Callable[[socket.socket, Any], Any]:
        real: Callable[[socket.socket, Any], Any] = getattr(socket.socket, name)

        def connect(self: socket.socket, address: Any) -> Any:
            internet = self.family in {socket.AF_INET, socket.AF_INET6}
            if internet and not _is_loopback(address[0]):
                raise NetworkUsedError(f"a test connected to {address}")
            return real(self, address)

        return connect

    def getaddrinfo(host: Any, *args: Any, **named: Any) -> Any:
        if not _is_loopback(host) and host not in {"0.0.0.0", "::"}:
            raise NetworkUsedError(f"a test looked up {host!r}")
        return look_up(host, *args, **named)

    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, guarded(name))
    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)


@pytest.fixture
def hasty_practice(monkeypatch: pytest.MonkeyPatch) -> None:
    """The practice service works ten times as fast: for tests that need what it makes, no more."""
    from topa_studio.app.making.practice_process import HASTE, SPEED

    monkeypatch.setenv(HASTE, str(10 * SPEED))


@pytest.fixture
def slow_practice(monkeypatch: pytest.MonkeyPatch) -> None:
    """The practice service needs minutes: for tests that come while something is made."""
    from topa_studio.app.making.practice_process import HASTE

    monkeypatch.setenv(HASTE, "0.1")


@pytest.fixture
def qrun(qapp: QApplication) -> Iterator[Callable[[Coroutine[Any, Any, Any]], Any]]:
    """Runs a coroutine to its end on the window's own loop, which is torn down after the test.

    Never wait with `qtbot` inside the coroutine: a loop inside the loop loses wake-ups.
    """
    from topa_studio.ui.running.loop import AppLoop

    qapp.setQuitOnLastWindowClosed(False)
    with asyncio.Runner(loop_factory=lambda: AppLoop(qapp)) as runner:
        yield runner.run
