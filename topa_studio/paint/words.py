"""Which words of a prompt mean a creature, a prop, a place or a colour, in English and Russian."""

from __future__ import annotations

import re
from collections.abc import Mapping

CREATURES: Mapping[str, str] = {
    "bear": r"bears?\b|cub\b|teddy|медве|мишк",
    "bunny": r"bunn|rabbit|hare\b|зай|кролик",
    "fox": r"fox|лис[аиуыён]",
    "cat": r"cats?\b|kitten|кот\b|кот[аеёи]|кош",
    "mouse": r"mouse\b|mice\b|hamster|мыш",
    "dog": r"dogs?\b|pupp|собак|щен|п[её]с\b",
    "bird": r"bird|bluebird|owl|duck|chick|penguin|sparrow|птич|сов[аыу]\b|ут[кё]|пингвин",
    "frog": r"frog|toad|лягуш",
    "pig": r"pigs?\b|piglet|порос|свин",
    "person": r"girl|boy\b|child\b|woman|man\b|grandma|grandpa|девоч|мальчик|баб[уш]|дед",
}
PROPS: Mapping[str, str] = {
    "kite": r"kites?\b|воздушн\w+ зме",
    "seed": r"(?:dandelion )?seeds?\b|семечк|пушинк|одуванч",
    "box": r"(?:\w+ )?box\b|gift|parcel|present\b|короб|подар",
    "boat": r"boat|ship\b|raft|лод[оч]|корабл",
    "lantern": r"lantern|lamp\b|фонар|ламп",
    "balloon": r"balloon|воздушн\w+ шар",
    "ball": r"balls?\b|мяч",
    "basket": r"basket|корзин",
    "umbrella": r"umbrella|parasol|зонт",
    "cake": r"cake|pie\b|торт|пирог",
    "star": r"stars?\b|звезд|звёзд",
    "flower": r"flower|daisy|rose\b|цвет[оы]к|ромашк",
    "book": r"books?\b|книг",
}
PLACES: Mapping[str, str] = {
    "room": r"(?:bed)?room|kitchen|indoors?|attic|nursery|комнат|кухн|спальн|чердак",
    "pond": r"pond|lake|lily|stream|river|пруд|озер|реч?к",
    "sea": r"sea\b|ocean|beach|shore|harbou?r|pier\b|море|пляж",
    "forest": r"forest|woods?\b|birch|pines?\b|лес\b|леса|лесу",
    "tree": r"oak|trees?\b|дуб|дерев",
    "house": r"house|cottage|home\b|doorstep|porch|village|дом\b|дома\b|домик",
    "hill": r"hill|mountain|холм|гор[аыу]\b",
    "valley": r"valley|meadow|field|garden|park\b|lawn|glade|долин|луг|пол[еяю]\b|сад\b",
}
TIMES: Mapping[str, str] = {
    "night": r"night|moon|midnight|starlight|starry|ноч|лун[аы]|зв[её]здн",
    "sunset": r"sunset|dusk|evening|twilight|golden hour|amber|закат|вечер|сумер",
    "morning": r"morning|sunrise|dawn|утр|рассвет",
    "day": r"midday|noon|daylight|afternoon|sunny|bright day|день|дн[ёе]м|полд",
}
WEATHER: Mapping[str, str] = {
    "rain": r"rain(?!bow)|storm|drizzle|дожд|ливень|гроз",
    "snow": r"snow|winter|frost|снег|зим[аыно]",
}
ACTIONS: Mapping[str, str] = {
    "sleep": r"sleep|asleep|naps?\b|dream|сп[ия]т|засып",
    "hop": r"hops?\b|jump|bounc|leap|прыг|скач",
    "walk": r"runs?\b|running|walk|chase|tracking|strolls?|tiptoe|march|ид[ёу]|беж|бег|шага",
    "wave": r"wav(?:es?|ing)\b|hello|goodbye|маш[еу]т|помах",
    "dance": r"danc|spins?\b|twirl|танц|круж",
    "laugh": r"laugh|giggl|sneez|cheer|сме[её]|хохоч|чих",
    "reach": r"toss|throws?|reach|lifts?\b|holds?\b|hug|point|flies|поднима|держ|обним",
}
CAMERAS: Mapping[str, str] = {
    "still": r"locked|static|fixed camera|неподвижн",
    "in": r"push(?:es)?[- ]in|zooms? in|dolly in|наезд",
    "out": r"pull(?:s)?[- ](?:out|back)|zooms? out|отъезд",
    "left": r"pans? left|панорам\w+ влево",
    "right": r"pan|tracking|orbit|панорам",
    "up": r"crane|tilts? up|rises?\b|вверх",
}
FRAMINGS: Mapping[str, str] = {
    "close": r"close-?up|macro|крупн",
    "wide": r"wide|establishing|aerial|drone|общ\w+ план",
    "medium": r"medium|two-shot|средн\w+ план",
}
COLOURS: Mapping[str, tuple[str, str]] = {
    "orange": ("#f29c48", r"orange|ginger|оранж|рыж"),
    "brown": ("#b98150", r"brown|chestnut|tan\b|коричнев|бур[аоы]"),
    "lilac": ("#cdbaf8", r"lilac|lavender|violet|purple|сирен|лилов|фиолет"),
    "pink": ("#f7a6c0", r"pink|розов"),
    "red": ("#ea5a52", r"red\b|crimson|scarlet|красн|алы"),
    "yellow": ("#ffd062", r"yellow|golden|gold\b|amber|ж[её]лт|золот"),
    "turquoise": ("#5fcac6", r"turquoise|teal|mint|бирюз|мятн"),
    "blue": ("#78aef0", r"blue(?!bird)|azure|син[ияй]|голуб"),
    "green": ("#74bf74", r"green|зел[её]н"),
    "peach": ("#ffc3a0", r"peach|персик"),
    "cream": ("#fbe9cd", r"cream|beige|кремов|беж"),
    "grey": ("#b4b8c5", r"gr[ea]y\b|silver|сер[ыоа]|серебр"),
    "white": ("#f7f3ee", r"white|snowy|бел[ыоа]"),
    "black": ("#565063", r"black|ч[её]рн"),
}
GARMENTS: Mapping[str, str] = {
    "scarf": r"scarf|шарф",
    "hat": r"hat\b|cap\b|шап|кепк|шляп",
    "bow": r"bow\b|бант",
    "coat": r"(?:rain|over)?coat|jacket|dress|shirt|sweater|overalls|плащ|куртк|плать|свитер",
}


def first_of(table: Mapping[str, str], text: str) -> str | None:
    """The key whose words stand first in `text`; None where none does."""
    places = [(place, key) for key, words in table.items() if (place := find(words, text)) >= 0]
    return min(places)[1] if places else None


def all_of(table: Mapping[str, str], text: str) -> frozenset[str]:
    """Every key whose words stand in `text`."""
    return frozenset(key for key, words in table.items() if find(words, text) >= 0)


def find(words: str, text: str) -> int:
    """Where one of `words` (a pattern, from the start of a word) stands in `text`; else -1.

    The second half of "picture-book" is no book.
    """
    match = re.search(rf"(?<![\w-])(?:{words})", text, re.IGNORECASE)
    return match.start() if match else -1
