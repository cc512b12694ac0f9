"""SRT and WebVTT: whoever wrote them, no cue is lost; what is written is read again as it was."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from topa_studio.film.cues import Cue
from topa_studio.film.subtitles import Line, Subtitles, read_subtitles, write_srt, write_vtt
from topa_studio.model.rate import frame_of, rate_of

SRT = "1\n00:00:01,000 --> 00:00:02,500\nLook!\nA kite\n\n2\n00:00:03,000 --> 00:00:04,000\n42\n\n"
FILES: dict[str, tuple[bytes, list[Line]]] = {
    "usual": (SRT.encode(), [Line(1, 2.5, "Look!\nA kite"), Line(3, 4, "42")]),
    "CRLF and BOM": (
        b"\xef\xbb\xbf" + SRT.replace("\n", "\r\n").encode(),
        [Line(1, 2.5, "Look!\nA kite"), Line(3, 4, "42")],
    ),
    "UTF-16": (SRT.encode("utf-16"), [Line(1, 2.5, "Look!\nA kite"), Line(3, 4, "42")]),
    "no numbers": (
        b"00:00:01,000 --> 00:00:02,000\nOne\n\n00:00:02,000 --> 00:00:03,000\n7\n",
        [Line(1, 2, "One"), Line(2, 3, "7")],
    ),
    "no blank lines": (
        b"1\n00:00:01,000 --> 00:00:02,000\nOne\n00:00:02,000 --> 00:00:03,000\nTwo",
        [Line(1, 2, "One"), Line(2, 3, "Two")],
    ),
    "a blank line inside": (
        b"1\n00:00:01,000 --> 00:00:02,000\nOne\n\nmore\n\n2\n00:00:02,000 --> 00:00:03,000\nTwo",
        [Line(1, 2, "One\nmore"), Line(2, 3, "Two")],
    ),
    "points and positions": (
        b"1\n00:00:01.5 -->  00:00:02.25 X1:10 X2:20 Y1:1 Y2:9\n{\\an8}<i>One</i> <font "
        b'color="#fff">two</font>',
        [Line(1.5, 2.25, "One two")],
    ),
    "overlapping, out of order": (
        b"2\n00:00:02,000 --> 00:00:09,000\nTwo\n\n1\n00:00:01,000 --> 00:00:05,000\nOne\n",
        [Line(2, 9, "Two"), Line(1, 5, "One")],
    ),
    "a hundred hours": (
        b"1\n100:00:01,000 --> 123:00:00,000\nLong\n",
        [Line(360001, 442800, "Long")],
    ),
    "less than is no tag": (
        b"1\n00:00:01,000 --> 00:00:02,000\n1 < 2 > 0 <3\n",
        [Line(1, 2, "1 < 2 > 0 <3")],
    ),
    "vtt": (
        b"WEBVTT - a film\n\nNOTE\nnot this\n\nSTYLE\n::cue {}\n\nintro\n"
        b"00:01.000 --> 00:02.000 align:start position:10%\n<v Topa>Hi <c.loud>there</c> &amp; "
        b"<00:01.500>you\n\n01:00:03.000 --> 01:00:04.000\nTwo\n",
        [Line(1, 2, "Hi there & you"), Line(3603, 3604, "Two")],
    ),
    "nothing": (b"", []),
    "no subtitles": (b"<!DOCTYPE html><p>404 --> not found", []),
    "no words": (b"1\n00:00:01,000 --> 00:00:02,000\n\n", []),
}


@pytest.mark.parametrize("name", FILES)
def test_what_people_write_is_read(name: str) -> None:
    data, lines = FILES[name]
    assert list(read_subtitles(data).lines) == lines


def test_an_old_russian_file_is_read_and_says_so() -> None:
    found = read_subtitles("1\n00:00:01,000 --> 00:00:02,000\nСмотри!\n".encode("cp1251"))
    assert found.lines == (Line(1, 2, "Смотри!"),)
    assert found.encoding == "cp1251"


UNREAD = {
    "minutes beyond 59": (b"00:75:00,000 --> 00:76:00,000", 5),
    "seconds beyond 59": (b"00:00:04,000 --> 00:00:61,000", 5),
    "letters": (b"00:0O:04,000 --> 00:00:05,000", 5),
    "no end": (b"00:00:04,000 -->", 5),
    "no arrow": (b"00:00:04,000 00:00:05,000", 5),
    "no times": (b"soon --> later", 5),
    "below no time": (b"-00:00:04,000 --> 00:00:05,000", 5),
}


@pytest.mark.parametrize("name", UNREAD)
@pytest.mark.parametrize("kind", ["srt", "vtt"])
def test_words_below_times_that_nobody_can_read_are_counted_and_belong_to_no_other(
    name: str, kind: str
) -> None:
    times, row = UNREAD[name]
    head = b"" if kind == "srt" else b"WEBVTT\n\n"
    data = b"1\n00:00:01,000 --> 00:00:02,000\nOne\n\n2\n%b\nlost\n\n3\n00:00:06,000 --> "
    found = read_subtitles(head + data % times + b"00:00:07,000\nThree\n")
    assert found.lines == (Line(1, 2, "One"), Line(6, 7, "Three"))
    if kind == "vtt" and b"-->" not in times:
        return  # there, what has no arrow is no cue, by the format's own law
    assert found.unread == (row + 1 + 2 * (kind == "vtt"),)


def test_an_arrow_or_a_clock_among_words_is_words() -> None:
    said = "7\nfrom here -> there\nat 12:30, or 13:40"
    data = f"1\n00:00:01,000 --> 00:00:02,000\n{said}\n".encode()
    assert read_subtitles(data) == Subtitles((Line(1, 2, said),))


def test_signs_that_command_a_terminal_come_neither_in_nor_out() -> None:
    data = b"1\n00:00:01,000 --> 00:00:02,000\nL\x00oo\x1b[31mk\x07\n"
    assert read_subtitles(data).lines == (Line(1, 2, "Loo[31mk"),)
    assert read_subtitles(b"WEBVTT\n\n00:01.0 --> 00:02.0\na&#27;b\n").lines == (Line(1, 2, "ab"),)
    film = [Cue("a", 0, 24, "L\0oo\x1b[31mk\x9b")]
    for written in (write_srt(film, Fraction(24)), write_vtt(film, Fraction(24))):
        assert "Loo[31mk\n" in written


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"]), min_size=1
).filter(lambda words: words == words.strip())
TEXTS = st.lists(WORDS, min_size=1, max_size=3).map("\n".join)
RATES = st.sampled_from([rate_of(fps) for fps in (12, 23.976, 24, 25, 29.97, 30, 50, 59.94, 60)])


@st.composite
def cues(draw: st.DrawFn) -> list[Cue]:
    found = []
    for text in draw(st.lists(TEXTS, max_size=6)):
        first = draw(st.integers(0, 10**7))
        found.append(Cue("1__1", first, first + draw(st.integers(1, 500)), text))
    return found


def _frames(data: bytes, rate: Fraction) -> list[tuple[int, int, str]]:
    lines = read_subtitles(data).lines
    return [(frame_of(n.start, rate), frame_of(n.end, rate), n.text) for n in lines]


@given(cues(), RATES)
def test_a_written_vtt_file_is_read_as_it_was(film: list[Cue], rate: Fraction) -> None:
    read = _frames(write_vtt(film, rate).encode(), rate)
    assert read == [(cue.first, cue.last, cue.text) for cue in film]


@given(cues(), RATES)
def test_a_written_srt_file_is_read_as_it_was(film: list[Cue], rate: Fraction) -> None:
    read = _frames(write_srt(film, rate).encode(), rate)
    assert [(first, last) for first, last, _text in read] == [(c.first, c.last) for c in film]
    same = [cue.text for cue in film]
    assert [text for _first, _last, text in read] == same


def test_words_that_look_like_a_time_lose_no_cue() -> None:
    odd = "00:00:01,000 --> 00:00:02,000"
    film = [Cue("a", 0, 24, odd), Cue("a", 24, 48, "5"), Cue("a", 48, 72, "\n \n")]
    read = read_subtitles(write_srt(film, Fraction(24)).encode()).lines
    assert [line.text for line in read] == [odd.replace("-->", "→"), "5", "-"]
    read = read_subtitles(write_vtt(film, Fraction(24)).encode()).lines
    assert [line.text for line in read] == [odd, "5", "-"]
