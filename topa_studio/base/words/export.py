"""Sentences for the codes of exports, of paper and comments, and the words that paper has."""

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
    "export.done-without": (
        "{path} is written, but these could not be read meanwhile, so a slate or silence stands "
        "for them: {files}"
    ),
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
    "export.unread": "Shot {number}: its {what} cannot be read, a slate is shown.",
    "export.unread-missing": "Shot {number}: its {what} is not there, a slate is shown.",
    "export.unread-outside": "Shot {number}: its {what} leads out of the film, a slate is shown.",
    "export.unread-left-out": "Shot {number}: its {what} cannot be read, so it is left out.",
    "export.unread-since": (
        "Shot {number}: its {what} could not be read while the film was written, a slate is shown."
    ),
    "export.sound": "{path} cannot be read as sound: it is not heard.",
    "export.sound-missing": "{path} is not there: it is not heard.",
    "export.sound-outside": "{path} leads out of the film: it is not heard.",
    "export.sound-since": "{path} could not be read while the film was written: it is not heard.",
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
    "paper.goes-on": "p. {page}",
    "paper.done": "done",
    "paper.sheet": "Shots",
    "paper.no-column": "There is no column {column}. There are: {known}.",
    "paper.table-ending": "A shot list is called .xlsx or .csv, not {path}.",
    "paper.comment-gone": "left out, the shot {shot} is not in the film: {text}",
    "paper.comments-of-other": (
        "{path} holds comments on another film: “{title}” ({film}). Nothing has changed. To take "
        "them all the same, use --other-film."
    ),
    "paper.comments-unread": "{path} could not be read: {reason}. Nothing has changed.",
    "paper.too-many-comments": (
        "The file holds {count} comments; at most {most} are taken at once. Nothing has changed."
    ),
    "paper.column-number": "#",
    "paper.column-picture": "Picture",
    "paper.column-title": "Title",
    "paper.column-words": "Words",
    "paper.column-elements": "Elements",
    "paper.column-seconds": "Seconds",
    "paper.column-quality": "Model · quality",
    "paper.column-takes": "Takes",
    "paper.column-state": "State",
    "paper.column-cost": "Cost",
    "paper.column-starts-at": "Starts at",
    "paper.column-start": "Starts from",
    "paper.column-sound": "Sound",
    "paper.column-notes": "Notes",
    "paper.column-scene": "Scene",
    "paper.column-lines": "Lines",
    "paper.column-comments": "Comments",
    "paper.review-name": "Your name",
    "paper.review-here": "Comment on this moment",
    "paper.review-save": "Save comments ({{value}})",
    "paper.review-at": "at {{value}} s",
    "paper.review-remove": "Remove",
    "paper.review-added": "Added. Save the comments as a file and send it back.",
    "paper.review-saved": "{{value}} was saved. Send it to whoever gave you this page.",
    "paper.review-not-kept": (
        "This browser keeps nothing for this page: save the comments before you close it."
    ),
    "paper.review-no-film": "The film cannot be played here. Comments work all the same.",
    "paper.review-no-script": "To comment, open this page in a browser that runs scripts.",
    "paper.review-play": "Play from shot {shot}",
    "paper.review-box": "Comment on shot {shot}",
    "paper.review-placeholder": "What do you think of this shot?",
    "paper.review-add": "Add comment",
}
