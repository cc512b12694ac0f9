"""Texts of one step with what is read from them: each is parsed and read once."""

from __future__ import annotations

from topa_studio.base.yaml_reader import parse
from topa_studio.document.merging.records import Records, records_in
from topa_studio.document.reading.read import EMPTY, Reading, read
from topa_studio.document.text.draft import Draft
from topa_studio.document.text.splice import between


class Texts:
    """Reads texts while a merge or a change by another program is worked out; then it is let go.

    `name` and `ratio` hold where a film gives no title or ratio of its own.
    """

    def __init__(self, name: str = "", ratio: str = "16:9") -> None:
        self._name = name
        self._ratio = ratio
        self._drafts: dict[str, Draft] = {}
        self._readings: dict[str, Reading] = {}
        self._records: dict[str, Records | None] = {}
        self._near: dict[str, str] = {}

    def know(self, draft: Draft, reading: Reading) -> None:
        """A text that was read before, with the same name and ratio."""
        self._drafts[draft.text] = draft
        self._readings[draft.text] = reading

    def draft(self, text: str) -> Draft:
        """A text and its nodes. Raises DocumentError."""
        found = self._drafts.get(text)
        if found is None:
            near = self._nearest(text)
            if near is None:
                found = Draft(text, parse(text))
            else:
                self._near[text] = near.text
                found = near.spliced((between(near.text, text),))
            self._drafts[text] = found
        return found

    def _nearest(self, text: str) -> Draft | None:
        """The text of which the least is other."""

        def differs(draft: Draft) -> int:
            splice = between(draft.text, text)
            return len(splice.text) + splice.end - splice.start

        return min(self._drafts.values(), key=differs, default=None)

    def reading(self, text: str) -> Reading:
        """The film in a text, with what is wrong with it. Raises DocumentError."""
        found = self._readings.get(text)
        if found is None:
            tree = self.draft(text).tree
            before = self._readings.get(self._near.get(text, ""), EMPTY)
            found = self._readings[text] = read(text, tree, self._name, self._ratio, before)
        return found

    def records(self, text: str) -> Records | None:
        """The records of a text; None where something in it has no name of its own.

        They are shared: who changes them copies them. Raises DocumentError.
        """
        if text not in self._records:
            self._records[text] = records_in(self.draft(text).tree, self.reading(text))
        return self._records[text]
