# Every target sets itself up; python3 (3.11 or newer) with venv is all it needs. ARGS="…" goes on to the program.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes

.PHONY: setup demo test check bench lock

setup: .venv/with-tests

demo: .venv/ready
	@$(BIN)/python -m bot demo $(ARGS)

test: .venv/with-tests
	@PYTHONHASHSEED=0 $(BIN)/pytest -n 3 $(ARGS)

check: .venv/with-tests
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/ruff check --quiet
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/pytest --quiet --no-header --durations=0 tests/test_links.py

bench: .venv/with-tests
	@$(BIN)/python -m tests.benchmarks $(ARGS)

# The newest versions that pyproject.toml allows, for every system, from whatever index this machine uses.
lock: .venv/with-tests
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@$(BIN)/uv pip compile --quiet $(LOCK) --output-file requirements.lock pyproject.toml
	@$(BIN)/uv pip compile --quiet $(LOCK) --output-file requirements-test.lock --group test --constraints requirements.lock

LOCK := --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url

# The two files below are stamps: they are newer than the locks when everything is installed.
.venv/ready: requirements.lock
	@command -v $(PYTHON) >/dev/null || \
		{ echo "There is no $(PYTHON) here. Install Python 3.11 or newer." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed, this is $$($(PYTHON) --version). Try: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "Python's venv module is missing. On Debian and Ubuntu: sudo apt install python3-venv" >&2; exit 1; }
	@echo "Setting up .venv (once; under a minute)" >&2
	@$(PYTHON) -m venv .venv
	@$(PIP) -r requirements.lock
	@touch $@

.venv/with-tests: .venv/ready requirements-test.lock
	@echo "Installing what the tests need (once)" >&2
	@$(PIP) -r requirements-test.lock
	@touch $@
