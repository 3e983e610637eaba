# `make` alone lists what it can do. Everything runs in an environment of its own, made once from the locks.

PYTHON ?= python3
VENV ?= $(if $(filter python3,$(PYTHON)),.venv,.venv-$(notdir $(PYTHON)))
BIN := $(VENV)/bin
UV := uv==0.13.9

# What each environment holds is noted in stamp files; a lock that changed is installed again.
MADE := $(VENV)/.made
RUN := $(VENV)/.run
DEV := $(VENV)/.dev

PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check --no-input
INSTALL := $(PIP) install --no-deps --no-compile --require-hashes
ITSELF := $(PIP) install --no-deps --no-compile --no-build-isolation --editable .
LOCK := .lock-env/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
  --no-header --no-annotate --no-emit-index-url --no-emit-find-links

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test faults check check-static unit format docs messages bless lock hooks dist clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(RUN) ## show the CIS record on this machine; make demo ARGS=--no-serve only prints its summary
	@$(BIN)/servanda demo $(ARGS)

test: $(DEV) ## run the whole suite; make test ARGS="-k force" runs a part of it
	@$(BIN)/pytest --numprocesses auto --dist worksteal $(ARGS)

check: check-static unit ## format, lint, types, imports and the quick tests: before every commit

check-static: $(DEV) ## format, lint, types and imports only
	@$(BIN)/ruff format --check --quiet . || { echo "error: not formatted; run: make format" >&2; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports >$(VENV)/imports.txt 2>&1 || { cat $(VENV)/imports.txt; exit 1; }
	@echo "format, lint, types and imports are in order"

unit: $(DEV) ## run the tests that are not marked slow
	@$(BIN)/pytest --numprocesses auto --dist worksteal -m "not slow" $(ARGS)

faults: $(DEV) ## try what a journal must survive, some thousand times (minutes); make faults ARGS=--quick
	@$(BIN)/python -m tests.faults $(ARGS)

format: $(DEV) ## format the code and mend what the linter can mend
	@$(BIN)/ruff check --quiet --fix-only .
	@$(BIN)/ruff format --quiet .

docs: $(DEV) ## write the generated pages of docs/reference anew
	@if [ -e tools/reference.py ] || [ -d tools/reference ]; then $(BIN)/python -m tools.reference; \
	 else echo "nothing is generated yet"; fi

messages: $(DEV) ## bring the catalogues of translations up to date with the sentences of the sources
	@$(BIN)/python -m tools.messages

bless: $(DEV) ## write what wrong inputs say now beside them in tests/bad; read the difference before you commit
	@$(BIN)/python -m tests.bad.bless

lock: .lock-env/.made ## resolve the dependencies of pyproject.toml anew; UPGRADE=--upgrade takes newer versions
	@$(LOCK) $(UPGRADE) pyproject.toml --output-file requirements.lock
	@$(LOCK) $(UPGRADE) pyproject.toml --extra dev --group build --constraint requirements.lock --output-file requirements-dev.lock
	@$(LOCK) $(UPGRADE) --group build --constraint requirements-dev.lock --output-file requirements-build.lock

hooks: $(DEV) ## let git run the static checks before each commit
	@$(BIN)/pre-commit install

dist: $(RUN) ## build the wheel into dist/
	@$(BIN)/python -m hatchling build --target wheel --directory dist

clean: ## remove caches and dist/; the environment and every journal stay
	@rm -rf dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .lock-env
	@find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(MADE):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	 { echo "error: Servanda needs Python 3.11 or newer; try: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	 { echo "error: $(PYTHON) cannot make environments; on Debian install the package python3-venv" >&2; exit 1; }
	@echo "preparing $(VENV) (once)"
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(RUN): $(MADE) pyproject.toml requirements.lock requirements-build.lock
	@$(INSTALL) -r requirements.lock -r requirements-build.lock
	@$(ITSELF)
	@touch $@

# requirements-dev.lock holds all that the other two hold, so this is one step, and `make demo` has then nothing to do.
$(DEV): $(MADE) pyproject.toml requirements.lock requirements-build.lock requirements-dev.lock
	@$(INSTALL) -r requirements-dev.lock
	@$(ITSELF)
	@touch $(RUN) $@

.lock-env/.made:
	@$(PYTHON) -m venv .lock-env
	@.lock-env/bin/python -m pip --quiet --quiet install $(UV)
	@touch $@
