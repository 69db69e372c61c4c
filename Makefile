# For those who work on Tellings; to use it, see README.md. PYTHON is the environment that `python start.py test` makes.
PYTHON ?= $(firstword $(wildcard .venv/bin/python .venv/Scripts/python.exe) python)
# Files to look at: `make format FILES=tellings/store/corpus.py`, `make test FILES=tests/store/test_corpus.py`.
FILES ?=
# As `python start.py test` runs them: on all cores, whole files at a time.
PARALLEL = $(shell $(PYTHON) -c "import start; print(*start.PARALLEL)")

.PHONY: check format lint types layers test steady corpus requirements

check: lint types layers
	$(PYTHON) -m pytest $(PARALLEL) --ignore=tests/test_style.py

format:
	$(PYTHON) -m ruff check --fix-only $(FILES)
	$(PYTHON) -m ruff format $(FILES)

lint:
	$(PYTHON) -m ruff format --check $(FILES)
	$(PYTHON) -m ruff check $(FILES)

types:
	$(PYTHON) -m mypy

layers:
	$(PYTHON) -c "from importlinter.cli import lint_imports_command as c; c()" --no-cache

test:
	$(PYTHON) -m pytest $(if $(FILES),,$(PARALLEL)) $(FILES)

steady:  ## the browser tests several times in a row on a busy machine; `make steady OPTIONS="-k map --times 2"`
	$(PYTHON) -m tests.steady $(OPTIONS)

corpus:  ## the default corpus, from its sources
	$(PYTHON) -m tellings annotate seeds --out data/istanbul-2025-05-16

requirements:  ## needs uv
	uv pip compile requirements.in -o requirements.txt $(COMPILE)
	uv pip compile requirements-dev.in -o requirements-dev.txt -c requirements.txt $(COMPILE)

COMPILE = --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--custom-compile-command "make requirements" --quiet
