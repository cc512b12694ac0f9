"""Sentences for the codes of scripts and folders that films are made of."""

TEMPLATES: dict[str, str] = {
    "project.script-too-large": (
        "{path} is larger than {limit} MB, which is no script of a film. Nothing was made."
    ),
    "project.script-too-long": (
        "{path} has more than {limit} lines, which is no script of a film. Nothing was made."
    ),
    "project.script-no-text": (
        "{path} is no text. A script is Fountain, Final Draft (.fdx), Markdown or plain text: save "
        "it as one of these."
    ),
    "project.script-no-fdx": "This is XML, but no script of Final Draft.",
    "project.script-broken": "The Final Draft script is broken in line {line}: {reason}.",
    "project.script-too-deep": (
        "The Final Draft script is nested more than {limit} deep, which no script is."
    ),
    "project.script-entities": (
        "The Final Draft script declares a document type or entities, which no script of Final "
        "Draft does. It was not read."
    ),
    "project.script-empty": "There is nothing in this script that could be a shot.",
    "project.script-many-shots": (
        "This would be more than {limit} scenes or shots, which is no film. Take a part of it."
    ),
    "project.script-changing": (
        "{path} changes while it is read. Wait until it is saved, then try again."
    ),
    "project.storyboarder-broken": "{path} is broken, or no project of Storyboarder.",
    "project.storyboarder-long": "{path} has more than {limit} boards.",
    "project.nothing-to-import": (
        "In {path} there is no film, no Storyboarder project, no picture (PNG, JPEG, WebP) and no "
        "clip (MP4, WebM)."
    ),
    "project.import-exists": (
        "{path} is there already, and nothing is written over. Name a folder that is not there."
    ),
    "project.import-name": "A film's folder cannot be called like {path}. Choose another name.",
    "project.import-too-large": (
        "The film would be larger than {limit} MB, more than its file may be. Take a part of the "
        "script. Nothing was made."
    ),
    "project.import-is-film": (
        "{path} is a film already, and opens as it is, with all that was made for it: "
        "topa-studio open {path}"
    ),
    "project.import-where": (
        "Say where the film shall lie (-o FOLDER), or which film the script is of (-s)."
    ),
    "project.no-script": (
        "This film was not made of a script, so there is nothing to compare {path} with."
    ),
    "project.script-gone": (
        "The script as it was imported, {path}, cannot be read: {reason}. Without it nobody can "
        "say what changed."
    ),
    "project.script-outside": (
        "The film names {path} as its script, which lies outside its folder. It is not read."
    ),
    "project.script-not-kept": "The script cannot be kept beside the film: {reason}.",
    "project.import-unasked": (
        "Nothing was changed: there is nobody to ask. Add --yes to bring this, or --dry-run only "
        "to see it."
    ),
}
