"""What is asked before one shot is sent; the careful answer is the default, and what Esc means."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from topa_studio.app.session import ProjectSession
from topa_studio.model.status import Quote
from topa_studio.ui.dialogs import ask, confirm
from topa_studio.ui.look.theme import set_role
from topa_studio.ui.widgets.plain import plain_box
from topa_studio.ui.words import credits_word, dollars_word, money_word, numbers_word

USE, MAKE, LEAVE = "use", "make", "leave"
translate = QCoreApplication.translate


async def same_request(
    window: QWidget, session: ProjectSession, key: str, take: int, quote: Quote
) -> str:
    """Of a shot whose very request has a take: USE that, MAKE another, or LEAVE all as it is.

    `quote` is what another one would cost.
    """
    number = session.film.number_of(key)
    box = plain_box(
        window,
        translate("Pressing", "Shot {number} has a take from exactly this request").format(
            number=number
        ),
        translate(
            "Pressing",
            "Take {take} was made from the same words, pictures and settings. Another one may"
            " look different, and costs again.",
        ).format(take=take),
    )
    role = QMessageBox.ButtonRole.AcceptRole
    use = box.addButton(translate("Pressing", "Use take {take}").format(take=take), role)
    cost = money_word(quote.credits, real=not session.practice, currency=quote.currency)
    make = box.addButton(translate("Pressing", "Generate another · {cost}").format(cost=cost), role)
    leave = box.addButton(translate("Pressing", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    set_role(use, "primary")
    box.setDefaultButton(use)
    box.setEscapeButton(leave)
    await ask(box)
    pressed = box.clickedButton()
    return USE if pressed is use else MAKE if pressed is make else LEAVE


async def lost_clip(window: QWidget, session: ProjectSession, key: str, quote: Quote) -> bool:
    """Whether a shot is paid for again, at that price, whose clip is gone, also at the service."""
    number = session.film.number_of(key)
    return await confirm(
        window,
        translate("Pressing", "The clip of shot {number} is gone").format(number=number),
        translate(
            "Pressing",
            "It was paid for, its file is not on the disk any more, and KIE keeps it no longer."
            " If you have a copy, put it back: that costs nothing.",
        ),
        yes=translate("Pressing", "Generate another · {cost}").format(
            cost=money_word(quote.credits, real=not session.practice, currency=quote.currency)
        ),
        no=translate("Pressing", "Cancel"),
    )


async def another_films(window: QWidget, count: int) -> bool:
    """Whether clips of the film that lay in the folder before count for this one."""
    return await confirm(
        window,
        translate("Pressing", "Another film lay in this folder before"),
        translate(
            "Pressing",
            "%n of its shots have the names of shots in this film. Their clips stay where they are."
            " What was made from the very same words counts already; the rest counts only if you"
            " say so.",
            "",
            count,
        ),
        yes=translate("Pressing", "Use those clips, too"),
        no=translate("Pressing", "Leave them aside"),
    )


async def without_price(window: QWidget, session: ProjectSession, key: str) -> bool:
    """Whether a shot is sent though nobody knows what it costs."""
    number = session.film.number_of(key)
    return await confirm(
        window,
        translate("Pressing", "The price of shot {number} is not known").format(number=number),
        translate(
            "Pressing",
            "The price list has no price for its model in this quality. KIE will take what it"
            " takes, and no budget can hold it back. Another model or quality has a price.",
        ),
        yes=translate("Pressing", "Send it without a price"),
        no=translate("Pressing", "Cancel"),
    )


async def costs_more(window: QWidget, what: str, cost: float, shown: float, *, real: bool) -> bool:
    """Whether something is sent that costs more credits than its button said."""
    now, before = money_word(cost, real=real), money_word(shown, real=real)
    return await confirm(
        window,
        translate("Pressing", "{what} costs {cost} now").format(what=what, cost=now),
        translate(
            "Pressing", "Its price was {shown} when you pressed, so nothing was sent."
        ).format(shown=before),
        yes=translate("Pressing", "Generate it · {cost}").format(cost=now),
        no=translate("Pressing", "Cancel"),
    )


async def spend(window: QWidget, credits: float | None) -> bool:
    """Whether credits are spent on a single press whose place is out of sight."""
    cost, dollars = credits_word(credits), dollars_word(credits)
    told = translate("Pressing", "{cost} are {dollars}.").format(cost=cost, dollars=dollars)
    return await confirm(
        window,
        translate("PlaceQuestion", "Spend {cost}?").format(cost=cost),
        told if dollars else "",
        yes=translate("PlaceQuestion", "Yes, send"),
        no=translate("PlaceQuestion", "No"),
    )


async def another_take(window: QWidget, credits: float | None, takes: int = 1) -> bool:
    """Whether a shot that was accepted is made again, where its place is out of sight."""
    cost = credits_word(credits)
    asks = translate("Pressing", "This shot is accepted. Make another take?")
    if takes > 1:
        asks = translate("Pressing", "This shot is accepted. Make %n more takes?", "", takes)
    return await confirm(
        window,
        asks,
        translate("Pressing", "It costs {cost}. The accepted one stays in the film.").format(
            cost=cost
        ),
        yes=translate("PlaceQuestion", "Yes, send"),
        no=translate("PlaceQuestion", "No"),
    )


async def lost_answer(
    window: QWidget, session: ProjectSession, keys: Sequence[str], credits: float | None
) -> bool:
    """Whether shots are sent again whose last answer was lost, for so many credits."""
    numbers = numbers_word(session.film, keys)
    cost = money_word(credits, real=not session.practice)
    return await confirm(
        window,
        translate("Pressing", "Generate {numbers} again?").format(numbers=numbers),
        translate(
            "Pressing",
            "The answer to the last request was lost. The service may already be making it,"
            " and may charge for it.",
        ),
        yes=translate("Pressing", "Generate it again, may cost {cost} more").format(cost=cost),
        no=translate("Pressing", "Leave it"),
    )
