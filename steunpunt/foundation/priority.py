"""The worker lets pages go first: it takes what processor time they leave."""

import contextlib
import os
from pathlib import Path

NICENESS = 10
GROUP = Path("/proc/self/autogroup")
"""Linux first divides time between sessions; there a niceness counts only within one, so the session gets it too."""


def step_aside() -> None:
    """For a process that is nothing but a worker; what it starts later inherits this."""
    if os.getpriority(os.PRIO_PROCESS, 0) < NICENESS:
        os.setpriority(os.PRIO_PROCESS, 0, NICENESS)
    if GROUP.exists() and os.getsid(0) == os.getpid():
        with contextlib.suppress(OSError):
            GROUP.write_text(str(NICENESS))
