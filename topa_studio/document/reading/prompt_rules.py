"""Rules for one shot's words, as a table: each looks at a shot and tells what it finds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from topa_studio.catalogue.models import Limits
from topa_studio.document.reading import prompt_words as words
from topa_studio.model.mentions import effective_length, mentioned_names, mentions
from topa_studio.model.problem import Severity
from topa_studio.model.scenario import Element, FilmConfig, Scene, Settings, Shot

ERROR, WARNING, HINT = Severity.ERROR, Severity.WARNING, Severity.HINT
_NEAR_LIMIT = 0.92
_LONG_PROMPT, _SHORT_PROMPT = 60, 5
_HEADING = 3  # as many words may stand before all others: "Night, a pier."
_WORDS_A_SECOND = 2.5
_LONG_TAKE = 7
# No model takes a tenth of this: beyond it only the length is told, and nothing is searched.
_MOST_READ = 20_000


@dataclass(frozen=True, slots=True)
class View:
    """A shot as the rules see it; `settings` are the resolved ones."""

    film: FilmConfig
    scene: Scene
    shot: Shot
    before: Shot | None
    elements: Mapping[str, Element]
    limits: Limits
    settings: Settings

    @property
    def used(self) -> tuple[str, ...]:
        """Known elements that the shot needs or mentions, each once."""
        names = dict.fromkeys(
            (*self.shot.elements, *mentioned_names(self.shot.prompt, self.elements))
        )
        return tuple(name for name in names if name in self.elements)

    @property
    def has_frame(self) -> bool:
        """Whether the shot itself says that it starts from a picture."""
        return self.shot.start not in (None, "none")


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule tells; `mark` is the text it is about, `key` the shot's key it stands in."""

    severity: Severity
    code: str
    params: Mapping[str, object] = field(default_factory=dict)
    mark: str = ""
    key: str = "prompt"


Rule = Callable[[View], Iterator[Found]]


def sent_words(view: View) -> str:
    """About what is sent: style, setting, lighting and the shot's own words."""
    setting = f"Setting: {view.scene.background}" if view.scene.background else ""
    lighting = f"Lighting: {view.scene.lighting}" if view.scene.lighting else ""
    own = " ".join(view.shot.prompt.split())
    return ". ".join(part for part in (view.film.style_prefix, setting, lighting, own) if part)


def _length(view: View) -> Iterator[Found]:
    """K01 to K05: empty, too long, near the limit."""
    shot, limits = view.shot, view.limits
    if not shot.prompt.strip():
        yield Found(HINT, "K01")
        return
    length = effective_length(sent_words(view), limits.mention_chars, view.elements)
    params = {"length": length, "limit": limits.prompt_chars}
    if length > limits.prompt_chars:
        yield Found(ERROR, "K02", params)
    elif length > limits.prompt_chars * _NEAR_LIMIT:
        yield Found(WARNING, "K03", params)


def _seconds(view: View) -> Iterator[Found]:
    """The model's own range."""
    low, high, value = view.limits.min_seconds, view.limits.max_seconds, view.shot.duration
    if not low <= value <= high:
        params = {"low": low, "high": high, "value": value}
        yield Found(ERROR, "duration-range", params, key="duration")


def _element_count(view: View) -> Iterator[Found]:
    """K11: more elements than the model takes."""
    count, limit = len(view.used), view.limits.elements
    if limit and count > limit:
        yield Found(ERROR, "K11", {"count": count, "limit": limit}, key="elements_needed")


def _unmentioned(view: View) -> Iterator[Found]:
    """K10: needed, but never mentioned."""
    named = mentioned_names(view.shot.prompt, view.elements)
    for name in dict.fromkeys(view.shot.elements):
        if name in view.elements and name not in named:
            yield Found(WARNING, "K10", {"name": name}, name, "elements_needed")


def _end_picture(view: View) -> Iterator[Found]:
    """K15: an end picture alone."""
    shot = view.shot
    without_start = shot.start == "none" or (shot.start is None and not view.used)
    if shot.end is not None and without_start:
        yield Found(ERROR, "K15", key="end")


def _invisible(view: View) -> Iterator[Found]:
    """K39: signs nobody sees."""
    found = words.INVISIBLE.search(view.shot.prompt)
    if found:
        yield Found(ERROR, "K39", {"character": f"U+{ord(found.group()[-1]):04X}"}, found.group())


def _negation(view: View) -> Iterator[Found]:
    """K22: what is not wanted."""
    found = words.NEGATION.search(_unquoted(view.shot.prompt))
    if found:
        yield Found(WARNING, "K22", {"words": found.group()}, found.group())


def _camera(view: View) -> Iterator[Found]:
    """K23 and K24: too much camera, or none."""
    prompt = view.shot.prompt
    moves = list(dict.fromkeys(m.group().lower() for m in words.CAMERA_MOVE.finditer(prompt)))
    if len(moves) > 1:
        yield Found(WARNING, "K23", {"words": ", ".join(moves)}, moves[1])
    has_camera = moves or framing(prompt) or words.OTHER_CAMERA.search(prompt)
    if prompt.strip() and not has_camera:
        yield Found(HINT, "K24")


def framing(prompt: str) -> str | None:
    """The first framing word of a prompt, e.g. "close-up"."""
    found = words.FRAMING.search(prompt, 0, _MOST_READ)
    return words.FRAMINGS[found.lastindex - 1] if found and found.lastindex else None


def _order(view: View) -> Iterator[Found]:
    """K41 and K42: a framing word that comes late, and what is seen behind what is heard."""
    prompt = _unquoted(view.shot.prompt)
    sentences = words.SENTENCE_END.split(prompt)
    camera = (words.FRAMING, words.OTHER_CAMERA, words.CAMERA_MOVE)
    late = words.FRAMING.search(prompt)
    begins_long = len(words.WORD.findall(sentences[0])) > _HEADING
    if late is not None and begins_long and not any(c.search(sentences[0]) for c in camera):
        yield Found(HINT, "K41", {"words": late.group()}, late.group())
    heard = [at for at, sentence in enumerate(sentences) if words.SOUND.match(sentence)]
    behind = sentences[heard[-1] + 1 :] if heard else ()
    if any("@" in each or any(looks.search(each) for looks in camera) for each in behind):
        label = words.SOUND.match(sentences[heard[-1]])
        yield Found(HINT, "K42", {}, label.group() if label else "")


def _word_count(view: View) -> Iterator[Found]:
    """K25 and K26: too few words, or too many."""
    count = len(words.WORD.findall(view.shot.prompt))
    if 0 < count < _SHORT_PROMPT:
        yield Found(WARNING, "K25", {"count": count})
    elif count > _LONG_PROMPT:
        yield Found(WARNING, "K26" if view.has_frame else "K25l", {"count": count})


def _speech(view: View) -> Iterator[Found]:
    """K27 to K30: spoken words."""
    prompt, seconds = view.shot.prompt, view.shot.duration
    lines = list(words.QUOTED.finditer(prompt))
    spoken = [next(part for part in line.groups() if part) for line in lines]
    count = sum(len(words.WORD.findall(line)) for line in spoken)
    if not lines:
        return
    if count > seconds * _WORDS_A_SECOND:
        yield Found(WARNING, "K27", {"count": count, "seconds": seconds}, lines[0].group())
    if view.settings.sound is False:
        yield Found(WARNING, "K28", {}, lines[0].group())
    for left, right in pairwise(lines):
        if not words.WORD.search(prompt, left.end(), right.start()):
            yield Found(WARNING, "K29", {}, right.group())
            break
    if any(words.FOREIGN_SPEECH.search(line) for line in spoken):
        yield Found(WARNING, "K30", {}, lines[0].group())


def _long_take(view: View) -> Iterator[Found]:
    """K31: a long single shot."""
    seconds = view.shot.duration
    if _LONG_TAKE < seconds <= view.limits.max_seconds:
        yield Found(HINT, "K31", {"seconds": seconds}, key="duration")


def _same_framing(view: View) -> Iterator[Found]:
    """K32: the shot before looks alike."""
    own = framing(view.shot.prompt)
    if own is not None and view.before is not None and framing(view.before.prompt) == own:
        yield Found(WARNING, "K32", {"words": own})


def _people(view: View) -> Iterator[Found]:
    """K33: many people, no elements."""
    found = words.PEOPLE.search(view.shot.prompt)
    if found and not view.used:
        yield Found(WARNING, "K33", {}, found.group())


def _risky(view: View) -> Iterator[Found]:
    """K34: names and words that the service may refuse."""
    found = words.RISKY.search(view.shot.prompt)
    if found:
        yield Found(WARNING, "K34", {"words": found.group()}, found.group())


def _stray_at(view: View) -> Iterator[Found]:
    """K35: an @ that mentions nothing."""
    prompt = view.shot.prompt
    starts = {mention.start for mention in mentions(prompt, view.elements)}
    stray = next((m for m in re.finditer("@", prompt) if m.start() not in starts), None)
    if stray:
        yield Found(HINT, "K35", {}, prompt[stray.start() : stray.start() + 8].split("\n")[0])


def _endless(view: View) -> Iterator[Found]:
    """K38: motion without an end."""
    found = words.ENDLESS.search(view.shot.prompt)
    if found and not words.MOTION_END.search(view.shot.prompt, found.end()):
        yield Found(WARNING, "K38", {"words": found.group()}, found.group())


def _unquoted(prompt: str) -> str:
    """The prompt with spoken words blanked: people may say what they like."""
    return words.QUOTED.sub(lambda m: " " * len(m.group()), prompt)


SHOT_RULES: tuple[Rule, ...] = (
    _length, _seconds, _element_count, _unmentioned, _end_picture, _invisible, _negation, _camera,
    _order, _word_count, _speech, _long_take, _same_framing, _people, _risky, _stray_at, _endless,
)  # fmt: skip


def rules_for(shot: Shot) -> tuple[Rule, ...]:
    """The rules that are worth asking about a shot: words without end are only too long."""
    return SHOT_RULES if len(shot.prompt) <= _MOST_READ else (_length, _seconds, _end_picture)
