"""Addresses of pages: how they are written when they are the same, and where they lead."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from detente.watch.tracking import is_tracking

_PORTS = {"http": 80, "https": 443}


def host_and_port(address: str) -> tuple[str, int]:
    """Host, in lower case, and port of an address; an empty host where there is none."""
    try:
        parts = urlsplit(address)
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError:
        return "", 0
    return (parts.hostname or "").rstrip("."), port


def is_web(address: str) -> bool:
    """Whether an address is one of the web, without a user's name in it."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in _PORTS and bool(host_and_port(address)[0]) and parts.username is None


def joined(base: str, address: str) -> str | None:
    """An address as a page gives it, made whole; None if it is empty or none of the web."""
    if not address.strip().strip("/") and address.strip() != "/":
        return None
    try:
        whole = urljoin(base, address.strip())
    except ValueError:
        return None
    return whole if is_web(whole) else None


def canonical(address: str) -> str:
    """The form of an address under which a page is remembered.

    Host in lower case, no port that goes without saying, no fragment, and no parameter that only
    tells where a reader came from.
    """
    parts = urlsplit(address)
    host, port = host_and_port(address)
    shown = f"[{host}]" if ":" in host else host
    if port != _PORTS.get(parts.scheme):
        shown = f"{shown}:{port}"
    query = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not is_tracking(name)
    ]
    path = re.sub(r"/{2,}", "/", parts.path) or "/"
    return urlunsplit((parts.scheme, shown, path, urlencode(query), ""))


def is_public(host: str) -> bool:
    """Whether a numeric address is one of the public internet."""
    try:
        found = ipaddress.ip_address(host.split("%", maxsplit=1)[0])
    except ValueError:
        return False
    inner = _inside(found)
    return found.is_global and not found.is_multicast and (inner is None or is_public(str(inner)))


def _inside(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> ipaddress.IPv4Address | None:
    """The address of the old kind that one of the new kind stands for."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]


_NAT64 = ipaddress.ip_network("64:ff9b::/96")
