"""The words of a lost answer: what was asked, what the balance hints at, how long there is time."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from topa_studio.app.making.jobs import Check, Hint
from topa_studio.app.session import ProjectSession
from topa_studio.model.wish import Redrawing
from topa_studio.pipeline.job import OTHERS_RESULT, Job
from topa_studio.ui.words import (
    clock,
    credits_word,
    deleted_shot_words,
    money_word,
    shot_title,
    trouble_words,
)

translate = QCoreApplication.translate


def subject_word(session: ProjectSession, key: str) -> str:
    """A shot or element as a heading: "1.2 A red kite inside", "@Topa"."""
    film = session.film
    if _is_element(session, key):
        return f"@{Redrawing.of(key).element}"
    if not film.has_shot(key):
        return deleted_shot_words(key)
    return f"{film.number_of(key)} {shot_title(film.shot(key))}"


def asked_words(session: ProjectSession, key: str) -> str:
    """What was asked, what may happen, and why nothing was done about it."""
    jobs = _asked(session, key)
    costs = [job.estimate for job in jobs]
    known = [cost for cost in costs if cost is not None]
    cost = translate("NeedsYou", "about {cost}").format(cost=credits_word(sum(known)))
    if len(known) < len(costs):
        cost = translate("NeedsYou", "price not known")
    if session.jobs.held(key) and not session.jobs.lost(key):
        return _held_words(session, key).format(what=_what(session, key), cost=cost)
    if not session.jobs.unknown(key):
        return translate(
            "NeedsYou",
            "We asked KIE to generate {what} ({cost}), no clear answer came, and you left it. If"
            " its task turned up in KIE's list, paste its id below: its result is brought home, and"
            " it counts as spent once.",
        ).format(what=_what(session, key), cost=cost)
    return translate(
        "NeedsYou",
        "We asked KIE to generate {what} ({cost}), and no clear answer came. KIE"
        " may be making it, and may charge for it. To protect your money we have not asked again.",
    ).format(what=_what(session, key), cost=cost)


def _held_words(session: ProjectSession, key: str) -> str:
    if may_take(session, key):
        return translate(
            "NeedsYou",
            "We asked KIE to generate {what} ({cost}). What KIE tells of its task is about another"
            " request, so its result was not taken. It counts as paid, and is not sent again by"
            " itself. Looking again costs nothing.",
        )
    return translate(
        "NeedsYou",
        "KIE says that it has finished {what} ({cost}), but gives no file. It counts as paid, and"
        " is not sent again by itself. The file often comes later: looking again costs nothing.",
    )


def may_take(session: ProjectSession, key: str) -> bool:
    """Whether something there is held whose result the user may take all the same."""
    held = session.jobs.held(key)
    return any(job.trouble is not None and job.trouble.code == OTHERS_RESULT for job in held)


def look_words() -> str:
    """The button that asks once more for what is held."""
    return translate("NeedsYou", "Look again · free")


def take_words() -> str:
    """The button that takes a result, whatever KIE tells of it."""
    return translate("NeedsYou", "It is mine: take it · free")


def looked_words(session: ProjectSession, key: str) -> str:
    """What came of looking again."""
    held = session.jobs.held(key)
    if held and held[0].trouble is not None:
        return trouble_words(held[0].trouble)
    return translate("NeedsYou", "It is not held any more.")


def _what(session: ProjectSession, key: str) -> str:
    film, jobs = session.film, _asked(session, key)
    if _is_element(session, key):
        count = len(jobs)
        name = Redrawing.of(key).element
        return translate("NeedsYou", "%n reference images of @{name}", "", count).format(name=name)
    if not film.has_shot(key):
        return translate("NeedsYou", "a shot that you deleted ({files})").format(files=key)
    number = film.number_of(key)
    if any(job.wish.kind == "panel" for job in jobs):
        return translate("NeedsYou", "the panel of shot {number}").format(number=number)
    return translate("NeedsYou", "shot {number}").format(number=number)


def _is_element(session: ProjectSession, key: str) -> bool:
    """Also one that was deleted: its lost answers are those of reference images."""
    if session.film.has_shot(key):
        return False
    return all(job.wish.kind.is_of_element for job in _asked(session, key))


def _asked(session: ProjectSession, key: str) -> tuple[Job, ...]:
    """What waits for the user there, else what they left."""
    return session.jobs.unknown(key) or session.jobs.left(key)


def again_words(session: ProjectSession, key: str) -> str:
    """The button that makes it once more: "Make it again · may cost 42 cr more"."""
    told = translate("NeedsYou", "Generate it again · may cost {cost} more")
    return told.format(cost=money_word(again_cost(session, key), real=not session.practice))


def again_cost(session: ProjectSession, key: str) -> float | None:
    """Credits that making it once more may cost."""
    return session.quote([session.jobs.wish_of(key)]).credits


def hint_words(check: Check) -> str:
    """What the balance says, in plain words; never more than a hint."""
    if check.told is None:
        return translate(
            "NeedsYou", "KIE did not tell the balance just now, so it says nothing about this."
        )
    told = credits_word(check.told)
    if check.expected is None:
        return translate(
            "NeedsYou",
            "The account has {told}. What it had before is not known, so it says nothing about"
            " this.",
        ).format(told=told)
    words = {
        Hint.CHARGED: translate(
            "NeedsYou",
            "The account has {told}. Without this it should have {expected}: KIE seems to have"
            " charged for it. This is a hint and no proof.",
        ),
        Hint.NOT_CHARGED: translate(
            "NeedsYou",
            "The account has {told}, and without this it should have {expected}: KIE does not seem"
            " to have charged for it. This is a hint and no proof; it may still charge.",
        ),
        Hint.UNCLEAR: translate(
            "NeedsYou",
            "The account has {told}. Without this it should have {expected}. The difference says"
            " nothing clear: others may use the account, or more than this one is open.",
        ),
    }
    return words[check.hint].format(told=told, expected=credits_word(check.expected))


def days_words(check: Check) -> str:
    """When it was sent, and for how long KIE still has its result and its log."""
    when = datetime.fromtimestamp(check.sent, UTC)
    sent = translate("NeedsYou", "Sent at {time}.").format(time=clock(when))
    days = check.media_days or check.log_days
    if not days:
        left = translate("NeedsYou", "KIE keeps its log two months: the task may be gone from it.")
    elif not check.media_days:
        left = translate(
            "NeedsYou",
            "KIE keeps results two weeks: this one may be gone, but its log has it for %n days.",
            "",
            days,
        )
    else:
        left = translate("NeedsYou", "KIE keeps a result for %n more days at most.", "", days)
    return f"{sent} {left}"


def menu_answers(session: ProjectSession, key: str) -> tuple[tuple[str, str], ...]:
    """The three answers for a menu: (what `NeedsYou.answer` takes, words).

    Of what was left only the page of the pasted id; nothing where there is none of it either.
    """
    if not session.jobs.unknown(key):
        words = translate("NeedsYou", "A task that was left has turned up…")
        return (("check", words),) if session.jobs.left(key) else ()
    checking = ("check", translate("NeedsYou", "Check now…"))
    if session.read_only:
        return (checking,)
    looking = checking if session.jobs.lost(key) else ("look", look_words())
    leave = translate("NeedsYou", "Leave it…")
    if not session.jobs.is_in_film(key):
        return looking, ("leave", leave)
    return looking, ("again", again_words(session, key)), ("leave", leave)
