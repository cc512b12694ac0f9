"""Codes, numbers and plurals as the user reads them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from topa_studio.base.words import TEMPLATES, say
from topa_studio.model.change import Cause, Change
from topa_studio.model.problem import Problem, Severity
from topa_studio.model.rate import Hundredths
from topa_studio.model.status import Stage
from topa_studio.ui import words
from topa_studio.ui.notices.notices import NoticeBar, Offer
from topa_studio.ui.running.language import Languages, language_for
from topa_studio.ui.widgets.few_lines import FewLines

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Languages]:
    made = Languages(qapp)
    made.speak("en")
    yield made
    made.speak("en")
    made.fall_silent()


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0:00"), (11.9, "0:11"), (119, "1:59"), (3723, "1:02:03")]
)
def test_lengths(seconds: float, shown: str) -> None:
    assert words.duration(seconds) == shown


def test_money_is_grouped_as_the_language_does_it(languages: Languages) -> None:
    assert words.credits_word(1242).replace("\N{NO-BREAK SPACE}", " ") == "1,242 cr"
    assert words.credits_word(12.5).replace("\N{NO-BREAK SPACE}", " ") == "12.5 cr"
    assert words.credits_word(None).startswith("?")
    languages.speak("ru")
    assert words.credits_word(1242).split() == ["1", "242", "кр."]


@pytest.mark.parametrize(
    ("usual", "shown"),
    [
        (None, ""),
        ((120, 240), "usually 2 to 4 min"),
        ((170, 190), "usually 3 min"),
        ((4, 9), "usually 4 to 9 s"),
        ((2.1, 2.3), "usually 2 s"),
    ],
)
def test_usual_time(languages: Languages, usual: tuple[float, float] | None, shown: str) -> None:
    assert words.usual_time(usual) == shown


def test_a_problem_names_its_line_only_where_it_is_looked_for(languages: Languages) -> None:
    code, template = next((c, t) for c, t in TEMPLATES.items() if "{" not in t)
    problem = Problem(Severity.ERROR, code, line=42)
    assert words.problem_words(problem) == f"Mistake: {template}"
    assert words.problem_words(problem, placed=True) == f"Mistake, line 42: {template}"


@pytest.mark.parametrize("code", [c for c in TEMPLATES if c.endswith(".window")])
def test_the_window_names_no_option_of_the_terminal(languages: Languages, code: str) -> None:
    plain = code.removesuffix(".window")
    assert say(plain, {"path": "a.otio"}).startswith("a.otio")
    assert words.sentence(plain, {"path": "a.otio"}) == say(code, {"path": "a.otio"})
    assert "--" not in words.sentence(plain, {"path": "a.otio"})


def test_numbers_in_a_sentence_are_written_as_the_language_does(languages: Languages) -> None:
    numbers = [Hundredths(value) for value in (4.0, 2.5, 0.0)]
    params = {
        "shot": "1.2",
        "title": "",
        **dict(zip(("before", "after", "in"), numbers, strict=True)),
    }
    assert say("conform.trimmed", params).endswith("4.00 s become 2.50 s, from 0.00 s on")
    assert words.sentence("conform.trimmed", params) == say("conform.trimmed", params)
    assert words.sentence("nobody.knows", {"n": 2.5, "m": 5.0, "k": 7}) == (
        "nobody.knows (n: 2.5, m: 5, k: 7)"
    )
    languages.speak("ru")
    told = words.sentence("conform.trimmed", params)
    assert all(number in told for number in ("4,00", "2,50", "0,00"))
    assert "." not in told.replace("1.2", "")


def test_an_unknown_code_hides_no_facts(languages: Languages) -> None:
    assert words.sentence("nobody.knows", {"reason": "cold"}) == "nobody.knows (reason: cold)"


@pytest.mark.parametrize("stage", list(Stage))
def test_every_stage_has_a_word(languages: Languages, stage: Stage) -> None:
    english = words.stage_word(stage)
    languages.speak("ru")
    assert english.isascii()
    assert not words.stage_word(stage).isascii()


@pytest.mark.parametrize(
    ("count", "english", "russian"),
    [
        (1, "1 shot", "1 шот"),
        (3, "3 shots", "3 шота"),
        (5, "5 shots", "5 шотов"),
        (21, "21 shots", "21 шот"),
    ],
)
def test_plurals(languages: Languages, count: int, english: str, russian: str) -> None:
    def said() -> str:
        return QApplication.translate("SceneForm", "%n shots", "", count)

    assert said() == english
    languages.speak("ru")
    assert said() == russian


def test_the_system_decides_where_nothing_is_chosen() -> None:
    assert language_for("ru") == "ru"
    assert language_for("") in {"en", "ru"}
    assert language_for("xx") in {"en", "ru"}


def test_a_notice_is_shown_once_and_trouble_waits_in_line(qapp: QApplication) -> None:
    bar = NoticeBar()
    bar.show_notice("error", "The disk is full.")
    bar.show_notice("error", "The disk is full.")
    bar.show_notice("warning", "The key is old.")
    assert bar.text == "The disk is full."
    bar.next()
    assert bar.text == "The key is old."
    bar.next()
    assert bar.text == ""
    assert not bar.isVisible()


def test_a_long_notice_keeps_to_a_few_lines_and_can_be_read_to_its_end(qapp: QApplication) -> None:
    bar = NoticeBar()
    bar.resize(500, 100)
    bar.show_notice("error", "Short.")
    line = bar.sizeHint().height()
    bar.next()
    words = "The disk is full, and nothing more can be written to it. " * 12
    offers = [Offer(f"A long button {number}", lambda: None) for number in range(3)]
    for given, lines in (((), 3), (offers, 4)):
        bar.show_notice("error", words, given)
        bar.adjustSize()
        bar.resize(500, bar.sizeHint().height())
        (text,) = bar.findChildren(FewLines)
        assert bar.height() < lines * line
        assert not text.is_whole
        assert text.toolTip() == words
        text.setFocus()
        assert text.focusPolicy() is Qt.FocusPolicy.StrongFocus
        assert text.verticalScrollBar().maximum() > text.height()
        bar.next()
    bar.deleteLater()


def test_the_causes_of_what_is_out_of_date_are_named_with_their_elements(
    languages: Languages,
) -> None:
    assert languages
    redrawn = Cause(Change.PICTURES, ("Topa",))
    assert words.out_of_date_words([redrawn]) == "Out of date: Topa's picture changed"
    several = [Cause(Change.WORDS), Cause(Change.LENGTH), Cause(Change.PICTURES, ("Topa", "Hill"))]
    told = "Out of date: the words, the length, pictures of Topa, Hill changed"
    assert words.out_of_date_words(several) == told
    trimmed = [Cause(Change.START, follows=True)]
    assert words.out_of_date_words(trimmed) == "Out of date: the frame it starts from changed"
    assert words.out_of_date_words([]) == "Out of date: what it is made from changed"
