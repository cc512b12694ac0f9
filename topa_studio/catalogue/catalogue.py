"""Which models exist: every file in resources/models is one, so a new model is a new file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

from topa_studio.base.errors import DocumentError
from topa_studio.base.resources import resource
from topa_studio.base.yaml_reader import load_file
from topa_studio.catalogue.models import Limits, Model, Prices, SecondPrice, Wire
from topa_studio.catalogue.options import Option
from topa_studio.model.request import DEFAULT_PROVIDER, Request
from topa_studio.model.scenario import Settings
from topa_studio.model.settings import over

DEFAULT_CLIP_MODEL = "kling-3.0/video"
DEFAULT_IMAGE_MODEL = "nano-banana-2-1"
"""What draws from now on where nothing is said; what lies there is compared under the model that
made it."""
USUAL = Settings(model=DEFAULT_CLIP_MODEL, sound=True)
"""What holds where neither a film nor config.yaml says anything; the quality is the model's."""


class Catalogue:
    """All known models by id."""

    def __init__(self, models: Iterable[Model]) -> None:
        self._models = {model.id: model for model in models}

    @classmethod
    def bundled(cls) -> Catalogue:
        """The models the program comes with; the files are read once a run."""
        return _bundled()

    @classmethod
    def read(cls, folder: Path) -> Catalogue:
        """Every `*.yaml` of `folder`.

        Raises:
            DocumentError: a file is no model; the reason names the key.
            OSError: a file cannot be read.
        """
        return cls(read_model(path) for path in sorted(folder.glob("*.yaml")))

    def get(self, id: str) -> Model | None:
        """The model, or None where nobody knows it."""
        return self._models.get(id)

    def clip_model(self, id: str | None) -> Model:
        """The model of that id, else the usual one. Raises LookupError: not even that is known."""
        model = self.get(id or DEFAULT_CLIP_MODEL) or self.get(DEFAULT_CLIP_MODEL)
        if model is None:
            raise LookupError(DEFAULT_CLIP_MODEL)
        return model

    def whole(self, settings: Settings) -> Settings:
        """`settings` with the usual quality of its model, where none is set."""
        return over(settings, Settings(mode=self.clip_model(settings.model).default_mode))

    def ids(self, kind: Literal["clip", "image"] | None = None) -> tuple[str, ...]:
        """Ids in the order of their files, all or of one kind."""
        return tuple(m.id for m in self._models.values() if kind in (None, m.kind))

    @property
    def picture_bytes(self) -> int:
        """Most bytes of a picture that every model takes; 0: no limit is known."""
        known = (model.limits.picture_bytes for model in self._models.values())
        return min((most for most in known if most), default=0)

    def model_for(self, request: Request) -> Model | None:
        """The model that takes `request`: the one it names, or that one's twin for pictures."""
        model = self.get(request.model)
        if model is None:
            return None
        if request.kind == "image":
            pictured, twin = bool(request.references), model.edit_model
        else:
            pictured, twin = request.start is not None, model.frame_model
        other = twin if pictured else model.plain_model
        return model if other is None else self.get(other)

    def options_of(self, model: Model | None) -> Mapping[str, Option]:
        """What a model takes beyond the usual, its twins' included: one of them is sent."""
        found: dict[str, Option] = {}
        if model is not None:
            twins = (model.plain_model, model.frame_model, model.edit_model, model.id)
            for twin in filter(None, map(self.get, filter(None, twins))):
                found |= twin.options
        return found

    def option(self, name: str) -> Option | None:
        """The option of that name as the first model has it that has one."""
        every = (model.options.get(name) for model in self._models.values())
        return next((option for option in every if option is not None), None)

    def provider_of(self, request: Request) -> str:
        """Who makes `request`; of a model that nobody knows any more, whoever made the first."""
        model = self.model_for(request)
        return DEFAULT_PROVIDER if model is None else model.provider


@cache
def _bundled() -> Catalogue:
    return Catalogue.read(resource("models"))


def read_model(path: Path) -> Model:
    """One model's file. Raises DocumentError where it is no model, OSError where unreadable."""
    data = load_file(path)
    try:
        if not isinstance(data, dict):
            raise TypeError("a mapping is expected")
        return _model(data)
    except (KeyError, TypeError, ValueError) as error:
        # pydantic takes longer to import than all files to read, so it only explains.
        from topa_studio.catalogue.definition import problems_of

        reason = "; ".join(problems_of(data)) or str(error)
        raise DocumentError("catalogue.not-a-model", path=path.name, reason=reason) from None


def _model(data: Mapping[str, Any]) -> Model:
    modes = {name: (int(width), int(height)) for name, (width, height) in data["modes"].items()}
    parts = {
        "limits": _limits(data["limits"]),
        "wire": Wire(**data["wire"]),
        "prices": _prices(data["prices"]),
        "options": {name: Option(**given) for name, given in data.get("options", {}).items()},
    }
    return Model(**{**data, **parts, "modes": modes})


def _limits(data: Mapping[str, Any]) -> Limits:
    values: dict[str, Any] = {}
    for name, value in data.items():
        values[name] = tuple(value) if isinstance(value, list) else value
    return Limits(**values)


def _prices(data: Mapping[str, Any]) -> Prices:
    seconds = {mode: SecondPrice(**price) for mode, price in data.get("per_second", {}).items()}
    return Prices(**{**data, "per_second": seconds})
