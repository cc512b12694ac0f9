"""Whether a task of the service is the one a request made, by the request as the service echoes it.

The service may add what it takes for granted and spell numbers another way; words, seconds and
pictures must be there as they were sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from topa_studio.base.errors import Refused
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.model.request import Request
from topa_studio.provider.api import TaskReport
from topa_studio.provider.kie.verdicts import as_number
from topa_studio.provider.kie.wire import create_body

NOT_KNOWN = "not-known:"
"""Stands for the address of a picture that nobody wrote down: it fits every address."""

_MUST_BE_THERE = frozenset({"prompt", "duration"})


def matches(
    catalogue: Catalogue, report: TaskReport, request: Request, urls: Mapping[str, str]
) -> bool:
    """Whether the task of `report` is the one `request` made; see `Provider.matches`."""
    model = catalogue.model_for(request)
    if model is None or not report.echo:
        return False
    try:
        sent = create_body(model, request, _with_gaps(request, urls))
    except Refused:
        return False
    return is_same(sent, report.echo)


def contradicts(
    catalogue: Catalogue, report: TaskReport, request: Request, urls: Mapping[str, str]
) -> bool:
    """Whether the echo can only be another request's; see `Provider.contradicts`.

    The service may leave out, add and spell anew, and keep pictures at addresses of its own: only
    other words, seconds, another model or other pictures of the very place they were sent from
    speak against it.
    """
    model = catalogue.model_for(request)
    if model is None or not report.echo:
        return False
    try:
        sent = create_body(model, request, _with_gaps(request, urls))
    except Refused:
        return False
    inside = report.echo.get("input")
    told = inside if isinstance(inside, Mapping) else report.echo
    if report.echo.get("model", sent["model"]) != sent["model"]:
        return True
    input = sent["input"]
    names = [name for name in _MUST_BE_THERE if told.get(name) not in (None, "")]
    if any(name in input and not _alike(input[name], told[name]) for name in names):
        return True
    return any(
        _other_pictures(value, told[name])
        for name, value in input.items()
        if name in told and _is_addresses(value) and _is_addresses(told[name])
    )


def _is_addresses(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _other_pictures(sent: list[str], told: list[str]) -> bool:
    """Whether a picture is told at a place that pictures were sent from, and was not sent."""
    places = {_place(url) for url in sent if url != NOT_KNOWN}
    if NOT_KNOWN in sent or not places:
        return False
    return any(url not in sent and _place(url) in places for url in told)


def _place(url: str) -> str:
    return url.partition("://")[2].partition("/")[0].lower()


def _with_gaps(request: Request, urls: Mapping[str, str]) -> Mapping[str, str]:
    """`urls` with NOT_KNOWN for each local picture that has none."""
    return {
        picture.sha256: urls.get(picture.sha256, NOT_KNOWN)
        for picture in request.pictures()
        if picture.sha256
    }


def is_same(sent: Mapping[str, Any], echo: Mapping[str, Any]) -> bool:
    """Whether `echo` tells of the body `sent`, {"model": ..., "input": {...}} both."""
    inside = echo.get("input")
    told = inside if isinstance(inside, Mapping) else echo
    if echo.get("model", sent["model"]) != sent["model"]:
        return False
    for name, value in sent["input"].items():
        if name not in told:
            if name in _MUST_BE_THERE or _holds_pictures(value):
                return False
        elif not _alike(value, told[name]):
            return False
    return all(name in sent["input"] for name in told if _holds_pictures(told[name]))


def _holds_pictures(value: object) -> bool:
    return isinstance(value, list) and bool(value)


def _alike(sent: object, told: object) -> bool:
    match sent:
        case bool():
            return told is sent or str(told).strip().lower() == str(sent).lower()
        case str() | int() | float():
            return _alike_plain(sent, told)
        case Mapping():
            return isinstance(told, Mapping) and all(
                name in told and _alike(value, told[name]) for name, value in sent.items()
            )
        case list():
            if not isinstance(told, list) or len(told) != len(sent):
                return False
            return all(_alike(*pair) for pair in zip(sent, told, strict=True))
    return sent == told


def _alike_plain(sent: str | int | float, told: object) -> bool:
    if sent == NOT_KNOWN:
        return isinstance(told, str)
    number = as_number(sent)
    if number is not None and number == as_number(told):
        return True
    return isinstance(told, str) and str(sent).split() == told.split()
