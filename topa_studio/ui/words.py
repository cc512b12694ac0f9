"""What the core says in codes and numbers, put into words of the language in force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt, QTime

from topa_studio.base.words import TEMPLATES, fill, is_told
from topa_studio.model.change import Cause, Change
from topa_studio.model.currency import CREDITS, DOLLAR, Currency
from topa_studio.model.problem import Problem, Severity
from topa_studio.model.rate import Hundredths
from topa_studio.model.scenario import ElementKind, Scenario, Shot
from topa_studio.model.status import Quote, Stage, Trouble
from topa_studio.ui.look.theme import application

_MISTAKES = {
    "pipeline.shot-has-mistake",
    "pipeline.element-has-mistake",
    "pipeline.film-has-mistake",
}
_DOLLARS_OFF = "topa-dollars-off"
_NAMED = 8
_SPACE = "\N{NO-BREAK SPACE}"


def quoted(words: str) -> str:
    """Words of the film between the quotation marks of the window's language."""
    return QCoreApplication.translate("words", "“{words}”").format(words=words)


def sentence(code: str, params: Mapping[str, object] | None = None) -> str:
    """The sentence of a code of the core, translated where a translation is known.

    The window has one of its own where the other names what only a terminal has.
    """
    template = TEMPLATES.get(f"{code}.window") or TEMPLATES.get(code)
    if template is not None:
        template = QCoreApplication.translate("words", template)
    written = {k: _written(v) if isinstance(v, float) else v for k, v in (params or {}).items()}
    return fill(template, code, written, sentence)


def _written(value: float) -> str:
    """A number inside a sentence: with all its digits, two behind the point where it has to."""
    shown = format(value) if isinstance(value, Hundredths) else f"{value:.3f}".rstrip("0")
    return QLocale().toString(float(value), "f", len(shown.partition(".")[2]))


def trouble_words(trouble: Trouble) -> str:
    """Why something failed or waits; a mistake in words is told without its line in the file."""
    mistake = trouble.params.get("mistake")
    told = mistake if trouble.code in _MISTAKES and is_told(mistake) else trouble
    return sentence(told.code, told.params)


def is_own(mistake: Trouble | None) -> bool:
    """Whether it is a mistake of the shot, its scene or its elements; the film's is told once."""
    return mistake is not None and mistake.code != "pipeline.film-has-mistake"


def mistake_mark(mistake: Trouble) -> str:
    """A mistake in a word or two: "@Dragn?" where nobody is called so."""
    told = mistake.params.get("mistake")
    if is_told(told) and told.code == "document.unknown-element":
        return f"@{told.params.get('name', '')}?"
    return severity_word(Severity.ERROR)


def problem_words(problem: Problem, *, placed: bool = False) -> str:
    """A problem of the scenario with its weight: "Mistake: ...".

    `placed`: with its line, where the user has to look into the file: "Mistake, line 42: ...".
    """
    told = sentence(problem.code, problem.params)
    word = severity_word(problem.severity)
    if problem.line is None or not placed:
        return f"{word}: {told}"
    return QCoreApplication.translate("words", "{word}, line {line}: {told}").format(
        word=word, line=problem.line, told=told
    )


def severity_word(severity: Severity) -> str:
    """How bad a problem is, in a word."""
    match severity:
        case Severity.ERROR:
            return QCoreApplication.translate("words", "Mistake")
        case Severity.WARNING:
            return QCoreApplication.translate("words", "Warning")
        case Severity.HINT:
            return QCoreApplication.translate("words", "Hint")


def stage_word(stage: Stage) -> str:
    """The state of a shot or element as its badge says it."""
    translate = QCoreApplication.translate
    match stage:  # asked for each row that is painted: only one is translated
        case Stage.EMPTY:
            return translate("words", "Empty")
        case Stage.NOT_MADE:
            return translate("words", "Not made yet")
        case Stage.MISSING:
            return translate("words", "Missing")
        case Stage.MADE:
            return translate("words", "Made")
        case Stage.FAILED:
            return translate("words", "Failed")
        case Stage.NEEDS_YOU:
            return translate("words", "Needs you")
    return _going_word(stage)


def _going_word(stage: Stage) -> str:
    translate = QCoreApplication.translate
    match stage:
        case Stage.IN_LINE:
            return translate("words", "In line")
        case Stage.SENDING:
            return translate("words", "Sending")
        case Stage.DRAWING:
            return translate("words", "Drawing")
    return translate("words", "Downloading")


def deleted_shot_words(key: str) -> str:
    """A shot that is not in the film any more, by the name its files have."""
    return QCoreApplication.translate("words", "Deleted shot ({files})").format(files=key)


def shot_title(shot: Shot) -> str:
    """The shot's title, else the start of its prompt."""
    first_line = shot.prompt.strip().partition("\n")[0]
    return shot.title or first_line[:80] or QCoreApplication.translate("words", "New shot")


def kind_word(kind: ElementKind) -> str:
    """What an element is, in a word."""
    translate = QCoreApplication.translate
    words = {
        ElementKind.CHARACTER: translate("words", "character"),
        ElementKind.BACKGROUND: translate("words", "background"),
        ElementKind.PROP: translate("words", "prop"),
    }
    return words[kind]


def mode_word(mode: str) -> str:
    """The name of a quality: std is Draft, pro is Pro."""
    translate = QCoreApplication.translate
    words = {"std": translate("words", "Draft"), "pro": translate("words", "Pro")}
    return words.get(mode, mode)


def duration(seconds: float) -> str:
    """A length or a time gone by: 0:11, 1:59, 1:02:03."""
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def clock(when: datetime, *, seconds: bool = False) -> str:
    """The time of day here, as this language writes it."""
    here = when.astimezone()
    time = QTime(here.hour, here.minute, here.second)
    form = QLocale().timeFormat(QLocale.FormatType.ShortFormat)
    if seconds:
        form = form.replace("mm", "mm:ss")
    return QLocale().toString(time, form)


def moment(when: datetime, now: datetime, *, seconds: bool = False) -> str:
    """Day and time here: "today, 14:32", "yesterday, 9:05", "3 May 2026, 14:32"."""
    days = (now.astimezone().date() - when.astimezone().date()).days
    time = clock(when, seconds=seconds)
    if days == 0:
        return QCoreApplication.translate("Past", "today, {time}").format(time=time)
    if days == 1:
        return QCoreApplication.translate("Past", "yesterday, {time}").format(time=time)
    here = when.astimezone()
    date = QLocale().toString(QDate(here.year, here.month, here.day), "d MMM yyyy")
    return QCoreApplication.translate("Past", "{date}, {time}").format(date=date, time=time)


def day_word(date: str) -> str:
    """A date of the price table as this language writes it: "22 Aug 2026"."""
    day = QDate.fromString(date, Qt.DateFormat.ISODate)
    return QLocale().toString(day, "d MMM yyyy") if day.isValid() else ""


def place_word(place: int) -> str:
    """A place in the line: 2nd."""
    translate = QCoreApplication.translate
    words = {
        1: translate("words", "{place}st"),
        2: translate("words", "{place}nd"),
        3: translate("words", "{place}rd"),
    }
    last = 0 if place % 100 in {11, 12, 13} else place % 10
    return words.get(last, translate("words", "{place}th")).format(place=place)


def numbers_word(film: Scenario, keys: Sequence[str]) -> str:
    """Numbers of shots: "1.2, 1.3, 2.1"; many end in an ellipsis."""
    numbers = [film.number_of(key) for key in keys[:_NAMED]]
    return ", ".join([*numbers, *(["…"] if len(keys) > _NAMED else [])])


def seconds_word(seconds: float) -> str:
    """A short length: 5 s, or 3.4 s."""
    shown = number(round(float(seconds), 1))
    return QCoreApplication.translate("words", "{seconds} s").format(seconds=shown)


def number(value: float) -> str:
    """A number as this language groups it; a fraction only where there is one."""
    digits = 0 if float(value).is_integer() else 1
    return QLocale().toString(float(value), "f", digits)


def credits_word(amount: float | None, currency: Currency = CREDITS) -> str:
    """Money: 1,242 cr, or 621 coins; a question mark where the price is not known."""
    shown = "?" if amount is None else number(currency.amount(amount))
    if currency.unit:
        return f"{shown}{_SPACE}{currency.unit}"
    return (
        QCoreApplication.translate("words", "{amount} cr").format(amount=shown).replace(" ", _SPACE)
    )


def size_word(size: int) -> str:
    """Bytes as people say them: 12 MB, 1.4 GB; never 0 where there is something."""
    megabytes = size / 1_000_000
    if megabytes >= 1000:
        shown = number(round(megabytes / 1000, 1))
        return QCoreApplication.translate("words", "{size} GB").format(size=shown)
    shown = number(round(megabytes) if megabytes >= 10 else max(0.1, round(megabytes, 1)))
    shown = shown if size else number(0)
    return QCoreApplication.translate("words", "{size} MB").format(size=shown)


def dollars_word(amount: float | None) -> str:
    """The same in dollars: $0.68; "" where the price is not known, or dollars are not wanted."""
    if amount is None or not dollars_shown():
        return ""
    return f"${QLocale().toString(DOLLAR.dollars(amount), 'f', 2)}"


def quote_word(quote: Quote) -> str:
    """What a press costs, in the money that it is paid in."""
    return credits_word(quote.credits, quote.currency)


def money_word(amount: float | None, *, real: bool = True, currency: Currency = CREDITS) -> str:
    """Credits with their dollars beside: "540 cr · $2.70"; practice costs no dollars."""
    dollars, told = dollars_word(amount) if real else "", credits_word(amount, currency)
    return f"{told} · {dollars}" if dollars else told


def show_dollars(*, shown: bool) -> None:
    """Whether credits are told in dollars beside, from now on."""
    application().setProperty(_DOLLARS_OFF, not shown)


def dollars_shown() -> bool:
    """Whether credits are told in dollars beside."""
    return not application().property(_DOLLARS_OFF)


def out_of_date_words(causes: Sequence[Cause]) -> str:
    """Why a take is out of date, all causes named: "Out of date: Topa's picture changed"."""
    translate = QCoreApplication.translate
    named = ", ".join(map(cause_word, causes))
    what = named or translate("words", "what it is made from")
    return translate("words", "Out of date: {what} changed").format(what=what)


def cause_word(cause: Cause) -> str:
    """What changed: "the length", "Topa's picture"."""
    translate = QCoreApplication.translate
    words = {
        Change.WORDS: translate("words", "the words"),
        Change.SCENE: translate("words", "place or light of the scene"),
        Change.STYLE: translate("words", "the film's style"),
        Change.LENGTH: translate("words", "the length"),
        Change.QUALITY: translate("words", "the quality"),
        Change.SOUND: translate("words", "the sound"),
        Change.MODEL: translate("words", "the model"),
        Change.FORMAT: translate("words", "the format"),
        Change.ELEMENTS: translate("words", "the elements"),
        Change.PICTURES: translate("words", "pictures of its elements"),
        Change.START: translate("words", "the start picture"),
        Change.END: translate("words", "the end picture"),
        Change.OPTIONS: translate("words", "options of the model"),
    }
    names = ", ".join(cause.names)
    if cause.follows:
        return translate("words", "the frame it starts from")
    if not names:
        return words[cause.change]
    if cause.change is Change.ELEMENTS:
        return translate("words", "elements ({names})").format(names=names)
    if len(cause.names) > 1:
        return translate("words", "pictures of {names}").format(names=names)
    return translate("words", "{name}'s picture").format(name=names)


def limit_word(scope: str) -> str:
    """What has no more left: a budget or the account; "" where nothing limits."""
    words = {
        "film": QCoreApplication.translate("Pressing", "in the film's budget"),
        "day": QCoreApplication.translate("Pressing", "in today's budget"),
        "account": QCoreApplication.translate("Pressing", "on the account"),
        "practice": QCoreApplication.translate("Pressing", "to practise with"),
    }
    return words.get(scope, "")


def usual_time(usual: tuple[float, float] | None) -> str:
    """How long a clip usually takes: "usually 2 to 4 min"; "" where it is not known."""
    if usual is None:
        return ""
    low, high = usual
    translate = QCoreApplication.translate
    if high < 90 and round(low) == round(high):
        return translate("words", "usually {seconds} s").format(seconds=max(1, round(high)))
    if high < 90:
        return translate("words", "usually {low} to {high} s").format(
            low=max(1, round(low)), high=max(1, round(high))
        )
    first, last = max(1, round(low / 60)), max(1, round(high / 60))
    if first == last:
        return translate("words", "usually {minutes} min").format(minutes=first)
    return translate("words", "usually {low} to {high} min").format(low=first, high=last)


def core_step_word(label: str) -> str:
    """The name of an undo step that the core names itself; any other stays as it is."""
    translate = QCoreApplication.translate
    known = {
        "Changed outside": translate("words", "Changed outside"),
        "Restore": translate("words", "Restore"),
        "Earlier version": translate("words", "Earlier version"),
        "The other version": translate("words", "The other version"),
        "My version": translate("words", "My version"),
        "Keep takes": translate("words", "Keep takes"),
        "Choose take": translate("words", "Choose take"),
        "Choose panel": translate("words", "Choose panel"),
        "Star": translate("words", "Star"),
        "No star": translate("words", "No star"),
        "Reject": translate("words", "Reject"),
        "Not rejected": translate("words", "Not rejected"),
        "Note on a take": translate("words", "Note on a take"),
        "Good as they are": translate("words", "Good as they are"),
        "Trash takes": translate("words", "Trash takes"),
        "Restore takes": translate("words", "Restore takes"),
        "Own clip": translate("words", "Own clip"),
        "Own picture": translate("words", "Own picture"),
    }
    return known.get(label, label)


def language_name(code: str) -> str:
    """A language in its own words, for the menu and the status bar."""
    return {"en": "English", "ru": "Русский"}.get(code, code)
