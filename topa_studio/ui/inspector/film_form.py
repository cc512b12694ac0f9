"""The inspector of the film itself, shown where nothing else is selected."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from topa_studio.catalogue.catalogue import DEFAULT_IMAGE_MODEL, Catalogue
from topa_studio.document.edits import FilmTarget
from topa_studio.ui.budget_fields import FilmBudget
from topa_studio.ui.desk import Desk
from topa_studio.ui.inspector.choice_box import ChoiceBox
from topa_studio.ui.inspector.drawn_by import DrawnBy, model_words
from topa_studio.ui.inspector.film_plays import FilmPlays
from topa_studio.ui.inspector.options import OptionFields
from topa_studio.ui.notices.told import ToldLines, told_of
from topa_studio.ui.widgets.parts import Switch, captioned, text_label
from topa_studio.ui.words import duration, mode_word
from topa_studio.ui.writing.fields import TextBox, TextLine


class FilmForm(QWidget):
    """Title, style and what holds for every shot that says nothing else."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session = desk.session
        self.title = TextLine(self.tr("Title"), self.tr("Untitled film"), "heading")
        self._facts = text_label("", "dim")
        self.style_prefix = TextBox(
            self.tr("Style"), self.tr("How the whole film looks; put before every prompt."), 4
        )
        self.ratio = Switch(self.tr("Format"))
        self.model, self.drawn_by = ChoiceBox(), DrawnBy()
        self.quality = Switch(self.tr("Quality"))
        self.sound = Switch(self.tr("Sound"), (("on", self.tr("On")), ("off", self.tr("Off"))))
        self.options = OptionFields(desk)
        self.budget = FilmBudget(desk)
        self.plays = FilmPlays(desk)
        self.told = ToldLines()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 0, 14, 14)
        whole.setSpacing(14)
        whole.addWidget(self.title)
        whole.addWidget(self._facts)
        whole.addLayout(captioned(self.tr("Style"), self.style_prefix))
        whole.addLayout(captioned(self.tr("Format"), self.ratio))
        whole.addLayout(captioned(self.tr("Model"), self.model))
        whole.addLayout(captioned(self.tr("Quality"), self.quality))
        whole.addLayout(captioned(self.tr("Sound"), self.sound))
        whole.addWidget(self.drawn_by)
        whole.addWidget(self.options)
        hint = self.tr("Every shot uses these, unless it or its scene says otherwise.")
        whole.addWidget(text_label(hint, "dim", wrap=True))
        whole.addWidget(self.budget)
        whole.addWidget(self.plays)
        whole.addWidget(self.told)
        whole.addStretch(1)
        for id in Catalogue.bundled().ids("clip"):
            self.model.addItem(model_words(id), id)

    def _connect(self) -> None:
        self.title.committed.connect(lambda text: self._set("title", text))
        self.style_prefix.committed.connect(lambda text: self._set("style_prefix", text))
        self.ratio.chosen.connect(lambda value: self._set("aspect_ratio", value))
        self.model.activated.connect(lambda place: self._set("model", self.model.itemData(place)))
        self.drawn_by.picked.connect(self._set_image_model)
        self.quality.chosen.connect(lambda value: self._set("mode", value))
        self.sound.chosen.connect(lambda value: self._set("sound", value == "on"))

    def _set(self, field: str, value: str | bool) -> None:
        self._desk.set(self.tr("Change film settings"), FilmTarget(), field, value)

    def _set_image_model(self, id: str) -> None:
        label = self.tr("Change film settings")
        self._desk.override(label, FilmTarget(), "image_model", id, "")

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        self.title.flush()
        self.style_prefix.flush()
        self.options.flush()
        self.budget.field.flush()
        self.plays.flush()

    def refresh(self) -> None:
        """Show the film as the document says it now."""
        scenario = self._desk.film
        film, now = scenario.film, self._desk.session.inherited()
        model = Catalogue.bundled().clip_model(now.model)
        scenes = self.tr("%n scenes", "", len(scenario.scenes))
        shots = self.tr("%n shots", "", len(scenario.shots()))
        self._facts.setText(f"{scenes} · {shots} · {duration(scenario.seconds())}")
        self.title.show_value(film.title)
        self.style_prefix.show_value(film.style_prefix)
        self.ratio.set_choices([(ratio, ratio) for ratio in model.limits.ratios])
        self.ratio.set_value(film.aspect_ratio)
        self.model.setCurrentIndex(self.model.findData(model.id))
        self.drawn_by.show_film(film.settings.image_model)
        self.quality.set_choices([(mode, mode_word(mode)) for mode in model.modes])
        self.quality.set_value(now.mode)
        self.sound.set_value("on" if now.sound else "off")
        catalogue = Catalogue.bundled()
        drawn = catalogue.options_of(
            catalogue.get(film.settings.image_model or DEFAULT_IMAGE_MODEL)
        )
        options = {**drawn, **catalogue.options_of(model)}
        self.options.show_options(FilmTarget(), options, film.settings.options, ())
        self.title.setReadOnly(not self._desk.editable)
        self.style_prefix.setReadOnly(not self._desk.editable)
        self.plays.show_film(film)
        for field in (
            self.ratio, self.model, self.drawn_by, self.quality, self.sound, self.options,
            self.plays,
        ):  # fmt: skip
            field.setEnabled(self._desk.editable)
        self.budget.refresh()
        self.refresh_status()

    def refresh_status(self) -> None:
        """Tell problems that belong to no shot or element."""
        problems = self._session.problems
        self.told.tell([told_of(p) for p in problems if p.shot is None and p.element is None])
