"""WARC: pages of a crawl."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from read_cases import TEXT, only, read, write
from writers import page, response, warc_record

GOOD = page({"text": TEXT}).encode()
ADDRESS = "https://news.example.org/a"


def warc(*records: bytes) -> bytes:
    return b"".join(records)


INFO = warc_record("warcinfo", "", "application/warc-fields", b"software: crawler\r\n")
REQUEST = warc_record(
    "request", ADDRESS, "application/http;msgtype=request", b"GET /a HTTP/1.1\r\nHost: x\r\n\r\n"
)


def test_only_pages_count_and_records_keep_their_numbers(tmp_path: Path) -> None:
    data = warc(
        INFO,
        REQUEST,
        response(ADDRESS, GOOD),
        response("https://news.example.org/p.png", b"\x89PNG", "image/png"),
        response("https://news.example.org/old", b"", status="301 Moved"),
        response("https://news.example.org/gone", GOOD, status="404 Not Found"),
        response("https://news.example.org/robots.txt", b"Plain words.", "text/plain"),
    )
    found, rejects = read(write(tmp_path / "crawl.warc", data))
    assert [(article.id, article.url) for article in found] == [
        ("crawl-3", ADDRESS),
        ("crawl-7", "https://news.example.org/robots.txt"),
    ]
    assert not rejects


def test_records_packed_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"".join(map(gzip.compress, (INFO, response(ADDRESS, GOOD)))))
    assert only(read(path)[0]).text == TEXT


@pytest.mark.parametrize("chunked", [False, True])
def test_packed_and_chunked_content(chunked: bool, tmp_path: Path) -> None:
    body = gzip.compress(GOOD)
    more = "Content-Encoding: gzip\r\n"
    if chunked:
        more += "Transfer-Encoding: chunked\r\n"
        body = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    data = response(ADDRESS, body, more=more)
    assert only(read(write(tmp_path / "a.warc", data))[0]).text == TEXT


def test_the_encoding_that_the_server_names(tmp_path: Path) -> None:
    text = TEXT.replace("Sébastien", "Żółty").replace("–", "-").replace("“", "").replace("”", "")
    body = page({"text": text}).encode("iso8859-2")
    data = response(ADDRESS, body, "text/html; charset=ISO-8859-2")
    assert only(read(write(tmp_path / "a.warc", data))[0]).text == text


def test_a_page_without_an_article_costs_only_itself(tmp_path: Path) -> None:
    data = warc(response(ADDRESS, b"<html></html>"), response(ADDRESS, GOOD))
    found, rejects = read(write(tmp_path / "a.warc", data))
    assert only(found).id == "a-2"
    assert (only(rejects).record, only(rejects).problem) == (
        1,
        "is a page in which no article was found",
    )


@pytest.mark.parametrize("shift", [-7, 9])
def test_a_wrong_length_costs_one_record(shift: int, tmp_path: Path) -> None:
    bad = response(ADDRESS, GOOD)
    size = int(bad.split(b"Content-Length: ")[1].split(b"\r\n")[0])
    bad = bad.replace(b"Content-Length: %d" % size, b"Content-Length: %d" % (size + shift))
    found, rejects = read(write(tmp_path / "a.warc", warc(bad, bad, response(ADDRESS, GOOD))))
    assert found[-1].text == TEXT
    assert rejects
    assert all("length" in reject.problem for reject in rejects)


@pytest.mark.parametrize("length", [b"", b"Content-Length: many\r\n", b"Content-Length: -4\r\n"])
def test_a_record_without_a_length_is_told_and_passed_over(length: bytes, tmp_path: Path) -> None:
    bad = (
        b"WARC/1.0\r\nWARC-Type: response\r\n" + length + b"\r\nHTTP/1.1 200 OK\r\n\r\n<p>a\r\n\r\n"
    )
    found, rejects = read(write(tmp_path / "a.warc", warc(bad, response(ADDRESS, GOOD))))
    assert only(found).id == "a-2"
    assert only(rejects).record == 1
    assert "length" in only(rejects).problem


def test_broken_headers_of_a_page_cost_only_it(tmp_path: Path) -> None:
    bad = warc_record("response", ADDRESS, "application/http", b"\x00\x01 no headers")
    found, rejects = read(write(tmp_path / "a.warc", warc(bad, response(ADDRESS, GOOD))))
    assert only(found).text == TEXT
    assert len(rejects) <= 1


def test_a_file_that_is_cut_in_a_page(tmp_path: Path) -> None:
    data = warc(response(ADDRESS, GOOD), response(ADDRESS, GOOD))
    found, rejects = read(write(tmp_path / "a.warc", data[:-100]))
    assert found[0].text == TEXT
    assert "cut short" in rejects[-1].problem


def test_a_packed_page_that_swells_is_refused(tmp_path: Path) -> None:
    body = gzip.compress(b"<html>" + b" " * 60_000_000)
    data = response(ADDRESS, body, more="Content-Encoding: gzip\r\n")
    found, rejects = read(write(tmp_path / "a.warc", data))
    assert not found
    assert "20,000,000 bytes" in only(rejects).problem


def test_a_crawl_without_pages_tells_so(tmp_path: Path) -> None:
    _, rejects = read(write(tmp_path / "a.warc", INFO))
    assert only(rejects).problem == "holds no page, only other records (1)"
