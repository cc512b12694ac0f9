"""The one YAML reader: few types, and caps on size, depth and aliases before anything is parsed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from topa_studio.base.errors import DocumentError


class Loader(yaml.CSafeLoader):
    """PyYAML's C loader with true/false, decimal numbers, null and merge as its only plain types.

    YAML 1.1 would read `16:9` as 969 and `no` as False; text editors that follow 1.2 do not.
    """

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own hook


for _tag, _pattern, _first in (
    ("bool", r"^(?:true|false|True|False|TRUE|FALSE)$", "tTfF"),
    ("int", r"^[-+]?(?:0|[1-9][0-9]{0,17})$", "-+0123456789"),
    ("float", r"^[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$", "-+0123456789."),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("merge", r"^(?:<<)$", "<"),
):
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))


def load(text: str) -> object:
    """The plain Python values of a trusted or already checked YAML text."""
    return yaml.load(text, Loader=Loader)  # noqa: S506 - a SafeLoader subclass


def load_file(path: Path) -> object:
    """The values of a bundled or settings file. Raises DocumentError or OSError."""
    try:
        return load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, ValueError) as error:
        raise DocumentError("document.unreadable", path=str(path), reason=str(error)) from error
