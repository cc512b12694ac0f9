"""Sentences for the codes of exports."""

TEMPLATES: dict[str, str] = {
    "export.broke-off": "Writing the film broke off. Nothing of it was left; try again.",
    "export.broke-off-because": (
        "Writing the film broke off ({reason}). Nothing of it was left; try again."
    ),
    "export.busy": "{path} is being written right now. Wait for its end, or choose another name.",
    "export.disk-full": (
        "The disk with {path} is full: about {needed} are needed, {free} are free. Nothing of the "
        "film was left there."
    ),
    "export.done": "{path} is written.",
    "export.exists": "{path} is there already. Choose another name, or replace it with --replace.",
    "export.file-needed": (
        "{path} is no name of a file that can be written. Write a name such as {example} after -o."
    ),
    "export.folder-gone": (
        "The folder {path} is not there any more: it was moved or renamed, or its disk is away."
    ),
    "export.is-folder": "{path} is a folder. Choose another name for the file.",
    "export.name-too-long": "The name {path} is too long for this disk. Choose a shorter one.",
    "export.no-clip": "Shot {number} has no clip: its {shown} is shown.",
    "export.left-out": "Shot {number} has no clip and is left out.",
    "export.no-track": (
        "This computer's PyAV cannot write a track of captions. Choose captions in the picture or "
        "in a file beside it."
    ),
    "export.not-a-file": (
        "{path} is no ordinary file but a link or a device, so nothing is written there. Choose "
        "another name."
    ),
    "export.not-written": "{path} could not be written: {reason}.",
    "export.nothing": "Nothing of the film is chosen, so there is nothing to write.",
    "export.other-kind": (
        "{path} is there already, and its name does not end in {ending}, so it is not replaced. "
        "Choose another name."
    ),
    "export.own-file": "{path} belongs to the film itself. Choose another name or folder.",
    "export.too-big": (
        "The file would be larger than {path} takes: the disk or the account there limits how "
        "large one file may be. Nothing of it was left. Choose another disk, or a smaller picture."
    ),
    "export.two-in-one": (
        "The film and its captions would both be called {path}. Choose a name that ends in .mp4."
    ),
}
