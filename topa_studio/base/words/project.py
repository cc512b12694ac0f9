"""Sentences for the codes of the film's folder, settings and program."""

TEMPLATES: dict[str, str] = {
    "project.no-elements": "There are no elements in {path}. Choose the file of another film.",
    "project.no-film": "There is no file {path}. Check its name, or make a new film.",
    "project.unreadable": "{path} cannot be read: {reason}.",
    "project.not-regular": "it is not a file but a folder, a device, a pipe or a socket",
    "project.no-shots": "There is no shot to work on: {reason}.",
    "project.no-scene": "There is no scene {scene} in this film. Its scenes: {known}.",
    "project.no-target": "There is no {target} in this film. There is: {known}.",
    "project.no-dry-undo": (
        "What {verb} would change cannot be shown beforehand. Leave out --dry-run: what is undone "
        "can be done again, and the other way round."
    ),
    "project.edit-words": (
        '"{words}" is no edit. See topa-studio edit --help; a scene is 2, a shot 2/3, an element '
        "@Topa, the film is film."
    ),
    "project.takes-words": (
        '"{words}" is nothing that is done with takes. See topa-studio takes --help; a shot is '
        "2/3, a take its number."
    ),
    "project.edit-held": (
        "{holder} (process {pid}) has the film open, in {path}. Edit it there, or close it first "
        "and then edit it here."
    ),
    "project.edit-wrong": "{problem}. Nothing was changed.",
    "project.edit-value": '"{value}" cannot be read as a value: {reason}.',
    "project.edit-seconds": (
        '"{word}" is no number of seconds. Write a whole number, as in split 2/3 4.'
    ),
    "project.edit-no-shot": "{target} is no shot. A shot is its scene and its own id, as in 2/3.",
    "project.edit-no-scene": "{target} is no scene. A scene is its id, as in 2.",
    "project.edit-itself": "{target} cannot be moved beside or into itself.",
    "project.no-field": "There is no field {field} here. There is: {known}.",
    "project.misspelt-field": "There is no field {field} here. Did you mean {meant}?",
    "project.no-job-target": "{word} has no jobs. Name a shot (2/3) or an element (@Topa).",
    "project.say-sure": "{doubt} Then add --sure.",
    "project.element-kind": "An element is a character, a background or a prop, not {kind}.",
    "project.no-config": "There is no settings file {path}.",
    "project.second-film": (
        "{path} would keep its clips in {folder}, and there lie those of {other}. Two films never "
        "share a folder: give one of the two files another name, then open it again."
    ),
    "project.another-film": (
        "Another film lay in this folder before. Its results stay where they are ({count}) and do "
        "not count for this film, but for those of the very same words."
    ),
    "project.no-key": (
        "There is no KIE key: run topa-studio key set, or set KIE_API_KEY. With --practice no key "
        "is needed."
    ),
    "project.config": "The settings file {path} cannot be read: {reason}.",
    "project.no-settings": "it is not a list of settings",
    "project.wants-settings": "a list of settings",
    "project.wants-text": "a text",
    "project.wants-number": "a number above 0",
    "project.one-of": "{others} or {last}",
    "project.setting": "{path}: {setting} is {found!r}, but must be {wanted}.",
    "project.misspelt-setting": ("{path}: there is no setting {setting}. Did you mean {meant}?"),
    "project.held": (
        "{holder} (process {pid}) is working in {path}. Close it first: two at once could pay "
        "twice."
    ),
    "project.read-only": "The film is open to look at only, because {holder} is working in it.",
    "project.not-writable": "The folder {path} cannot be written: {reason}.",
    "project.link": (
        "{path} is a link to another place. Inside the folder of results nothing is written "
        "through links: put a real folder or file there"
    ),
    "project.links": (
        "These names are links out of the film's folder, so nothing is written or sent through "
        "them: {names}. Put real files and folders in their places."
    ),
    "project.results-elsewhere": (
        "The settings of {film} put its results outside its own folder: {names}. Nothing was "
        "written there. If you trust this film, allow it when the window asks, or put "
        "--allow-outside before the command."
    ),
    "project.conflicted-copies": (
        "A cloud folder made copies because a file was changed in two places: {names}. They are "
        "not used. See whether they hold something you miss, then delete them."
    ),
    "project.damaged-status": (
        "{path} is damaged and is not used. It is kept beside the new one that will be written."
    ),
    "project.folder-away": (
        "The folder {path} is not there any more: it was moved or renamed, or its disk is away. "
        "Nothing is written or sent until it is back; your changes are still here."
    ),
    "project.state": (
        "The record of what was made, {path}, cannot be used: {reason}. If it is damaged, open the "
        "film to work on it, or use topa-studio rebuild: it is built anew from the receipts."
    ),
    "project.state-full": (
        "This could not be kept, as the disk is full. Make room on it, then do it again."
    ),
    "project.disk-full": "the disk is full",
    "project.only-read": "{path} lies where nothing can be written",
    "project.state-damaged": (
        "The record of what was made, {path}, is damaged. Open the film to work on it, or use "
        "topa-studio rebuild: it is built anew from the receipts, and nothing is lost."
    ),
    "project.newer-state": "{path} was written by a newer Topa Studio. Please update this one.",
    "project.state-not-written": "The record of what was made could not be written.",
    "project.not-saved": "{path} could not be saved: {reason}. Your changes are still here.",
    "project.edit-not-saved": "{path} could not be written: {reason}. It is as it was.",
    "project.file-differs": (
        "{path} does not say what is shown here, which is a mistake of this program. Nothing more "
        "is written until it does: take your last changes back with Undo. They are kept in {log}, "
        "and Trash and earlier versions has the film as it was."
    ),
    "project.text-differs": (
        "{path} was not saved: its text would not say what is shown here, which is a mistake of "
        "this program. The file is as it was. Take your last change back with Undo; the text is "
        "kept in {log}."
    ),
    "project.changed-outside": (
        "{path} was changed by another program, so it was not saved over. "
        "Save a copy of your version, then open the film again."
    ),
    "project.outside-change": (
        "{what} changed in {path} by another program, and shown here. Undo takes it back."
    ),
    "project.outside-merged": (
        "{what} changed in {path} by another program, and put together with your own changes. "
        "Undo takes it back."
    ),
    "project.outside-conflict": (
        "You and another program both changed {what}. {kept} stands in the film now; both "
        "versions of the file are kept in {folder}."
    ),
    "project.outside-open": (
        "You and another program both changed {what}. {kept} stands in the film; the other one "
        "can still be chosen, and both versions of the file are kept in {folder}."
    ),
    "project.outside-unmerged": (
        "Another program changed {path} in a way that cannot be put together with your changes. "
        "Its version is shown; Undo brings yours back, and both are kept in {folder}."
    ),
    "project.outside-broken": (
        "{path} was changed by another program and cannot be read now (line {line}: {reason}). "
        "The last good film is shown, and nothing is saved until the file is good again."
    ),
    "project.outside-doubt": (
        "Shot {vanished} is gone from {path}, and a new one with nearly the same words has "
        "come: {appeared}. If it is the same shot, write this line into it to keep its takes: "
        "key: {vanished}"
    ),
    "project.file-gone": (
        "{path} was deleted or moved by another program. Your film is still here, and your next "
        "change writes the file again."
    ),
    "project.recovered": ("Changes of {path} that were not saved the last time were brought back."),
    "project.log-aside": (
        "The record of your last changes could not be used whole. It is kept as {path}."
    ),
    "project.not-kept": (
        "Copies and the record of your changes cannot be written to {path}: {reason}. The film "
        "itself is saved as before."
    ),
    "project.questions-not-kept": (
        "What you decide about changes by another program cannot be written to {path}: {reason}. "
        "Until it can be, a restart asks again as if nothing was decided."
    ),
    "project.no-trash": "What was deleted could not be kept in {path}: {reason}.",
    "project.not-in-trash": "{name} is not in the trash any more.",
    "project.no-copy": "{path} could not be written: {reason}.",
    "project.money-key": (
        "The film's budget cannot be read ({mistake}), so nothing is sent until that is put right."
    ),
    "project.money-setting": (
        "{path}: {setting} is not read, so it limits nothing, and nothing is sent while it stands "
        "there. A film's budget is budget_credits in global_config of the film's file; a day's is "
        "set with topa-studio budget --day."
    ),
    "project.no-film-in": "There is no film in the folder {path}.",
    "project.many-films-in": "There is more than one film in the folder {path}: {names}. Open one.",
    "project.day-budget": (
        "{path} does not say how many credits may be spent a day, so nothing is sent. Write a "
        "line such as day: 500 into it, or delete the file for no limit."
    ),
    "project.no-captions": (
        "There are no captions in {path}. Choose an SRT or WebVTT file, whose times are written "
        "like 00:00:01,000 --> 00:00:02,500."
    ),
    "project.captions-unread": "{path} could not be read: {reason}. Nothing has changed.",
    "project.no-shots-for-captions": (
        "The film has no shots yet, so its captions have no place. Add a shot first."
    ),
    "project.sound-not-copied": "{path} could not be copied into the film's folder: {reason}.",
    "project.picture-not-copied": "{path} could not be copied into the film's folder: {reason}.",
    "project.film-closed": "the film is closed",
    "project.practice-silent": "it says nothing",
    "project.practice-not-started": "The practice service did not start: {reason}.",
    "project.mistake-of-ours": "Something went wrong in the program itself: {reason}.",
    # Scripts, boards and folders that films are made of.
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
    "project.film-without-script": (
        "This film was not made of a script. A new film can begin with one."
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
