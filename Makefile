# Two commands do everything: `make demo` shows the library at work, `make test` runs what CI runs.
# Both need only Python 3.10 or later, pip and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHARED ?= ../shared
SAMPLE := docs/examples/chengxi-2025.txt

.PHONY: demo test lint types unit patterns scores bench compile pure clean

demo: $(VENV)/.installed
	$(BIN)/policytag annotate $(SAMPLE)

test: lint types patterns unit

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check src tests benchmarks

types: $(VENV)/.dev
	$(BIN)/mypy

patterns: $(VENV)/.dev
	$(BIN)/policytag check patterns

unit: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto

scores: $(VENV)/.dev
	@$(BIN)/python tests/fresh/scores.py $(SHARED)

bench: $(VENV)/.dev
	for script in benchmarks/*.py; do $(BIN)/python $$script || exit 1; done

# Some modules as machine code (pyproject.toml says which). A change to one of them shows when they are compiled again, or
# are Python again. They are built in a copy: hatch-mypyc takes pyproject.toml away while it works.
COMPILED := build/compiled

compile: $(VENV)/.compiled

$(VENV)/.compiled: pyproject.toml $(wildcard src/policytag/structure/*.py src/policytag/facts/*.py) | $(VENV)/.dev
	rm -rf $(COMPILED)
	mkdir -p $(COMPILED)/source
	cp -r pyproject.toml README.md LICENSE src patterns $(COMPILED)/source
	find $(COMPILED)/source -name '*.so' -delete
	HATCH_BUILD_HOOK_ENABLE_MYPYC=1 $(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps \
	  --wheel-dir $(COMPILED) $(COMPILED)/source
	find src -name '*.so' -delete
	$(BIN)/python -m zipfile -e $(COMPILED)/*.whl $(COMPILED)/wheel
	cd $(COMPILED)/wheel && tar -cf - $$(find . -name '*.so') | tar -xf - -C ../../../src
	find src -name '*.so' -exec touch {} +
	@touch $@

pure:
	find src -name '*.so' -delete
	rm -f $(VENV)/.compiled

# The venv module is missing on some systems (Debian without python3-venv): virtualenv from PyPI does the same.
$(BIN)/python:
	$(PYTHON) -m venv $(VENV) || \
	  { rm -rf $(VENV); $(PYTHON) -m virtualenv $(VENV); } || \
	  { $(PYTHON) -m pip install --target $(VENV)-tools virtualenv && \
	    PYTHONPATH=$(VENV)-tools $(PYTHON) -m virtualenv $(VENV); }

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@ $(VENV)/.installed

clean: pure
	rm -rf $(VENV) $(VENV)-tools dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
