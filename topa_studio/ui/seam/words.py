"""The words of the seam page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from topa_studio.film.seams import SOFT, TOO_SOFT, Seam, Start

translate = QCoreApplication.translate


def state_word(seam: Seam, *, missing: str = "") -> str:
    """What the second shot starts from; `missing`: that is not made yet, with its number."""
    if missing:
        return missing
    match seam.start:
        case Start.CONTINUES:
            said = translate("Seam", "%n copies", "", seam.copies)
            return translate("Seam", "continues · {copies}").format(copies=said)
        case Start.NEW_SCENE:
            return translate("Seam", "new scene")
    return translate("Seam", "own panel")


def link_word(number: str, before: str, *, early: bool) -> str:
    """What a shot of a chain starts from; `early`: not from the last frame that is shown."""
    if not before:
        return translate("Seam", "{number} its own picture").format(number=number)
    words = (
        translate("Seam", "{number} from a frame of {before}")
        if early
        else translate("Seam", "{number} from the end of {before}")
    )
    return words.format(number=number, before=before)


def verdict(copies: int) -> tuple[str, str]:
    """What so many copies in a row mean: a head and a sentence."""
    if copies < SOFT:
        return (
            translate("Seam", "The first copy"),
            translate("Seam", "It stays sharp."),
        )
    if copies < TOO_SOFT:
        return (
            translate("Seam", "A second copy in a row"),
            translate(
                "Seam",
                "Most films stay sharp with one or two. From the third on, start again from a "
                "panel.",
            ),
        )
    return (
        translate("Seam", "%n copies in a row", "", copies),
        translate("Seam", "The picture gets soft: start again from a panel."),
    )


def seam_words(seam: Seam) -> str:
    """A seam for the ear: "Seam 2.2 to 2.3, own panel"."""
    said = translate("Seam", "Seam {before} to {after}, {state}")
    return said.format(before=seam.before.number, after=seam.after.number, state=state_word(seam))


def lighter_word(before: float, after: float) -> tuple[str, bool]:
    """How much brighter B begins than A ends, and whether that is a lot."""
    change = round((after - before) / before * 100) if before > 0.004 else round(after * 100)
    if change == 0:
        return translate("Seam", "the same"), False
    words = (
        translate("Seam", "{percent} % brighter")
        if change > 0
        else translate("Seam", "{percent} % darker")
    )
    return words.format(percent=abs(change)), abs(change) >= 15


def louder_word(before: float, after: float) -> tuple[str, bool]:
    """How much louder B begins than A ends, and whether that is a lot."""
    silent = -80.0
    if before <= silent and after <= silent:
        return translate("Seam", "both silent"), False
    if before <= silent or after <= silent:
        side = "B" if after <= silent else "A"
        return translate("Seam", "{side} is silent").format(side=side), True
    change = round(after - before)
    if change == 0:
        return translate("Seam", "the same"), False
    words = (
        translate("Seam", "{decibels} dB louder")
        if change > 0
        else translate("Seam", "{decibels} dB quieter")
    )
    return words.format(decibels=abs(change)), abs(change) >= 6
