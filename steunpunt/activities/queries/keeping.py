"""Keeps in this process what many screens ask at once, for as long as nobody notices."""

import threading
import time
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
_all: "list[Kept]" = []


class Kept(Generic[Key, Value]):
    """Values that are worked out once per `seconds` for each key, however many threads ask."""

    def __init__(self, seconds: float, most: int = 1_000) -> None:
        self.seconds, self.most = seconds, most
        self._values: dict[Key, tuple[float, Value]] = {}
        self._making: dict[Key, threading.Lock] = {}
        self._lock = threading.Lock()
        _all.append(self)

    def get(self, key: Key, make: Callable[[], Value]) -> Value:
        found = self._values.get(key)
        if found is not None and found[0] > time.monotonic():
            return found[1]
        with self._lock:
            making = self._making.setdefault(key, threading.Lock())
        with making:
            found = self._values.get(key)
            if found is not None and found[0] > time.monotonic():
                return found[1]
            began = time.monotonic()
            value = make()
            self._keep(key, began, value)
            return value

    def last(self, key: Key) -> Value | None:
        """What was kept last, however long ago."""
        found = self._values.get(key)
        return found[1] if found is not None else None

    def drop(self, key: Key) -> None:
        self._values.pop(key, None)

    def clear(self) -> None:
        with self._lock:
            self._values.clear()
            self._making.clear()

    def _keep(self, key: Key, began: float, value: Value) -> None:
        """What is old goes when there is much of it, so that memory stays small."""
        with self._lock:
            if len(self._values) >= self.most:
                now = time.monotonic()
                self._values = {one: kept for one, kept in self._values.items() if kept[0] > now}
                self._making = {one: lock for one, lock in self._making.items() if one in self._values or one == key}
            self._values[key] = (began + self.seconds, value)


def forget_all() -> None:
    """As in a process that has just begun."""
    for one in _all:
        one.clear()
