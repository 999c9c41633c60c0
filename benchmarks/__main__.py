"""`python -m benchmarks FILE`: runs one benchmark and prints its table and its figures."""

import importlib
import json
import sys


def main(name: str) -> None:
    rows, figures = importlib.import_module(f"benchmarks.{name}").run()
    widths = [max(len(row[column]) for row in rows if column < len(row)) for column in range(max(map(len, rows)))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip())
    print(json.dumps(figures))


if __name__ == "__main__":
    main(sys.argv[1])
