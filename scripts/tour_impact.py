"""The tour's pictures of a change that makes shots out of date, asked about before it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tour_film import LOOKS, Save, Until

from topa_studio.document.edits import ElementTarget, SetField
from topa_studio.ui.impact.card import Choice

if TYPE_CHECKING:
    from topa_studio.ui.studio import Studio


class ImpactTour:
    """Works on a film of which every shot is made, and leaves it as it was."""

    def __init__(self, studio: Studio, until: Until, save: Save) -> None:
        self._studio = studio
        self._until = until
        self._save = save

    async def run(self) -> None:
        """The hero's description is another: all of its shots, then some of them, in each look."""
        for language, theme in LOOKS:
            await self._studio.change_look("language", language)
            await self._studio.change_look("theme", theme)
            await self._ask(f"{language}-{theme}")
        await self._studio.change_look("language", "en")
        await self._studio.change_look("theme", "dark")

    async def _ask(self, name: str) -> None:
        window = self._studio.window
        assert window is not None
        card, hero = window.furnish().asking.card, window.session.film.elements[0].name
        window.selection.select_element(hero)
        words = SetField(ElementTarget(hero), "description", "A small grey bear in a red scarf")
        await window.session.edit("Change element", [words])
        await self._until(card.isVisible)
        await self._save(f"impact-{name}")
        card.ways[Choice.CHOOSE].click()
        window.desk.undecided.toggle(window.desk.undecided.choosing[0])
        await self._save(f"impact-chosen-{name}")
        card.back.click()
        await self._until(card.isHidden)
