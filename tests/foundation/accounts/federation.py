"""A small real OpenID Connect provider on loopback: keys, discovery, authorisation, token and user information."""

import json
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
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
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _handler_for(self))
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()

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
            if parts.path == "/authorize":
                self.send_response(302)
                self.send_header("Location", federation.authorise(query))
                self.end_headers()
            elif parts.path == "/userinfo":
                access = self.headers.get("Authorization", "").removeprefix("Bearer ")
                self._json(federation.tokens.get(access))
            else:
                pages = {"/.well-known/openid-configuration": federation.discovery, "/jwks": federation.keys}
                self._json(pages[parts.path]() if parts.path in pages else None)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._json(federation.exchange({name: values[0] for name, values in parse_qs(body).items()}))

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
