"""Saved web pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from read_cases import TEXT, only, read, write

from detente.read import ReadOptions

BODY = "".join(f"<p>{part}</p>" for part in TEXT.split("\n"))


def page(head: str = "", top: str = "", body: str = BODY) -> str:
    return (
        f"<!DOCTYPE html><html><head>{head}</head><body><nav><a href='/a'>Sport</a></nav>"
        f"<article>{top}{body}</article><footer>Copyright 2021</footer></body></html>"
    )


def test_parts_of_a_page(tmp_path: Path) -> None:
    head = (
        "<title>Ready to talk | The Daily</title>"
        '<meta property="og:title" content="Ready to talk">'
        '<meta property="og:site_name" content="The Daily">'
        '<meta property="article:published_time" content="2023-11-12T09:30:00+01:00">'
        '<link rel="canonical" href="https://daily.example.org/ready">'
    )
    article = only(read(write(tmp_path / "a.html", page(head)))[0])
    assert article.text == TEXT
    assert article.title == "Ready to talk"
    assert article.publication == "The Daily"
    assert article.url == "https://daily.example.org/ready"
    assert article.published == date(2023, 11, 12)


def test_the_date_of_a_byline(tmp_path: Path) -> None:
    top = '<time datetime="2023-11-12">12 November</time>'
    assert only(read(write(tmp_path / "a.html", page(top=top)))[0]).published == date(2023, 11, 12)


def test_a_date_told_in_the_text_is_not_the_day_of_publication(tmp_path: Path) -> None:
    path = write(tmp_path / "a.html", page())
    assert "23 October 2022" in only(read(path)[0]).text
    assert only(read(path)[0]).published is None
    options = ReadOptions(published="2023-11-12")
    assert only(read(path, options=options)[0]).published == date(2023, 11, 12)


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("iso-8859-2", "iso8859-2"), ("windows-1251", "cp1251"), ("gb2312", "gb2312")],
)
def test_a_declared_encoding(declared: str, encoding: str, tmp_path: Path) -> None:
    word = {"iso8859-2": "Łódź", "cp1251": "Москва", "gb2312": "北京"}[encoding]
    body = BODY.replace("Sébastien Lecornu", word).replace("–", "-")
    body = body.replace("“", "").replace("”", "")
    path = write(tmp_path / "a.html", page(f'<meta charset="{declared}">', body=body), encoding)
    assert word in only(read(path)[0]).text


@pytest.mark.parametrize("declared", ["iso-8859-1", "utf-8", "ascii", "no-such-code", "hex"])
def test_a_declaration_that_misleads(declared: str, tmp_path: Path) -> None:
    path = write(tmp_path / "a.html", page(f'<meta charset="{declared}">'), "cp1252")
    assert only(read(path)[0]).text == TEXT


def test_a_wrong_declaration_does_not_spoil_utf8(tmp_path: Path) -> None:
    path = write(tmp_path / "a.html", page('<meta charset="windows-1251">'))
    assert only(read(path)[0]).text == TEXT


def test_bad_bytes_outside_the_article_do_no_harm(tmp_path: Path) -> None:
    content = page("<script>x='\0'</script>").encode().replace(b"Copyright", b"\x81opyright")
    found, rejects = read(write(tmp_path / "a.html", content))
    assert only(found).text == TEXT
    assert not rejects


def test_an_xml_declaration_is_no_obstacle(tmp_path: Path) -> None:
    content = '<?xml version="1.0" encoding="utf-8"?>' + page()
    assert only(read(write(tmp_path / "a.html", content))[0]).text == TEXT


@pytest.mark.parametrize(
    "content",
    ["<html></html>", "<p>", "no markup at all", "<div>" * 5_000, "<!--" * 1_000, "<" * 50_000],
)
def test_pages_without_an_article(content: str, tmp_path: Path) -> None:
    found, rejects = read(write(tmp_path / "a.html", content))
    assert not found
    assert "page" in only(rejects).problem
