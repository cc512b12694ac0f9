"""Puts each page of the design beside its picture from the tour, as docs/pages/NAME.jpg.

    python scripts/sheet.py DESIGN TOUR

DESIGN is the folder of the design's pictures, TOUR the one that scripts/tour.py wrote. The design
is on the left. docs/pages.md says what differs, and why.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

TARGET = Path(__file__).resolve().parent.parent / "docs" / "pages"
WIDE, GAP, QUALITY = 900, 12, 82
GROUND = QColor("#0f1115")
PAGES = {
    "board": "board-dark",
    "board-filtered": "board-filtered",
    "board-light": "board-light",
    "shot-list": "shot-list-dark",
    "shot-list-cells": "shot-list-cells",
    "takes": "compare-en-dark",
    "takes-four": "compare-four-en-dark",
    "seam": "seam-en-dark",
    "element": "element-en-dark",
    "film-sound": "sound-en-dark",
    "palette": "palette",
    "quit": "quit",
    "new-film": "new-film-of-a-script",
    "export": "export-en-dark",
    "notice-in-window": "failed",
    "small": "small-100-timeline",
    "small-200": "small-200-timeline",
}


def main() -> int:
    """Write one picture for each page that both folders have; 1 where one of them lacks it."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("design", type=Path)
    asked.add_argument("tour", type=Path)
    given = asked.parse_args()
    TARGET.mkdir(exist_ok=True)
    lacking = []
    for page, toured in PAGES.items():
        both = [
            QImage(str(given.design / f"{page}.png")),
            QImage(str(given.tour / f"{toured}.png")),
        ]
        if any(picture.isNull() for picture in both):
            lacking.append(page)
            continue
        beside(both).save(str(TARGET / f"{page}.jpg"), quality=QUALITY)
    print(f"{len(PAGES) - len(lacking)} pages; lacking: {', '.join(lacking) or 'none'}")
    return 1 if lacking else 0


def beside(pictures: list[QImage]) -> QImage:
    """Both at the same width, their upper edges in line."""
    smooth = Qt.TransformationMode.SmoothTransformation
    scaled = [picture.scaledToWidth(WIDE, smooth) for picture in pictures]
    high = max(picture.height() for picture in scaled)
    sheet = QImage(2 * WIDE + GAP, high, QImage.Format.Format_RGB32)
    sheet.fill(GROUND)
    with QPainter(sheet) as painter:
        for place, picture in enumerate(scaled):
            painter.drawImage(place * (WIDE + GAP), 0, picture)
    return sheet


if __name__ == "__main__":
    sys.exit(main())
