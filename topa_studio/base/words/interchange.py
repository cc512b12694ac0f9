"""Sentences for the codes of films that go to editing programs and come back."""

TEMPLATES: dict[str, str] = {
    # What a format cannot hold.
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
    "interchange.no-manifest": (
        "{path} is missing or damaged, so nobody knows which files that export wrote. Choose "
        "another name."
    ),
    "interchange.other-film": "{path} is of another film. Nothing has changed.",
    "interchange.other-folder": (
        "The media of that export lie in {path}. Leave the folder out, or choose that one."
    ),
    # Why an edit does not come back.
    "interchange.unreadable": "{path} could not be read: {reason}. Nothing has changed.",
    "interchange.empty": "{path} is empty. Nothing has changed.",
    "interchange.no-edit": (
        "{path} is no cut list. Choose an .otio, FCPXML, Final Cut Pro 7 XML or EDL file."
    ),
    "interchange.unread": "The file is damaged, or no {kind}. Nothing has changed.",
    "interchange.refused-xml": (
        "The file holds its own definitions, as no editing program writes them. It was not read."
    ),
    "interchange.too-deep": "The file is nested too deeply. It was not read.",
    "interchange.too-many": "There are more than {most} clips in the file. It was not read.",
    "interchange.not-one": (
        "There are {count} timelines in the file. Export one alone from the editing program."
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
    "interchange.nested": "Shot {shot} {title}: it is inside of another clip or on another track.",
    "interchange.bare": "Shot {shot} {title}: the file does not say which part of it is shown.",
    "interchange.gaps": "Gaps between clips: {count}. The film has none, so they are left out.",
    "interchange.unknown-clip": "Not a shot of this film, left alone: {name}",
    # What will change.
    "conform.moved": "Shot {shot} {title}: moved",
    "conform.scene-moved": "Scene {scene}: moved",
    "conform.deleted": "Shot {shot} {title}: to the trash",
    "conform.doubled": "Shot {shot} {title}: once more, as a new shot over the same take",
    "conform.trimmed": "Shot {shot} {title}: {before} s become {after} s, from {in} s on",
    "conform.shifted": "Shot {shot} {title}: from {in} s on instead of {begins} s",
    "conform.dissolve": "Shot {shot} {title}: begins with a dissolve of {seconds} s",
    "conform.no-dissolve": "Shot {shot} {title}: begins with a cut",
}
