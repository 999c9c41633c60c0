"""The embedded PostgreSQL: started for whoever needs it, stopped by whoever leaves last."""

import fcntl
import hashlib
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from tools.places import PATH_OF_ROOT, installed
from tools.talk import Talk, Trouble

NAME = "steunpunt"
SYSTEM_USER = "embedded_postgres"
LONGEST_SOCKET_PATH = 100
DURABLE = {"timezone": "UTC"}
THROWAWAY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "timezone": "UTC"}
HELP = (
    "De ingebouwde PostgreSQL start niet. Gebruik een eigen server (versie 15 of hoger) en zet het adres in "
    "DATABASE_URL, bijvoorbeeld:\n  DATABASE_URL=postgres://naam:wachtwoord@localhost:5432/steunpunt ./run"
)


class Server:
    """One server over one folder; several commands may share it."""

    def __init__(self, folder: Path, settings: dict[str, str]) -> None:
        self.folder = folder
        self.settings = settings
        self.cluster = folder / "postgres"
        package = installed("embedded_postgres")
        if package is None:
            raise Trouble(f"{HELP}\n(Het pakket embedded-postgres is er niet.)")
        self.programs = package / "pginstall" / "bin"
        self.user = self._system_user() if os.geteuid() == 0 else None
        self.opened: list[Path] = []

    @property
    def sockets(self) -> Path:
        """Where the server listens; a long path to the data does not fit in a socket's address."""
        if len(str(self.cluster / ".s.PGSQL.5432")) <= LONGEST_SOCKET_PATH:
            return self.cluster
        digest = hashlib.sha256(str(self.cluster).encode()).hexdigest()[:10]
        return Path(tempfile.gettempdir()) / f"steunpunt-{os.geteuid()}-{digest}"

    @property
    def url(self) -> str:
        return f"postgres://postgres@/{NAME}?host={quote(str(self.sockets))}"

    @contextmanager
    def running(self, talk: Talk) -> Iterator[str]:
        """The address of the running server. It stops at the end, unless another command still uses it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with self._mutex():
            users = _lock(self.folder / "database.users", fcntl.LOCK_SH)
        try:
            with self._mutex():
                if not self.is_up():
                    self._start(talk)
            yield self.url
        finally:
            with self._mutex():
                os.close(users)
                if self._is_unused():
                    self.stop()

    def is_up(self) -> bool:
        self._open_way()
        return (self.cluster / "postmaster.pid").exists() and self._call("pg_ctl", "status").returncode == 0

    def stop(self) -> None:
        if self.is_up() and self._call("pg_ctl", "stop", "-w", "-t", "30", "-m", "fast").returncode:
            self._call("pg_ctl", "stop", "-w", "-t", "30", "-m", "immediate")
        if self.sockets != self.cluster:
            shutil.rmtree(self.sockets, ignore_errors=True)

    def _start(self, talk: Talk) -> None:
        first = not (self.cluster / "PG_VERSION").exists()
        with talk.step("Database aanmaken en starten" if first else "Database starten"):
            self._open_to_user()
            if first:
                self._create()
            self._check_version()
            self._configure()
            log = str(self.cluster / "server.log")
            if self._call("pg_ctl", "start", "-w", "-t", "60", "-l", log).returncode:
                raise Trouble(f"{HELP}\n{self._tail()}")
            self._create_database()
        for folder in self.opened:
            talk.say(f"  (De map {folder} is doorgankelijk gemaakt voor de systeemgebruiker van PostgreSQL.)")

    def _create(self) -> None:
        shutil.rmtree(self.cluster, ignore_errors=True)
        self._own(self.cluster)
        locale = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        made = self._call("initdb", "-U", "postgres", "--auth=trust", "--no-sync", *locale)
        if made.returncode:
            shutil.rmtree(self.cluster, ignore_errors=True)
            raise Trouble(f"{HELP}\n{made.stdout[-1500:]}")

    def _check_version(self) -> None:
        found = (self.cluster / "PG_VERSION").read_text().strip()
        ours = self._call("postgres", "--version", cluster=False).stdout.split()[-1].split(".")[0]
        if found != ours:
            raise Trouble(
                f"De gegevens in {self.cluster} zijn van PostgreSQL {found}, dit is PostgreSQL {ours}. "
                "Lees docs/howto/upgrade.md: eerst een back-up met de oude versie, dan terugzetten met de nieuwe."
            )

    def _configure(self) -> None:
        if self.sockets != self.cluster:
            self._own(self.sockets)
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.sockets),
            "unix_socket_permissions": "0700",
            **self.settings,
        }
        text = "".join(f"{name} = '{value.replace(chr(39), chr(39) * 2)}'\n" for name, value in settings.items())
        (self.cluster / "postgresql.auto.conf").write_text(text)

    def _create_database(self) -> None:
        at = ["-h", str(self.sockets), "-U", "postgres"]
        query = f"SELECT 1 FROM pg_database WHERE datname = '{NAME}'"  # noqa: S608 - a constant
        if self._call("psql", *at, "-d", "postgres", "-Atc", query, cluster=False).stdout.strip() != "1":
            self._call("createdb", *at, NAME, cluster=False)

    def _call(self, program: str, *arguments: str, cluster: bool = True) -> subprocess.CompletedProcess[str]:
        """Run one of PostgreSQL's programs as its own user; output through a file, the server keeps pipes open."""
        command = [str(self.programs / program), *arguments]
        if cluster:
            command += ["-D", str(self.cluster)]
        with tempfile.TemporaryFile("w+") as output:
            done = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
                cwd="/",
                env={"PATH": os.defpath, "LC_ALL": "C", "HOME": "/"},
                user=self.user.pw_uid if self.user else None,
                group=self.user.pw_gid if self.user else None,
                extra_groups=[] if self.user else None,
            )
            output.seek(0)
            return subprocess.CompletedProcess(command, done.returncode, output.read())

    def _own(self, folder: Path) -> None:
        """Make a folder that only the server's user may enter."""
        folder.mkdir(mode=0o700, exist_ok=True)
        if folder.is_symlink() or folder.stat().st_uid not in {os.geteuid(), self.user.pw_uid if self.user else -1}:
            raise Trouble(f"De map {folder} is van iemand anders. Haal hem weg en probeer het opnieuw.")
        if self.user:
            os.chown(folder, self.user.pw_uid, self.user.pw_gid)
        folder.chmod(0o700)

    def _open_to_user(self) -> None:
        """As root the server runs as another user, who must be able to read its programs."""
        if self.user is None:
            return
        for path in self.programs.parent.rglob("*"):
            _add_mode(path, 0o055 if path.is_dir() or path.parent == self.programs else 0o044)

    def _open_way(self) -> None:
        """That user walks to its programs and its data, also when somebody closed a folder since the start."""
        if self.user is None:
            return
        package = self.programs.parent
        for folder in [package, *package.parents, self.folder, *self.folder.parents]:
            if _add_mode(folder, 0o011):
                self.opened.append(folder)

    def _system_user(self) -> pwd.struct_passwd:
        """PostgreSQL refuses to run as root, so root lends it a user of its own; existing data keep their owner."""
        if self.cluster.exists() and self.cluster.stat().st_uid != 0:
            return pwd.getpwuid(self.cluster.stat().st_uid)
        program = shutil.which("useradd", path=PATH_OF_ROOT)
        if program and not _is_known(SYSTEM_USER):
            command = [program, "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", SYSTEM_USER]
            subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
        return pwd.getpwnam(SYSTEM_USER if _is_known(SYSTEM_USER) else "nobody")

    def _is_unused(self) -> bool:
        handle = os.open(self.folder / "database.users", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        finally:
            os.close(handle)
        return True

    @contextmanager
    def _mutex(self) -> Iterator[None]:
        handle = _lock(self.folder / "database.mutex", fcntl.LOCK_EX)
        try:
            yield
        finally:
            os.close(handle)

    def _tail(self) -> str:
        log = self.cluster / "server.log"
        return "".join(log.read_text(errors="replace").splitlines(keepends=True)[-8:]) if log.exists() else ""


def _lock(path: Path, kind: int) -> int:
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(handle, kind)
    return handle


def _add_mode(path: Path, bits: int) -> bool:
    mode = path.stat().st_mode
    if mode & bits == bits:
        return False
    path.chmod(mode | bits)
    return True


def _is_known(user: str) -> bool:
    return any(each.pw_name == user for each in pwd.getpwall())
