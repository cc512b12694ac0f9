"""How much may be spent a day over all films: one line in the user's own settings, and no other."""

from __future__ import annotations

from pathlib import Path

from topa_studio.app.user_folder import user_config
from topa_studio.base.errors import DocumentError, ProjectError
from topa_studio.base.files import write_atomic
from topa_studio.base.yaml_reader import load_file

_WORDS = """\
# What Topa Studio may spend a day, in credits, over all films. No line: no limit.
"""


def day_budget_file() -> Path:
    """The settings file; it may not be there."""
    return user_config() / "budget.yaml"


def read_day_budget() -> float | None:
    """Credits a day; None: no limit is set.

    Raises:
        ProjectError: the file cannot be understood; then nothing may be spent.
    """
    path = day_budget_file()
    try:
        data = load_file(path)
    except FileNotFoundError:
        return None
    except (DocumentError, OSError) as error:
        raise ProjectError("project.day-budget", path=str(path)) from error
    if data is None:
        return None
    if not isinstance(data, dict) or set(data) - {"day"}:
        raise ProjectError("project.day-budget", path=str(path))
    match data.get("day"):
        case None if "day" not in data:
            return None
        case (int() | float()) as day if type(day) is not bool and 0 <= day < float("inf"):
            return float(day)
        case _:
            raise ProjectError("project.day-budget", path=str(path))


def write_day_budget(credits: float | None) -> None:
    """Set what may be spent a day; None takes the limit away. Raises OSError or ProjectError."""
    if credits is not None and not 0 <= credits < float("inf"):
        raise ProjectError("project.day-budget", path=str(day_budget_file()))
    path = day_budget_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    line = "" if credits is None else f"day: {credits:.15g}\n"
    write_atomic(path, f"{_WORDS}{line}".encode())
