"""Where the program's own data lies: in the wheel, or in the checkout beside the package."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def resource(*parts: str) -> Path:
    """The path of a file or folder under `resources/`, e.g. `resource("models")`."""
    packed = _PACKAGE / "resources"
    root = packed if packed.is_dir() else _PACKAGE.parent / "resources"
    return root.joinpath(*parts)


@cache
def sample_film() -> Path:
    """The folder of the bundled sample film (holds `scenario.yaml`)."""
    packed = _PACKAGE / "resources" / "scenario"
    return packed if packed.is_dir() else _PACKAGE.parent / "scenario"


@cache
def guide() -> Path:
    """The guide to prompts for Kling 3.0, in Markdown."""
    packed = _PACKAGE / "resources" / "kling3-guide.md"
    return packed if packed.is_file() else _PACKAGE.parent / "docs" / "kling3-guide.md"


@cache
def own_licence() -> Path:
    """The licence of the program itself."""
    packed = _PACKAGE / "resources" / "LICENSE"
    return packed if packed.is_file() else _PACKAGE.parent / "LICENSE"
