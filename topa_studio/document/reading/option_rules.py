"""Options that a film, scene or shot sets: known to its model, and what that model takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.catalogue.options import Option
from topa_studio.document.reading.suggest import near_key
from topa_studio.model.options import Options, over
from topa_studio.model.problem import Severity


@dataclass(frozen=True, slots=True)
class OptionFault:
    """What is wrong with one option."""

    name: str
    severity: Severity
    code: str
    params: Mapping[str, object] = field(default_factory=dict)


def option_faults(
    own: Options, inherited: Options, catalogue: Catalogue, models: Sequence[str], *, is_shot: bool
) -> Iterator[OptionFault]:
    """Faults of what is set at one place, whose clips and pictures `models` make.

    What another model takes may be set for a film or scene: its shots may have that one. What a
    place has from above is told only where its model takes another value.
    """
    found = tuple(model for model in map(catalogue.get, models) if model is not None)
    known: dict[str, Option] = {}
    for model in found:
        known |= catalogue.options_of(model)
    given = dict(own)
    for name, value in over(own, inherited):
        option = known.get(name)
        if option is not None and option.taken(value) is None:
            params = {"field": name, "value": _shown(value), **_wanted(option)}
            yield OptionFault(name, Severity.ERROR, _CODES[option.kind], params)
        if option is not None or name not in given:
            continue
        meant = near_key(name, [each for each in known if each not in given])
        if meant is not None:
            params = {"key": name, "meant": meant}
            yield OptionFault(name, Severity.ERROR, "document.near-key", params)
        elif is_shot or catalogue.option(name) is None:
            params = {"key": name, "model": " / ".join(model.title for model in found)}
            yield OptionFault(name, Severity.WARNING, "document.no-such-option", params)


_CODES = {
    "flag": "document.want-bool",
    "choice": "document.choice",
    "whole": "document.option-whole",
    "number": "document.option-number",
}


def _wanted(option: Option) -> dict[str, str]:
    if option.kind == "choice":
        *most, last = option.choices
        return {"choices": f"{', '.join(most)} or {last}" if most else last}
    return {"range": _range(option.least, option.most)}


def _range(least: float | None, most: float | None) -> str:
    low = "" if least is None else f"{least:.15g}"
    high = "" if most is None else f"{most:.15g}"
    if low and high:
        return f"{low}–{high}"
    return f"≥ {low}" if low else f"≤ {high}" if high else ""


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)[:40]
