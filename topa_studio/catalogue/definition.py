"""The definition of a model's file, as pydantic checks it; imported only when one is checked."""

from __future__ import annotations

from pydantic import TypeAdapter, ValidationError

from topa_studio.catalogue.models import Model


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
    return found
