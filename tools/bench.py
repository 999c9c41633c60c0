"""./bench NAME: one measurement, its table, and as the last line its figures as JSON."""

import os
import platform
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from tools import environment
from tools.database import THROWAWAY, Server
from tools.places import PYTHON, ROOT
from tools.talk import Trouble, aside

NAMES = {
    "import": ("import_register", "8.622 vestigingen inlezen: sites, seconds, peak_mb"),
    "list": ("list_pages", "de lijst naast WordPress: ours_rps, peer_rps, ratio"),
    "map": ("map_page", "alle punten op de kaart: points_ms, filter_ms, data_kb"),
    "search": ("search", "zoeken in 20.000 en 100.000 documenten, naast PostgreSQL en WordPress"),
    "search-quality": ("search_quality", "vinden vragen in andere woorden hun antwoord: R@1, R@10, MRR"),
    "indexing": ("indexing", "1.000 items indexeren terwijl de lijst wordt opgevraagd: median_ratio, p95_ratio"),
    "standing": ("standing", "stand van prioriteren, 10.000 stemmen × 50 kaarten: seconds, seconds_bootstrap"),
    "live": ("live", "1.000 mensen doen mee en stemmen drie keer: lost, vote_p95_ms, wall_lag_s, cpu_cores"),
    "lighthouse": ("lighthouse", "Lighthouse op voorpagina, lijst en partnerschap"),
}


class Stopped(BaseException):
    """Somebody asked to stop."""


def main(arguments: list[str]) -> int:
    talk = aside()
    if len(arguments) != 1 or arguments[0] not in NAMES:
        talk.say("Wat wil je meten? ./bench NAAM\n")
        for name, (_, about) in NAMES.items():
            talk.say(f"  {name:16}{about}")
        return 2
    signal.signal(signal.SIGTERM, _stop)
    folder = Path(tempfile.mkdtemp(prefix="stb-"))
    try:
        environment.ensure(environment.DEVELOP, talk)
        with Server(folder, THROWAWAY).running(talk) as url:
            talk.say(f"Machine: {platform.platform()}, {os.cpu_count()} kernen, Python {platform.python_version()}")
            command = [str(PYTHON), "-m", "benchmarks", NAMES[arguments[0]][0]]
            return subprocess.run(command, cwd=ROOT, env=_settings(folder, url), check=False).returncode
    except Trouble as trouble:
        talk.say(f"\n✗ {trouble}")
        return 1
    except (Stopped, KeyboardInterrupt):
        talk.say("\nGestopt.")
        return 130
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _settings(folder: Path, url: str) -> dict[str, str]:
    data = folder / "data"
    data.mkdir()
    return {
        **os.environ,
        "DATABASE_URL": url,
        "STEUNPUNT_MODE": "example",
        "STEUNPUNT_SECRET_KEY": "only-for-measuring",
        "STEUNPUNT_DATA_DIR": str(data),
        "PYTHONPATH": str(ROOT),
    }


def _stop(number: int, frame: object) -> None:
    raise Stopped
