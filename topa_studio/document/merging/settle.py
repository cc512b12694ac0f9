"""Merged records made sound: ids stand once in a scene, and every shot keeps its permanent key."""

from __future__ import annotations

from dataclasses import replace

from topa_studio.document.merging.identity import free_natural
from topa_studio.document.merging.records import Fields, Records, id_of, natural, words, written_key
from topa_studio.document.reading.names import free_id


def apart(base: Records, ours: Records, theirs: Records) -> Records:
    """`theirs`, with other keys for new shots that only by chance have the key of one of ours."""
    twins = [
        key
        for key in theirs.shots
        if key in ours.shots
        and key not in base.shots
        and words(ours.shots[key]) != words(theirs.shots[key])
    ]
    taken = {*base.shots, *ours.shots, *theirs.shots}
    names: dict[str, str] = {}
    for key in twins:
        names[key] = free_natural(theirs, key, taken)
        taken.add(names[key])
    found = theirs.renamed({}, names)
    for key in names.values():
        if written_key(found.shots[key]) is not None:
            found.shots[key] = {**found.shots[key], "key": key}
    return found


def settled(base: Records, records: Records) -> Records:
    """The records with ids of their own in each scene, and key lines where they are due."""
    shots = dict(records.shots)
    for scene, keys in records.places.items():
        _own_ids(base, shots, keys)
        for key in keys:
            fields = shots[key]
            own = natural(records.scenes[scene], fields)
            if written_key(fields) is None and own != key and not _is_twin(key, own):
                shots[key] = _with_key(fields, key)
    return replace(records, shots=shots)


def keyed(read: Records, named: Records) -> Records:
    """`named` with a key line in each shot that has another name there than in `read`."""
    pairs = zip(read.shots, named.shots.items(), strict=True)
    shots = {
        key: fields if key == before else _with_key(fields, key) for before, (key, fields) in pairs
    }
    return replace(named, shots=shots)


def _is_twin(key: str, own: str) -> bool:
    """Whether the reader made the key, because someone wrote the same id twice."""
    return key.startswith(f"{own}~")


def _own_ids(base: Records, shots: dict[str, Fields], keys: list[str]) -> None:
    """A new shot makes way for one that was there before."""
    taken: set[str] = set()
    all_ids = {id_of(shots[key]) for key in keys}
    for key in sorted(keys, key=lambda name: name not in base.shots):
        own = id_of(shots[key])
        if own in taken and "~" not in key:
            own = free_id(own, all_ids | taken)
            shots[key] = _with_id(shots[key], own)
        taken.add(own)


def _with_id(fields: Fields, wanted: str) -> Fields:
    name = "id" if "id" in fields else "shot_id"
    is_number = isinstance(fields.get(name), int) and wanted.isdecimal()
    return {**fields, name: int(wanted) if is_number else wanted}


def _with_key(fields: Fields, key: str) -> Fields:
    """The key stands behind the id."""
    found: Fields = {}
    for name, value in fields.items():
        found[name] = value
        if name in ("id", "shot_id"):
            found["key"] = key
    return found if "key" in found else {**fields, "key": key}
