"""Sentences for the codes of media."""

TEMPLATES: dict[str, str] = {
    "media.missing": (
        "There is no file at {path}. Put it back, or choose another; a take can be made again."
    ),
    "media.unreadable": (
        "{path} cannot be read: it is damaged, or no picture, clip or sound that is known here. "
        "Choose another file; a take can be made again."
    ),
    "media.no-still": (
        "{path} is no picture that the service takes: choose a PNG, JPEG or WebP file."
    ),
    "media.no-picture": "{path} holds no picture that could be shown. Choose another file.",
    "media.no-sound": "{path} holds no sound. Choose another file.",
    "media.not-written": "{path} could not be written. Look whether the disk is full.",
    "media.bad-ratio": '"{ratio}" is not a picture ratio. Write it like 16:9.',
    "media.too-large": (
        "{path} says it is {width} by {height} pixels, more than any picture here may have. "
        "It was not opened; choose another file."
    ),
    "media.nothing-left": "That would leave nothing of {path}. Draw a larger frame.",
    "media.not-opened": (
        "{path} could not be looked at, since the part of the program that opens files does not "
        "start ({reason}). The file stays where it is; start the program again."
    ),
    "media.broke-the-reader": (
        "{path} is damaged so badly that opening it broke off. It was not shown. Choose another "
        "file; a take can be made again."
    ),
    "media.outside": "{path} leads out of the film, so it is not opened.",
    "media.slate-clip-missing": "Its clip is not there",
    "media.slate-clip-unread": "Its clip cannot be read",
    "media.slate-picture-missing": "Its picture is not there",
    "media.slate-picture-unread": "Its picture cannot be read",
    "media.length-differs": "The clip is not as long as was asked.",
    "media.size-differs": "The clip does not have the size that was asked.",
    "media.sound-missing": "The clip has no sound, though it was asked for.",
    "media.sound-unasked": "The clip has sound, though none was asked for.",
    # Stands in records of earlier versions, which did not tell which of the two it was.
    "media.sound-differs": "The clip does not have the sound that was asked for.",
}
