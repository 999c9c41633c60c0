"""The worker: does what waits, in this process, and comes back."""

import signal

from django.core.management import call_command


def do_what_waits() -> None:
    """Run the real worker until nothing waits; it takes over two signals, which are put back."""
    numbers = (signal.SIGINT, signal.SIGTERM)
    before = {number: signal.getsignal(number) for number in numbers}
    try:
        call_command("db_worker", batch=True, startup_delay=False, interval=0.1, queue_name="*", verbosity=0)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
