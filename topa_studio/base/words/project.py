"""Sentences for the codes of the film's folder, settings and program."""

TEMPLATES: dict[str, str] = {
    "project.no-film": "There is no file {path}. Check its name, or make a new film.",
    "project.unreadable": "{path} cannot be read: {reason}.",
    "project.no-shots": "There is no shot to work on. {reason}",
    "project.no-scene": "There is no scene {scene} in this film. Its scenes: {known}.",
    "project.no-config": "There is no settings file {path}.",
    "project.no-key": (
        "There is no KIE key: set KIE_API_KEY, or write api_key into config.yaml beside the film. "
        "With --practice no key is needed."
    ),
    "project.config": "The settings file {path} cannot be read: {reason}.",
    "project.setting": "{path}: {setting} is {found!r}, but must be {wanted}.",
    "project.held": (
        "{holder} (process {pid}) is working in {path}. Close it first: two at once could pay "
        "twice."
    ),
    "project.read-only": "The film is open to look at only, because {holder} is working in it.",
    "project.not-writable": "The folder {path} cannot be written: {reason}.",
    "project.state": "The record of what was made, {path}, cannot be used: {reason}.",
    "project.newer-state": "{path} was written by a newer Topa Studio. Please update this one.",
    "project.state-not-written": "The record of what was made could not be written.",
    "project.not-saved": "{path} could not be saved: {reason}. Your changes are still here.",
    "project.changed-outside": (
        "{path} was changed by another program, so it was not saved over. "
        "Save a copy of your version, then open the film again."
    ),
    "project.no-copy": "{path} could not be written: {reason}.",
    "project.exists": "{path} exists already. Choose another name.",
    "project.practice-not-started": "The practice service did not start: {reason}.",
    "project.mistake-of-ours": "Something went wrong in the program itself: {reason}.",
}
