"""All problems of a film: what reading found, then the limits and rules for prompts."""

from __future__ import annotations

from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.document.read import Reading
from topa_studio.model.problem import Problem


def check(text: str, reading: Reading, catalogue: Catalogue | None) -> tuple[Problem, ...]:
    """Problems in the order of the text."""
    return reading.problems
