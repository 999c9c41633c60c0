"""Door for the shell stubs: `python tools run|test|bench …`."""

import importlib
import sys
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parent.parent)

if __name__ == "__main__":
    command, *arguments = sys.argv[1:]
    sys.exit(importlib.import_module(f"tools.{command}").main(arguments))
