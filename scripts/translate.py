"""Collects the words of the window and of the core for translators, and compiles what they wrote.

    python scripts/translate.py

Reads the sources, brings resources/translations/topa_*.ts up to date (what was translated stays),
and writes the .qm files beside them. English has a file too: it holds plurals.
"""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
FOLDER = ROOT / "resources" / "translations"
CONTEXT = "words"
PLURALS = {"en": "en_US", "ru": "ru_RU"}
FORMS = {"en": 2, "ru": 3}


def tool(name: str) -> Path:
    """A Qt tool of the PySide6 package."""
    import PySide6

    folder = Path(PySide6.__file__).parent
    found = [
        p for p in (folder / name, folder / f"{name}.exe", folder / "bin" / name) if p.exists()
    ]
    if not found:
        raise SystemExit(f"{name} is not in {folder}")
    return found[0]


def collect(language: str) -> Path:
    """Bring one .ts file up to date with the sources."""
    target = FOLDER / f"topa_{language}.ts"
    sources = sorted(str(path) for path in (ROOT / "topa_studio" / "ui").rglob("*.py"))
    plural = ["-pluralonly"] if language == "en" else []
    options = ["-no-obsolete", "-locations", "none", "-source-language", "en_US"]
    options += ["-target-language", PLURALS[language], *plural]
    command = [str(tool("lupdate")), *options, *sources, "-ts", str(target)]
    subprocess.run(command, check=True, capture_output=True, text=True)
    return target


def add_core_words(target: Path) -> None:
    """Add the core's sentences, each under its English words; translations that are there stay."""
    from topa_studio.base.words import TEMPLATES

    tree = ET.parse(target)
    root = tree.getroot()
    context = next((c for c in root.iter("context") if c.findtext("name") == CONTEXT), None)
    if context is None:
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = CONTEXT
    known = {message.findtext("source") for message in context.iter("message")}
    for sentence in sorted(set(TEMPLATES.values()) - known):
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = sentence
        ET.SubElement(message, "translation", {"type": "unfinished"})
    write(tree, target)


def mark_plurals(target: Path) -> None:
    """Every sentence with a number has plural forms, also where lupdate does not see it."""
    tree = ET.parse(target)
    for message in tree.getroot().iter("message"):
        place = message.find("translation")
        if "%n" not in (message.findtext("source") or "") or place is None:
            continue
        message.set("numerus", "yes")
        if place.find("numerusform") is None:
            place.text = None
            for _ in range(FORMS[target.stem[-2:]]):
                ET.SubElement(place, "numerusform")
    write(tree, target)


def write(tree: ET.ElementTree, target: Path) -> None:
    ET.indent(tree, "    ")
    text = ET.tostring(tree.getroot(), encoding="unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    target.write_text(f"{head}{text}\n", encoding="utf-8", newline="\n")


def compile_words(target: Path) -> str:
    """Write the .qm file; returns the tool's own count."""
    command = [str(tool("lrelease")), str(target), "-qm", str(target.with_suffix(".qm"))]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main() -> int:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for language in PLURALS:
        target = FOLDER / f"topa_{language}.ts"
        saved = core_translations(target)
        collect(language)
        if language != "en":
            add_core_words(target)
            restore(target, saved)
        mark_plurals(target)
        print(compile_words(target).strip())
    return 0


def core_translations(target: Path) -> dict[str, str]:
    """What translators wrote for the core's sentences: lupdate, which sees no source, drops it."""
    if not target.exists():
        return {}
    found: dict[str, str] = {}
    for context in ET.parse(target).getroot().iter("context"):
        if context.findtext("name") == CONTEXT:
            for message in context.iter("message"):
                written = message.findtext("translation")
                if written:
                    found[message.findtext("source") or ""] = written
    return found


def restore(target: Path, saved: dict[str, str]) -> None:
    """Put back what `core_translations` found."""
    tree = ET.parse(target)
    for context in tree.getroot().iter("context"):
        if context.findtext("name") != CONTEXT:
            continue
        for message in context.iter("message"):
            words = saved.get(message.findtext("source") or "")
            place = message.find("translation")
            if words and place is not None and not place.text:
                place.text = words
                place.attrib.pop("type", None)
    write(tree, target)


if __name__ == "__main__":
    sys.exit(main())
