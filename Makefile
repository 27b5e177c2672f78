# make demo   sets everything up, codes the bundled sample reports, fills a ledger and shows a pair
# make test   passes the tests
# make check  what CI holds: lint, types, import rules, data, tests, accuracy floors
# make bench  prints the figures of the README
# make page   serves the demo's ledger in a browser
# make screenshots  takes the pictures of the page that the documentation shows

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LEDGER := build/ledger

.PHONY: demo test check bench docs page screenshots clean

demo: $(VENV)/.core
	$(BIN)/detente code examples/reports --format table
	$(BIN)/detente add examples/reports --recode --ledger $(LEDGER)
	$(BIN)/detente show France Russia --as-of 2025-07-02 --ledger $(LEDGER)

test: $(VENV)/.dev
	$(BIN)/python -m pytest

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/detente lint
	$(BIN)/python -m pytest
	$(BIN)/python benchmarks/accuracy.py --check
	$(BIN)/python benchmarks/folding.py --check

bench: $(VENV)/.dev
	$(BIN)/python benchmarks/accuracy.py
	$(BIN)/python benchmarks/folding.py
	$(BIN)/python benchmarks/speed.py

docs: $(VENV)/.dev
	$(BIN)/mkdocs serve

page: $(VENV)/.dev
	$(BIN)/detente add examples/reports --ledger $(LEDGER)
	$(BIN)/detente serve --ledger $(LEDGER)

screenshots: $(VENV)/.dev
	$(BIN)/python -m docs.generate.screenshots

$(VENV)/.core: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --constraint constraints.txt --editable .
	touch $@

$(VENV)/.dev: $(VENV)/.core
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[dev,docs]'
	touch $@

clean:
	rm -rf $(VENV) build dist site .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
