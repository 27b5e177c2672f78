from bounds import Bounds
from readme import with_figures

BOUNDS = Bounds(floors={"articles_f1": 0.4, "articles_status": 0.95}, ceilings={"memory": 700})
README = "before\n<!-- figures -->\nnot yet\n<!-- /figures -->\nafter\n"


def test_figures_stand_in_order_with_what_they_are_held_to() -> None:
    text = with_figures(
        README, {"memory": 301.4, "articles_status": 0.981, "articles_f1": 0.456}, BOUNDS
    )
    before, *table, after = text.splitlines()
    assert (before, after) == ("before", "after")
    assert table[0] == "<!-- figures -->"
    assert table[-1] == "<!-- /figures -->"
    assert [line.split("|")[2:4] for line in table[3:-1]] == [
        [" 0.46 ", " at least 0.40 "],
        [" 98% ", " at least 95% "],
        [" 301 MB ", " at most 700 MB "],
    ]


def test_rows_of_figures_that_were_not_measured_stay() -> None:
    both = with_figures(README, {"memory": 301, "articles_f1": 0.456}, BOUNDS)
    again = with_figures(
        with_figures(README, {"memory": 301}, BOUNDS), {"articles_f1": 0.456}, BOUNDS
    )
    assert again == both
    newer = with_figures(both, {"memory": 299}, BOUNDS)
    assert newer == both.replace("301 MB", "299 MB")


def test_writing_the_same_figures_again_changes_nothing() -> None:
    once = with_figures(README, {"memory": 301}, BOUNDS)
    assert with_figures(once, {"memory": 301}, BOUNDS) == once


def test_a_text_without_the_place_stays_as_it_is() -> None:
    for text in ("", "plain", "<!-- figures -->\nnever closed", "<!-- /figures -->"):
        assert with_figures(text, {"memory": 301}, BOUNDS) == text
