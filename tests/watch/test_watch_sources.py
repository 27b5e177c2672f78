"""Lists of sources, addresses and likeness of texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from news_server import TEXTS

from detente.errors import WatchError
from detente.watch import read_sources
from detente.watch.address import canonical, is_public, is_web, joined
from detente.watch.copies import is_copy, likeness, sketch
from detente.watch.feeds import read_feed
from detente.watch.sitemaps import read_sitemap

HEAD = 'contact = "mailto:us@example.org"\n'
ONE = '[[source]]\naddress = "https://example.org/feed"\n'


def listed(path: Path, text: str) -> Path:
    path = path / "sources.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_list_of_sources(tmp_path: Path) -> None:
    text = f"{HEAD}pace = 2\n{ONE}outlet = 'Wire'\nevery = 5\ndays = 1.5\npages = false\nonly = '/w/'\n"
    found = read_sources(listed(tmp_path, text))
    (source,) = found.sources
    assert (source.outlet, source.every, source.days, source.pages) == ("Wire", 5.0, 1.5, False)
    assert (found.manner.pace, found.manner.contact) == (2.0, "mailto:us@example.org")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "names no source"),
        (HEAD, "names no source"),
        ("[[source]\n", "is no TOML"),
        (ONE, "no contact"),
        (f'contact = "é"\n{ONE}', "no contact"),
        (f"{HEAD}[[source]]\noutlet = 'a'\n", "without address"),
        (f"{HEAD}speed = 1\n{ONE}", "unknown setting 'speed'"),
        (f"{HEAD}pace = -1\n{ONE}", "pace = -1 is not a number"),
        (f"{HEAD}pace = nan\n{ONE}", "pace = nan is not a number"),
        (f"{HEAD}reports = 0\n{ONE}", "reports = 0 is not"),
        (f"{HEAD}{ONE}pages = 'no'\n", "pages = 'no' is not true or false"),
        (f"{HEAD}{ONE}only = '('\n", "is no pattern"),
        (f"{HEAD}{ONE}{ONE}", "twice"),
        (f"{HEAD}[[source]]\naddress = 'ftp://example.org/'\n", "no web address"),
        (f"{HEAD}[[source]]\naddress = 'https://a:b@example.org/'\n", "no web address"),
        (f"{HEAD}[[source]]\naddress = 'http://[/'\n", "no web address"),
        (f"{HEAD}[[source]]\naddress = 7\n", "is not text"),
        (f"{HEAD}source = 3\n", "names no source"),
    ],
)
def test_a_list_that_is_wrong_is_told(text: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(WatchError) as raised:
        read_sources(listed(tmp_path, text))
    assert problem in raised.value.problem
    assert raised.value.remedy


def test_the_list_of_the_documentation() -> None:
    path = Path(__file__).parents[2] / "docs" / "examples" / "sources.toml"
    assert [source.outlet for source in read_sources(path).sources] == ["Example News", None]


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(WatchError, match="cannot be read"):
        read_sources(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("HTTP://Example.ORG:80/a#b", "http://example.org/a"),
        ("https://example.org:443", "https://example.org/"),
        ("https://example.org:8443//a//b", "https://example.org:8443/a/b"),
        ("https://example.org/a?utm_source=x&id=7&fbclid=y", "https://example.org/a?id=7"),
        ("https://example.org/a?b=&c=ü", "https://example.org/a?b=&c=%C3%BC"),
        ("http://[::1]:80/a", "http://[::1]/a"),
    ],
)
def test_one_form_for_one_page(address: str, expected: str) -> None:
    assert canonical(address) == expected
    assert canonical(expected) == expected


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "0.0.0.0"),
        *(
            "100.64.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "fe80::1",
            "fe80::1%eth0",
            "fc00::1",
        ),
        *(
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "ff02::1",
            "::",
        ),
        *("example.org", ""),
    ],
)
def test_hosts_of_the_own_network(host: str) -> None:
    assert not is_public(host)


@pytest.mark.parametrize(
    "host", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"]
)
def test_hosts_of_the_internet(host: str) -> None:
    assert is_public(host)


@given(base=st.text(), address=st.text())
def test_any_address_is_whole_or_none(base: str, address: str) -> None:
    whole = joined(base, address)
    if whole is not None:
        assert is_web(whole)
        assert canonical(canonical(whole)) == canonical(whole)


@given(data=st.binary(max_size=300))
def test_any_bytes_as_a_site_map(data: bytes) -> None:
    listing = read_sitemap(data, "https://example.org/")
    assert listing.entries or listing.problem or not listing.further


@given(data=st.lists(st.sampled_from([b"<rss>", b"<channel>", b"<item>", b"<link>http://a/</link>",
    b"<pubDate>x</pubDate>", b"</item>", b"<feed>", b"<entry>", b"&#0;", b"<![CDATA[", b"]]>", b"\xff",
    b"<?xml version='1.0' encoding='utf-7'?>", b"<title type='html'>&lt;b", b"</title>"])).map(b"".join))  # fmt: skip
def test_any_bytes_as_a_feed(data: bytes) -> None:
    from detente.read import UnreadableError  # noqa: PLC0415

    try:
        listing = read_feed(data, "https://example.org/feed")
    except UnreadableError as fault:
        assert fault.problem  # noqa: PT017  either outcome is right
    else:
        assert all(is_web(entry.address) for entry in listing.entries)


def test_a_day_that_cannot_be_read_is_none() -> None:
    data = b"<rss><channel><item><link>http://a/</link><pubDate>x</pubDate></item></channel></rss>"
    (entry,) = read_feed(data, "https://example.org/feed").entries
    assert (entry.address, entry.published) == ("http://a/", None)


def test_likeness() -> None:
    text = TEXTS["kenya"]
    assert is_copy(sketch(text), sketch(text.upper()))
    assert is_copy(sketch(text), sketch(f"NAIROBI (Wire) - {text}"))
    assert likeness(sketch(text), sketch(TEXTS["norway"])) == 0.0
    assert not is_copy(sketch(text), sketch(text[: len(text) // 2]))
    assert sketch("Too short to tell.") == ()
    assert likeness((), ()) == 0.0
