"""Asks a running site whether it is well: `python tools/probe.py [ADDRESS]`; also the health check of compose."""

import json
import os
import sys
import urllib.error
import urllib.request

PATH = "/gezondheid/"
WELL = {"ok", "starting", "attention"}


def status(address: str) -> str:
    """What the site says of itself: ok, starting, attention or fault; empty when it does not answer."""
    host = os.environ.get("STEUNPUNT_HOSTS", "").split(",")[0]
    request = urllib.request.Request(address + PATH, headers={"Host": host} if host else {})  # noqa: S310
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=5) as answer:
            return str(json.load(answer)["status"])
    except urllib.error.HTTPError:
        return "fault"
    except (OSError, ValueError, KeyError):
        return ""


if __name__ == "__main__":
    sys.exit(status(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000") not in WELL)
