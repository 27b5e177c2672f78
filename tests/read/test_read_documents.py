"""Mail, PETRARCH's XML, NGEC's JSON lines, and documents."""

from __future__ import annotations

import importlib
import io
import json
import sys
import zipfile
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pypdf
import pytest
import writers
from read_cases import TEXT, only, read, write

NGEC = {
    "id": "20231112-0007-abc",
    "date": "2023-11-12",
    "event_text": TEXT,
    "event_type": "CONSULT",
    "event_mode": "phone",
    "title": "Talks",
    "source": "wire",
}


def test_the_json_lines_of_ngec(tmp_path: Path) -> None:
    article = only(read(write(tmp_path / "ngec.jsonl", json.dumps(NGEC)))[0])
    assert (article.id, article.text, article.title) == (NGEC["id"], TEXT, "Talks")
    assert (article.published, article.publication) == (date(2023, 11, 12), "wire")


def sentence(name: str, text: str, *, day: str = "20231112", whole: str = "True") -> str:
    return (
        f'<Sentence date="{day}" id="{name}" source="WIRE" sentence="{whole}">\n<Text>\n{text}\n'
        "</Text>\n<Parse>\n(ROOT (S (NP (NNP Kenya))))\n</Parse></Sentence>\n"
    )


def stories(*parts: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<Sentences>\n{"".join(parts)}</Sentences>\n'


def test_sentences_of_a_story_are_one_article(tmp_path: Path) -> None:
    content = stories(
        sentence("AFP01_1", "Kenya met\nUganda."),
        sentence("AFP01_2", "They agreed &amp; left."),
        sentence("AFP02_1", "Togo spoke."),
        sentence("AFP02_2", "It was late.", day="20231113"),
        sentence("whole", "One line\nof a story.\n\nAnother.", whole="False"),
    )
    found, rejects = read(write(tmp_path / "a.xml", content))
    assert not rejects
    assert [(article.id, article.text) for article in found] == [
        ("AFP01", "Kenya met Uganda.\nThey agreed & left."),
        ("AFP02", "Togo spoke."),
        ("AFP02-2", "It was late."),
        ("whole", "One line of a story.\nAnother."),
    ]
    assert (found[0].published, found[0].publication) == (date(2023, 11, 12), "WIRE")


@pytest.mark.parametrize(
    "bad", ["Kenya & Uganda <met.", "Kenya &nbsp; Uganda.", "<b>", "]]>", "<!ENTITY a 'b'>"]
)
def test_a_broken_element_costs_only_itself(bad: str, tmp_path: Path) -> None:
    content = stories(sentence("A_1", "One."), sentence("B_1", bad), sentence("C_1", "Three."))
    found, rejects = read(write(tmp_path / "a.xml", content))
    assert [article.id for article in found] == ["A", "C"]
    assert only(rejects).record == 2
    assert "&amp;" in only(rejects).remedy


def test_an_element_that_is_not_closed_costs_only_itself(tmp_path: Path) -> None:
    content = stories(sentence("A_1", "One.").replace("</Sentence>", ""), sentence("B_1", "Two."))
    found, rejects = read(write(tmp_path / "a.xml", content))
    assert only(found).id == "B"
    assert only(rejects).record == 1


def test_entities_are_not_expanded_and_nothing_is_fetched(tmp_path: Path) -> None:
    secret = write(tmp_path / "secret.txt", "Secret words.")
    head = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY y "yyyy">]>'
    content = head + stories(sentence("A_1", "&x; &y;"), sentence("B_1", "Two."))
    found, rejects = read(write(tmp_path / "a.xml", content))
    assert only(found).id == "B"
    assert only(rejects).record == 1


def test_xml_of_another_kind_is_named(tmp_path: Path) -> None:
    _, rejects = read(write(tmp_path / "a.xml", "<?xml version='1.0'?><rss><channel/></rss>"))
    assert "'rss'" in only(rejects).problem
    assert "detente watch" in only(rejects).remedy


def newsletter(*, plain: str | None, page: str | None) -> bytes:
    found = EmailMessage()
    found["Subject"] = "Tägliche Lage"
    found["From"] = '"Die Tägliche, Berlin" <list@example.org>'
    found["Date"] = "Sun, 12 Nov 2023 09:00:00 +0100"
    found["Message-ID"] = "<1@example.org>"
    if plain is not None:
        found.set_content(plain, charset="iso-8859-2", cte="quoted-printable")
    if page is not None and plain is not None:
        found.add_alternative(page, subtype="html")
    elif page is not None:
        found.set_content(page, subtype="html")
    found.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="a.pdf")
    return found.as_bytes()


def test_the_plain_text_of_a_newsletter_comes_first(tmp_path: Path) -> None:
    data = newsletter(plain="Łódź met Paris.\n>From here on.\n", page="<p>other</p>")
    article = only(read(write(tmp_path / "a.eml", data))[0])
    assert article.text == "Łódź met Paris.\nFrom here on."
    assert (article.title, article.publication) == ("Tägliche Lage", "Die Tägliche, Berlin")
    assert (article.id, str(article.published)) == ("1@example.org", "2023-11-12 09:00:00+01:00")


def test_a_newsletter_laid_out_with_tables(tmp_path: Path) -> None:
    page = "<table><tr><td>Kenya met Uganda.</td></tr><tr><td>It <b>left</b>.</td></tr></table>"
    article = only(read(write(tmp_path / "a.eml", newsletter(plain=None, page=page)))[0])
    assert article.text == "Kenya met Uganda.\nIt left."


def test_messages_of_a_mailbox_cost_only_themselves(tmp_path: Path) -> None:
    separator = b"From x@example.org Sun Nov 12 09:00:00 2023\n"
    parts = [
        newsletter(plain="One.", page=None),
        b"Subject: empty\n\n",
        newsletter(plain="Three.\n\n>From the start.", page=None),
    ]
    data = b"".join(separator + part + b"\n\n" for part in parts)
    found, rejects = read(write(tmp_path / "a.mbox", data))
    assert [article.text for article in found] == ["One.", "Three.\n\nFrom the start."]
    assert only(rejects).record == 2


def test_rich_text_of_many_kinds(tmp_path: Path) -> None:
    content = (
        rb"{\rtf1\ansi\ansicpg1250{\fonttbl{\f0 Arial;}}{\*\unknown hidden}"
        rb"{\stylesheet{\s1 Heading;}}\pard \b K\'f3d\b0\tab \u321?\'f3d\'9f \{x\}\line two\par"
        rb"\u-10179?\u-8704? {\field{\*\fldinst HYPERLINK x}{\fldrslt link}}\~end\par"
        rb"\trowd\intbl a\cell b\cell\row{\pict\bin4 }}}}}after}"
    )
    article = only(read(write(tmp_path / "a.rtf", content))[0])
    assert article.text == "Kód\tŁódź {x}\ntwo\n😀 link\xa0end\na\nb\nafter"


def test_rich_text_cut_short(tmp_path: Path) -> None:
    data = writers.rich_text([{"text": TEXT}])
    _, rejects = read(write(tmp_path / "a.rtf", data[:-4]))
    assert "cut short" in only(rejects).problem


def test_word_documents_without_what_was_struck_or_stands_twice(tmp_path: Path) -> None:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    body = (
        "<w:p><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/></w:r><w:del><w:r>"
        "<w:delText>gone</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>box</w:t></mc:Choice><mc:Fallback>"
        "<w:t>box</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        document = f"<w:document {w} {mc}><w:body>{body}</w:body></w:document>"
        archive.writestr("word/document.xml", document)
    article = only(read(write(tmp_path / "a.docx", out.getvalue()))[0])
    assert article.text == "One\ttwo\n\nbox\ncell"


def test_a_zip_that_is_no_word_document(tmp_path: Path) -> None:
    data = writers.zip_archive([{"text": TEXT}])
    _, rejects = read(write(tmp_path / "a.docx", data))
    assert "no Word document" in only(rejects).problem


def test_a_word_divided_at_the_end_of_a_line_is_put_together(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.pdf", writers.pdf_of(["The govern-", "ment of North-", "Korea met."])
    )
    assert only(read(path)[0]).text == "The government of North-\nKorea met."


def test_a_pdf_with_a_password(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(writers.pdf_document([{"text": TEXT}])))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "a.pdf")
    _, rejects = read(tmp_path / "a.pdf")
    assert only(rejects).problem == "is a PDF with a password"


def test_a_pdf_of_pictures(tmp_path: Path) -> None:
    _, rejects = read(write(tmp_path / "a.pdf", writers.pdf_of([""])))
    assert "without text" in only(rejects).problem
    assert "OCR" in only(rejects).remedy


@pytest.mark.parametrize(
    ("suffix", "module", "library", "extra"),
    [("warc", "web_archive", "warcio", "archives"), ("pdf", "pdf_document", "pypdf", "pdf")],
)
def test_a_missing_extra_is_named(
    suffix: str,
    module: str,
    library: str,
    extra: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == library]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, f"detente.read.{module}", raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    _, rejects = read(write(tmp_path / f"a.{suffix}", "x"), write(tmp_path / "a.txt", TEXT))
    assert f"needs the '{extra}' extra" in only(rejects).problem
    assert only(rejects).remedy == f"pip install 'detente[{extra}]'"
    monkeypatch.undo()
    importlib.import_module(f"detente.read.{module}")
