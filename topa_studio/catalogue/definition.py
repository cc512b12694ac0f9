"""The definition of a model's file, as pydantic checks it; imported only when one is checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from pydantic import TypeAdapter, ValidationError

from topa_studio.catalogue.models import Model
from topa_studio.catalogue.options import Option


def problems_of(data: object) -> tuple[str, ...]:
    """What is wrong with the values of a model's file, in plain words; empty when it is right."""
    try:
        model = TypeAdapter(Model).validate_python(data)
    except ValidationError as error:
        return tuple(_sentence(found["loc"], found["msg"]) for found in error.errors())
    return tuple(_contradictions(model))


def _sentence(place: tuple[int | str, ...], reason: str) -> str:
    where = ".".join(str(part) for part in place)
    return f"{where}: {reason}" if where else reason


def _contradictions(model: Model) -> list[str]:
    found = []
    if model.default_mode not in model.modes:
        found.append(f"default_mode: {model.default_mode} is not one of modes")
    priced = model.prices.per_second if model.kind == "clip" else model.prices.per_image
    found += [f"prices: {mode} has no price" for mode in model.modes if mode not in priced]
    if model.kind == "clip" and model.wire.duration is None:
        found.append("wire.duration: a clip needs one")
    for name, option in model.options.items():
        found += [f"options.{name}: {reason}" for reason in _odd(model, option)]
    return found


def _odd(model: Model, option: Option) -> Iterator[str]:
    """What contradicts itself in one option."""
    own = [getattr(model.wire, field.name) for field in fields(model.wire)]
    if option.wire in [name for name in own if isinstance(name, str)]:
        yield f"wire: {option.wire} is sent with every request"
    if bool(option.choices) is not (option.kind == "choice"):
        yield f"choices: a {option.kind} has {'none' if option.choices else 'not one'}"
    if option.default is not None and option.taken(option.default) is None:
        yield f"default: {option.default} cannot be"
    for value in option.adds:
        if option.taken(value) is None:
            yield f"adds: {value} cannot be"
