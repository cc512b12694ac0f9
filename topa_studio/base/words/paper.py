"""Sentences and words of what is put on paper, and of comments."""

TEMPLATES: dict[str, str] = {
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
