"""What a script is written in: its text decides, and the ending of a name where that is open."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis.strategies import lists, sampled_from

from tests.support.scripts import FOLDER
from topa_studio.film.scripts.forms import FORMS, form_by_name, form_of, name_for
from topa_studio.film.scripts.reading import encodings_of, read_kept, read_script

PLAIN = "INT. A - DAY\n\nMILA\nWake up.\n"
FOUNTAIN = f"Title: The Cat\nAuthor: Mila\n\n{PLAIN}"
MARKDOWN = "# The Cat\n\n## Morning\n\n- She runs\n"


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        (PLAIN, ("fountain", "markdown", "plain", "plain")),
        (FOUNTAIN, ("fountain", "fountain", "fountain", "fountain")),
        (f"\ufeff\n{FOUNTAIN}".lstrip("\ufeff"), ("fountain",) * 4),
        (MARKDOWN, ("fountain", "markdown", "markdown", "markdown")),
        ("# INT. A - DAY\n\nShe runs.\n", ("markdown",) * 4),
        ("---\ntitle: The Cat\n---\n\nShe runs.\n", ("markdown",) * 4),
        (f"# Act one\n\n{PLAIN}", ("fountain", "markdown", "fountain", "fountain")),
        (f"{PLAIN}\n[[Ask her]]\n", ("fountain", "markdown", "fountain", "fountain")),
        ("[[Mila]] runs.\n", ("fountain", "markdown", "fountain", "fountain")),
        (".ON THE PIER\n\n@Mila\nCome.\n", ("fountain", "markdown", "fountain", "fountain")),
        ("@Mila runs\nto @Topa.\n", ("fountain", "markdown", "plain", "plain")),
        ("... and she runs.\n", ("fountain", "markdown", "plain", "plain")),
        ("<?xml version='1.0'?>\n<FinalDraft/>", ("fdx",) * 4),
        ("", ("fountain", "markdown", "plain", "plain")),
    ],
)
def test_the_text_decides_and_the_ending_of_the_name_where_it_is_open(
    text: str, forms: tuple[str, ...]
) -> None:
    names = ("a.fountain", "a.md", "a.txt", "script")
    assert tuple(form_of(name, text) for name in names) == forms


PIECES = ("# Act", "INT. A - DAY", "", "MILA", "Title: A", "@Mila", "- Run", "[[x]]", "> The end <")


@given(lists(sampled_from(PIECES), max_size=6).map("\n".join), sampled_from(FORMS))
@settings(max_examples=200, deadline=None)
def test_what_a_film_keeps_is_read_again_as_it_was(text: str, form: str) -> None:
    for name in ("a.txt", "a.fountain", "a.md", "a", "a.b.TXT"):
        kept = name_for(name, form, text)
        assert form_by_name(kept, text) == form
        assert read_kept(text.encode(), kept) == read_script(text.encode(), name, form)


@pytest.mark.parametrize("encoding", ["koi8-r", "cp866", "mac-cyrillic", "utf-16-le", "cp1251"])
def test_a_file_can_be_said_to_be_in_another_encoding(encoding: str) -> None:
    text = "ИНТ. КАФЕ - ДЕНЬ\n\nИдём, Мила.\n"
    data = text.encode(encoding)
    assert encoding in encodings_of(data)
    assert read_script(data, "a.txt", encoding=encoding).text == text


@pytest.mark.parametrize("order", ["le", "be"])
@pytest.mark.parametrize("text", ["She runs to the pier. ", "Она бежит на пирс. ", "Τρέχει εκεί. "])
def test_utf_16_without_a_mark_is_seen_in_any_alphabet(text: str, order: str) -> None:
    script = read_script((text * 9).encode(f"utf-16-{order}"), "a.txt")
    assert (script.text, script.encoding) == (text * 9, f"utf-16-{order}")


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "mac-cyrillic"])
@pytest.mark.parametrize("name", ["topa.txt", "topa.fountain"])
def test_old_files_of_cyrillic_letters_are_seen_for_what_they_are(name: str, encoding: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8").replace("’", "'").replace("…", "...")
    data = text.encode(encoding, "replace")
    script = read_script(data, name)
    assert (script.encoding, script.text) == (encoding, data.decode(encoding))
