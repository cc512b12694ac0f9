"""What the service charges for a request as it came over the wire; prices are the catalogue's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.catalogue.models import Model
from topa_studio.practice.sizes import clip_seconds, clip_sound
from topa_studio.provider.service import service


def credits_for(catalogue: Catalogue, name: str, given: Mapping[str, Any]) -> float:
    """Credits for an accepted request. Raises KeyError where the catalogue has no such model."""
    model = catalogue.get(name)
    if model is None:
        raise KeyError(name)
    return _price(model, given) * service(model.provider).currency.credits


def _price(model: Model, given: Mapping[str, Any]) -> float:
    mode = _mode(model, given)
    if model.kind == "clip":
        rate = model.prices.per_second[mode]
        return (rate.sound if clip_sound(given) else rate.silent) * clip_seconds(given)
    references = len(given.get(model.wire.references or "") or ())
    return model.prices.per_image[mode] + model.prices.extra_reference * max(0, references - 1)


def _mode(model: Model, given: Mapping[str, Any]) -> str:
    """The catalogue's word for the mode that a request spells in the service's words."""
    word: str | None = given.get(model.wire.mode or "")
    if word is None:
        return next(iter(model.modes))
    ours = {theirs: mode for mode, theirs in model.wire.modes.items()}
    return ours.get(word, word)
