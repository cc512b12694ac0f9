"""Length, quality, first frame, sound and options of several shots, each written for all."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.catalogue.models import Model
from topa_studio.catalogue.options import Option
from topa_studio.model.options import OptionValue
from topa_studio.ui.inspector.choice_box import ChoiceBox
from topa_studio.ui.inspector.options import OptionField, option_field, option_words
from topa_studio.ui.inspector.several.edits import Batch, Values
from topa_studio.ui.inspector.several.mixed import (
    MixedCaption,
    SharedSeconds,
    mix_words,
    mixed_field,
)
from topa_studio.ui.inspector.several.summary import FRAME, PICTURE, Summary
from topa_studio.ui.look.theme import LARGE_PERCENT, text_percent
from topa_studio.ui.widgets.parts import Switch
from topa_studio.ui.words import mode_word
from topa_studio.ui.writing.fields import TextLine
from topa_studio.ui.writing.pending import REST_MS

Write = Callable[[Values], Batch]
translate = QCoreApplication.translate


class SharedSettings(QWidget):
    """Fields in a grid, and the options where all share one model.

    Signals:
        written: words of the step, and what writes a value for all (`Write`).
    """

    written = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: int | None = None
        self.length = SharedSeconds(self.tr("Length in seconds"))
        self.quality = Switch(self.tr("Quality"))
        self.start = ChoiceBox()
        self.sound = Switch(self.tr("Sound"), (("on", self.tr("On")), ("off", self.tr("Off"))))
        self.captions = {
            "length": MixedCaption(self.tr("Length"), self.length, self.length.note),
            "quality": MixedCaption(self.tr("Quality"), self.quality),
            "start": MixedCaption(self.tr("Starts from"), self.start),
            "sound": MixedCaption(self.tr("Sound"), self.sound),
        }
        self.options = SharedOptions()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(12)
        columns = 1 if text_percent() >= LARGE_PERCENT else 2
        for place, field in enumerate(self.captions.values()):
            row, column = place // columns, place % columns
            grid.addWidget(field, row, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place % columns, 1)
        grid.addWidget(self.options, len(self.captions), 0, 1, columns)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._connect()

    def _connect(self) -> None:
        self._rest.timeout.connect(self._tell_length)
        self.length.valueChanged.connect(lambda _value: self._rest.start())
        self.length.typed.connect(self._rest.start)
        self.length.refused.connect(self._rest.stop)
        self.length.editingFinished.connect(self._tell_length)
        self.quality.chosen.connect(self._tell_quality)
        self.sound.chosen.connect(self._tell_sound)
        self.start.activated.connect(self._tell_start)
        self.options.written.connect(self.written)

    def show_summary(self, found: Summary, *, same: bool) -> None:
        """Show what these shots share; `same`: they are those that were shown before."""
        self._show_length(found, same)
        self.quality.set_choices([(mode, mode_word(mode)) for mode in found.modes])
        qualities = found.qualities
        self.quality.set_value(next(iter(qualities)) if len(qualities) == 1 else None)
        mix = mix_words(qualities, mode_word) if len(qualities) > 1 else ""
        self.captions["quality"].tell(mix)
        self._show_sound(found)
        self._show_start(found)
        self.options.show_options(found)

    def flush(self) -> None:
        """Tell a length that was typed, for the shots that are shown."""
        self._tell_length()
        self.options.flush()

    # Showing.

    def _show_length(self, found: Summary, same: bool) -> None:
        shown = next(iter(found.lengths)) if len(found.lengths) == 1 else found.low - 1
        typing = self._rest.isActive() or self.length.is_wrong
        if same and typing and shown == self._shown:
            return
        self._shown = shown
        self.length.show_lengths(found.lengths, found.low, found.high, anew=not same)

    def _show_sound(self, found: Summary) -> None:
        self.sound.setEnabled(bool(found.sounds))
        words = {True: self.tr("on"), False: self.tr("off")}
        mixed = len(found.sounds) > 1
        value = next(iter(found.sounds), False)
        self.sound.set_value(None if mixed else "on" if value else "off")
        self.captions["sound"].tell(mix_words(found.sounds, words.__getitem__) if mixed else "")

    def _show_start(self, found: Summary) -> None:
        needs = found.needs_frame == len(found.keys)
        usual = self.tr("Usual: its panel") if needs else self.tr("Usual: nothing")
        if found.needs_frame and not needs:
            usual = self.tr("Usual")
        choices = [
            (usual, ""),
            (self.tr("Its panel"), "panel"),
            (self.tr("End of the shot before"), "previous"),
        ]
        if not needs or found.starts["none"]:
            choices.append((self.tr("Nothing"), "none"))
        one = next(iter(found.starts)) if len(found.starts) == 1 else None
        if one in (PICTURE, FRAME):
            choices.append((self._start_word(one), one))
        self.start.clear()
        for words, said in choices:
            self.start.addItem(words, said)
        if one is None:
            self.start.show_mixed(mixed_field(found.starts, self._start_word))
        else:
            self.start.show_mixed("")
            self.start.setCurrentIndex(self.start.findData(one))

    def _start_word(self, start: str) -> str:
        words = {
            "": self.tr("usual"),
            "panel": self.tr("panel"),
            "previous": self.tr("shot before"),
            "none": self.tr("nothing"),
            FRAME: self.tr("a frame of the shot before"),
            PICTURE: self.tr("a picture of your own"),
        }
        return words[start]

    # Telling.

    def _tell_length(self) -> None:
        self.length.finish()
        self._rest.stop()
        seconds = self.length.value()
        if self._shown is not None and seconds != self._shown:
            self._shown = seconds
            self.written.emit(self.tr("Change length"), lambda values: values.length(seconds))

    def _tell_quality(self, mode: str) -> None:
        self.written.emit(self.tr("Change quality"), lambda values: values.quality(mode))

    def _tell_sound(self, value: str) -> None:
        on = value == "on"
        self.written.emit(self.tr("Change sound"), lambda values: values.sound(on=on))

    def _tell_start(self, place: int) -> None:
        start = self.start.itemData(place)
        if start not in (PICTURE, FRAME):
            self.written.emit(self.tr("Change first frame"), lambda values: values.start(start))


class SharedOptions(QWidget):
    """One field for each option of the one model that all have; hidden where there is none.

    Signals:
        written: see `SharedSettings`.
    """

    written = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._model: Model | None = None
        self._fields: dict[str, tuple[OptionField, MixedCaption, Option]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.hide()

    def field(self, name: str) -> QWidget:
        """The widget of an option. Raises KeyError."""
        return self._fields[name][0].widget

    def show_options(self, found: Summary) -> None:
        """Show what these shots share."""
        if found.model != self._model:
            self._rebuild(found.model)
        for name, (field, caption, option) in self._fields.items():
            values = found.options[name]
            mixed = len(values) > 1
            field.show(None if mixed else next(iter(values)))
            words = mix_words(values, _value_word(option)) if mixed else ""
            caption.tell(words)
            if isinstance(field.widget, ChoiceBox):
                field.widget.show_mixed(words)
        self.setVisible(bool(self._fields))

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        for field, _caption, _option in self._fields.values():
            if isinstance(field.widget, TextLine):
                field.widget.flush()

    def _rebuild(self, model: Model | None) -> None:
        self._model, old, self._fields = model, self._fields, {}
        for field, caption, _option in old.values():
            field.widget.blockSignals(True)
            self._column.removeWidget(caption)
            caption.deleteLater()
        declared = {} if model is None else Catalogue.bundled().options_of(model)
        for name, option in declared.items():
            field = option_field(option, partial(self._tell, name))
            caption = MixedCaption(option_words(option.title), field.widget)
            says = option_words(option.says)
            field.widget.setToolTip(says)
            field.widget.setAccessibleDescription(says)
            self._fields[name] = (field, caption, option)
            self._column.addWidget(caption)

    def _tell(self, name: str, value: OptionValue | None) -> None:
        self.written.emit(self.tr("Change an option"), lambda values: values.option(name, value))


def _value_word(option: Option) -> Callable[[OptionValue | None], str]:
    def word(value: OptionValue | None) -> str:
        if isinstance(value, str) and value in option.choices:
            return option_words(option.choices[value])
        if isinstance(value, bool):
            words = {
                True: translate("SharedOptions", "on"),
                False: translate("SharedOptions", "off"),
            }
            return words[value]
        return "—" if value is None else f"{value}"

    return word
