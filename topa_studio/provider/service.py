"""A provider as the program meets it: what its folder tells of it, and how it is reached."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any, NoReturn

from topa_studio.base.closing import in_order
from topa_studio.base.errors import Refused
from topa_studio.catalogue.models import Model
from topa_studio.model.currency import CREDITS, Currency
from topa_studio.model.request import DEFAULT_PROVIDER, Request
from topa_studio.provider.api import Provider
from topa_studio.provider.secret import Secret

Body = Callable[[Model, Request, Mapping[str, str]], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Access:
    """Where a provider is, and the key that goes there.

    Attributes:
        base_url, upload_url: "": its own.
        form: which of its forms a question has, where it knows several.
        backoff: seconds before the first repetition of a free question.
    """

    key: Secret
    base_url: str = ""
    upload_url: str = ""
    form: str = ""
    backoff: float = 1.0


@dataclass(frozen=True, slots=True)
class Service:
    """What `provider/<name>/__init__.py` says as `SERVICE`; the folder's name is the provider's.

    Attributes:
        title: its name for people.
        connect: its client; connections are made at first use.
        body: what is sent for a request on a model, for people to look at.
        currency: what its models' prices and its account are in.
        logs_page: where it lists the tasks of an account; "" where it does not.
        media_days, log_days: for how long it keeps a result, and its log.
    """

    title: str
    connect: Callable[[Access], Provider]
    body: Body
    currency: Currency = CREDITS
    logs_page: str = ""
    media_days: int = 0
    log_days: int = 0


@cache
def service(name: str) -> Service:
    """The provider of that name; one that has no folder here can be told of, and asked nothing."""
    if name.isidentifier():
        # By name: nothing but its own folder knows a provider.
        place = f"topa_studio.provider.{name}"
        try:
            found = getattr(import_module(place), "SERVICE", None)
        except ModuleNotFoundError as error:
            if error.name != place:
                raise
            found = None
        if isinstance(found, Service):
            return found

    def refuse(*_asked: object) -> NoReturn:
        raise Refused("provider.unknown-provider", provider=name)

    return Service(title=name, connect=refuse, body=refuse)


class Providers:
    """The providers of a film's models, each connected when it is first asked for.

    Args:
        connect: gives the provider of a name. Raises ProviderError where nobody can.
    """

    def __init__(self, connect: Callable[[str], Provider]) -> None:
        self._connect = connect
        self._known: dict[str, Provider] = {}

    def of(self, name: str) -> Provider:
        """The provider of that name. Raises ProviderError where it cannot be reached at all."""
        if name not in self._known:
            self._known[name] = self._connect(name)
        return self._known[name]

    @property
    def first(self) -> str:
        """Who was asked first; KIE where nobody was."""
        return next(iter(self._known), DEFAULT_PROVIDER)

    async def aclose(self) -> None:
        """Let go of all connections."""
        known = dict.fromkeys(self._known.values())
        self._known.clear()
        await in_order(*(provider.aclose for provider in known))
