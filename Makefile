# `make map` draws the NATO map, `make test` checks and tests everything.
# Both need only Python >= 3.11, make and a package index.

ifeq ($(OS),Windows_NT)
PYTHON ?= python
BIN := .venv/Scripts
LOWEST := .venv-lowest/Scripts/python
else
PYTHON ?= $(firstword $(foreach name,python3.13 python3.12 python3.11 python3 python,$(if $(shell $(name) -c "import sys; print(sys.version_info >= (3, 11) or '')" 2>/dev/null | grep True),$(name))) python3)
BIN := .venv/bin
LOWEST := .venv-lowest/bin/python
endif

VENV_PYTHON := $(BIN)/python
STAMP = $(VENV_PYTHON) -c "import pathlib, sys; pathlib.Path(sys.argv[1]).touch()"

.PHONY: map test test-lowest check bench bench-peers fuzz format docs clean

DRAWN = $(foreach suffix,svg png html pdf,-o output/nato_asia.$(suffix))

map: .venv/.installed
	$(VENV_PYTHON) -m argmap render maps/nato_asia.yaml $(DRAWN)

test: check
	$(VENV_PYTHON) tools/install_browser.py
	$(VENV_PYTHON) -m pytest --cov --cov-report=term:skip-covered
	$(VENV_PYTHON) -m coverage report --include="src/argmap/check/*,src/argmap/source/*" --fail-under=100

# the lower bounds in pyproject.toml hold: every test with the lowest version of each dependency
test-lowest: .venv-lowest/.installed
	$(LOWEST) -m pytest

check: .venv/.installed-dev
	$(VENV_PYTHON) -m ruff format --check
	$(VENV_PYTHON) -m ruff check
	$(VENV_PYTHON) -m mypy
	$(BIN)/lint-imports
	$(VENV_PYTHON) tools/check_page.py

bench: .venv/.installed-dev
	$(VENV_PYTHON) -m bench

bench-peers: .venv/.installed-dev
	$(VENV_PYTHON) -m bench.peers

EXECUTIONS ?= 1000000
HOSTILE ?= 20000
JOBS ?= 1

fuzz: .venv/.installed-dev
	$(VENV_PYTHON) -m fuzz --executions $(EXECUTIONS) --jobs $(JOBS)
	$(VENV_PYTHON) -m fuzz --hostile $(HOSTILE) --jobs $(JOBS)

format: .venv/.installed-dev
	$(VENV_PYTHON) -m ruff format
	$(VENV_PYTHON) -m ruff check --fix
	$(VENV_PYTHON) tools/check_page.py --write

docs: .venv/.installed-dev
	$(VENV_PYTHON) tools/write_docs.py

.venv/pyvenv.cfg:
	$(PYTHON) -c "import sys; sys.exit('argmap needs Python 3.11 or newer, this is ' + sys.version) if sys.version_info < (3, 11) else None"
	$(PYTHON) -m venv .venv

.venv/.installed: .venv/pyvenv.cfg pyproject.toml
	$(VENV_PYTHON) -m pip install --quiet --upgrade "pip>=25.1"
	$(VENV_PYTHON) -m pip install --quiet --editable ".[pdf]"
	$(STAMP) $@

.venv/.installed-dev: .venv/.installed
	$(VENV_PYTHON) -m pip install --quiet --editable . --group dev
	$(STAMP) $@

.venv-lowest/.installed: pyproject.toml tools/lowest_versions.py
	$(PYTHON) -m venv .venv-lowest
	$(LOWEST) -m pip install --quiet --upgrade "pip>=25.1" packaging
	$(LOWEST) tools/lowest_versions.py > .venv-lowest/constraints.txt
	$(LOWEST) -m pip install --quiet --editable ".[all]" --group dev --constraint .venv-lowest/constraints.txt
	$(LOWEST) -c "import pathlib, sys; pathlib.Path(sys.argv[1]).touch()" $@

clean:
	$(PYTHON) -c "import shutil; [shutil.rmtree(name, ignore_errors=True) for name in ('.venv', '.venv-lowest')]"
