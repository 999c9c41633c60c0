"""How far a running import is, written over a connection of its own so that others see it before the end."""

from types import TracebackType

from django.db import DEFAULT_DB_ALIAS, Error, connections

IMPATIENCE = "set lock_timeout = '200ms'"
SENTENCE = "update network_registerimport set progress = %s where id = %s"


class Progress:
    """Tells the percentage; losing a line of progress is no reason to stop an import."""

    def __init__(self, import_pk: int) -> None:
        self.import_pk = import_pk
        self.told = 0
        self.connection = connections.create_connection(DEFAULT_DB_ALIAS)

    def __enter__(self) -> "Progress":
        self._execute(IMPATIENCE)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.connection.close()

    def tell(self, percent: float) -> None:
        whole = min(99, int(percent))
        if whole > self.told:
            self.told = whole
            self._execute(SENTENCE, [whole, self.import_pk])

    def _execute(self, sentence: str, values: list[int] | None = None) -> None:
        try:
            with self.connection.cursor() as cursor:
                cursor.execute(sentence, values)
        except Error:
            self.connection.close()
