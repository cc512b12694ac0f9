"""The options of a model as fields: what its file declares is shown, and nothing else is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from topa_studio.catalogue.options import Option
from topa_studio.document.edits import OPTION, FilmTarget, Target, UnsetField
from topa_studio.model.options import Options, OptionValue
from topa_studio.ui.desk import Desk
from topa_studio.ui.inspector.choice_box import ChoiceBox
from topa_studio.ui.widgets.parts import Switch, captioned
from topa_studio.ui.writing.fields import TextLine

Told = Callable[[OptionValue | None], None]


@dataclass(frozen=True, slots=True)
class OptionField:
    """One option's widget, and how it shows a value (None: none is set)."""

    widget: QWidget
    show: Callable[[OptionValue | None], None]


class OptionFields(QWidget):
    """One field for each option; hidden where the model has none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._target: Target = FilmTarget()
        self._declared: Mapping[str, Option] = {}
        self._below: Mapping[str, OptionValue] = {}
        self._fields: dict[str, OptionField] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.hide()

    def show_options(
        self, target: Target, declared: Mapping[str, Option], own: Options, below: Options
    ) -> None:
        """Show what `target` sets itself, over what holds there anyway."""
        if target != self._target:
            self.flush()
        self._target, self._below = target, dict(below)
        if declared != self._declared:
            self._rebuild(declared)
        now = {**self._below, **dict(own)}
        for name, field in self._fields.items():
            field.show(now.get(name, declared[name].default))
        self.setVisible(bool(declared))

    def field(self, name: str) -> QWidget:
        """The widget of an option. Raises KeyError."""
        return self._fields[name].widget

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        for field in self._fields.values():
            if isinstance(field.widget, TextLine):
                field.widget.flush()

    def _rebuild(self, declared: Mapping[str, Option]) -> None:
        old, self._fields = self._fields, {}
        for field in old.values():
            field.widget.blockSignals(True)
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._declared = declared
        for name, option in declared.items():
            field = self._fields[name] = option_field(option, partial(self._tell, name))
            held = QWidget()
            row = captioned(option_words(option.title), field.widget)
            row.setContentsMargins(0, 0, 0, 0)
            held.setLayout(row)
            says = option_words(option.says)
            field.widget.setToolTip(says)
            field.widget.setAccessibleDescription(says)
            self._column.addWidget(held)

    def _tell(self, name: str, value: OptionValue | None) -> None:
        label, field = self.tr("Change an option"), f"{OPTION}{name}"
        if value is None:
            self._desk.apply(label, UnsetField(self._target, field))
        else:
            without = self._below.get(name, self._declared[name].default)
            self._desk.override(label, self._target, field, value, without)


def option_words(english: str) -> str:
    """Words of a model's file in the user's language."""
    return QCoreApplication.translate("words", english) if english else ""


def option_field(option: Option, tell: Told) -> OptionField:
    """The widget for one option; `tell` is given what the user chose, None for nothing."""
    match option.kind:
        case "flag":
            return _switch(option, tell)
        case "choice":
            return _choice(option, tell)
        case _:
            return _line(option, tell)


def _switch(option: Option, tell: Told) -> OptionField:
    on = QCoreApplication.translate("OptionFields", "On")
    off = QCoreApplication.translate("OptionFields", "Off")
    made = Switch(option_words(option.title), (("on", on), ("off", off)))
    made.chosen.connect(lambda value: tell(value == "on"))
    words = {True: "on", False: "off"}
    return OptionField(made, lambda value: made.set_value(words.get(value)))  # type: ignore[arg-type]


def _choice(option: Option, tell: Told) -> OptionField:
    made = ChoiceBox()
    if option.default is None:
        made.addItem(QCoreApplication.translate("OptionFields", "As the model likes"), "")
    for value, words in option.choices.items():
        made.addItem(option_words(words), value)
    made.activated.connect(lambda place: tell(made.itemData(place) or None))
    return OptionField(made, lambda value: made.setCurrentIndex(made.findData(value or "")))


def _line(option: Option, tell: Told) -> OptionField:
    made = TextLine(option_words(option.title), _room(option), rests=False)
    made.committed.connect(lambda text: tell(_number(option, str(text))))
    return OptionField(made, lambda value: made.show_value("" if value is None else f"{value}"))


def _room(option: Option) -> str:
    """What may be typed: "0–1"; nothing where every number may."""
    ends = ("" if end is None else f"{end:.15g}" for end in (option.least, option.most))
    return "–".join(ends).strip("–")


def _number(option: Option, text: str) -> OptionValue | None:
    """What was typed; what is no number goes into the film as it is, and is told there."""
    words = text.strip()
    if not words:
        return None
    taken = option.taken(words.replace(",", "."))
    return words if taken is None else taken
