"""A command never writes outside a film's folder, unless it is told to in so many words."""

from __future__ import annotations

from pathlib import Path

from tests.support.commands import topa
from tests.support.open_film import plain_film


def test_results_elsewhere_are_refused_in_a_sentence_and_made_with_the_flag(tmp_path: Path) -> None:
    film = plain_film(tmp_path / "film")
    (film.parent / "config.yaml").write_text("output: {base_dir: ../private}\n", encoding="utf-8")
    edit = ("edit", "-s", film, "set", "1/1", "title", "New")
    for words in (("--practice", "run-all", "-s", film), edit, ("rebuild", "-s", film)):
        refused = topa(*words)
        assert refused.returncode == 2
        assert "private" in refused.stderr
        assert "--allow-outside" in refused.stderr
        assert not list(tmp_path.glob("private*"))
    for words in (("status", "-s", film), ("--practice", "run-all", "--dry-run", "-s", film)):
        assert "--allow-outside" not in topa(*words).stderr
        assert not list(tmp_path.glob("private*"))

    made = topa("--practice", "--allow-outside", "run-all", "-s", film)
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "private-practice" / "film" / "shots" / "1__1.mp4").is_file()
