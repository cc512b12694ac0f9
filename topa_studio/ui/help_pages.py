"""What Help shows to be read: the guide, what this program is, and the licences it stands under."""

from __future__ import annotations

import html
import platform

from PySide6.QtCore import QCoreApplication, Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QTextCursor, QTextDocument, QTextFrameFormat, QTextTable
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from topa_studio import __version__
from topa_studio.app.used_libraries import used_libraries
from topa_studio.base.resources import guide, own_licence, resource
from topa_studio.ui.look.theme import scaled, set_role, tokens

translate = QCoreApplication.translate
_WEB = ("http", "https")


class ReadingPage(QDialog):
    """A text in a window of its own, which may stay open beside the work."""

    def __init__(self, parent: QWidget, name: str, title: str, width: int, height: int) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = QTextBrowser()
        set_role(self.text, "reading")
        self.text.setAccessibleName(title)
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(_open_on_the_web)
        self.text.document().setDocumentMargin(scaled(20))
        close = QPushButton(self.tr("Close"))
        close.setAccessibleName(close.text())
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 24, 16)
        foot.addStretch(1)
        foot.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.text)
        whole.addLayout(foot)
        room = parent.window().size()
        self.resize(min(scaled(width), room.width() - 40), min(scaled(height), room.height() - 40))


def show_guide(parent: QWidget) -> ReadingPage:
    """How to write shots for Kling 3.0."""
    page = ReadingPage(parent, "guide", translate("Help", "Guide"), 760, 760)
    page.text.setMarkdown(guide().read_text(encoding="utf-8"))
    _give_room(page.text.document())
    page.show()
    return page


def show_about(parent: QWidget) -> ReadingPage:
    """What this program is, in words that a report of a mistake can begin with."""
    page = ReadingPage(parent, "about", translate("Help", "About"), 460, 260)
    what = translate(
        "Help",
        "A desktop storyboard editor: a timeline of scenes and shots, generated with Kling 3.0,"
        " watched at once.",
    )
    system = f"{platform.system()} {platform.release()}"
    stands = f"Python {platform.python_version()} · Qt {qVersion()} · {system}"
    free = translate("Help", "Free software under the MIT licence.")
    words = (what, free, stands)
    told = "".join(f"<p>{html.escape(line)}</p>" for line in words)
    page.text.setHtml(f"<h2>Topa Studio {html.escape(__version__)}</h2>{told}")
    page.show()
    return page


def show_licences(parent: QWidget) -> ReadingPage:
    """The licence of the program, of its fonts, and of each library that is installed here."""
    page = ReadingPage(parent, "licences", translate("Help", "Licences"), 700, 700)
    rows = "".join(
        f"<tr><td>{html.escape(one.name)}</td><td>{html.escape(one.version)}</td>"
        f"<td>{html.escape(one.licence or '–')}</td></tr>"
        for one in used_libraries()
    )
    inside = translate(
        "Help",
        "PySide6 brings Qt (LGPL 3). PyAV brings FFmpeg (LGPL 2.1) with x264 and x265 (GPL 2).",
    )
    heads = (
        translate("Help", "Libraries"),
        translate("Help", "Fonts: Inter"),
        "Topa Studio",
    )
    texts = (resource("fonts", "OFL.txt"), own_licence())
    fonts, own = (html.escape(path.read_text(encoding="utf-8")) for path in texts)
    page.text.setHtml(
        f"<h2>{heads[2]}</h2><pre style='white-space: pre-wrap'>{own}</pre>"
        f"<h2>{html.escape(heads[0])}</h2><p>{html.escape(inside)}</p>"
        f"<table cellpadding='4'>{rows}</table>"
        f"<h2>{html.escape(heads[1])}</h2><pre style='white-space: pre-wrap'>{fonts}</pre>"
    )
    page.show()
    return page


def _give_room(document: QTextDocument) -> None:
    """Markdown knows no distances: headings and paragraphs get theirs, and tables calm lines."""
    block = document.begin()
    while block.isValid():
        form = block.blockFormat()
        form.setTopMargin(scaled(18 if form.headingLevel() else 2))
        form.setBottomMargin(scaled(6))
        if QTextCursor(block).currentTable() is None:
            QTextCursor(block).setBlockFormat(form)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            look = frame.format()
            look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            look.setBorderBrush(tokens().line)
            look.setCellPadding(scaled(5))
            look.setBottomMargin(scaled(12))
            frame.setFormat(look)


def _open_on_the_web(address: QUrl) -> None:
    if address.scheme() in _WEB:
        QDesktopServices.openUrl(address)
