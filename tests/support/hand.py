"""A person before the screen: what is seen is found by its name, and only mouse and keys act.

Events come in by the window, as the system's do: they meet what lies on top, or nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMainWindow, QWidget

from tests.support.window import until

Role = QAccessible.Role
Modifier = Qt.KeyboardModifier
PLAIN, CTRL, SHIFT = Modifier.NoModifier, Modifier.ControlModifier, Modifier.ShiftModifier
_LEFT = Qt.MouseButton.LeftButton
_NAME, _VALUE = QAccessible.Text.Name, QAccessible.Text.Value
_LOOK_SECONDS = 300.0  # on a full computer all takes minutes
_AIM = 0.1
_STEPS = 6
_ON_HEADING, _ON_WORDS = QPoint(60, 13), QPoint(0, -12)
_NOTCH, _MOST_NOTCHES, _MOST_TABS = 120, 80, 250


@dataclass(frozen=True)
class Thing:
    """What is seen at a place of the screen, as it is called there.

    Attributes:
        value: what stands in a field. widget: the one that it is, or is painted by.
        is_on: whether it is ticked, pressed or chosen. is_off: whether it is grey.
    """

    name: str
    value: str
    role: Role
    area: QRect
    is_on: bool
    is_off: bool
    widget: QWidget

    @property
    def spot(self) -> QPoint:
        """Where a hand goes: the words of a card, the title of a scene, else the middle."""
        if self.role == Role.Grouping:
            return self.area.topLeft() + _ON_HEADING
        if self.role == Role.ListItem and self.area.height() > 40:
            return QPoint(self.area.center().x(), self.area.bottom()) + _ON_WORDS
        return self.area.center()

    def share(self, across: float, down: float) -> QPoint:
        """A point in it."""
        size = self.area.size()
        return self.area.topLeft() + QPoint(
            round(size.width() * across), round(size.height() * down)
        )


class Hand:
    """One mouse and one keyboard.

    Attributes:
        acts: how many presses, clicks, drags and typed texts there were.
    """

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self.acts = 0
        self.did: list[str] = []

    # Seen.

    def things(self) -> Iterator[Thing]:
        """All that is shown: of a menu that is open, else of the windows, the active one first."""
        popup, active = self._app.activePopupWidget(), self._app.activeWindow()
        tops = [top for top in self._app.topLevelWidgets() if top.isVisible()]
        tops.sort(key=lambda top: top is not active)
        for top in [popup] if popup is not None else tops:
            yield from _inside(QAccessible.queryAccessibleInterface(top), top)

    def sees(self, name: str, role: Role | None = None, part: str = "") -> Thing | None:
        """What is called so, or begins so; `part`: its name has these words, too."""
        found = [
            thing
            for thing in list(self.things())
            if thing.name.startswith(name) and part in thing.name and role in (None, thing.role)
        ]
        found.sort(key=lambda thing: (thing.role == Role.StaticText, thing.name != name))
        return found[0] if found else None

    def reads(self, words: str) -> bool:
        """Whether these words stand somewhere."""
        return any(words in thing.name or words in thing.value for thing in self.things())

    async def see(self, name: str, role: Role | None = None, part: str = "") -> Thing:
        """Wait until something that is called so is there and can be pressed."""
        found: list[Thing] = []

        def looks() -> bool:
            thing = self.sees(name, role, part)
            found[:] = [thing] if thing is not None and not thing.is_off else []
            return bool(found)

        try:
            await until(looks, _LOOK_SECONDS)
        except TimeoutError:
            seen = "\n".join(f"{t.role.name} {t.name!r}" for t in self.things() if t.name)
            raise AssertionError(f"{name!r} is not there; after {self.did}:\n{seen}") from None
        return found[0]

    async def gone(self, name: str) -> None:
        """Wait until nothing is called so any more."""
        await until(lambda: self.sees(name) is None, _LOOK_SECONDS)

    @property
    def at(self) -> str:
        """What the keyboard is on, as it is called."""
        widget = self._app.focusWidget()
        if widget is None:
            return ""
        face = QAccessible.queryAccessibleInterface(widget)
        inside = face.focusChild()
        if inside is not None and inside.isValid():
            return inside.text(_NAME)
        return face.text(_NAME)

    # Done by mouse.

    async def click(
        self,
        name: str,
        modifier: Modifier = PLAIN,
        *,
        role: Role | None = None,
        part: str = "",
        twice: bool = False,
        button: Qt.MouseButton = _LEFT,
    ) -> None:
        """Go there and press."""
        thing = await self._in_sight(name, role, part)
        self._tell(f"click {name}")
        await self.press_at(thing.spot, modifier, twice=twice, button=button)

    async def press_at(
        self,
        at: QPoint,
        modifier: Modifier = PLAIN,
        *,
        twice: bool = False,
        button: Qt.MouseButton = _LEFT,
    ) -> None:
        """Press at a place of the screen, whatever is there."""
        window, place = self._window_at(at)
        await self._do(lambda: QTest.mouseMove(window, place))
        press = QTest.mouseDClick if twice else QTest.mouseClick
        await self._do(lambda: press(window, button, modifier, place))

    async def menu(self, *names: str) -> None:
        """Go through menus, a press each."""
        for name in names:
            await self.click(name, role=Role.MenuItem)

    async def hover(self, at: QPoint) -> None:
        """Go there and press nothing."""
        window, place = self._window_at(at)
        await self._do(lambda: QTest.mouseMove(window, place))

    async def drag(
        self,
        start: QPoint | str,
        end: QPoint | str,
        modifier: Modifier = PLAIN,
        *,
        until_key: str = "",
    ) -> None:
        """Press, go there, let go; `until_key`: that key is pressed before."""
        begin = (await self._in_sight(start)).spot if isinstance(start, str) else start
        goal = (await self.see(end)).spot if isinstance(end, str) else end
        self._tell(f"drag {start} to {end}")
        window, first = self._window_at(begin)
        last = window.mapFromGlobal(goal)
        await self._do(lambda: QTest.mouseMove(window, first))
        await self._do(lambda: QTest.mousePress(window, _LEFT, modifier, first))
        for step in range(1, _STEPS + 1):
            place = first + (last - first) * step / _STEPS
            await self._do(lambda place=place: QTest.mouseMove(window, place))  # type: ignore[misc]
        if until_key:
            await self.key(until_key)
        await self._do(lambda: QTest.mouseRelease(window, _LEFT, modifier, last))

    async def _in_sight(self, name: str, role: Role | None = None, part: str = "") -> Thing:
        """Turn the wheel until it can be pressed."""
        for _ in range(_MOST_NOTCHES):
            thing = await self._at_rest(name, role, part)
            if _shown(thing.widget, thing.area).contains(thing.spot):
                await self._uncovered(thing)
                return thing
            await self._turn_towards(thing)
        raise AssertionError(f"{name!r} does not come into sight")

    async def _at_rest(self, name: str, role: Role | None, part: str) -> Thing:
        """Aim only at what stands still."""
        while True:
            before = await self.see(name, role, part)
            await asyncio.sleep(_AIM)
            now = await self.see(name, role, part)
            if now.area == before.area and now.widget is before.widget:
                return now

    async def _uncovered(self, thing: Thing) -> None:
        def is_free() -> bool:
            over, mine = QApplication.widgetAt(thing.spot), thing.widget
            related = over is not None and (over is mine or mine.isAncestorOf(over))
            return related or (over is not None and over.isAncestorOf(mine))

        try:
            await until(is_free, _LOOK_SECONDS)
        except TimeoutError:
            over = QApplication.widgetAt(thing.spot)
            raise AssertionError(f"{over} lies over {thing.name!r}") from None

    async def _turn_towards(self, thing: Thing) -> None:
        area: QWidget | None = thing.widget
        while area is not None and not (
            isinstance(area, QAbstractScrollArea) and _moves(area, thing.spot)
        ):
            area = area.parentWidget()
        assert isinstance(area, QAbstractScrollArea), f"{thing.name!r} cannot be scrolled to"
        view = QRect(area.viewport().mapToGlobal(QPoint()), area.viewport().size())
        window, place = self._window_at(view.center())
        down = thing.spot.y() > view.bottom() or thing.spot.x() > view.right()
        turn = QPoint(0, -_NOTCH if down else _NOTCH)
        await self._do(lambda: QTest.wheelEvent(window, place, turn))

    def _window_at(self, at: QPoint) -> tuple[QWindow, QPoint]:
        top = self._app.activePopupWidget() or self._app.topLevelAt(at)
        assert top is not None, f"nothing is at {at}"
        window = top if isinstance(top, QWindow) else top.window().windowHandle()
        return window, window.mapFromGlobal(at)

    # Done by keys.

    async def key(self, keys: str, times: int = 1) -> None:
        """Press a key, as it is written in menus: "Ctrl+K"."""
        pressed = QKeySequence(keys)[0]
        for _ in range(times):
            self._tell(keys)
            window = await self._keys_go_to()
            await self._do(
                lambda window=window: QTest.keyClick(  # type: ignore[misc]
                    window, pressed.key(), pressed.keyboardModifiers()
                )
            )

    async def type(self, words: str) -> None:
        """Type, letter by letter."""
        self._tell(f"type {words}")
        window = await self._keys_go_to()

        def typed() -> None:
            for letter in words:
                QTest.keyClick(window, letter)  # type: ignore[call-overload]

        await self._do(typed)

    async def go_to(self, name: str, by: str = "Tab", most: int = _MOST_TABS) -> None:
        """Press a key until the keyboard is on what is called so."""
        met = []
        for _ in range(most):
            if self.at.startswith(name):
                return
            met.append(self.at)
            await self.key(by)
        raise AssertionError(f"{by} does not come to {name!r}, but to {list(dict.fromkeys(met))}")

    async def _keys_go_to(self) -> QWindow:
        if (popup := self._app.activePopupWidget()) is not None:
            return popup.windowHandle()
        now = self._app.focusWindow()
        if now is None or not now.isVisible():
            # Without a screen nobody gives the keyboard back after a dialog.
            tops = self._app.topLevelWidgets()
            window = next(t for t in tops if isinstance(t, QMainWindow) and t.isVisible())
            window.activateWindow()
            await until(window.isActiveWindow, _LOOK_SECONDS)
        return self._app.focusWindow()

    # Beneath.

    def _tell(self, act: str) -> None:
        self.acts += 1
        self.did.append(act)

    async def _do(self, act: Callable[[], object]) -> None:
        """Act from Qt's own loop: in a task, a turn of the loop inside would lose wake-ups."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

        def now() -> None:
            try:
                act()
            except BaseException as error:  # noqa: BLE001 - told where the act was asked for
                done.set_exception(error)
            else:
                done.set_result(None)

        QTimer.singleShot(0, now)
        await done


def _inside(face: QAccessibleInterface | None, around: QWidget) -> Iterator[Thing]:
    """All that is told at once: what is asked later may be gone."""
    if face is None or not face.isValid() or (state := face.state()).invisible:
        return
    found = face.object()
    widget = found if isinstance(found, QWidget) else around
    yield Thing(
        face.text(_NAME), face.text(_VALUE), face.role(), face.rect(),
        bool(state.checked or state.pressed or state.selected), bool(state.disabled), widget,
    )  # fmt: skip
    for at in range(face.childCount()):
        yield from _inside(face.child(at), widget)


def _shown(widget: QWidget, area: QRect) -> QRect:
    """What of an area on the screen is not cut off by what the widget lies in."""
    found: QWidget | None = widget
    while found is not None:
        inside = found.viewport() if isinstance(found, QAbstractScrollArea) else found
        area = area & QRect(inside.mapToGlobal(QPoint()), inside.size())
        found = None if found.isWindow() else found.parentWidget()
    return area


def _moves(area: QAbstractScrollArea, spot: QPoint) -> bool:
    """Whether turning the wheel there could bring the spot into sight."""
    view = QRect(area.viewport().mapToGlobal(QPoint()), area.viewport().size())
    bars = (area.horizontalScrollBar(), area.verticalScrollBar())
    return not view.contains(spot) and any(bar.maximum() > bar.minimum() for bar in bars)
