"""How a command ends: an exit code and plain words, never a traceback."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO

import click

from topa_studio.cli.printing import tell, tell_lines

MADE, NOT_ALL, WRONG_USE, INTERRUPTED = 0, 1, 2, 130


@contextmanager
def unfinished() -> Iterator[None]:
    """Stopped in here, a command that sends nothing says that it left nothing half done."""
    try:
        yield
    except KeyboardInterrupt:
        tell("Stopped. Nothing unfinished was left.", err=True)
        sys.exit(INTERRUPTED)


def told(command: Callable[[], object]) -> None:
    """Run a command; errors it knows are told on standard error."""
    try:
        command()
    except click.exceptions.Exit as ending:
        sys.exit(ending.exit_code)
    except click.ClickException as error:
        words = StringIO()
        error.show(words)
        tell_lines(words.getvalue().rstrip("\n"), err=True)
        sys.exit(WRONG_USE)
    except (click.Abort, KeyboardInterrupt):
        tell("Stopped. What was already sent is collected by the next run.", err=True)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(NOT_ALL)
    except Exception as error:
        # Late: a command that goes well loads no words of errors for its end.
        from topa_studio.base.errors import StudioError
        from topa_studio.provider.redact import Redactor

        if not isinstance(error, (StudioError, OSError)):
            raise
        tell(f"Error: {Redactor.shared().clean(_words(error))}", err=True)
        sys.exit(WRONG_USE)


def _words(error: Exception) -> str:
    """What went wrong; a file that the system refuses by its name, without a number."""
    if isinstance(error, OSError) and error.filename is not None and error.strerror:
        return f"{error.filename}: {error.strerror}"
    return str(error)
