from pathlib import Path

import accuracy
import pytest
import speed
from shared import shared_folder


@pytest.mark.parametrize(
    ("program", "arguments"), [(speed, []), (speed, ["--check"]), (accuracy, ["--check"])]
)
def test_without_data_it_says_so_in_one_line_and_passes(
    program: object,
    arguments: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("DETENTE_SHARED", str(tmp_path))
    assert program.main(arguments) == 0  # type: ignore[attr-defined]
    out, err = capsys.readouterr()
    assert out.startswith("SKIPPED: ")
    assert "DETENTE_SHARED" in out
    assert out.count("SKIPPED") == 1
    assert not err
    # our own corpus is always there
    assert (out.count("\n") == 1) == (program is speed)


def test_the_folder_that_the_environment_names_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data" / "articles_dev").mkdir(parents=True)
    monkeypatch.setenv("DETENTE_SHARED", str(tmp_path))
    assert shared_folder() == tmp_path
