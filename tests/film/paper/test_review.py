"""The review page: one file that asks nobody for anything, and shows words as words."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
from html.parser import HTMLParser

import av
import pytest
from PySide6.QtWidgets import QApplication

from tests.support.papers import film_of, put
from topa_studio.film.paper.choices import Paper, PaperChoices

EVIL = '</script><script>alert(1)</script><img src=x onerror="alert(1)">\'&"'
FILM = film_of(
    {
        "title": EVIL, "prompt": EVIL, "duration": 3, "key": '"><script>alert(2)',
        "lines": [{"who": EVIL, "text": EVIL}],
        "comments": [{"at": 1, "by": EVIL, "text": EVIL, "answers": [{"by": EVIL, "text": EVIL}]}],
    },
    {"title": "Пуша", "prompt": "Words", "duration": 4},
    title=EVIL,
)  # fmt: skip
_OUTER = re.compile(r"https?:|url\(|@import|fetch\(|XMLHttp|WebSocket|eval\(")


class Read(HTMLParser):
    """The tags of a page, and what its scripts and styles say."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: dict[str, str] = {}
        self.words: list[str] = []
        self._open = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        self._open = f"{tag} {found.get('id') or ''}".strip() if tag in ("script", "style") else ""

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open:
            self.inside[self._open] = self.inside.get(self._open, "") + data
        else:
            self.words.append(data)


@pytest.fixture(scope="module")
def page(qapp_cls: object, tmp_path_factory: pytest.TempPathFactory) -> Read:
    _application = QApplication.instance() or QApplication([])
    folder = tmp_path_factory.mktemp("review")
    put(FILM, PaperChoices(Paper.REVIEW), folder / "film.html")
    assert [path.name for path in folder.iterdir()] == ["film.html"]
    return Read((folder / "film.html").read_text(encoding="utf-8"))


def test_its_film_is_inside_and_lasts_as_long(page: Read) -> None:
    data = base64.b64decode(page.inside["script clip"])
    with av.open(io.BytesIO(data)) as film:
        stream = film.streams.video[0]
        assert stream.codec_context.name == "h264"
        assert (stream.width, stream.height) == (640, 360)
        assert sum(1 for _frame in film.decode(video=0)) == 7 * 24
    facts = json.loads(page.inside["script film"])
    assert [(shot["start"], shot["seconds"]) for shot in facts["shots"]] == [(0, 3), (3, 4)]
    assert facts["title"] == EVIL


def test_words_of_the_film_are_words_and_nothing_else(page: Read) -> None:
    scripts = [found for tag, found in page.tags if tag == "script"]
    assert [(found.get("type"), found.get("id")) for found in scripts] == [
        ("text/plain", "clip"), ("application/json", "film"), (None, None),
    ]  # fmt: skip
    assert {tag for tag, _found in page.tags if tag == "img"} == {"img"}
    for _tag, found in page.tags:
        assert not any(name.startswith("on") for name in found)
        for name in ("src", "href"):
            assert (found.get(name) or "data:").startswith("data:")
    told = "".join(page.words)
    assert told.count(EVIL) >= 7


def test_nothing_is_asked_for_outside_and_the_policy_says_so(page: Read) -> None:
    (policy,) = [
        found["content"] or "" for tag, found in page.tags
        if tag == "meta" and found.get("http-equiv") == "Content-Security-Policy"
    ]  # fmt: skip
    for what, text in (("style", page.inside["style"]), ("script", page.inside["script"])):
        seal = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{what}-src 'sha256-{seal}'" in policy
        assert not _OUTER.search(text)
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
