"""One desktop on a bus of its own: a screen, the program with a film, and a reader at work in it.

Run inside `dbus-run-session`; the reader's last line is this one's.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

LAUNCHER = next(
    (
        path
        for path in (
            "/usr/libexec/at-spi-bus-launcher",
            "/usr/lib/at-spi2-core/at-spi-bus-launcher",
        )
        if Path(path).exists()
    ),
    "",
)
_NOWHERE = subprocess.DEVNULL
READER = Path(__file__).with_name("drive.py")


def main(scenario: str, python: str, reader: str = str(READER), seconds: str = "280") -> int:
    """Start all of it, wait for the reader, end all of it.

    `reader`: the file of another one, which is given the scenario's path. It may end the program.
    """
    read, write = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24"],
        pass_fds=(write,),
        stdout=_NOWHERE,
        stderr=_NOWHERE,
    )
    os.close(write)
    with os.fdopen(read) as told:
        display = f":{told.readline().strip()}"
    environment = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    started = [screen]
    others = [[LAUNCHER, "--launch-immediately"]]
    if shutil.which("openbox"):
        others.append(["openbox"])
    try:
        started += [
            subprocess.Popen(command, env=environment, stdout=_NOWHERE, stderr=_NOWHERE)
            for command in others
        ]
        # Answered once the bus is there: nothing is to be guessed.
        ask = ["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus"]
        ask += ["/org/a11y/bus", "org.a11y.Bus.GetAddress"]
        subprocess.run(
            ask, env=environment, stdout=_NOWHERE, stderr=_NOWHERE, timeout=60, check=False
        )
        program = [sys.executable, "-m", "topa_studio", "--practice", "open", scenario]
        started.append(subprocess.Popen(program, env=environment, stdout=_NOWHERE, stderr=_NOWHERE))
        done = subprocess.run(
            [python, "-W", "ignore", reader, scenario],
            env=environment, timeout=float(seconds), check=False,
        )  # fmt: skip
        crashed = started[-1].poll()
        if crashed:
            sys.stderr.write(f"The program ended with {crashed}.\n")
            return 1
        return done.returncode
    finally:
        for each in reversed(started):
            each.terminate()
            try:
                each.wait(20)
            except subprocess.TimeoutExpired:
                each.kill()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
