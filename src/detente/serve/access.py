"""Who may read a ledger over HTTP, and who may correct it."""

from __future__ import annotations

import base64
import binascii
import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from ipaddress import ip_address

from detente.errors import SettingsError

_SHORTEST = 16
_LOCAL_NAMES = frozenset(("localhost", "127.0.0.1", "::1"))
EVERYBODY = "*"


class Right(IntEnum):
    """What somebody may do; each includes what is before it."""

    NONE = 0
    READ = 1
    CORRECT = 2


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks.

    Args:
        right: what they may do.
        name: their name, where whoever stands before the page tells it.
    """

    right: Right
    name: str | None = None

    @property
    def may_correct(self) -> bool:
        """Whether they may correct events."""
        return self.right >= Right.CORRECT


@dataclass(frozen=True, slots=True)
class Access:
    """Who may read and who may correct.

    Args:
        host: the address to listen at.
        read_token: whoever shows it may read; None where there is none.
        correct_token: whoever shows it may read and correct; None where there is none.
        user_header: header in which a proxy that is trusted names the user; None without one.
        correctors: of the users that the proxy names, those who may correct; ``*`` for all.

    Raises:
        SettingsError: others than this machine could reach it unasked, a token is short, or what
            belongs together is not.
    """

    host: str = "127.0.0.1"
    read_token: str | None = None
    correct_token: str | None = None
    user_header: str | None = None
    correctors: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        for token in self._tokens:
            if len(token) < _SHORTEST:
                raise SettingsError(f"a token has {_SHORTEST} characters at least")
        if self.read_token and self.read_token == self.correct_token:
            raise SettingsError("the token for reading and that for correcting must differ")
        if self.user_header and self._tokens:
            raise SettingsError("name tokens or a trusted proxy's header, not both")
        if self.correctors and not self.user_header:
            raise SettingsError("correctors are users that a trusted proxy names")
        if not self.is_local and not self.is_guarded:
            raise SettingsError(
                f"{self.host} can be reached by others: give --token, or --trust-proxy with the"
                " header in which your proxy names the user"
            )

    @property
    def is_local(self) -> bool:
        """Whether only this machine reaches it."""
        try:
            return ip_address(self.host.strip("[]")).is_loopback
        except ValueError:
            return self.host == "localhost"

    @property
    def is_guarded(self) -> bool:
        """Whether a visitor has to show something."""
        return bool(self._tokens or self.user_header)

    @property
    def takes_tokens(self) -> bool:
        """Whether a visitor can sign in with a token."""
        return bool(self._tokens)

    @property
    def secret(self) -> str:
        """What only those who started it know; empty where no token was given."""
        return "\0".join(self._tokens)

    @property
    def _tokens(self) -> tuple[str, ...]:
        return tuple(token for token in (self.read_token, self.correct_token) if token)

    def knows_host(self, name: str) -> bool:
        """Whether a page may be asked for by a name; others are somebody's name for this machine.

        Without anything to show, a page of somebody else could otherwise be given this machine's
        address and read the answers.

        Args:
            name: the ``Host`` header, with or without a port.
        """
        return self.is_guarded or _without_port(name) in {*_LOCAL_NAMES, self.host.strip("[]")}

    def visitor(self, headers: Mapping[str, str], signed_in: Right = Right.NONE) -> Visitor:
        """Who asks.

        Args:
            headers: of the request, by lower-case name.
            signed_in: the right of the session that the request belongs to.
        """
        if self.user_header:
            return self._named(headers.get(self.user_header.lower(), "").strip())
        if not self._tokens:
            return Visitor(Right.CORRECT)
        shown = _credential(headers.get("authorization", ""))
        return Visitor(max(self.right_of(shown), signed_in))

    def right_of(self, token: str) -> Right:
        """The right that a token gives."""
        if _same(token, self.correct_token):
            return Right.CORRECT
        return Right.READ if _same(token, self.read_token) else Right.NONE

    def _named(self, user: str) -> Visitor:
        if not user:
            return Visitor(Right.NONE)
        may_correct = bool(self.correctors & {user, EVERYBODY})
        return Visitor(Right.CORRECT if may_correct else Right.READ, user)


def correctors(names: Iterable[str]) -> frozenset[str]:
    """Names of users as ``Access`` takes them, without blanks around them."""
    return frozenset(name.strip() for name in names if name.strip())


def _same(shown: str, token: str | None) -> bool:
    return token is not None and hmac.compare_digest(shown.encode(), token.encode())


def _credential(header: str) -> str:
    """The token of an ``Authorization`` header: a bearer's, or the password of a feed reader."""
    scheme, _, value = header.partition(" ")
    if scheme.lower() == "bearer":
        return value.strip()
    if scheme.lower() != "basic":
        return ""
    try:
        return base64.b64decode(value, validate=True).decode().partition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        return ""


def _without_port(host: str) -> str:
    name = host.strip().lower()
    if name.startswith("["):
        return name[1:].partition("]")[0]
    return name.rpartition(":")[0] if name.count(":") == 1 else name
