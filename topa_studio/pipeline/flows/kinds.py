"""By which flow each kind of wish is made; another kind is one more line here."""

from __future__ import annotations

from functools import partial

from topa_studio.model.wish import Kind
from topa_studio.pipeline.flows.before import Before
from topa_studio.pipeline.flows.element import ElementFlow
from topa_studio.pipeline.flows.maker import Maker
from topa_studio.pipeline.flows.needed import Needed
from topa_studio.pipeline.flows.panel import PanelFlow
from topa_studio.pipeline.flows.previous import Previous
from topa_studio.pipeline.flows.shot import ShotFlow
from topa_studio.pipeline.money.budget import Press


def put_together(maker: Maker) -> Before:
    """Give a maker its table; what lies here already comes by the same ways, for nothing."""
    previous = Previous(maker)
    before, needed = Before(maker, previous), Needed(maker)
    maker.flows = {
        Kind.VIEW: ElementFlow(maker).make,
        Kind.REDRAW: partial(_redraw, maker),
        Kind.PANEL: PanelFlow(maker, needed, before).make,
        Kind.CLIP: ShotFlow(maker, previous, needed).make,
    }
    return before


async def _redraw(maker: Maker, key: str, press: Press) -> None:
    from topa_studio.pipeline.flows.redraw import RedrawFlow  # seldom needed

    await RedrawFlow(maker).make(key, press)
