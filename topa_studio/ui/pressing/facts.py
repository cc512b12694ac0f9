"""What the page of a batch says of it: figures in two columns, and what stands in the way."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from topa_studio.model.scenario import Scenario
from topa_studio.model.status import Consent, Money, Quote
from topa_studio.ui.bill.facts import Fact
from topa_studio.ui.notices.told import Told
from topa_studio.ui.pressing.batch import Batch
from topa_studio.ui.pressing.words import priced_word
from topa_studio.ui.words import (
    credits_word,
    limit_word,
    money_word,
    number,
    numbers_word,
    quote_word,
    seconds_word,
    trouble_words,
)

_REASONS = 6
translate = QCoreApplication.translate


def facts_of(batch: Batch, money: Money, *, real: bool) -> tuple[Fact, ...]:
    """The figures of a batch; the money is what is left as the top bar says it."""
    whole = batch.whole
    if not whole.shots:
        return ()
    rows = [
        (translate("Pressing", "Shots"), number(len(whole.shots)), ""),
        (translate("Pressing", "Length"), seconds_word(whole.seconds), ""),
    ]
    if batch.takes:
        rows.insert(1, (translate("Pressing", "Takes"), number(batch.takes), ""))
    if whole.images:
        on_the_way = translate("Pressing", "generated on the way; they are in the price")
        rows.append((translate("Pressing", "Pictures"), number(whole.images), on_the_way))
    cost = money_word(whole.credits, real=real, currency=whole.currency)
    rows.append((translate("Pressing", "Price"), cost, priced_word(batch.priced)))
    left, scope = whole.left, whole.scope
    balance = money.left if money.scope in ("account", "practice") else None
    if balance is not None and (left is None or balance < left):
        left, scope = balance, money.scope
    if left is not None:
        rows.append((translate("Pressing", "Left"), money_word(left, real=real), limit_word(scope)))
    if left is not None and whole.credits is not None and whole.credits <= left:
        after = money_word(left - whole.credits, real=real)
        rows.append((translate("Pressing", "Left after it"), after, ""))
    return tuple(rows)


def over_words(quote: Quote) -> str:
    """What a press costs that the tightest budget does not hold."""
    words = translate("Pressing", "It costs {cost}; {left} are left {where}.")
    left, where = credits_word(quote.left), limit_word(quote.scope)
    return words.format(cost=credits_word(quote.credits), left=left, where=where)


def told_of_batch(
    film: Scenario, batch: Batch, consent: Consent, before: float | None = None
) -> tuple[Told, ...]:
    """What stands in the way, what is left out, and what was shown `before` it became dearer."""
    lines = []
    now = batch.whole.credits
    if before is not None and now is not None and now > before:
        words = translate(
            "Pressing", "It costs {cost} now; {shown} was shown when you pressed. Nothing was sent."
        )
        told = words.format(cost=credits_word(now), shown=credits_word(before))
        lines.append(Told("warn", told))
    if batch.whole.shots and not batch.holds:
        lines.append(Told("warn", over_words(batch.whole)))
    for wish, why in list(batch.blocked.items())[:_REASONS]:
        words = translate("Pressing", "{number} cannot be sent: {reason}")
        number = film.number_of(wish.key)
        lines.append(Told("bad", words.format(number=number, reason=trouble_words(why))))
    more = len(batch.blocked) - _REASONS
    if more > 0:
        words = translate("Pressing", "%n more shots cannot be sent", "", more)
        lines.append(Told("bad", words))
    if batch.waiting:
        words = translate("Pressing", "Left out, because they need you first: {numbers}")
        lines.append(Told("warn", words.format(numbers=numbers_word(film, batch.waiting))))
    if batch.same and not consent.same:
        words = translate(
            "Pressing", "Left out, because a take from exactly this request is there: {numbers}"
        )
        lines.append(
            Told(
                "info", words.format(numbers=numbers_word(film, [wish.key for wish in batch.same]))
            )
        )
    if batch.unpriced and not consent.no_price:
        words = translate("Pressing", "Left out, because their price is not known: {numbers}")
        unpriced = numbers_word(film, [wish.key for wish in batch.unpriced])
        lines.append(Told("warn", words.format(numbers=unpriced)))
    return tuple(lines)


def first_words(film: Scenario, first: Quote) -> str:
    """The button of the first scene alone."""
    scene = film.scene_of(first.shots[0])
    place = [known.id for known in film.scenes].index(scene.id) + 1
    words = translate("Pressing", "Generate scene {scene} first · {cost}")
    return words.format(scene=place, cost=quote_word(first))
