"""A small mail server for tests: it counts its visitors, keeps what it gets and refuses who it must."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class MailServer(socketserver.ThreadingTCPServer):
    """Speaks just enough SMTP; `refused` are the addresses that it takes no mail for."""

    daemon_threads = True

    def __init__(self, refused: tuple[str, ...]) -> None:
        super().__init__(("127.0.0.1", 0), _Visit)
        self.refused = refused
        self.visits = 0
        self.taken: list[str] = []


class _Visit(socketserver.StreamRequestHandler):
    """One connection, over which any number of mails may come."""

    def handle(self) -> None:
        self.server.visits += 1
        self._say("220 hier")
        to = ""
        for line in self.rfile:
            word = line.decode().strip().upper()
            if word.startswith("RCPT"):
                to = line.decode().split("<")[1].split(">")[0]
                self._say("550 onbekend" if to in self.server.refused else "250 goed")
            elif word == "DATA":
                self._say("354 kom maar")
                while self.rfile.readline().strip() != b".":
                    pass
                self.server.taken.append(to)
                self._say("250 goed")
            else:
                self._say("250 goed")
                if word == "QUIT":
                    return

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


@contextmanager
def mail_server(settings, refused: tuple[str, ...] = ()) -> Iterator[MailServer]:
    """The server, with the settings pointing to it."""
    with MailServer(refused) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        use_smtp(settings, server.server_address[1])
        yield server
        server.shutdown()


def use_smtp(settings, port: int) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
