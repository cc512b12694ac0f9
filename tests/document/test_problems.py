import json
import re
from pathlib import Path

import jsonschema
import pytest

import topa_studio
from tests.support.films import FILM, FLAT, codes, errors, opened
from topa_studio.base.resources import resource, sample_film
from topa_studio.base.words.document import TEMPLATES
from topa_studio.base.yaml_reader import load
from topa_studio.document.document import Document
from topa_studio.document.reading.definition import json_schema
from topa_studio.document.reading.findings import describe
from topa_studio.film.timing import CutList
from topa_studio.model.problem import Severity
from topa_studio.model.scenario import ElementKind, Trim
from topa_studio.model.status import ShotStatus

HEAD = """\
global_config: {}
elements:
  characters:
  - {name: Topa, description: bear}
  - {name: Pusha, description: bunny}
  - {name: Kite, description: kite}
  - {name: Box, description: box}
scenes:
- id: 1
  shots:
  - id: 1
    prompt: "Wide shot. @Topa sits down slowly."
"""
SHOT = 12  # the line of the prompt; more keys follow from line 13

# text to replace, its replacement, line, words of the message
FAULTS = {
    "duration": ("", "    duration: 99\n", 13, "duration must be 3 to 15 seconds, not 99"),
    "duration low": ("", "    duration: 2\n", 13, "duration must be 3 to 15 seconds, not 2"),
    "duration words": ("", "    duration: five\n", 13, "must be a whole number, not five"),
    "duration part": ("", "    duration: 4.5\n", 13, "must be a whole number, not 4.5"),
    "duration bool": ("", "    duration: true\n", 13, "must be a whole number, not true"),
    "near key": ("", "    duraton: 4\n", 13, "unknown name 'duraton'; did you mean 'duration'?"),
    "near case": ("", "    Duration: 4\n", 13, "did you mean 'duration'?"),
    "near dash": ("", "    negative-prompt: x\n", 13, "did you mean 'negative_prompt'?"),
    "near top": ("scenes:", "scene:", 8, "unknown name 'scene'; did you mean 'scenes'?"),
    "twin key": ("", "    prompt: x\n", 13, "'prompt' stands twice: here and on line 12"),
    "list wanted": ("", "    elements_needed: Topa\n", 13, "must be a list, as in [Topa, Valley]"),
    "text wanted": ("", "    notes: [a]\n", 13, "notes must be text, not a list"),
    "bool wanted": ("", "    sound: loud\n", 13, "sound must be true or false, not loud"),
    "mapping wanted": ("", "    trim: 3\n", 13, "trim must hold names with values, not 3"),
    "number wanted": ("", "    trim: {in: x}\n", 13, "trim in must be a number, not x"),
    "choice": ("global_config: {}", "global_config: {aspect_ratio: '4:3'}", 1, "must be 16:9"),
    "take": ("", "    take: 1.5\n", 13, "take must be a whole number, not 1.5"),
    "model": ("", "    model: kling-3/video\n", 13, "did you mean kling-3.0/video?"),
    "model kind": ("", "    model: nano-banana-2\n", 13, "does not make clips"),
    "mode": ("", "    mode: 4k\n", 13, "mode must be std, pro or 4K for Kling 3.0, not 4k"),
    "unknown needed": ("", "    elements_needed: [Bob]\n", 13, "there is no element called Bob"),
    "needed near": ("", "    elements_needed: [Topas]\n", 13, "did you mean Topa?"),
    "unknown mention": ("@Topa", "@topa", 12, "no element called topa; did you mean Topa?"),
    "no id": ("  - id: 1\n    prompt", "  - prompt", 11, "this shot has no id"),
    "empty id": ("  - id: 1\n", "  - id:\n", 11, "this shot has no id"),
    "id list": ("  - id: 1\n", "  - id: [1]\n", 11, "must be a number or a word, not a list"),
    "id slash": ("  - id: 1\n", "  - id: a/b\n", 11, "cannot be a file name"),
    "id backslash": ("  - id: 1\n", "  - id: a\\b\n", 11, "cannot be a file name"),
    "id dots": ("  - id: 1\n", "  - id: '..'\n", 11, "cannot be a file name"),
    "id control": ("  - id: 1\n", '  - id: "a\\tb"\n', 11, "cannot be a file name"),
    "id long": ("  - id: 1\n", f"  - id: {'é' * 51}\n", 11, "at most 100 bytes"),
    "scene id": ("- id: 1\n  shots", "- id: a/b\n  shots", 9, "cannot be a file name"),
    "scene no id": ("- id: 1\n  shots", "- title: x\n  shots", 9, "this scene has no id"),
    "key unsafe": ("", "    key: ../x\n", 13, "the key '../x' cannot be a file name"),
    "twin shots": (
        "",
        "  - id: '1'\n    prompt: Wide shot of the hill there.\n",
        13,
        "has the id 1",
    ),
    "twin scenes": ("", "- id: '1'\n", 13, "another scene has the id 1"),
    "twin keys": (
        "",
        "- id: 2\n  shots: [{id: 1, key: 1__1, prompt: x}]\n",
        11,
        "has the key 1__1",
    ),
    "element name": ("name: Box", "name: a/b", 7, "cannot be a folder's name"),
    "element no name": ("name: Box, ", "", 7, "has no name"),
    "element twin": ("name: Box", "name: Topa", 7, "another element is called Topa"),
    "folder twin": ("name: Box", "name: topa", 7, "differ in small and capital letters only"),
    "element empty": ("description: box", 'description: ""', 7, "Box has no description"),
    "group near": ("characters:", "charcters:", 3, "did you mean 'characters'?"),
    "element type": ("description: box", "type: thing", 7, "type must be character, background"),
    "element shape": ("- {name: Box, description: box}", "- Box", 7, "must hold names with values"),
    "elements shape": (
        "",
        "    elements_needed: [Topa, Pusha, Kite, Box]\n",
        13,
        "4 elements are too many for one shot: 3 at most",
    ),
    "end alone": ("", "    end: a.png\n    start: none\n", 13, "needs a start picture too"),
    "ratio": ("{}", "{aspect_ratio: '4:3'}", 1, "aspect_ratio must be 16:9, 9:16 or 1:1, not 4:3"),
    "fps": ("{}", "{fps: 0}", 1, "fps is too small"),
    "budget": ("{}", "{budget_credits: lots}", 1, "budget_credits must be a number, not lots"),
    "config": ("{}", "[]", 1, "global_config must hold names with values, not a list"),
    "hidden": ("sits", '"\n      + "', 12, ""),
    "zero width": ("sits", "si\u200bts", 12, "there is an invisible character (U+200B)"),
    "shot no mapping": ("", "  - just words\n", 13, "shot 2 must hold names with values"),
    "scene no mapping": ("", "- just words\n", 13, "scene 2 must hold names with values"),
    "too long": ("sits", "very " * 500, 12, "characters are sent, 2500 are allowed"),
}
del FAULTS["hidden"]


@pytest.mark.parametrize("name", FAULTS)
def test_each_mistake_is_told_with_its_line(name: str) -> None:
    old, new, line, words = FAULTS[name]
    document = opened(HEAD.replace(old, new, 1) if old else HEAD + new)
    told = errors(document)
    assert [x for x in told if x.startswith(f"line {line}: ") and words in x], told


@pytest.mark.parametrize("words", ["", '"  "'])
def test_a_shot_without_words_is_empty_and_no_mistake(words: str) -> None:
    document = opened(HEAD.replace('"Wide shot. @Topa sits down slowly."', words, 1))
    assert errors(document) == []
    assert "K01" in codes(document)
    assert document.scenario.shot("1__1").is_empty


def test_the_good_film_has_no_errors() -> None:
    assert errors(opened(HEAD)) == errors(opened(FILM)) == errors(opened(FLAT)) == []


def test_a_mistake_marks_its_shot_and_leaves_the_others() -> None:
    document = opened(
        HEAD + "    duration: 99\n  - id: 2\n    prompt: Wide shot of the old tree.\n"
    )
    assert {p.shot for p in document.problems if p.severity == "error"} == {"1__1"}
    assert [shot.key for shot in document.scenario.shots()] == ["1__1", "1__2"]


def test_a_scene_without_an_id_stops_all_its_shots() -> None:
    text = HEAD.replace("- id: 1\n  shots", "- title: x\n  shots")
    document = opened(text + "  - id: 2\n    prompt: Wide shot of the old tree.\n")
    marked = {p.shot for p in document.problems if p.code == "document.no-id"}
    assert marked == {shot.key for shot in document.scenario.shots()}
    assert len(marked) == 2


def test_unknown_keys_far_from_any_other_are_fine() -> None:
    assert errors(opened(HEAD + "    seed: 12\n    camera: wide\n    mood: calm\n")) == []


def test_a_near_key_is_fine_where_the_known_one_is_there() -> None:
    assert errors(opened(HEAD + "    prompts: x\n")) == []


def test_a_merged_key_counts_as_there() -> None:
    text = HEAD.replace("global_config: {}", "base: &b {duration: 4}\nglobal_config: {}")
    document = opened(text + "    <<: *b\n    durations: x\n")
    assert errors(document) == []
    assert document.scenario.shot("1__1").duration == 4


def test_both_layouts_and_every_id_form_load() -> None:
    flat, grouped = opened(FLAT).scenario, opened(FILM).scenario
    assert [(e.name, e.kind) for e in flat.elements] == [
        ("Topa", ElementKind.CHARACTER),
        ("Valley", ElementKind.BACKGROUND),
    ]
    assert [e.kind for e in grouped.elements] == [ElementKind.CHARACTER, ElementKind.BACKGROUND]
    assert [shot.key for shot in flat.shots()] == ["scene_01__1"]
    assert [shot.key for shot in grouped.shots()] == ["1__1", "1__2", "1__3", "hill__1"]


def test_the_title_is_the_files_stem_where_none_is_given() -> None:
    assert opened(FLAT, name="summer.yaml").scenario.film.title == "summer"


WARNINGS = {
    "K03": "Wide shot. " + "very " * 470,
    "K10": ("Wide shot of a hill in the sun.", "    elements_needed: [Topa]\n"),
    "K22": "Wide shot. @Topa sits still, no people in sight.",
    "K23": "Wide shot. @Topa sits down. Slow push-in, then whip pan to the door.",
    "K24": "@Topa sits down on the green hill and looks up.",
    "K25": "Wide shot.",
    "K25l": "Wide shot. " + "word " * 61,
    "K26": ("Wide shot. " + "word " * 61, "    start: panel\n"),
    "K27": 'Wide shot. @Topa says: "' + "word " * 14 + '"',
    "K28": ('Wide shot. @Topa says: "Hello there."', "    sound: false\n"),
    "K29": 'Wide shot. @Topa says: "Hello." "Who is it?"',
    "K30": "Wide shot. @Topa says: «Привет, Пуша!»",
    "K31": ("Wide shot. @Topa sits down slowly.", "    duration: 9\n"),
    "K32": (
        "Close-up. @Topa sits down slowly.",
        "  - {id: 2, prompt: 'Close-up. A door opens and stops.'}\n",
    ),
    "K33": "Wide shot. Five children sit down on the hill.",
    "K34": "Wide shot. A Pixar film look, a hill in the sun.",
    "K35": "Wide shot. A letter to me@home lies on the hill.",
    "K37": ("Wide shot. @Topa sits down slowly.", "    mode: 4K\n"),
    "K38": "Wide shot. @Topa walks around the hill.",
    "K41": "@Topa sits down on the green hill. Close-up of the paws.",
    "K42": "Wide shot. Sound: birds. @Topa sits down on the green hill.",
}


@pytest.mark.parametrize("code", WARNINGS)
def test_prompt_rules_warn_and_stop_nothing(code: str) -> None:
    given = WARNINGS[code]
    prompt, more = (given, "") if isinstance(given, str) else given
    text = HEAD.replace('"Wide shot. @Topa sits down slowly."', json.dumps(prompt)) + more
    document = opened(text)
    assert code in codes(document), [describe(p) for p in document.problems]
    assert errors(document) == []


@pytest.mark.parametrize("line", ["  multi_shot: true", "  multi_shot: maybe"])
def test_a_key_that_nothing_uses_yet_is_kept_and_stops_nothing(line: str) -> None:
    more = "".join(f"  - {{id: a{n}, prompt: x, duration: 3}}\n" for n in range(8))
    text = HEAD.replace("  shots:", f"{line}\n  shots:") + more
    document = opened(text)
    assert errors(document) == []
    (told,) = [p for p in document.problems if p.code == "document.kept"]
    assert told.severity is Severity.HINT
    assert describe(told).endswith(": multi_shot is kept, but not used yet")
    place = document.text.splitlines()[(told.line or 0) - 1]
    assert "multi_shot" in place
    assert document.to_bytes().decode() == text


SHORT_TIMES = {
    "    trim: {in: 3, out: 2}": "trim ends at 2",
    "    captions: [{text: Hop, in: 2, out: 1}]": "the caption “Hop” ends at 1",
    "    captions: [{text: Hop, in: 9}]": "but the shot lasts 5 s",
    "audio: [{file: a.mp3, shot: 9__9}]": "the shot 9__9, which is not there",
    "audio: [{file: a.mp3, in: 3, out: 2}]": "ends at 2",
}


@pytest.mark.parametrize("line", SHORT_TIMES)
def test_times_that_cannot_be_are_warned_of_and_stop_nothing(line: str) -> None:
    if line.startswith("audio"):
        document = opened(HEAD.replace("global_config: {}", f"global_config: {{{line}}}"))
    else:
        document = opened(f"{HEAD}{line}\n")
    assert errors(document) == []
    (told,) = [p for p in document.problems if p.severity is Severity.WARNING]
    assert SHORT_TIMES[line] in describe(told)


def test_a_transition_that_is_too_long_for_its_neighbours_is_told() -> None:
    more = "  - {id: 2, prompt: x, duration: 3, transition: {kind: dissolve, seconds: 2}}\n"
    document = opened(f"{HEAD}{more}")
    told = [p for p in document.problems if p.code == "document.transition-long"]
    assert [(p.shot, p.params["most"]) for p in told] == [("1__2", 1.5)]


def test_a_wrong_value_of_the_cut_takes_no_other_with_it() -> None:
    document = opened(f"{HEAD}    trim: {{in: 2, out: soon}}\n    clip_gain_db: loud\n")
    shot = document.scenario.shot("1__1")
    assert (shot.trim, shot.clip_gain_db) == (Trim(2), 0)
    assert len(errors(document)) == 2
    tracks = "audio: [{file: a.mp3, start: soon}, loud, {file: [1]}, {file: b.mp3}]"
    document = opened(HEAD.replace("global_config: {}", f"global_config: {{{tracks}}}"))
    assert [track.file for track in document.scenario.film.audio] == ["a.mp3", "b.mp3"]
    assert len(errors(document)) == 3


def test_a_mention_counts_for_37_characters() -> None:
    names = "@Topa " * 64
    text = HEAD.replace("@Topa sits", names)
    assert "K02" not in codes(opened(HEAD.replace("@Topa sits", "@Topa " * 60)))
    assert "K02" in codes(opened(text.replace("slowly", "slowly " + "word " * 40)))


def test_elements_that_begin_alike_and_long_descriptions_are_told() -> None:
    text = HEAD.replace("name: Box", "name: TopaTwo").replace(
        "description: box", "description: " + "x" * 101
    )
    assert {"K17", "K18l"} <= codes(opened(text))


def test_the_sample_film_is_without_fault() -> None:
    document = Document.open(sample_film() / "scenario.yaml")
    assert [describe(p) for p in document.problems] == []


def test_the_schema_is_up_to_date_and_describes_every_key() -> None:
    written = json.loads(resource("scenario.schema.json").read_text(encoding="utf-8"))
    assert written == json_schema()
    for part in [written, *written["$defs"].values()]:
        for name, key in part["properties"].items():
            assert key.get("description"), name


@pytest.mark.parametrize("text", [FILM, FLAT, HEAD])
def test_the_schema_accepts_what_the_studio_accepts(text: str) -> None:
    jsonschema.validate(load(text), json_schema())


def test_the_schema_refuses_a_wrong_type() -> None:
    wrong = load(HEAD + "    duration: long\n")
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, json_schema())


def test_every_code_has_its_sentence_and_every_sentence_its_code() -> None:
    package = Path(topa_studio.__file__).parent
    sources = [p for p in package.rglob("*.py") if "words" not in p.parts]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    told = set(re.findall(r'"(document\.[\w-]+)"', text))
    told |= {f"document.{code}" for code in re.findall(r'"(K\d\d\w?)"', text)}
    told |= {"document.duration-range", "document.unknown-element"}
    assert told == set(TEMPLATES)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("    trim: {in: 0, out: 1.0e+308}", "trim out is too large"),
        ("    transition: {kind: fade, seconds: .inf}", "transition seconds must be a number"),
        ("    duration: 1.0e+308", "duration must be a whole number"),
        ("fps: 0.001", "fps is too small"),
        ("fps: 1000", "fps is too large"),
        ("fps: .nan", "fps"),
        ("audio: [{file: a.mp3, start: 1.0e+308}]", "audio 1 start is too large"),
    ],
)
def test_times_and_rates_that_no_film_has_are_mistakes(line: str, told: str) -> None:
    text = f"{HEAD}{line}\n"
    if not line.startswith(" "):
        text = HEAD.replace("global_config: {}", f"global_config: {{{line}}}")
    elif "duration" in line:
        text = HEAD.replace("    duration: 5\n", "") + f"{line}\n"
    document = opened(text)
    (error,) = errors(document)
    assert told in error
    film = document.scenario
    (cut, *_) = CutList(ShotStatus).of(film)
    assert 0 < cut.frames < 10_000
