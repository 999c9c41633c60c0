"""The cache in the database, where all web processes count tries together; what Wagtail looks up stays in memory."""

from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.core.cache.backends.db import DatabaseCache
from django.core.cache.backends.locmem import LocMemCache

IN_MEMORY = "wagtail"
"""Keys that begin so are asked once per link on a page, and are quick to make again in each process."""


class CounterCache(BaseCache):
    """Limits and codes that were used belong to everybody; Wagtail's addresses cost no query."""

    def __init__(self, table: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self.shared = DatabaseCache(table, params)
        self.memory = LocMemCache(table, params)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        return self._storage_of(key).get(key, default, version)

    def add(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return self._storage_of(key).add(key, value, timeout, version)

    def set(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        self._storage_of(key).set(key, value, timeout, version)

    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return self._storage_of(key).touch(key, timeout, version)

    def delete(self, key: str, version: int | None = None) -> bool:
        storage = self._storage_of(key)
        return storage.delete(key, version)

    def clear(self) -> None:
        self.memory.clear()
        self.shared.clear()

    def _storage_of(self, key: str) -> BaseCache:
        return self.memory if key.startswith(IN_MEMORY) else self.shared
