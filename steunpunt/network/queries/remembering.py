"""A small shelf for what takes long to gather and stays true until the network changes."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import RLock
from typing import Any


class Shelf:
    """The latest `size` things by key; a thing is made once, also when many ask at the same time."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._things: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = RLock()

    def take(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """The thing with that key, made now when it is not there."""
        with self._lock:
            if key not in self._things:
                self._things[key] = make()
                while len(self._things) > self.size:
                    self._things.popitem(last=False)
            else:
                self._things.move_to_end(key)
            return self._things[key]
