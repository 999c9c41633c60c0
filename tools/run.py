"""./run: the platform with everything it needs, in one command."""

import argparse
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools import environment, folder, probe, processes
from tools.database import DURABLE, Server
from tools.places import DATA, PYTHON, ROOT
from tools.supervise import Child, Supervisor
from tools.talk import Talk, Trouble, aside, out

DESCRIPTION = """\
Start het platform en alles wat het nodig heeft, met voorbeeldgegevens, alleen bereikbaar op deze computer.

  ./run                       start; stop met Ctrl-C
  ./run manage OPDRACHT …     een opdracht van Django, met dezelfde gegevens (./run manage help)
  ./run --production-check    controleert of de instellingen veilig genoeg zijn voor productie
"""


SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stopped(BaseException):
    """Somebody asked to stop while we were still preparing."""


def main(arguments: list[str]) -> int:
    ours, manage = _split(arguments)
    options = _parse(ours)
    talk = aside() if manage else out()
    for number in SIGNALS:
        signal.signal(number, _stop)
    try:
        if manage:
            return _manage(options, manage[1:], talk)
        if options.production_check:
            return _production_check(options, talk)
        _serve(options, talk)
    except Trouble as trouble:
        talk.say(f"\n✗ {trouble}")
        return 1
    except Stopped:
        talk.say("\nGestopt.")
        return 130
    return 0


def _split(arguments: list[str]) -> tuple[list[str], list[str]]:
    """Whatever stands from `manage` on is Django's."""
    if "manage" in arguments:
        at = arguments.index("manage")
        return arguments[:at], arguments[at:]
    return arguments, []


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="./run", description=DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--port", type=_port, default=8000, metavar="N", help="poort van de site (anders 8000)")
    parser.add_argument("--data", type=Path, default=DATA, metavar="MAP", help="map voor alle gegevens")
    parser.add_argument("--fresh", action="store_true", help="begin opnieuw: gooi de gegevens in die map weg")
    parser.add_argument("--production-check", action="store_true", help="controleer de instellingen voor productie")
    options = parser.parse_args(arguments)
    options.data = options.data.expanduser().resolve()
    return options


def _port(text: str) -> int:
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text} is geen poort; kies een getal van 1 tot en met 65535")
    return int(text)


# --- Serving ----------------------------------------------------------------------------


def _serve(options: argparse.Namespace, talk: Talk) -> None:
    _require_free(options.port)
    address = f"http://localhost:{options.port}"
    environment.ensure(environment.RUN, talk)
    folder.claim(options.data)
    with folder.only_one(options.data, address):
        if options.fresh:
            _start_over(options.data, talk)
        with _database(options.data, talk) as url:
            settings = _settings(options.data, url, address)
            _call([*processes.prepare()], settings, "Het klaarzetten is niet gelukt; hierboven staat waarom.")
            _supervise(options, settings, address, talk)
    talk.say("Gestopt. Alles is netjes afgesloten.")


def _supervise(options: argparse.Namespace, settings: dict[str, str], address: str, talk: Talk) -> None:
    commands = {
        "web": processes.web(host="127.0.0.1", port=options.port, workers=processes.workers_here()),
        "worker": processes.worker(),
        "tick": processes.tick(),
    }
    logs = options.data / "logs"
    children = [Child(name, _with_our_python(command), logs / f"{name}.log") for name, command in commands.items()]
    supervisor = Supervisor(children, settings, talk)

    def ready() -> None:
        talk.say(f"\n  Het platform draait op {address}/\n")
        if settings["STEUNPUNT_MODE"] == "example":
            talk.say(f"  Aanmelden als voorbeeldpersoon: {address}/voorbeeld/")
        talk.say(f"  Gegevens: {options.data}   Logboeken: {logs}")
        talk.say("  Stoppen: Ctrl-C\n")

    supervisor.run(answers=lambda: bool(probe.status(f"http://127.0.0.1:{options.port}")), ready=ready)


def _require_free(port: int) -> None:
    if not _is_free(port):
        other = next((number for number in range(port + 1, min(port + 50, 65536)) if _is_free(number)), None)
        hint = f" Deze is vrij: ./run --port {other}" if other else " Kies een andere met --port."
        raise Trouble(f"Poort {port} is bezet of niet toegestaan.{hint}")


def _is_free(port: int) -> bool:
    with socket.socket() as probe_socket:
        probe_socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe_socket.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _start_over(data: Path, talk: Talk) -> None:
    if os.environ.get("DATABASE_URL"):
        raise Trouble("--fresh werkt alleen met de ingebouwde database; haal DATABASE_URL weg of leeg die zelf.")
    with talk.step("Oude gegevens weggooien"):
        Server(data, DURABLE).stop()
        folder.empty(data)
        folder.claim(data)


# --- What everything shares -------------------------------------------------------------


@contextmanager
def _database(data: Path, talk: Talk) -> Iterator[str]:
    given = os.environ.get("DATABASE_URL")
    if given:
        yield given
        return
    with Server(data, DURABLE).running(talk) as url:
        yield url


def _settings(data: Path, url: str, address: str) -> dict[str, str]:
    """The environment of all processes: what the caller set wins, the rest is the example on this computer."""
    defaults = {
        "STEUNPUNT_MODE": "example",
        "STEUNPUNT_DATA_DIR": str(data),
        "STEUNPUNT_BASE_URL": address,
        "PYTHONUNBUFFERED": "1",
    }
    settings = {**defaults, **os.environ, "DATABASE_URL": url}
    if not settings.get("STEUNPUNT_SECRET_KEY") and settings["STEUNPUNT_MODE"] == "example":
        settings["STEUNPUNT_SECRET_KEY"] = folder.secret_key(data)
    return settings


def _with_our_python(command: list[str]) -> list[str]:
    return [str(PYTHON), *command[1:]] if command[0] == "python" else command


def _call(command: list[str], settings: dict[str, str], sentence: str) -> None:
    if _wait_for(subprocess.Popen(_with_our_python(command), cwd=ROOT, env=settings, stdin=subprocess.DEVNULL)):
        raise Trouble(sentence)


def _wait_for(process: subprocess.Popen[bytes]) -> int:
    try:
        return process.wait()
    except Stopped:
        process.terminate()
        process.wait()
        raise


def _stop(number: int, frame: object) -> None:
    """Ends what we are doing; while we clean up, another signal changes nothing."""
    for each in SIGNALS:
        signal.signal(each, lambda number, frame: None)
    raise Stopped


# --- Django's commands ------------------------------------------------------------------


def _manage(options: argparse.Namespace, arguments: list[str], talk: Talk) -> int:
    environment.ensure(environment.RUN, talk)
    folder.claim(options.data)
    with _database(options.data, talk) as url:
        settings = _settings(options.data, url, f"http://localhost:{options.port}")
        return _pass_on([str(PYTHON), str(ROOT / "manage.py"), *arguments], settings)


def _pass_on(command: list[str], settings: dict[str, str]) -> int:
    """Run with our own terminal; a Ctrl-C belongs to the command, a SIGTERM is handed on."""
    process = subprocess.Popen(command, env=settings)
    signal.signal(signal.SIGINT, lambda number, frame: None)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, frame: process.send_signal(number))
    return process.wait()


def _production_check(options: argparse.Namespace, talk: Talk) -> int:
    """Judge the settings as they are given; nothing is made up, so what is missing shows."""
    environment.ensure(environment.RUN, talk)
    given = {name: os.environ.get(name, "") for name in ("DATABASE_URL", "STEUNPUNT_SECRET_KEY")}
    settings = {
        **os.environ,
        "STEUNPUNT_MODE": os.environ.get("STEUNPUNT_MODE", "production"),
        "STEUNPUNT_DATA_DIR": os.environ.get("STEUNPUNT_DATA_DIR", str(options.data)),
        "DATABASE_URL": given["DATABASE_URL"] or "postgres://localhost:1/ontbreekt",
        "STEUNPUNT_SECRET_KEY": given["STEUNPUNT_SECRET_KEY"] or "ontbreekt",
    }
    return _pass_on([str(PYTHON), str(ROOT / "manage.py"), "productioncheck"], settings)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
