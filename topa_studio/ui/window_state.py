"""What a window shows and how, as a value: it outlives the window, and the next one is given it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from topa_studio.ui.running.preferences import Preferences

_KEPT = ("geometry", "docks", "view", "layouts", "volume", "zoom", "text_percent")


@dataclass(frozen=True, slots=True)
class WindowState:
    """How one window stands.

    What is about one film (filters, scroll, pages) is for another window of that film only; what
    `kept` names is there after a restart, too. A filter hides work, so a start shows all.

    Attributes:
        geometry, docks: Qt's own words for the window's place and its docks, in base 64.
        view: which view of the film is shown, a name in `film_views.VIEWS`.
        layouts: the docks of the other views, where `docks` are the timeline's: a name, a space,
            Qt's words.
        text_percent: the size of text that their sizes are for.
        volume: 0..1 of the player.
        zoom: pixels a second on the timeline.
        reach, loop: how much is played, once or again and again: values of `film.span.Reach`.
        speed: how fast it plays.
        marks: the range between I and O, in frames of the film.
        filters: which shots are shown, values of `film.tally.Filter`; none: all.
        search: the words that are looked for.
        tab: the page of a shot in the inspector, a value of `inspector.tabs.Tab`.
        lanes_off: lanes under the cards that are not shown: "voice", "caption", "music".
        first: the key of the first card in sight.
        scroll: pixels: of "timeline" how far that card's edge is from that of the view, of each
            column (elements, queue, inspector) what is above the part in sight.
        pages: names of the commands whose pages are open; checked: the key on "Check now", or "".
        inside: of such a page, by its name, what it says of itself (`restoring.Stands`).
    """

    geometry: str = ""
    docks: str = ""
    view: str = "timeline"
    layouts: tuple[str, ...] = ()
    text_percent: int = 100
    volume: float = 0.8
    zoom: float = 30
    reach: str = "film"
    loop: str = "none"
    speed: float = 1.0
    marks: tuple[int, int] | None = None
    filters: tuple[str, ...] = ()
    search: str = ""
    tab: str = "shot"
    lanes_off: frozenset[str] = frozenset()
    first: str = ""
    scroll: Mapping[str, int] = field(default_factory=dict)
    pages: tuple[str, ...] = ()
    checked: str = ""
    inside: Mapping[str, Mapping[str, object]] = field(default_factory=dict)

    @classmethod
    def of(cls, preferences: Preferences) -> WindowState:
        """As the window stood when the program ended last."""
        return cls(**{name: getattr(preferences, name) for name in _KEPT})

    def kept(self) -> dict[str, object]:
        """What of it is remembered from one start to the next, as fields of the preferences."""
        kept = {name: getattr(self, name) for name in _KEPT if name != "text_percent"}
        return {**kept, "zoom": max(1, round(self.zoom))}

    def of_another_film(self) -> WindowState:
        """The same without what is about the film that was open."""
        loop = "none" if self.loop == "range" else self.loop
        return replace(
            self,
            filters=(),
            search="",
            lanes_off=frozenset(),
            first="",
            scroll={},
            pages=(),
            checked="",
            inside={},
            marks=None,
            loop=loop,
        )
