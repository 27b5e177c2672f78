"""CSV and TSV: rows, quoting, and what goes wrong with them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from read_cases import TEXT, only, read, write

from detente.read import ReadOptions


def test_rows_with_too_many_or_too_few_cells(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.csv",
        "id,text,date\n1,One.,2023-11-12\n2,Two, again.,2023-11-12\n3,Three.\n4,Four.,\n",
    )
    found, rejects = read(path)
    assert [article.id for article in found] == ["1", "4"]
    assert [(reject.record, reject.problem) for reject in rejects] == [
        (2, "row with 4 cells on line 3, where the header has 3"),
        (3, "row with 2 cells on line 4, where the header has 3"),
    ]


def test_cells_over_several_lines(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", 'id,text\n1,"One,\n\n""more"".\r\nEnd"\n2,Two\n')
    found, rejects = read(path)
    assert [article.text for article in found] == ['One,\n\n"more".\r\nEnd', "Two"]
    assert not rejects


def test_a_stray_quotation_mark_costs_one_row(tmp_path: Path) -> None:
    rows = ["id,text,date", "1,One.,", '2,"Two,', "3,Three.,", "4,Four.,", "5,Five.,"]
    for end in ("\n", ""):
        found, rejects = read(write(tmp_path / "a.csv", "\n".join(rows) + end))
        assert [article.id for article in found] == ["1", "3", "4", "5"]
        assert only(rejects).record == 2
        assert "line 3: its quotation marks do not pair" in only(rejects).problem


def test_a_stray_mark_before_a_quoted_row_costs_one_row(tmp_path: Path) -> None:
    rows = ["id,text,date", '1,"One,', '2,"Two, or ""2"".",2023-11-12', '3,"Three.",']
    found, rejects = read(write(tmp_path / "a.csv", "\n".join(rows)))
    assert [article.text for article in found] == ['Two, or "2".', "Three."]
    assert only(rejects).record == 1


def test_marks_not_doubled_over_several_lines_cost_one_row(tmp_path: Path) -> None:
    content = 'id,text,date\n1,"He said "yes"\nand more, there.",\n2,Two.,\n'
    found, rejects = read(write(tmp_path / "a.csv", content))
    assert only(found).id == "2"
    assert "lines 2 to 3" in only(rejects).problem


def test_lines_of_a_broken_cell_do_not_pass_for_rows(tmp_path: Path) -> None:
    content = 'title,text\nA,"He said "yes"\nHowever, he left.\nIn Paris, he slept."\nB,Two.\n'
    for header in ("title,text", "id,text"):
        found, rejects = read(write(tmp_path / "a.csv", content.replace("title,text", header)))
        assert [article.text for article in found] == ["Two."]
        assert "lines 2 to 4" in only(rejects).problem


def test_a_stray_mark_in_a_large_file_costs_one_row(tmp_path: Path) -> None:
    rows = [f"{number},Text {number}.,2023-11-12\n" for number in range(8_000)]
    rows[10] = '10,"Text 10.,2023-11-12\n'
    path = write(tmp_path / "a.csv", "id,text,date\n" + "".join(rows))
    found, rejects = read(path, options=ReadOptions(max_characters=100))
    assert len(found) == 7_999
    assert only(rejects).record == 11


def test_a_huge_quoted_cell_costs_one_row(tmp_path: Path) -> None:
    huge = ("A sentence, with a comma.\n" * 40_000).rstrip()
    path = write(tmp_path / "a.csv", f'id,text\n1,One.\n2,"{huge}"\n3,Three.\n')
    found, rejects = read(path, options=ReadOptions(max_characters=10_000))
    assert [article.id for article in found] == ["1", "3"]
    assert only(rejects).record == 2
    assert "10,000 characters" in only(rejects).problem


def test_a_cell_above_the_limit_of_the_csv_module_is_read(tmp_path: Path) -> None:
    text = "word, " * 60_000
    before = csv.field_size_limit()
    found, rejects = read(write(tmp_path / "a.csv", f'text\n"{text}"\n'))
    assert only(found).text == text
    assert not rejects
    assert csv.field_size_limit() >= before


def test_marks_in_an_unquoted_tsv_belong_to_the_text(tmp_path: Path) -> None:
    rows = ['1\t"Yes," he said.', '2\t"Never closed', '3\tA 5" gun', "4\tFour"]
    found, rejects = read(write(tmp_path / "a.tsv", "id\ttext\n" + "\n".join(rows)))
    assert [article.text for article in found] == [
        '"Yes," he said.',
        '"Never closed',
        'A 5" gun',
        "Four",
    ]
    assert not rejects


def test_a_quoted_tsv_is_unquoted(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tsv", 'id\ttext\n1\t"One\tand ""more"".\nEnd"\n')
    assert only(read(path)[0]).text == 'One\tand "more".\nEnd'


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_csv_with_other_delimiters(delimiter: str, tmp_path: Path) -> None:
    lines = [delimiter.join(("id", "text")), delimiter.join(("1", "One, two."))]
    assert only(read(write(tmp_path / "a.csv", "\n".join(lines)))[0]).text == "One, two."


def test_blank_rows_are_passed_over(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "\n\nid,text\n\n1,One.\n,\n , \n2,Two.\n")
    found, rejects = read(path)
    assert [article.id for article in found] == ["1", "2"]
    assert not rejects


def test_line_ends_of_old_files(tmp_path: Path) -> None:
    found, rejects = read(write(tmp_path / "a.csv", "id,text\r1,One.\r2,Two.\r"))
    assert [article.text for article in found] == ["One.", "Two."]
    assert not rejects


def test_a_header_alone_is_rejected(tmp_path: Path) -> None:
    found, rejects = read(write(tmp_path / "a.csv", "id,text\n"))
    assert not found
    assert only(rejects).problem == "has a header but no row"


def test_a_row_without_text_is_rejected(tmp_path: Path) -> None:
    found, rejects = read(write(tmp_path / "a.csv", f"id,text\n1,\n2,{TEXT.splitlines()[1]!r}\n"))
    assert not [article for article in found if article.id == "1"]
    assert (rejects[0].record, rejects[0].problem) == (1, "the text is empty")


def test_a_named_column_missing_from_the_header_stops_before_the_rows(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "id,text\n1,One.\n")
    found, rejects = read(path, options=ReadOptions(published_column="day"))
    assert not found
    assert only(rejects).problem == "has no column 'day', only 'id', 'text'"


def test_columns_of_one_name_give_the_first(tmp_path: Path) -> None:
    assert only(read(write(tmp_path / "a.csv", "text,Text\nOne.,Two.\n"))[0]).text == "One."
