"""A small real OpenID Connect provider on loopback: keys, discovery, authorisation, token and user information.

As SURFconext does, it sends whoever signs in on to another address of its own before it sends them back.
"""

import json
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
import requests
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

CLIENT, SECRET, KEY_ID = "steunpunt", "geheim-van-de-test", "sleutel-1"


class Federation:
    """Knows one person at a time: `claims` is what it says of whoever signs in next."""

    def __init__(self) -> None:
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.claims: dict[str, object] = {}
        self.codes: dict[str, dict[str, str]] = {}
        self.tokens: dict[str, dict[str, object]] = {}
        self.servers = [ThreadingHTTPServer(("127.0.0.1", 0), _handler_for(self)) for _ in range(2)]
        self.url, self.engine = (f"http://127.0.0.1:{server.server_port}" for server in self.servers)
        for server in self.servers:
            threading.Thread(target=server.serve_forever, daemon=True).start()

    def close(self) -> None:
        for server in self.servers:
            server.shutdown()
            server.server_close()

    def settings(self) -> dict[str, object]:
        """What the platform has to know to trust it."""
        app = {
            "provider_id": "entree",
            "name": "Entree",
            "client_id": CLIENT,
            "secret": SECRET,
            "settings": {"server_url": self.url},
        }
        return {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}

    def agree(self, there: str) -> str:
        """Walk from the address that the platform gives to the one that leads back to it."""
        engine = requests.get(there, allow_redirects=False, timeout=5).headers["Location"]
        return requests.get(engine, allow_redirects=False, timeout=5).headers["Location"]

    def discovery(self) -> dict[str, object]:
        names = {"authorization_endpoint": "/authorize", "token_endpoint": "/token", "userinfo_endpoint": "/userinfo"}
        addresses = {name: self.url + path for name, path in names.items()}
        return {
            **addresses,
            "issuer": self.url,
            "jwks_uri": f"{self.url}/jwks",
            "response_types_supported": ["code"],
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def keys(self) -> dict[str, object]:
        key = json.loads(RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [key | {"kid": KEY_ID, "use": "sig", "alg": "RS256"}]}

    def page(self, path: str, access: str) -> object:
        """What it says at an address; of somebody only to whoever has access."""
        pages = {"/.well-known/openid-configuration": self.discovery(), "/jwks": self.keys()}
        return pages.get(path) or (self.tokens.get(access) if path == "/userinfo" else None)

    def authorise(self, query: dict[str, str]) -> str:
        """Where the browser goes after agreeing: back, with a code for this request."""
        if query["client_id"] != CLIENT or query["response_type"] != "code":
            raise ValueError(query)
        code = secrets.token_urlsafe(8)
        self.codes[code] = query
        return f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}"

    def exchange(self, form: dict[str, str]) -> dict[str, object] | None:
        """The tokens for a code, once, and only for whoever knows the secret."""
        asked = self.codes.pop(form.get("code", ""), None)
        if asked is None or form.get("client_secret") != SECRET or form["redirect_uri"] != asked["redirect_uri"]:
            return None
        now, access = int(time.time()), secrets.token_urlsafe(8)
        token = {"iss": self.url, "aud": CLIENT, "iat": now, "exp": now + 60, **self.claims}
        self.tokens[access] = dict(self.claims)
        signed = jwt.encode(token, self.key, "RS256", {"kid": KEY_ID})
        return {"access_token": access, "token_type": "Bearer", "expires_in": 60, "id_token": signed}


def _handler_for(federation: Federation) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            access = self.headers.get("Authorization", "").removeprefix("Bearer ")
            if parts.path == "/authorize":
                self._send_on(f"{federation.engine}/engine?{parts.query}")
            elif parts.path == "/engine":
                self._send_on(federation.authorise(query))
            else:
                self._json(federation.page(parts.path, access))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._json(federation.exchange({name: values[0] for name, values in parse_qs(body).items()}))

        def _send_on(self, address: str) -> None:
            self.send_response(302)
            self.send_header("Location", address)
            self.end_headers()

        def _json(self, answer: object) -> None:
            content = json.dumps(answer or {"error": "invalid_request"}).encode()
            self.send_response(200 if answer else 400)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *args: object) -> None:
            """Silent."""

    return Handler
