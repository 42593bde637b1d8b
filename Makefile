# Two commands are all a newcomer needs: `make run` and `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
EDIT = $(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .

# Where it is set, each process compiles all modules anew: four times for the tests, and again for every bot they start.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test lint unit bench slow lock clean

run: $(VENV)/run.stamp  ## With BOT_TOKEN set: the bot. Without: an interview in this terminal.
	@if [ -n "$$BOT_TOKEN" ]; then exec $(BIN)/interview-bot run; else exec $(BIN)/interview-bot chat; fi

test: lint unit  ## Everything that CI checks.

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --num-workers 2
	$(BIN)/lint-imports

unit: $(VENV)/dev.stamp
	$(BIN)/pytest -n 4 --dist worksteal

slow: $(VENV)/dev.stamp  ## Soak and exhaustive tests, minutes to hours.
	$(BIN)/pytest -m slow

bench: $(VENV)/dev.stamp  ## Re-run every figure that the documents quote.
	$(BIN)/python -m benchmarks

lock: $(VENV)/dev.stamp  ## Resolve the dependencies anew (needs uv).
	uv pip compile pyproject.toml requirements/build.in --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -q -o requirements/run.txt
	uv pip compile pyproject.toml requirements/build.in --extra postgres --extra webhook --extra charts --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -q -o requirements/server.txt
	uv pip compile pyproject.toml requirements/build.in --extra postgres --extra webhook --extra charts --extra dev --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -q -o requirements/dev.txt

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements/run.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --require-hashes -r requirements/run.txt
	$(EDIT)
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --require-hashes -r requirements/dev.txt
	$(EDIT)
	@touch $@ $(VENV)/run.stamp

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
