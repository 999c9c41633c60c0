"""What differs between two states of a record."""


def field_changes(before: dict[str, object], after: dict[str, object]) -> dict[str, list]:
    """Name → [old, new] for every name in `after` whose value differs from `before`."""
    return {name: [before.get(name), value] for name, value in after.items() if before.get(name) != value}
