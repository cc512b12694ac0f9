"""The button that writes, with how long and how large it will be."""

from __future__ import annotations

from topa_studio.film.export.choices import What
from topa_studio.film.export.plan import Plan
from topa_studio.ui.out.words import bytes_word
from topa_studio.ui.parts import FittingButton
from topa_studio.ui.theme import scaled, set_role
from topa_studio.ui.words import duration


class SaveButton(FittingButton):
    """Says what it writes, shorter where there is less room."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "primary")
        self.setMinimumHeight(scaled(36))
        self.setEnabled(False)
        self.show_plan(What.FILM, None)

    def show_plan(self, what: What, plan: Plan | None) -> None:
        """It writes this; None: nothing."""
        is_film = what is What.FILM
        short = self.tr("Save the film") if is_film else self.tr("Save the animatic")
        if plan is None:
            self.set_ways(short)
        else:
            about = self.tr("about {size}").format(size=bytes_word(plan.about_bytes))
            self.set_ways(f"{short} · {duration(plan.seconds)}, {about}", short)
        self.setAccessibleName(self.text())
