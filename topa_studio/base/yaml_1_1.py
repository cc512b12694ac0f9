"""What a program that follows YAML 1.1, as PyYAML does, reads where a plain text stands."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml


@cache
def read_by_1_1(text: str) -> str:
    """The value in words, as `str` gives it: "01" is "1", "010" is "8", "1:30" is "90"."""
    resolver: Any = yaml.resolver.Resolver()
    constructor: Any = yaml.constructor.SafeConstructor()
    try:
        tag = resolver.resolve(yaml.ScalarNode, text, (True, False))
        return str(constructor.construct_object(yaml.ScalarNode(tag, text), deep=True))
    except (yaml.YAMLError, ValueError, OverflowError):
        return text
