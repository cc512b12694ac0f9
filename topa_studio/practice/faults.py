"""Faults on purpose: rules that drop, delay, cut or falsify replies to try the other side."""

from __future__ import annotations

import fnmatch
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from topa_studio.base.errors import DocumentError
from topa_studio.base.yaml_reader import load_file
from topa_studio.practice.options import PracticeError

ACTIONS = frozenset(
    {"drop_reply", "reset", "status", "body", "delay", "truncate", "html", "slow", "fail"}
    | {"no_file"}
)
_KEYS = frozenset(
    {"path", "method", "nth", "every", "probability", "seed", "action", "code", "body", "message"}
    | {"seconds", "bytes", "bytes_per_second"}
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One rule: where (path pattern, method), when (nth, every, probability) and what.

    Attributes:
        path: the request's path; `*` stands for anything; a path also matches what lies below it.
        nth, every: only the n-th matching request, or each n-th; 0: not set.
        code: HTTP status of `status`, body code of `body`, failCode of `fail`.
        action: what goes wrong; `no_file` tells a finished task without its file.
        body: text or JSON of `status`; the whole JSON of `body`; else made from code and message.
    """

    path: str
    action: str
    method: str = ""
    nth: int = 0
    every: int = 0
    probability: float = 1.0
    seed: int = 0
    code: int = 500
    body: Any = None
    message: str = "Internal Error, Please try again later."
    seconds: float = 1.0
    bytes: int = 1000
    bytes_per_second: int = 20_000

    def matches(self, method: str, path: str) -> bool:
        """Whether the rule is about this request, whenever it is."""
        if self.method and self.method.upper() != method:
            return False
        return fnmatch.fnmatchcase(path, self.path) or path.startswith(f"{self.path.rstrip('/')}/")


class Faults:
    """Counts matching requests for each rule and says which rule strikes now."""

    def __init__(self, rules: Sequence[Fault] = ()) -> None:
        self._rules = tuple(rules)
        self._seen = [0] * len(self._rules)
        self._dice = [random.Random(rule.seed) for rule in self._rules]

    @classmethod
    def read(cls, path: Path) -> Faults:
        """The rules of a YAML or JSON file (a list). Raises PracticeError where it is wrong."""
        try:
            data = load_file(path)
        except (OSError, DocumentError) as error:
            raise PracticeError(f"The fault rules cannot be read: {error}") from error
        if not isinstance(data, list):
            raise PracticeError(f"{path} must hold a list of fault rules.")
        return cls([_rule(number, rule) for number, rule in enumerate(data, 1)])

    def strike(self, method: str, path: str) -> Fault | None:
        """The first rule that wants to act on this request; every matching rule counts it."""
        found = None
        for index, rule in enumerate(self._rules):
            if rule.matches(method, path) and self._now(index, rule) and found is None:
                found = rule
        return found

    def _now(self, index: int, rule: Fault) -> bool:
        self._seen[index] += 1
        if rule.nth:
            return self._seen[index] == rule.nth
        if rule.every:
            return self._seen[index] % rule.every == 0
        return self._dice[index].random() < rule.probability


def _rule(number: int, data: object) -> Fault:
    if not isinstance(data, Mapping) or not {"path", "action"} <= set(data):
        raise PracticeError(f"Fault rule {number} needs a path and an action.")
    if unknown := set(data) - _KEYS:
        raise PracticeError(f"Fault rule {number} has unknown keys: {', '.join(sorted(unknown))}.")
    if data["action"] not in ACTIONS:
        raise PracticeError(f"Fault rule {number}: there is no action {data['action']!r}.")
    return Fault(**data)
