"""The version stands in one place, and the changelog tells of it."""

from __future__ import annotations

import re

import topa_studio
from tests.project.places import ROOT


def test_the_changelog_begins_with_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    told = re.findall(r"^## \[?(\d+\.\d+\.\d+)", text, flags=re.MULTILINE)

    assert told[0] == topa_studio.__version__
