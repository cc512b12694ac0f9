from __future__ import annotations

from pathlib import Path

from topa_studio.ui.running.preferences import PreferenceStore
from topa_studio.ui.shot_list.columns import Column, Columns, Places, widths_of
from topa_studio.ui.shot_list.remembered import MOST, columns_of, with_columns

WIDE = [(column, 100) for column in Columns().shown]


def test_number_and_title_are_always_shown() -> None:
    columns = Columns()
    for column in Column:
        columns = columns.show(column, shown=False)
    assert columns.shown == (Column.NUMBER, Column.TITLE)


def test_columns_are_kept_as_words_and_come_back() -> None:
    columns = Columns().show(Column.NOTES, shown=True).move(Column.COST, 1)
    assert Columns.of(columns.words()) == columns
    assert columns.shown[1] is Column.COST
    assert Columns.of("") == Columns() == Columns.of("no such columns")


def test_a_column_of_a_later_version_is_left_out_and_a_missing_one_is_as_at_the_start() -> None:
    found = Columns.of("title -hologram -cost number")
    assert found.order[:3] == (Column.TITLE, Column.COST, Column.NUMBER)
    assert Column.COST in found.hidden
    assert Column.NOTES in found.hidden
    assert Column.WORDS in found.shown


def test_each_film_has_its_own_columns(tmp_path: Path) -> None:
    store = PreferenceStore(tmp_path / "window.json")
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    mine = Columns().show(Column.COST, shown=False)
    store.change(columns=with_columns(store.now.columns, one, mine, Columns()))
    assert columns_of(store.now.columns, one, Columns()) == mine
    assert columns_of(store.now.columns, other, Columns()) == Columns()
    store.change(columns=with_columns(store.now.columns, one, Columns(), Columns()))
    assert store.now.columns == ()
    assert columns_of(("{broken", '{"film": 1}'), one, Columns()) == Columns()
    kept: tuple[str, ...] = ()
    for number in range(MOST + 5):
        kept = with_columns(kept, tmp_path / f"{number}.yaml", mine, Columns())
    assert len(kept) == MOST


def test_the_wider_of_head_and_size_holds() -> None:
    heads = dict.fromkeys(Column, 20) | {Column.QUALITY: 123, Column.COST: 81}
    widths = dict(widths_of(tuple(Column), lambda px: px, heads))
    assert widths[Column.SECONDS] == 68
    assert widths[Column.QUALITY] >= 123 + 20
    assert widths[Column.COST] >= 81 + 20


def test_words_take_what_is_left_of_the_width() -> None:
    places = Places(WIDE, 1400)
    assert places.width == 1400
    words = places.spans[places.place_of(Column.WORDS) or 0]
    assert words.width == 1400 - 100 * (len(WIDE) - 1)


def test_number_to_title_stay_while_the_rest_scrolls() -> None:
    places = Places(WIDE, 600)
    assert places.pinned == 3
    assert [places.left(at, 250) for at in (0, 2, 3)] == [0, 200, 50]
    assert places.at(150, 250) == 1
    assert places.at(310, 250) == 5
    last = len(places.spans) - 1
    scrolled = places.scroll_for(last, 0, 600)
    assert places.left(last, scrolled) + 100 == 600
    assert places.scroll_for(3, scrolled, 600) == 0


def test_where_they_would_fill_the_room_only_the_number_stays() -> None:
    assert Places(WIDE, 400).pinned == 1
