"""What can be chosen of the film and of the animatic, a row each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from topa_studio.film.export.choices import SIZES, SOUNDS, Choices, What, Words
from topa_studio.film.export.facts import is_enlarged, size_of
from topa_studio.film.export.plan import Plan
from topa_studio.ui.out.remembered import EDITOR, Remembered
from topa_studio.ui.out.rows import Rows
from topa_studio.ui.widgets.parts import Switch, text_label

_ROWS = ("what", "size", "sound", "captions", "numbers", "loudness")
_WHOLE, _SCENE = "film", "scene"
Choice = tuple[str, str]


class Options(Rows):
    """Shows one `Choices`, and tells when the user has changed it.

    Signals:
        changed: `choices` are others now.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._choices = Choices()
        self._ranges: dict[str, dict[str, object]] = {}
        self._named: list[Choice] = []
        self._range = _WHOLE
        self._has = set(_ROWS)
        self._kind: str = What.FILM
        self.what = Switch(self.tr("What"))
        self.size_switch = Switch(self.tr("Picture"))
        self.captions = Switch(self.tr("Captions"))
        self.loudness = Switch(
            self.tr("Loudness"), [("as", self.tr("As it is")), ("even", self.tr("Even"))]
        )
        names = self.tr("Clips"), self.tr("Music"), self.tr("Voices")
        self.sounds = {sound: QCheckBox(name) for sound, name in zip(SOUNDS, names, strict=True)}
        self.numbers = QCheckBox(self.tr("Number and title in the picture"))
        self.size_note = text_label("", "dim", wrap=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        boxes = QWidget()
        row = QHBoxLayout(boxes)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(18)
        for box in self.sounds.values():
            row.addWidget(box)
        row.addStretch(1)
        even = text_label(self.tr("as loud as films on the web (−14 LUFS)"), "dim", wrap=True)
        self.add_row("what", self.tr("What"), self.what)
        self.add_row("size", self.tr("Picture"), self.size_switch, self.size_note)
        self.add_row("sound", self.tr("Sound"), boxes)
        self.add_row("captions", self.tr("Captions"), self.captions)
        self.add_row("numbers", self.tr("Numbers"), self.numbers)
        self.add_row("loudness", self.tr("Loudness"), self.loudness, even)
        for box in (*self.sounds.values(), self.numbers):
            box.setAccessibleName(box.text())

    def _connect(self) -> None:
        self.what.chosen.connect(self._take_what)
        self.size_switch.chosen.connect(lambda value: self._set(size=value))
        self.captions.chosen.connect(lambda value: self._set(captions=Words(value)))
        self.loudness.chosen.connect(lambda value: self._set(even=value == "even"))
        self.numbers.clicked.connect(lambda on: self._set(numbers=on))
        for box in self.sounds.values():
            box.clicked.connect(self._take_sounds)

    # What is chosen.

    @property
    def choices(self) -> Choices:
        """What is chosen now."""
        return self._choices

    @property
    def scene(self) -> str | None:
        """The one scene that is put on paper; None: all."""
        if self.what.value != _SCENE:
            return None
        return str(self._ranges[_SCENE]["scene"])

    def fit(self, whole: Plan, last: Remembered | None) -> None:
        """Offer sizes, sounds and captions as far as this film has them.

        `whole` is all of it in its own size; without anything remembered that is chosen.
        """
        film = whole.film
        sizes = {size_of(name, film.ratio, None): name for name in SIZES if name != "film"}
        size = sizes.get(whole.size, "film")
        odd = f"{whole.size[0]} × {whole.size[1]}" if size == "film" else ""
        if last is None:
            words = Words.BURNT if film.cues else Words.NONE
            self.show_choices(replace(self._choices, size=size, captions=words))
        elif self._choices.size == "film" and not odd:
            self.show_choices(replace(self._choices, size=size))
        self._offer_sizes(odd)
        self._offer_sounds(
            {part.kind if part.kind in ("clip", "voice") else "music" for part in film.parts}
        )
        self._offer_captions(some=bool(film.cues))

    def show_choices(self, choices: Choices) -> None:
        """Show these without telling."""
        self._choices = choices
        self.size_switch.set_value(choices.size)
        self.captions.set_value(choices.captions.value)
        self.loudness.set_value("even" if choices.even else "as")
        self.numbers.setChecked(choices.numbers)
        for sound, box in self.sounds.items():
            box.setChecked(sound in choices.sounds)

    def offer_ranges(self, ranges: Sequence[tuple[str, str, dict[str, object]]]) -> None:
        """What of the film can be written: a name, its words, and what it means for `Choices`."""
        self._ranges = {name: meaning for name, _, meaning in ranges}
        self._named = [(name, words) for name, words, _ in ranges]
        self._range = ranges[0][0]
        self._offer_ranges()

    def _offer_ranges(self) -> None:
        """Paper is of the film or of a scene of it."""
        on_paper = self._kind not in list(What)
        offered = [one for one in self._named if not on_paper or one[0] in (_WHOLE, _SCENE)]
        self.what.set_choices(offered)
        self.what.set_value(self._range if self._range in dict(offered) else _WHOLE)

    def choose_range(self, name: str) -> None:
        """Choose what of the film is written without telling; it must be offered."""
        if name in self._ranges:
            self._range = name
            self.what.set_value(name)
            whole: dict[str, object] = {"scene": None, "shots": (), "span": None}
            self._choices = replace(self._choices, **(whole | self._ranges[name]))  # type: ignore[arg-type]

    def _offer_sizes(self, odd: str) -> None:
        """The sizes; `odd`: that of the clips where it is none of them, else ""."""
        names = {"720p": "720p", "1080p": "1080p", "4k": "4K", "film": odd}
        self.size_switch.set_choices([(s, names[s]) for s in SIZES if names[s]])
        self.size_switch.set_value(self._choices.size)

    def _offer_sounds(self, kinds: set[str]) -> None:
        """Only these are in the film."""
        for sound, box in self.sounds.items():
            box.setVisible(sound in kinds)
        self._has_row("sound", has=bool(kinds))
        self._has_row("loudness", has=bool(kinds))

    def _offer_captions(self, *, some: bool) -> None:
        """Whether there are captions in the film."""
        self.captions.set_choices(
            [
                (Words.NONE.value, self.tr("None")),
                (Words.BURNT.value, self.tr("In the picture")),
                (Words.TRACK.value, self.tr("As a track")),
                (Words.FILE.value, self.tr("As .srt")),
            ]
        )
        self.captions.set_value(self._choices.captions.value)
        self._has_row("captions", has=some)

    def show_kind(self, kind: str) -> None:
        """Show what can be chosen of it; an animatic has its numbers in the picture anyway."""
        if kind != self._kind:
            self._kind = kind
            self._offer_ranges()
        self.setVisible(kind != EDITOR)
        for name in _ROWS:
            self._show(name)

    def _has_row(self, name: str, *, has: bool) -> None:
        """Whether the film has what this row is about."""
        (self._has.add if has else self._has.discard)(name)
        self._show(name)

    def _show(self, name: str) -> None:
        of_kind = name == "what" or self._kind in list(What)
        if name == "numbers":
            of_kind = self._kind == What.FILM
        self.show_row(name, shown=of_kind and name in self._has)

    def show_size_note(self, size: tuple[int, int] | None, clips: tuple[int, int] | None) -> None:
        """Say how the chosen size is to what most clips have."""
        words = ""
        if size is not None and clips is not None:
            if is_enlarged(size, clips):
                words = self.tr("enlarged: most clips are {width} × {height}")
                words = words.format(width=clips[0], height=clips[1])
            elif size == clips:
                words = self.tr("as most clips are")
        self.size_note.setText(words)

    def _take_what(self, name: str) -> None:
        self.choose_range(name)
        self.changed.emit()

    def _take_sounds(self) -> None:
        self._set(sounds=tuple(s for s, box in self.sounds.items() if box.isChecked()))

    def _set(self, **facts: object) -> None:
        self._choices = replace(self._choices, **facts)  # type: ignore[arg-type]
        self.changed.emit()
