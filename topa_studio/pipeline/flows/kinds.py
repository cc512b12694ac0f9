"""By which flow each kind of wish is made; another kind is one more line here."""

from __future__ import annotations

from collections.abc import Mapping

from topa_studio.model.wish import Kind
from topa_studio.pipeline.flows.element import ElementFlow
from topa_studio.pipeline.flows.maker import Flow, Maker
from topa_studio.pipeline.flows.needed import Needed
from topa_studio.pipeline.flows.panel import PanelFlow
from topa_studio.pipeline.flows.previous import Previous
from topa_studio.pipeline.flows.shot import ShotFlow


def flows_of(maker: Maker) -> Mapping[Kind, Flow]:
    """The table."""
    needed = Needed(maker)
    return {
        Kind.VIEW: ElementFlow(maker).make,
        Kind.PANEL: PanelFlow(maker, needed).make,
        Kind.CLIP: ShotFlow(maker, Previous(maker), needed).make,
    }
