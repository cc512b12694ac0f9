"""Sentences for exports, paper, comments and cuts that come back, and the words of paper."""

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
    "export.exists.window": "{path} is there already. Choose another name.",
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
    "paper.seconds": "{value} s",
    "paper.sheet": "Shots",
    "paper.no-column": "There is no column {column}. There are: {known}.",
    "paper.table-ending": "A shot list is called .xlsx or .csv, not {path}.",
    "paper.comment-gone": "left out, the shot {shot} is not in the film: {text}",
    "paper.no-comment": "left out, it is no comment: number {place} in the file",
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
    "paper.column-lines": "Dialogue",
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
    # Cut lists for editing programs: what a format cannot hold.
    "interchange.no-fades": "Fades through black are not in this format: {count} become cuts.",
    "interchange.no-captions": "Captions are not in this format: {count} are left out.",
    "interchange.no-gains": (
        "Loudness and fades of sound are not in this format: {count} are only noted in the file."
    ),
    "interchange.no-sound": "Music, voices and sounds are not in this format: {count} left out.",
    "interchange.no-clip-sound": "The sound of clips is not in this format: {count} left out.",
    "interchange.no-notes": "Notes are not in this format: {count} are left out.",
    "interchange.no-other-rate": (
        "This format counts all clips at the film's rate: {count} have another one of their own."
    ),
    # Why nothing is written.
    "interchange.rate-not-counted": (
        "{rate} frames a second cannot be written in this format. Choose OpenTimelineIO or FCPXML."
    ),
    "interchange.edl-too-many": (
        "An EDL holds {most} shots at most, and the film has {count}. Choose another format."
    ),
    "interchange.exists": (
        "{path} is there already. Choose another name, or update that export with --update."
    ),
    "interchange.exists.window": (
        "{path} is there already. Choose another name, or have that export updated."
    ),
    "interchange.no-manifest": (
        "{path} is missing or damaged, so nobody knows which files that export wrote. Choose "
        "another name."
    ),
    "interchange.edited-since": (
        "{path} was changed since it was exported, so it is not written over. Bring it back with "
        "conform first, or choose another name."
    ),
    "interchange.edited-since.window": (
        "{path} was changed since it was exported, so it is not written over. Bring that cut back "
        "first, or choose another name."
    ),
    "interchange.other-film": "{path} is of another film. Nothing has changed.",
    "interchange.other-folder": (
        "The media of that export lie in {path}. Leave the folder out, or choose that one."
    ),
    # Why an edit does not come back.
    "interchange.unreadable": "{path} could not be read: {reason}. Nothing has changed.",
    "interchange.empty": "{path} is empty. Nothing has changed.",
    "interchange.no-edit": (
        "{path} holds no cut. Choose an .otio, FCPXML, Final Cut Pro 7 XML or EDL file."
    ),
    "interchange.unread": "The file is damaged, or no {kind}. Nothing has changed.",
    "interchange.refused-xml": (
        "The file holds its own definitions, as no editor writes them. It was not read."
    ),
    "interchange.too-deep": "The file is nested too deeply. It was not read.",
    "interchange.too-many": "There are more than {most} clips in the file. It was not read.",
    "interchange.not-one": (
        "There are {count} timelines in the file. Export one alone from the editor."
    ),
    "interchange.no-pictures": "There is no picture track in the file. Nothing has changed.",
    "interchange.other-rate": (
        "The cut has {edit} frames a second and the film {film}. Nothing has changed."
    ),
    "interchange.edl-rate": (
        "Line {line} counts more frames a second than the film's {film}. Nothing has changed."
    ),
    "interchange.rate-since": (
        "The film had {before} frames a second when it was exported, and has {film} now. Nothing "
        "has changed."
    ),
    "interchange.changed-meanwhile": (
        "The film was changed since, so the cut would change something else. Look at it again."
    ),
    "interchange.nothing-of-film": "No clip in {path} is a shot of this film. Nothing has changed.",
    # What is told of an edit that came back.
    "interchange.speed": "Shot {shot} {title}: its speed was changed; its length is left as it is.",
    "interchange.off": "Shot {shot} {title}: it is turned off in the editor; it stays in the film.",
    "interchange.nested": "Shot {shot} {title}: it is inside another clip or on another track.",
    "interchange.bare": "Shot {shot} {title}: the file does not say which part of it is shown.",
    "interchange.gaps": "Gaps between clips: {count}. The film has none, so they are left out.",
    "interchange.unknown-clip": "Not a shot of this film, left alone: {name}",
    # What will change.
    "conform.moved": "Shot {shot} {title}: moved after {after}",
    "conform.moved-first": "Shot {shot} {title}: moved to the beginning of scene {scene}",
    "conform.scene-moved": "Scene {scene}: moved after scene {after}",
    "conform.scene-first": "Scene {scene}: moved to the beginning of the film",
    "conform.deleted": "Shot {shot} {title}: to the trash",
    "conform.doubled": "Shot {shot} {title}: once more after {after}, with the same take",
    "conform.trimmed": "Shot {shot} {title}: {before} s become {after} s, from {in} s on",
    "conform.shifted": "Shot {shot} {title}: from {in} s on instead of {begins} s",
    "conform.dissolve": "Shot {shot} {title}: begins with a dissolve of {seconds} s",
    "conform.no-dissolve": "Shot {shot} {title}: its dissolve is gone",
}
