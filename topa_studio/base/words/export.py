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
    "export.folder-gone": (
        "The folder {path} is not there any more: it was moved or renamed, or its disk is away."
    ),
    "export.no-clip": "Shot {number} has no clip: its {shown} is shown.",
    "export.left-out": "Shot {number} has no clip and is left out.",
    "export.no-track": (
        "This computer's PyAV cannot write a track of captions. Choose captions in the picture or "
        "in a file beside it."
    ),
    "export.not-written": "{path} could not be written: {reason}.",
    "export.nothing": "Nothing of the film is chosen, so there is nothing to write.",
}
