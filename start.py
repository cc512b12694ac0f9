"""Sets up Topa Studio beside this file and starts it; the second start installs nothing.

python3 start.py            the studio, with the sample film and the practice service
python3 start.py ARGS       any command of `topa-studio`, e.g. `python3 start.py check -s film.yaml`
python3 start.py test ARGS  the checks and the tests; ARGS go to pytest

Needs nothing but Python's standard library. Everything is installed into `.venv`.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import hashlib
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Container
from pathlib import Path
from typing import IO, NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
STAMP = VENV / "ready.json"
LOG = VENV / "install.log"
PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"

CHECKS = {
    "Style": ["ruff", "check"],
    "Format": ["ruff", "format", "--check"],
    "Types": ["mypy"],
    "Layers": ["lint-imports"],
    "Tests": ["pytest", "-n", "2", "--dist", "loadfile"],
}

# Shared libraries that Qt's wheels expect of a Linux system, and the Debian package of each.
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libX11.so.6": "libx11-6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libpulse.so.0": "libpulse0",
    "libXext.so.6": "libxext6",
    "libXrandr.so.2": "libxrandr2",
    "libdrm.so.2": "libdrm2",
}
X11_LIBRARIES = {
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}

# What pip says when it fails, and what that means for the person who waits.
TROUBLES = (
    (("No space left",), "The disk is full."),
    (
        ("Permission denied", "Access is denied"),
        "A file may not be written. Is Topa Studio still open, or is this folder someone else's?",
    ),
    (("DO NOT MATCH THE HASHES",), "A package is not the one this project was tested with."),
    (
        ("NewConnectionError", "name resolution", "unreachable", "timed out", "ProxyError"),
        "The packages could not be fetched. Is this computer online?",
    ),
    (
        ("No matching distribution", "Could not find a version"),
        "A package could not be found for this system and this Python. Is this computer online?",
    ),
)
READ_ONLY = (
    "This folder may only be read, so nothing can be set up in it. Copy it to a place where you "
    "may write, and start it there."
)


class SetupError(Exception):
    """The set-up cannot go on; the message says why and what to do."""


def main(args: list[str]) -> int:
    """Set up what is missing, then run the studio or the tests; returns the exit code."""
    testing = args[:1] == ["test"]
    try:
        check_python()
        check_system()
        prepare("test" if testing else "run")
        if testing:
            return run_checks(args[1:])
    except SetupError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("Stopped. The next start goes on from here.")
        return 130
    return hand_over([program("topa-studio"), *(args or ["--practice"])])


def check_python() -> None:
    """Refuse a Python that the packages are not made for."""
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        raise SetupError(
            f"Topa Studio needs Python 3.11, 3.12 or 3.13, and this is Python {PYTHON}.\n"
            "Install one of them and start again with it, for example: python3.12 start.py"
        )


def check_system() -> None:
    """On Linux, install the system packages that are missing, or say which command does it."""
    packages = missing_packages() if sys.platform == "linux" else []
    if not packages:
        return
    if shutil.which("apt-get") is None:
        raise SetupError(f"This system lacks libraries; Debian calls them {', '.join(packages)}.")
    if os.geteuid() != 0:
        raise SetupError(f"This system lacks some libraries. Type:\n{typed(packages, 'sudo ')}")
    say(f"Installing {len(packages)} system packages: {', '.join(packages)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # First what was broken off and left half done: apt refuses all else until then.
    for step in (["dpkg", "--configure", "-a"], *apt(packages)):
        done = subprocess.run(step, env=quiet, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SetupError(
            f"{done.stderr.strip()}\nThe packages could not be installed. Type:\n{typed(packages)}"
        )


def apt(packages: list[str]) -> list[list[str]]:
    """What installs these: a system that is new has no list of packages, or an old one."""
    # One that was broken off may go on without its parent, and then holds the packages for a while.
    wait = ["--option", "DPkg::Lock::Timeout=300"]
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *wait, *packages]
    return [["apt-get", "update"], install]


def typed(packages: list[str], before: str = "") -> str:
    """The same as one line to type."""
    words = f"apt-get install --yes --no-install-recommends {' '.join(packages)}"
    return f"{before}apt-get update && {before}{words}"


def missing_packages() -> list[str]:
    """The Debian packages of what this Linux system lacks, in order and each once."""
    wanted = dict(LIBRARIES)
    if os.environ.get("DISPLAY"):
        wanted.update(X11_LIBRARIES)
    elif os.environ.get("WAYLAND_DISPLAY"):
        wanted.update(WAYLAND_LIBRARIES)
    missing = [package for library, package in wanted.items() if not loads(library)]
    if importlib.util.find_spec("ensurepip") is None:
        missing.append(f"python{PYTHON}-venv")
    return list(dict.fromkeys(missing))


def loads(library: str) -> bool:
    """Whether the system has this shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def prepare(kind: str) -> None:
    """Make `.venv` fit for `kind` ("run" or "test"); does nothing where it is fit already."""
    if is_ready(kind):
        return
    with Path(__file__).open("rb") as file:
        take_turns(file)
        # Whoever is started from here holds it too: of a set-up that was killed, its pip may go on.
        os.set_inheritable(file.fileno(), True)
        if not is_ready(kind):
            install(kind)


def is_ready(kind: str) -> bool:
    """Whether the last set-up for `kind` ended well, here, with this Python and these locks."""
    stamp = read_stamp()
    whole = stamp.get("home") == home() and Path(program("topa-studio")).exists()
    return whole and stamp.get(kind) == fingerprint(kind)


def read_stamp() -> dict[str, str]:
    """What the last complete set-up wrote; empty where there was none."""
    try:
        return dict(json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def home() -> str:
    """The place and the Python a `.venv` belongs to: it works with no other."""
    return f"{VENV} with Python {PYTHON} of {sys.base_prefix}"


def fingerprint(kind: str) -> str:
    """Changes whenever another set of packages, or the project itself, is to be installed."""
    files = (lock(kind), ROOT / "pyproject.toml")
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def lock(kind: str) -> Path:
    """The file that names every package of `kind` with its hashes."""
    return ROOT / "requirements" / f"{kind}.txt"


def take_turns(file: IO[bytes]) -> None:
    """Wait until no other start is installing; closing `file` lets the next one go on."""
    if sys.platform != "win32":
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another set-up is still at work here. Waiting for its end...")
            fcntl.flock(file, fcntl.LOCK_EX)
    else:
        import msvcrt

        file.seek(1 << 30)  # far behind the text, which must stay readable
        while True:
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                break
            except OSError as error:  # it gives up after ten seconds
                if error.errno != errno.EDEADLK:
                    raise


def install(kind: str) -> None:
    """Bring `.venv` to the locked packages; the stamp is written last, when all is there."""
    if not os.access(VENV if VENV.exists() else ROOT, os.W_OK):
        raise SetupError(READ_ONLY)
    belongs_here = read_stamp().get("home") == home()
    # From here on nothing counts as whole, wherever this is broken off.
    STAMP.unlink(missing_ok=True)
    if not belongs_here:
        say(f"Making .venv for Python {PYTHON}...")
        run_setup([sys.executable, "-m", "venv", "--clear", str(VENV)], None)
    lines = lock(kind).read_text(encoding="utf-8").splitlines()
    names = {line.split("==")[0] for line in lines if line and not line.startswith(" ")}
    say(f"Installing {len(names)} packages. The first time this takes a few minutes...")
    pip("--require-hashes", "--no-deps", "--only-binary=:all:", "--requirement", str(lock(kind)))
    pip("--no-build-isolation", "--no-deps", "--editable", str(ROOT))
    kinds = ("run", "test") if kind == "test" else ("run",)
    ready = {"home": home(), **{each: fingerprint(each) for each in kinds}}
    whole = STAMP.with_suffix(".new")
    whole.write_text(json.dumps(ready, indent=1), encoding="utf-8")
    whole.replace(STAMP)
    say("Ready.")


def pip(*args: str) -> None:
    """Run `pip install` in `.venv`, without a word unless it fails."""
    options = ["--quiet", "--no-input", "--disable-pip-version-check"]
    run_setup([program("python"), "-m", "pip", "install", *options, *args], LOG)


def run_setup(command: list[str], log: Path | None) -> None:
    """Run one step of the set-up.

    Raises:
        SetupError: it failed; in plain words, with the last lines of what it said.
    """
    done = subprocess.run(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        # What is inheritable is the turn that was taken, see `prepare`.
        close_fds=os.name == "nt",
        check=False,
    )
    text = done.stdout.decode(errors="replace").strip()
    if log is not None:
        log.write_text(text, encoding="utf-8")
    if done.returncode:
        raise SetupError(explain(text))


def explain(text: str) -> str:
    """What went wrong, told from pip's own words, which are shown too."""
    lines = text.splitlines()
    errors = [line for line in lines if line.startswith("ERROR")] or lines
    if "Read-only file system" in text:
        return "\n".join([*errors[-3:], "", READ_ONLY])
    meaning = "The set-up did not end well."
    for marks, sentence in TROUBLES:
        if any(mark in text for mark in marks):
            meaning = sentence
            break
    return "\n".join([*errors[-3:], "", meaning, "The next start repairs what is half done."])


def run_checks(args: list[str], only: Container[str] = CHECKS) -> int:
    """Run the checks and, with `args`, the tests; returns the first exit code that is not 0."""
    worst = 0
    for name, (command, *options) in CHECKS.items():
        if name not in only:
            continue
        given = args if name == "Tests" else []
        say(f"{name}: {' '.join([command, *options, *given])}")
        done = subprocess.run([program(command), *options, *given], cwd=ROOT, check=False)
        worst = worst or done.returncode
    say("All checks passed." if not worst else "Some checks failed, see above.")
    return worst


def program(name: str) -> str:
    """The path of a program of `.venv`."""
    return str(BIN / (f"{name}.exe" if os.name == "nt" else name))


def hand_over(command: list[str]) -> int:
    """Become `command` where the system can do that, else run it to its end."""
    if os.name != "nt":
        become(command)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the studio, which ends by itself
    return subprocess.run(command, check=False).returncode


def become(command: list[str]) -> NoReturn:
    """Replace this process by `command`, so that signals and the terminal are its own."""
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(command[0], command)


def say(line: str) -> None:
    """Tell the person who waits; the standard output belongs to the program."""
    with contextlib.suppress(BrokenPipeError):
        print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
