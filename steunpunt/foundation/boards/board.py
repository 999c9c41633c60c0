"""A board: a named list of pins, kept in order."""

from collections.abc import Iterator
from typing import Generic, Protocol, TypeVar


class Pin(Protocol):
    """Whatever hangs on a board has a key that no other pin on it has."""

    @property
    def key(self) -> str: ...


P = TypeVar("P", bound=Pin)


class Board(Generic[P]):
    """Pins in the order of their `order`, then of pinning; the same key twice is refused."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._pins: dict[str, P] = {}

    def pin(self, pin: P) -> None:
        if pin.key in self._pins:
            raise ValueError(f"{pin.key} hangs on the board {self.name} already")
        self._pins[pin.key] = pin

    def get(self, key: str) -> P:
        """The pin with that key; raises KeyError when nobody pinned it."""
        return self._pins[key]

    def __contains__(self, key: object) -> bool:
        return key in self._pins

    def __iter__(self) -> Iterator[P]:
        return iter(sorted(self._pins.values(), key=lambda pin: getattr(pin, "order", 0)))

    def __len__(self) -> int:
        return len(self._pins)
