"""What a film's production works with, as the opening of the film has found it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from topa_studio.app.elsewhere import Elsewhere
from topa_studio.base.errors import ProjectError
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.model.scenario import Settings
from topa_studio.model.status import Trouble
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.folder.owner import NOBODY, Owner
from topa_studio.pipeline.sending.collector import Pace
from topa_studio.provider.service import Providers

LOOKED_AT = "nobody: it was opened to look at"
"""The holder of a film that is shown and not worked on, by this program's own wish."""


@dataclass(frozen=True, slots=True)
class Means:
    """What a production works with.

    Attributes:
        holder: who else writes here; "" : nobody.
        can_pay: there is a key, or none is needed.
        money_setting: a setting about money that nobody reads, in words; None: there is none.
        elsewhere: what lies outside the film's folder, and may be used.
        anew: build the state anew from receipts and the other records.
        owner: whose folder the film's results lie in.
        day_budget: credits that may be spent a day over all films, as it is set now.
        user_data: where task ids are kept besides the film's folder; None where nothing is paid.
    """

    layout: Layout
    providers: Providers
    catalogue: Catalogue
    defaults: Settings
    pace: Pace
    practice: bool
    elsewhere: Elsewhere
    holder: str = ""
    can_pay: bool = True
    money_setting: Trouble | None = None
    user_data: Path | None = None
    anew: bool = False
    owner: Owner = NOBODY
    day_budget: Callable[[], float | None] = lambda: None

    def must_write(self) -> None:
        """Raises ProjectError where another process is the one that writes."""
        if self.holder:
            raise ProjectError("project.read-only", holder=self.holder)
