"""Sentences for the codes of document."""

TEMPLATES: dict[str, str] = {
    # The file as a whole
    "document.unreadable": "{path} cannot be read: {reason}",
    "document.empty": "the file is empty; a film needs at least: scenes: []",
    "document.too-large": "the file is larger than {limit} MB, which is too much for a scenario",
    "document.utf16": "the file is saved as UTF-16; save it as UTF-8 in your text editor",
    "document.not-utf8": (
        "there are signs here that are not UTF-8 text; save the file as UTF-8 in your text editor"
    ),
    "document.control-character": "an invisible sign stands here ({character}); delete it",
    "document.no-file": "there is no file {path}: a slate or silence stands for it",
    "document.file-outside": "{path} leads out of the film and is not opened",
    "document.too-deep": "more than {limit} levels stand inside each other here; write it flatter",
    "document.several-documents": "a second document begins here (---); keep one in the file",
    "document.not-a-mapping": "the file must begin with names like scenes: and elements:",
    "document.no-scenes": "the film has no scenes yet",
    # Syntax
    "document.syntax": "this cannot be read as YAML; look for a missing quote or a wrong indent",
    "document.tab": "there is a tab here; YAML wants spaces at the beginning of a line",
    "document.colon": (
        "a colon with a space inside the text; put the whole text in double quotes, "
        "or check the indent of this line"
    ),
    "document.no-colon": "a colon is missing behind the name, as in: title: Morning",
    "document.open-quote": "the quote that begins here is never closed",
    "document.escape": (
        "a backslash in double quotes means something else here; write \\\\ or use single quotes"
    ),
    "document.open-bracket": "the list that begins here is not closed with ]",
    "document.open-brace": "the mapping that begins here is not closed with }}",
    "document.no-dash": "this line stands under a list; begin it with a dash, or indent it",
    "document.indent": (
        "this line does not fit what stands above; check its indent, and the quotes before it"
    ),
    "document.dash-place": "a list cannot begin on this line; put the dash on the next line",
    "document.sign": "a text cannot begin with {sign}; put the whole text in double quotes",
    "document.directive": "a line that begins with % is not allowed here; delete it",
    "document.tag": "tags like {tag} are not allowed; put the text in double quotes",
    "document.key-not-text": "a name before a colon must be plain text, not a list or a mapping",
    "document.unknown-alias": "*{name} is used, but &{name} does not stand above it",
    "document.recursive-alias": "*{name} stands inside of what it repeats; write it out instead",
    "document.too-many-aliases": "the aliases (*) of this file grow too large; write them out",
    "document.duplicate-key": "'{key}' stands twice: here and on line {first}; delete one of them",
    # Keys and values
    "document.near-key": "unknown name '{key}'; did you mean '{meant}'?",
    "document.money-key": (
        "'{key}' is not read, so it limits nothing; a film's budget is budget_credits in "
        "global_config, a plain number"
    ),
    "document.want-text": "{field} must be text, not {value}",
    "document.want-whole": "{field} must be a whole number, not {value}",
    "document.want-number": "{field} must be a number, not {value}",
    "document.want-bool": "{field} must be true or false, not {value}",
    "document.want-list": "{field} must be a list, as in [Topa, Valley], not {value}",
    "document.want-mapping": "{field} must hold names with values, not {value}",
    "document.choice": "{field} must be {choices}, not {value}",
    "document.option-whole": "{field} must be a whole number {range}, not {value}",
    "document.option-number": "{field} must be a number {range}, not {value}",
    "document.no-such-option": "{model} has no option '{key}', so it is not sent",
    "document.too-small": "{field} is too small: {value}",
    "document.too-great": "{field} is too large: {value}",
    "document.wrong-value": "{field} cannot be {value}",
    "document.kept": "{field} is kept, but not used yet",
    "document.trim-order": "trim ends at {end} s, not behind {start} s; the end is not used",
    "document.caption-order": (
        "the caption “{text}” ends at {end} s, not behind {start} s; it is seen for one frame"
    ),
    "document.caption-late": (
        "the caption “{text}” begins at {start} s, but the shot lasts {seconds} s: it is not shown"
    ),
    "document.transition-long": (
        "a {kind} of {seconds} s is too long here and lasts {most} s: "
        "at most half of the shorter of its two shots"
    ),
    "document.track-shot": "{file} begins with the shot {shot}, which is not there: not heard",
    "document.track-order": "{file} ends at {end} s before it begins at {start} s",
    "document.unknown-model": "there is no model called {value}{hint}",
    "document.model-kind": "{value} does not make {kind}; choose another model",
    "document.mode": "mode must be {choices} for {model}, not {value}",
    "document.ratio": "{model} cannot make {value}; aspect_ratio must be {choices}",
    "document.duration-range": "duration must be {low} to {high} seconds, not {value}",
    # Ids, names, keys
    "document.no-id": "this {what} has no id; add a line like: id: 1",
    "document.id-shape": "the id of a {what} must be a number or a word, not {value}",
    "document.unsafe-id": (
        "the id '{value}' cannot be a file name: no / \\ .. or invisible signs, "
        "and at most {limit} bytes"
    ),
    "document.unsafe-key": (
        "the key '{value}' cannot be a file name: no / \\ .. or invisible signs, "
        "and at most {limit} bytes"
    ),
    "document.unsafe-name": (
        "the name '{name}' cannot be a folder's name: no / \\ .. or invisible signs, "
        "and at most {limit} bytes"
    ),
    "document.twin-shot": "another shot of this scene has the id {value}; give this one its own",
    "document.twin-scene": "another scene has the id {value} too; give this one its own",
    "document.twin-key": "another shot has the key {key} too; give this one its own",
    "document.twin-element": "another element is called {name} too; give this one its own name",
    "document.twin-folder": (
        "{name} and {other} differ in small and capital letters only; some computers would keep "
        "their pictures in one folder; rename one of them"
    ),
    "document.no-name": "an element in '{group}' has no name; add a line like: name: Topa",
    "document.element-shape": "{name} must hold names with values, as in: description: ...",
    "document.unknown-element": "there is no element called {name}{hint}",
    # Edits
    "document.stands-twice": "'{key}' stands twice",
    "document.at-line": "line {line}: {mistake}",
    "document.edit-broken": (
        "the file has a mistake that must be corrected by hand first: {reason}"
    ),
    "document.edit-unreadable": "the file has a mistake that must be corrected by hand first",
    "document.edit-refused": (
        "this change cannot be written without changing something else in the file; "
        "make it in a text editor"
    ),
    "document.edit-alias": (
        "this part is shared with another place of the file (*{name}); "
        "write it out in a text editor first"
    ),
    "document.edit-layout": "the file is laid out here in a way that only a text editor can change",
    "document.edit-flow-list": (
        "shots in brackets on one line cannot take this in; give each shot its own lines first"
    ),
    "document.edit-flow-alias": (
        "this shot takes values from another place of the file (*{name}), and shots in brackets "
        "on one line cannot take it in like that; write the values out in it, or give each shot "
        "there its own lines, in a text editor"
    ),
    "document.edit-gone": "{name} is not in the scenario any more",
    "document.edit-needed": "{field} cannot be removed",
    "document.edit-text": "this text holds half a sign that cannot be saved; type it again",
    "document.edit-anchor": (
        "another place of the file repeats this part (*{name}); write it out there first, "
        "in a text editor"
    ),
    "document.paste-unreadable": "what was copied is not a shot or a scene",
    "document.paste-where": "shots are pasted into a scene; choose one first",
    "document.copy-mixed": "copy either shots or scenes, not both at once",
    "document.split-seconds": (
        "a shot of {value} seconds cannot be split at {at}: each half must last "
        "{low} to {high} seconds"
    ),
    "document.merge-apart": "only a shot and the next one of its scene can become one",
    "document.merge-seconds": (
        "together these shots last {value} seconds; one shot lasts {high} at most"
    ),
    "document.name-mention": (
        "{name} cannot be mentioned as @{name}; use letters, digits, - and _ only"
    ),
    "document.id-taken": "{id} is taken; choose another",
    # Merging
    "document.merge-layout": (
        "the two versions of the file are laid out in ways that cannot be brought together; "
        "choose one of them"
    ),
    "document.log": "the record of the last changes is damaged",
    # Prompt rules (docs/kling3-guide.md)
    "document.K01": "the prompt is empty; say what happens in the shot",
    "document.K02": "the prompt is too long: {length} characters are sent, {limit} are allowed",
    "document.K03": "the prompt is close to the limit: {length} of {limit} characters",
    "document.K10": "{name} is needed by this shot, but the prompt does not mention @{name}",
    "document.K11": "{count} elements are too many for one shot: {limit} at most",
    "document.K15": "an end picture needs a start picture too",
    "document.K17": "@{name} begins like @{other}; the service may mix them up",
    "document.K18": "{name} has no description; say how it looks",
    "document.K18l": "the description of {name} is long: {length} of {limit} characters are sent",
    "document.K22": "say what you want to see instead of '{words}'",
    "document.K23": "more than one camera move in one shot: {words}",
    "document.K24": "no camera or framing word, such as: wide shot, close-up, locked static frame",
    "document.K25": "the prompt is short: {count} words; say who does what, and where",
    "document.K25l": "the prompt is long: {count} words; 60 are enough",
    "document.K26": "the start picture shows the scene already; {count} words are much for motion",
    "document.K27": "{count} spoken words are too many for {seconds} seconds",
    "document.K28": "somebody speaks, but sound is off",
    "document.K29": "two lines of speech in a row; name the speaker before each",
    "document.K30": "speech works in English, Chinese, Japanese, Korean and Spanish",
    "document.K31": "in a single shot of {seconds} seconds the model may cut by itself",
    "document.K32": "the shot before has the same framing ({words}); they may look like one",
    "document.K33": "more than three people without elements may blend into each other",
    "document.K34": "'{words}' may be refused by the service",
    "document.K35": "this @ does not mention an element",
    "document.K37": "4K costs the same with and without sound, and much more than pro",
    "document.K38": "'{words}' has no end; say where the motion stops",
    "document.K41": "the framing ('{words}') comes late; it stands best at the start",
    "document.K42": "what is heard stands best at the end, behind all that is seen",
    "document.K39": "there is an invisible character ({character}); delete it",
}
