"""A visitor's session: a signed cookie, and the token that a form must send back with it."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import time
from dataclasses import dataclass

from detente.serve.access import Right

COOKIE = "detente"
LIFETIME = 30 * 24 * 3600
_PARTS = 4


@dataclass(frozen=True, slots=True)
class Session:
    """A session.

    Args:
        nonce: random name.
        right: what whoever has it may do.
    """

    nonce: str
    right: Right = Right.NONE


class Sessions:
    """Makes and checks sessions; none of them is kept.

    Args:
        secret: a secret that outlasts the process; empty for one that ends with it.
    """

    def __init__(self, secret: str = "") -> None:
        seed = secret.encode() or secrets.token_bytes(32)
        self._key = hashlib.sha256(b"detente session\0" + seed).digest()

    def new(self, right: Right = Right.NONE) -> Session:
        """A session that nobody had before."""
        return Session(secrets.token_urlsafe(16), right)

    def cookie(self, session: Session) -> str:
        """The value of its cookie."""
        body = f"{session.nonce}.{session.right:d}.{time.time():.0f}"
        return f"{body}.{self._signature('cookie', body)}"

    def read(self, cookie: str) -> Session | None:
        """The session of a cookie; None where it is not one of ours or has grown old."""
        parts = cookie.split(".")
        if len(parts) != _PARTS:
            return None
        nonce, right, made, signature = parts
        body = f"{nonce}.{right}.{made}"
        if not hmac.compare_digest(signature.encode(), self._signature("cookie", body).encode()):
            return None
        return Session(nonce, Right(int(right))) if time.time() - int(made) < LIFETIME else None

    def form_token(self, session: Session) -> str:
        """What a form of a session sends back."""
        return self._signature("form", session.nonce)

    def is_own_form(self, session: Session, token: str) -> bool:
        """Whether a form was shown to the session that sends it."""
        return hmac.compare_digest(token.encode(), self.form_token(session).encode())

    def _signature(self, purpose: str, body: str) -> str:
        digest = hmac.digest(self._key, f"{purpose}\0{body}".encode(), "sha256")
        return base64.urlsafe_b64encode(digest).decode().rstrip("=")
