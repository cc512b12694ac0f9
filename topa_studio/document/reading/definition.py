"""The format as pydantic knows it: explains what does not fit, and makes the JSON Schema.

Imported only when one of the two is wanted.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from functools import reduce
from itertools import pairwise
from operator import or_
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
    create_model,
)

from topa_studio.document.reading.fitting import all_plain, as_gain, as_text, as_whole
from topa_studio.document.reading.format import MOVES, Part, ScenarioPart
from topa_studio.model.rate import LEAST_FPS, MOST_FPS, MOST_SECONDS


def _or_empty(kind: str, **more: object) -> WithJsonSchema:
    return WithJsonSchema({"type": [kind, "null"], **more})


_TEXTS = {"type": ["string", "number"]}
_KINDS: dict[str, Any] = {
    "text": Annotated[
        str, BeforeValidator(as_text), WithJsonSchema({"type": ["string", "number", "null"]})
    ],
    "word": Annotated[str, BeforeValidator(as_text), WithJsonSchema(_TEXTS)],
    "whole": Annotated[int, BeforeValidator(as_whole), _or_empty("integer", minimum=1)],
    "duration": Annotated[
        int, BeforeValidator(as_whole), _or_empty("integer", minimum=1, maximum=15)
    ],
    "seconds": Annotated[
        float,
        Field(ge=0, le=MOST_SECONDS),
        _or_empty("number", minimum=0, maximum=MOST_SECONDS),
    ],
    "credits": Annotated[float, Field(ge=0, allow_inf_nan=False), _or_empty("number", minimum=0)],
    "number": Annotated[float, _or_empty("number")],
    "rate": Annotated[
        float,
        Field(ge=LEAST_FPS, le=MOST_FPS),
        _or_empty("number", minimum=LEAST_FPS, maximum=MOST_FPS),
    ],
    "options": Annotated[
        dict[str, Any],
        AfterValidator(all_plain),
        _or_empty("object", additionalProperties={"type": ["string", "number", "boolean"]}),
    ],
    "yes or no": Annotated[bool, _or_empty("boolean")],
    "texts": Annotated[
        list[Annotated[str, BeforeValidator(as_text)]],
        WithJsonSchema({"type": ["array", "null"], "items": _TEXTS}),
    ],
    "wholes": Annotated[
        list[Annotated[int, BeforeValidator(as_whole)]],
        WithJsonSchema({"type": ["array", "null"], "items": {"type": "integer"}}),
    ],
    "ratio": Annotated[
        Literal["16:9", "9:16", "1:1"], WithJsonSchema({"enum": ["16:9", "9:16", "1:1", None]})
    ],
    "move": Annotated[
        Literal["none", "in", "out", "left", "right"], WithJsonSchema({"enum": [*MOVES, None]})
    ],
    "gain": Annotated[
        Any,
        AfterValidator(as_gain),
        WithJsonSchema({"anyOf": [{"type": ["number", "null"]}, {"const": "mute"}]}),
    ],
    "element type": Annotated[
        Literal["character", "background", "prop"],
        WithJsonSchema({"enum": ["character", "background", "prop", None]}),
    ],
}
_ONE_OF_THEM: dict[str, dict[str, Any]] = {
    "NamedElement": {"required": ["name"]},
    "ShotPart": {"anyOf": [{"required": ["id"]}, {"required": ["shot_id"]}]},
    "ScenePart": {"required": ["id"]},
}


_MADE: dict[type[Part], type[BaseModel]] = {}


def definition(part: type[Part]) -> type[BaseModel]:
    """The mapping as a model of pydantic."""
    return _MADE.get(part) or _MADE.setdefault(part, _model(part))


def _model(part: type[Part]) -> type[BaseModel]:
    words = _descriptions(part)
    fields: dict[str, Any] = {
        name: (
            _as_pydantic(kind),
            Field(default=getattr(part, name), alias=key, description=words[name]),
        )
        for key, (name, kind) in part.KINDS.items()
    }
    config = ConfigDict(
        extra="allow", strict=True, json_schema_extra=_ONE_OF_THEM.get(part.__name__)
    )
    return create_model(part.__name__, __config__=config, __doc__=part.__doc__, **fields)


def _as_pydantic(kind: Any) -> Any:  # noqa: ANN401 - whatever stands in an annotation
    if name := getattr(kind, "__metadata__", None):
        return _KINDS[name[0]]
    if isinstance(kind, type) and issubclass(kind, Part):
        return definition(kind)
    inner = tuple(map(_as_pydantic, get_args(kind)))
    match get_origin(kind):
        case origin if origin in (Union, UnionType):
            return reduce(or_, inner)
        case origin if origin in (list, dict):
            return origin[inner]
    return kind


def _descriptions(part: type[Part]) -> dict[str, str]:
    """The words under each key where it is declared."""
    found: dict[str, str] = {}
    for each in part.__mro__[:-1]:
        declared = ast.parse(textwrap.dedent(inspect.getsource(each))).body[0]
        for key, words in pairwise(getattr(declared, "body", [])):
            match key, words:
                case (
                    ast.AnnAssign(target=ast.Name(id=name)),
                    ast.Expr(value=ast.Constant(value=str(text))),
                ):
                    found.setdefault(name, inspect.cleandoc(text))
    return found


def json_schema() -> dict[str, Any]:
    """The file format as JSON Schema, for text editors."""
    schema = definition(ScenarioPart).model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": "Made by scripts/make_schema.py from topa_studio/document/reading/format.py.",
        **schema,
        "title": "Topa Studio scenario",
    }
