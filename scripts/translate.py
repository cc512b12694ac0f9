"""Collects the words of the window and of the core for translators, and compiles what they wrote.

    python scripts/translate.py

Reads the sources, brings resources/translations/topa_*.ts up to date (what was translated stays),
and writes the .qm files beside them. English has a file too: it holds plurals.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
FOLDER = ROOT / "resources" / "translations"
CONTEXT = "words"
PLURALS = {"en": "en_US", "ru": "ru_RU"}
FORMS = {"en": 2, "ru": 3}
Place = tuple[str, str]


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
    options = ["-no-obsolete", "-locations", "none", "-source-language", "en_US"]
    options += ["-target-language", PLURALS[language]]
    command = [str(tool("lupdate")), *options, *sources, "-ts", str(target)]
    subprocess.run(command, check=True, capture_output=True, text=True)
    return target


def add_core_words(target: Path) -> None:
    """Add the core's sentences, each under its English words; translations that are there stay."""
    from topa_studio.base.words import TEMPLATES

    root = ET.parse(target).getroot()
    context = next((c for c in root.iter("context") if c.findtext("name") == CONTEXT), None)
    if context is None:
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = CONTEXT
    known = {message.findtext("source") for message in context.iter("message")}
    for sentence in sorted({*TEMPLATES.values(), *option_words()} - known):
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = sentence
        ET.SubElement(message, "translation", {"type": "unfinished"})
    write(root, target)


def option_words() -> Iterator[str]:
    """What models call their options."""
    from topa_studio.catalogue.catalogue import Catalogue

    catalogue = Catalogue.bundled()
    for model in filter(None, map(catalogue.get, catalogue.ids())):
        for option in model.options.values():
            yield from filter(None, (option.title, option.says, *option.choices.values()))


def add_unseen(target: Path) -> None:
    """Add what lupdate reads over: a count that is no plain name, words inside an f-string."""
    root = ET.parse(target).getroot()
    contexts = {context.findtext("name") or "": context for context in root.iter("context")}
    known = {place for place, _words in _messages(root)}
    for path in sorted((ROOT / "topa_studio" / "ui").rglob("*.py")):
        for name, sentence in _asked_for(ast.parse(path.read_text("utf-8")), ""):
            if (name, sentence) in known:
                continue
            known.add((name, sentence))
            if name not in contexts:
                contexts[name] = ET.SubElement(root, "context")
                ET.SubElement(contexts[name], "name").text = name
            message = ET.SubElement(contexts[name], "message")
            ET.SubElement(message, "source").text = sentence
            ET.SubElement(message, "translation", {"type": "unfinished"})
    write(root, target)


def _asked_for(node: ast.AST, owner: str) -> Iterator[Place]:
    """Context and source of each literal sentence; `owner` is the class around it."""
    if isinstance(node, ast.ClassDef):
        owner = node.name
    match node:
        case ast.Call(ast.Attribute(attr="tr"), [ast.Constant(str(sentence)), *_]):
            yield owner, sentence
        case ast.Call(
            ast.Attribute(attr="translate") | ast.Name("translate"),
            [ast.Constant(str(name)), ast.Constant(str(sentence)), *_],
        ):
            yield name, sentence
    for child in ast.iter_child_nodes(node):
        yield from _asked_for(child, owner)


def keep_plurals(target: Path) -> None:
    """English needs words of its own only where a number decides between them."""
    root = ET.parse(target).getroot()
    for context in list(root.iter("context")):
        for message in list(context.iter("message")):
            has_number = "%n" in (message.findtext("source") or "")
            if not has_number and message.get("numerus") != "yes":
                context.remove(message)
        if context.find("message") is None:
            root.remove(context)
    write(root, target)


def mark_plurals(target: Path) -> None:
    """Every sentence with a number has plural forms, also where lupdate does not see it."""
    root = ET.parse(target).getroot()
    for message in root.iter("message"):
        place = message.find("translation")
        if "%n" not in (message.findtext("source") or "") or place is None:
            continue
        message.set("numerus", "yes")
        if place.find("numerusform") is None:
            place.text = None
            for _ in range(FORMS[target.stem[-2:]]):
                ET.SubElement(place, "numerusform")
    write(root, target)


def write(root: ET.Element, target: Path) -> None:
    ET.indent(root, "    ")
    text = ET.tostring(root, encoding="unicode")
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
        written = translations(target)
        collect(language)
        add_unseen(target)
        if language == "en":
            keep_plurals(target)
        else:
            add_core_words(target)
        mark_plurals(target)
        restore(target, written)
        print(compile_words(target).strip())
    return 0


def translations(target: Path) -> dict[Place, ET.Element]:
    """What translators wrote, by context and source: lupdate drops what it does not see itself."""
    if not target.exists():
        return {}
    return {
        place: words
        for place, words in _messages(ET.parse(target).getroot())
        if words.get("type") != "unfinished"
    }


def restore(target: Path, written: dict[Place, ET.Element]) -> None:
    """Put back what `translations` found, where the sentence is still there."""
    root = ET.parse(target).getroot()
    for place, words in _messages(root):
        known = written.get(place)
        if words.get("type") == "unfinished" and known is not None:
            words.attrib.pop("type")
            words.text = known.text
            words[:] = list(known)
    write(root, target)


def _messages(root: ET.Element) -> Iterator[tuple[Place, ET.Element]]:
    for context in root.iter("context"):
        for message in context.iter("message"):
            words = message.find("translation")
            if words is not None:
                place = (context.findtext("name") or "", message.findtext("source") or "")
                yield place, words


if __name__ == "__main__":
    sys.exit(main())
