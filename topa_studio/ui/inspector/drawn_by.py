"""Which model draws the pictures of a film, a scene or a shot."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from topa_studio.catalogue.catalogue import DEFAULT_IMAGE_MODEL, Catalogue
from topa_studio.model.scenario import Scene, Settings
from topa_studio.ui.inspector.choice_box import ChoiceBox
from topa_studio.ui.widgets.parts import captioned, text_label

translate = QCoreApplication.translate


class DrawnBy(QWidget):
    """A choice under its caption, and a line where nobody tried the model yet.

    Signals:
        picked: the id of a model; "" for what holds without a word here.
    """

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.box, self.untried = ChoiceBox(), text_label("", "small", wrap=True)
        column = captioned(translate("FilmForm", "Model of pictures"), self.box)
        column.addWidget(self.untried)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(column)
        catalogue = Catalogue.bundled()
        self.box.addItem("", "")
        for id in catalogue.ids("image"):
            model = catalogue.get(id)
            # A twin is what another one is asked as.
            if model is not None and model.plain_model is None:
                self.box.addItem(model_words(id), id)
        self.box.activated.connect(lambda place: self.picked.emit(self.box.itemData(place)))

    def show_film(self, own: str | None) -> None:
        """Show what the film says."""
        usual = translate("FilmForm", "Usual: {model}")
        words = usual.format(model=model_words(DEFAULT_IMAGE_MODEL))
        self._show(own, words, own or DEFAULT_IMAGE_MODEL)

    def show_below(self, own: str | None, below: Settings, scene: Scene | None = None) -> None:
        """Show what a shot of `scene` says, or, without one, a scene; `below` holds otherwise."""
        words = self.tr("As in the film: {model}")
        if scene is not None and scene.settings.image_model:
            words = self.tr("As in the scene: {model}")
        otherwise = below.image_model or DEFAULT_IMAGE_MODEL
        model = Catalogue.bundled().get(otherwise)
        # What holds everywhere is told of where it is said.
        self._show(own, words.format(model=model.title if model else otherwise), own or "")

    def _show(self, own: str | None, without: str, told_of: str) -> None:
        id = own or ""
        self.box.setItemText(0, without)
        if self.box.findData(id) < 0:
            self.box.addItem(model_words(id), id)
        self.box.setCurrentIndex(self.box.findData(id))
        drawer = Catalogue.bundled().get(told_of)
        untried = drawer is not None and drawer.unconfirmed
        self.untried.setText(translate("FilmForm", "Not tried with KIE yet.") if untried else "")
        self.untried.setVisible(untried)


def model_words(id: str) -> str:
    """A model by its title and its id."""
    model = Catalogue.bundled().get(id)
    return f"{model.title if model else id}  ({id})"
