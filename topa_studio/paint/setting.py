"""When and where a picture plays, read from its words, and the colours of that time."""

from __future__ import annotations

from dataclasses import dataclass

from topa_studio.paint import words
from topa_studio.paint.brush import mixed

GROUND = 0.8
"""Where feet stand, as a share of the picture's height."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of one time of day."""

    sky: tuple[str, str]
    sun: str
    hills: tuple[str, str, str]
    cloud: tuple[str, float]
    sun_at: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Setting:
    """A time of day, a weather ("" for fair) and the places that are seen."""

    time: str
    weather: str
    places: frozenset[str]

    @property
    def indoors(self) -> bool:
        """Whether the picture plays in a room."""
        return "room" in self.places


_PALETTES = {
    "morning": Palette(
        ("#ffae9e", "#ffe6c6"),
        "#fff2bf",
        ("#9bcf8f", "#5daa6c", "#43895c"),
        ("#fff6ec", 0.8),
        (0.78, 0.27),
    ),
    "day": Palette(
        ("#86c8f6", "#e2f4fd"),
        "#fff4c2",
        ("#abdc8c", "#7cc66d", "#57a862"),
        ("#ffffff", 0.9),
        (0.8, 0.2),
    ),
    "sunset": Palette(
        ("#ee7f87", "#ffd59a"),
        "#ffe7a8",
        ("#c19a70", "#7d9a66", "#4d7a5b"),
        ("#ffd6be", 0.75),
        (0.7, 0.42),
    ),
    "night": Palette(
        ("#232e5e", "#5b6aa6"),
        "#fff6d2",
        ("#4d7f78", "#37685f", "#264f4b"),
        ("#96a5d7", 0.35),
        (0.79, 0.2),
    ),
}


def setting_of(lighting: str, text: str, places: str) -> Setting:
    """Read from the lighting's words first, then the whole text; `places` says where it plays."""
    time = words.first_of(words.TIMES, lighting) or words.first_of(words.TIMES, text) or "day"
    weather = words.first_of(words.WEATHER, f"{lighting} {places}") or words.first_of(
        words.WEATHER, text
    )
    found = words.all_of(words.PLACES, places) or words.all_of(words.PLACES, text)
    return Setting(time, weather or "", found)


def palette_of(setting: Setting) -> Palette:
    """The colours of the setting's time, greyed by rain and whitened by snow."""
    own = _PALETTES[setting.time]
    if setting.weather == "rain":
        sky = (mixed(own.sky[0], "#7f93a8", 0.7).name(), mixed(own.sky[1], "#c3d0da", 0.6).name())
        hills = tuple(mixed(hill, "#6f8a8c", 0.3).name() for hill in own.hills)
        return Palette(sky, own.sun, (hills[0], hills[1], hills[2]), ("#e6ecf2", 0.8), own.sun_at)
    if setting.weather == "snow":
        white = tuple(
            mixed(hill, "#f3f7ff", share).name()
            for hill, share in zip(own.hills, (0.7, 0.8, 0.88), strict=True)
        )
        return Palette(own.sky, own.sun, (white[0], white[1], white[2]), own.cloud, own.sun_at)
    return own
