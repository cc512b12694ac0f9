"""The page to look at the film and comment on it: one HTML file that asks nobody for anything."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

from topa_studio.base.files import opened
from topa_studio.base.regular import open_regular, read_regular
from topa_studio.base.resources import resource
from topa_studio.film.export import movie
from topa_studio.film.export.landing import file_title
from topa_studio.film.export.unread import Unread
from topa_studio.film.paper.choices import PaperShot, clock, said
from topa_studio.film.paper.pictures import Pictures, as_file, frame_within, pictures_of
from topa_studio.film.paper.request import PaperRequest
from topa_studio.film.paper.table import plain
from topa_studio.model.rate import moment_of

Told = Callable[[int], None]

_PICTURE = (320, 320)
_PIECE = 3 << 18
_SAID = (
    "save", "at", "remove", "added", "saved", "not-kept", "no-film",
)  # fmt: skip


def write_review(request: PaperRequest, told: Told) -> Unread:
    """Write the page; what could not be read. Raises OSError or MediaError."""
    plan = request.plan
    assert plan.movie is not None
    # The film is written where the page will be: nothing else lies there if it breaks off.
    unread = movie.encode(request.pictures, told)
    with open_regular(request.target) as file:
        film = file.read()
    done = plan.movie.frames
    with (
        pictures_of(request, frame_within(plan.film.ratio, *_PICTURE)) as pictures,
        opened(request.target, "wb") as out,
    ):
        page = _Page(request)
        for piece in page.head():
            out.write(piece.encode(errors="replace"))
        for number, shot in enumerate(plan.shots, 1):
            out.write(page.shot(number, shot, pictures).encode(errors="replace"))
            told(done + number)
        out.write(b'</main>\n<script type="text/plain" id="clip">')
        for at in range(0, len(film), _PIECE):
            out.write(base64.b64encode(film[at : at + _PIECE]))
        out.write(b"</script>\n")
        out.write(page.foot().encode(errors="replace"))
        return Unread({**pictures.unread.shots, **unread.shots}, unread.sounds)


class _Page:
    """Its parts, one after the other. All words of the film go through `escape`."""

    def __init__(self, request: PaperRequest) -> None:
        self._request = request
        self._plan = request.plan
        self._style, self._script = _resource("page.css"), _resource("page.js")

    def head(self) -> Iterator[str]:
        """All above the first shot."""
        title, say = escape(plain(self._plan.title)), self._say
        policy = (
            "default-src 'none'; img-src data:; media-src blob:; "
            f"style-src {_seal(self._style)}; script-src {_seal(self._script)}; "
            "base-uri 'none'; form-action 'none'"
        )
        yield "<!doctype html>\n<html>\n<head>\n<meta charset='utf-8'>\n"
        yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        yield '<meta name="referrer" content="no-referrer">\n<link rel="icon" href="data:,">\n'
        yield f"<title>{title}</title>\n<style>{self._style}</style>\n</head>\n<body>\n"
        yield '<header><div class="head">\n<div class="film">'
        yield f'<video id="video" controls playsinline aria-label="{title}"></video></div>\n'
        yield f'<div><h1 dir="auto">{title}</h1><p class="told" id="now" dir="auto"></p></div>\n'
        yield f'<div class="tools"><label>{say("name")}'
        yield ' <input id="who" autocomplete="name" maxlength="80" dir="auto"></label>\n'
        yield f'<button class="act" id="to-shot" type="button">{say("here")}</button>\n'
        yield '<button class="act" id="save" type="button"></button></div>\n'
        yield '<p class="told" id="told" role="status" aria-live="polite"></p>\n'
        yield f"</div></header>\n<noscript><p>{say('no-script')}</p></noscript>\n<main>\n"

    def shot(self, place: int, shot: PaperShot, pictures: Pictures) -> str:
        """One shot with its box."""
        data = base64.b64encode(as_file(pictures.of(shot.key))).decode()
        key, say = escape(shot.key), self._say
        title = escape(f"{shot.number}  {plain(shot.title)}".rstrip())
        length = f"{clock(shot.begins)} · {self._seconds(shot.seconds)}"
        play = escape(self._request.say("paper.review-play", shot=shot.number))
        lines = "".join(f'<li dir="auto">{escape(plain(said(line)))}</li>' for line in shot.lines)
        return (
            f'<article id="shot-{place}" aria-labelledby="title-{place}">\n'
            f'<button class="picture" type="button" data-play="{key}" aria-label="{play}">'
            f'<img alt="" src="data:image/jpeg;base64,{data}"><span>{length}</span></button>\n'
            f'<div><h2 id="title-{place}" dir="auto">{title}</h2>\n'
            f'<p class="words" dir="auto">{escape(plain(shot.words))}</p>\n'
            + (f'<ul class="lines">{lines}</ul>\n' if lines else "")
            + self._told(shot)
            + f'<ul class="said" data-own="{key}"></ul>\n'
            f'<textarea data-box="{key}" maxlength="4000" dir="auto" '
            f'aria-label="{escape(self._request.say("paper.review-box", shot=shot.number))}" '
            f'placeholder="{say("placeholder")}"></textarea>\n'
            f'<div class="row"><span class="told" data-at="{key}"></span>'
            f'<button class="act" type="button" data-add="{key}">{say("add")}</button></div>\n'
            "</div></article>\n"
        )

    def foot(self) -> str:
        """All behind the film."""
        plan, name = self._plan, self._request.name
        start = plan.pictures.span.first
        firsts = {cut.key: moment_of(cut.first - start, plan.film.rate) for cut in plan.film.cuts}
        words = {_camel(word): self._request.say(f"paper.review-{word}") for word in _SAID}
        shots = [
            {
                "key": shot.key, "number": shot.number, "title": plain(shot.title),
                "start": round(firsts[shot.key], 4), "seconds": shot.seconds,
            }
            for shot in plan.shots
        ]  # fmt: skip
        facts = {
            "name": name,
            "title": plan.title,
            "file": f"{file_title(plan.title) or name} comments.json",
            "shots": shots,
            "words": words,
        }
        # Another cut of the film is another review: what was said of the old one stays apart.
        facts["mark"] = hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:12]
        facts["point"] = self._request.point
        data = json.dumps(facts).replace("<", "\\u003c").replace("&", "\\u0026")
        return (
            f'<script type="application/json" id="film">{data}</script>\n'
            f"<script>{self._script}</script>\n</body>\n</html>\n"
        )

    def _told(self, shot: PaperShot) -> str:
        """What was said of the shot before, and answered."""
        found = ""
        for each in shot.comments:
            who = f"{each.by} · " if each.by else ""
            head = f"{escape(who)}{self._seconds(each.at)}  "
            done = f" ({self._say_of('paper.done')})" if each.done else ""
            answers = "".join(
                f'<span class="answer" dir="auto">'
                f"{escape(plain(f'{a.by}: ' if a.by else '') + plain(a.text))}</span>"
                for a in each.answers
            )
            kind = ' class="done"' if each.done else ""
            found += f"<li{kind}><b>{head}</b>{escape(plain(each.text))}{done}{answers}</li>"
        return f'<ul class="said">{found}</ul>\n' if found else ""

    def _seconds(self, value: float) -> str:
        return escape(self._request.say("paper.seconds", value=value))

    def _say(self, word: str) -> str:
        return self._say_of(f"paper.review-{word}")

    def _say_of(self, code: str) -> str:
        return escape(self._request.say(code))


def _camel(word: str) -> str:
    first, *others = word.split("-")
    return first + "".join(other.capitalize() for other in others)


def _resource(name: str) -> str:
    place: Path = resource("review", name)
    return read_regular(place).decode()


def _seal(text: str) -> str:
    """The name by which the page's policy lets this text in, and no other."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
