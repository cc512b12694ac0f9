"""A film whose hero has pictures already, each of another colour; one shot is without it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor, QImage

from tests.support.small_film import small_film

_WITHOUT = """\
      - id: 5
        title: "Only the valley"
        prompt: "Wide shot. @Valley lies still."
        elements_needed: [Valley]
        duration: 3
"""
COLOURS = ("teal", "orchid", "gold", "salmon", "olive")


def film_with_pictures(folder: Path, count: int = 2) -> Path:
    """Its scenario file; the pictures lie where the practice service's do."""
    scenario = small_film(folder, 2)
    scenario.write_text(scenario.read_text(encoding="utf-8") + _WITHOUT, encoding="utf-8")
    for number, colour in enumerate(COLOURS[:count], 1):
        picture(folder / "output-practice" / "elements" / "Topa" / f"Topa{number}.png", colour)
    return scenario


def picture(path: Path, colour: str, wide: int = 480, high: int = 480) -> Path:
    """A picture of one colour."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    assert image.save(str(path))
    return path
