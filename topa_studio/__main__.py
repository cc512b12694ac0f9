"""`topa-studio` and `python -m topa_studio`: a command, or the window where none is given."""

from __future__ import annotations


def main() -> None:
    """Run the program with the arguments of the process; it ends with an exit code."""
    from topa_studio.cli.main import Window, build

    build(Window(open=open_window, picture=take_picture))(prog_name="topa-studio")


def open_window(scenario: str | None, practice: bool, config: str | None) -> int:
    """Open the window; its parts are loaded only here, so that commands stay quick.

    Args:
        scenario: the film's file; None opens the film of last time, or the sample.
    """
    import gc
    from pathlib import Path

    # Most of a start is imports, and all they make stays: the studio collects once it stands.
    gc.disable()
    from topa_studio.ui.run import run

    film = None if scenario is None else Path(scenario)
    return run(film, practice, None if config is None else Path(config))


def take_picture(scenario: str, practice: bool, target: str) -> int:
    """Save a picture of the window with a film, without a screen."""
    from pathlib import Path

    from topa_studio.ui.picture import take

    return take(Path(scenario), practice, Path(target))


if __name__ == "__main__":
    main()
