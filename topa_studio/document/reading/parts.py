"""One mapping against its definition: what fits is taken, the rest is told and left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar, cast

from topa_studio.base.yaml_tree import Mapping, Node, Scalar, Sequence, plain, resolved
from topa_studio.document.reading.findings import Findings
from topa_studio.document.reading.fitting import Misfit, fitting
from topa_studio.document.reading.format import Part, known_keys
from topa_studio.document.reading.kept import CODE, NEVER_SENT, kept_path
from topa_studio.document.reading.money import is_about_money
from topa_studio.document.reading.suggest import near_key
from topa_studio.model.problem import Severity

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

P = TypeVar("P", bound=Part)
_CODES = {
    "string_type": "document.want-text",
    "int_type": "document.want-whole",
    "int_from_float": "document.want-whole",
    "int_parsing": "document.want-whole",
    "float_type": "document.want-number",
    "finite_number": "document.want-number",
    "bool_type": "document.want-bool",
    "list_type": "document.want-list",
    "dict_type": "document.want-mapping",
    "model_type": "document.want-mapping",
    "model_attributes_type": "document.want-mapping",
    "literal_error": "document.choice",
    "greater_than_equal": "document.too-small",
    "greater_than": "document.too-small",
    "less_than_equal": "document.too-great",
}
_LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose mapping it is, for the problems found in it: a shot's key, an element, a scene's id."""

    shot: str | None = None
    element: str | None = None
    scene: str | None = None


def take(
    node: Mapping, part: type[P], findings: Findings, owner: Owner, skip: tuple[str, ...] = ()
) -> P:
    """The mapping as `part`, near misses of its keys told; keys in `skip` are read elsewhere."""
    data = _data(node, skip)
    _report_near_keys(node, part, findings, owner)
    try:
        return fitting(data, part)
    except Misfit:
        return _explained(node, data, part, findings, owner)


def _explained(
    node: Mapping, data: dict[str, Any], part: type[P], findings: Findings, owner: Owner
) -> P:
    """What is left of the mapping once each value that does not fit is told."""
    from pydantic import ValidationError

    from topa_studio.document.reading.definition import definition

    while True:
        try:
            return cast(P, definition(part).model_validate(data))
        except ValidationError as error:
            for detail in error.errors(include_url=False, include_context=True):
                _report(node, detail, findings, owner)
                _leave_out(data, detail["loc"])


def _leave_out(data: dict[str, Any], loc: tuple[int | str, ...]) -> None:
    """Take a wrong value away; of what is never sent no more than that."""
    holder: Any = data
    key: Any = loc[0]
    for inner in loc[1:] if key in NEVER_SENT else ():
        below = holder.get(key) if isinstance(holder, dict) else holder[key]
        if not (isinstance(below, dict) and inner in below) and not (
            isinstance(below, list) and isinstance(inner, int)
        ):
            break
        holder, key = below, inner
    if isinstance(holder, list):
        holder[key] = {}
    else:
        holder.pop(key, None)


def _data(node: Mapping, skip: tuple[str, ...]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for source in [*reversed(list(node.merged())), node]:
        for key, value in source.entries:
            if isinstance(key.value, str) and key.text not in skip:
                data[key.text] = plain(value)
    return {key: value for key, value in data.items() if value is not None}


def _report_near_keys(node: Mapping, part: type[Part], findings: Findings, owner: Owner) -> None:
    """Tell keys that nearly are a known one which is not there itself."""
    known = known_keys(part)
    strange = [
        key for key, _v in node.entries if isinstance(key.value, str) and key.text not in known
    ]
    if not strange:
        return
    missing = [name for name in known if node.get(name) is None and node.entry(name) is None]
    for key in strange:
        meant = near_key(key.text, missing)
        if meant is None and is_about_money(key.text):
            findings.error(
                "document.money-key", key, shot=owner.shot, element=owner.element, key=key.text
            )
        if meant is not None:
            findings.error(
                "document.near-key",
                key,
                shot=owner.shot,
                element=owner.element,
                scene=owner.scene,
                key=key.text,
                meant=meant,
            )


def _report(node: Mapping, detail: ErrorDetails, findings: Findings, owner: Owner) -> None:
    loc = [part for part in detail["loc"] if isinstance(part, (str, int))]
    place = find(node, loc) or node
    if unused := kept_path(loc):
        params = {"field": " ".join(unused)}
        findings.tell(Severity.HINT, CODE, place, params, shot=owner.shot, scene=owner.scene)
        return
    code = _CODES.get(detail["type"], "document.wrong-value")
    context = detail.get("ctx", {})
    value = show(detail["input"])
    # "must be a number, not 500" would puzzle: the quotes are what is wrong.
    is_quoted = code == "document.want-number" and value.strip("-+.,_ 0123456789") == ""
    findings.error(
        code,
        place,
        shot=owner.shot,
        element=owner.element,
        scene=owner.scene,
        field=_field_name(loc),
        value=f'"{value}"' if is_quoted else value,
        choices=str(context.get("expected", "")).replace("'", ""),
        limit=context.get("ge", context.get("gt", "")),
    )


def _field_name(loc: list[Any]) -> str:
    name = str(loc[0])
    for part in loc[1:]:
        name += f" {part + 1}" if isinstance(part, int) else f" {part}"
    return name


def find(node: Node, path: list[Any]) -> Node | None:
    """The node at a path of keys and places, as far as it goes."""
    for part in path:
        node = resolved(node)
        if isinstance(node, Mapping):
            inner = node.get(str(part))
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.children):
            inner = node.children[part]
        else:
            inner = None
        if inner is None:
            return node
        node = inner
    return node


def show(value: object) -> str:
    """A wrong value as the user wrote it, short enough for one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a mapping"
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def shown(node: Node) -> str:
    """A wrong node as the user wrote it, short enough for one line."""
    return show(plain(node))


def raw_text(node: Node | None) -> str | None:
    """The text of a scalar as it is written, None where nothing usable stands there."""
    if node is None:
        return None
    node = resolved(node)
    if not isinstance(node, Scalar) or node.value is None or isinstance(node.value, bool):
        return None
    return node.text
