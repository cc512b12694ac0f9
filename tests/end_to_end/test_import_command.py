"""`topa-studio import`: a film out of a script, and the script once more, as a user types it."""

from __future__ import annotations

from pathlib import Path

from tests.support.commands import topa
from tests.support.scripts import FOLDER
from topa_studio.document.document import Document


def _run(*words: str | Path, code: int = 0) -> str:
    done = topa(*map(str, words))
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def test_a_script_becomes_a_film_and_comes_again(tmp_path: Path) -> None:
    script, folder = tmp_path / "cat.fountain", tmp_path / "film"
    script.write_bytes((FOLDER / "cat.fountain").read_bytes())
    told = _run("import", script, "-o", folder, "--plain", "Pepper")
    assert "3 scenes, 8 shots, 0:38" in told
    assert "Plain words: Pepper 3" in told
    film = folder / "scenario.yaml"
    before = film.read_bytes()
    assert "is there already" in _run("import", script, "-o", folder, code=2)
    assert film.read_bytes() == before
    assert "topa-studio open" in _run("import", folder, "-o", tmp_path / "more", code=2)

    assert "Nothing to bring" in _run("import", script, "-s", film)
    words = script.read_text(encoding="utf-8").replace("with a torn sail", "without a mast")
    script.write_text(words, encoding="utf-8")
    assert "changed shot 2.1" in _run("import", script, "-s", film, "--dry-run")
    assert "there is nobody to ask" in _run("import", script, "-s", film, code=2)
    assert film.read_bytes() == before
    _run("import", script, "-s", film, "--yes")
    assert "without a mast" in film.read_text(encoding="utf-8")
    assert sorted(path.name for path in (folder / "script").iterdir()) == [
        "cat (2).fountain", "cat.fountain",
    ]  # fmt: skip
    assert Document.open(film).scenario.film.script == "script/cat (2).fountain"
    _run("edit", "-s", film, "undo")
    assert film.read_bytes() == before

    _run("edit", "-s", film, "set", "2/1", "prompt", "My own words")
    assert "changed by hand: My own words" in _run("import", script, "-s", film, "--yes", code=1)
    assert "My own words" in film.read_text(encoding="utf-8")


def test_what_cannot_be_imported_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "a.fdx"
    broken.write_text("<!DOCTYPE x [<!ENTITY a 'b'>]><FinalDraft/>")
    told = _run("import", broken, "-o", tmp_path / "film", code=2)
    assert "declares" in told
    assert "-o FOLDER" in _run("import", FOLDER / "cat.fountain", code=2)
    assert not (tmp_path / "film").exists()
    plain = tmp_path / "plain.yaml"
    plain.write_text("scenes: []\n")
    assert "was not made of a script" in _run(
        "import", FOLDER / "cat.fountain", "-s", plain, "--yes", code=2
    )


def test_only_a_look(tmp_path: Path) -> None:
    told = _run("import", FOLDER / "topa.txt", "--dry-run", "--shots", "sentence")
    assert "1.2" in told
    assert list(tmp_path.iterdir()) == []


def test_a_film_goes_out_as_a_script_again(tmp_path: Path) -> None:
    _run("import", FOLDER / "topa.fountain", "-o", tmp_path / "film")
    film, out = tmp_path / "film" / "scenario.yaml", tmp_path / "out.fountain"
    assert "4 scenes, 9 shots" in _run("export", "fountain", "-s", film, "-o", out)
    assert "is there already" in _run("export", "fountain", "-s", film, "-o", out, code=2)
    _run("import", out, "-o", tmp_path / "again")
    before, after = (
        Document.open(tmp_path / name / "scenario.yaml").scenario for name in ("film", "again")
    )
    assert [shot.prompt for shot in after.shots()] == [shot.prompt for shot in before.shots()]
    assert [shot.lines for shot in after.shots()] == [shot.lines for shot in before.shots()]
