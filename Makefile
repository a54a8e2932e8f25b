# Set-up, demo, tests and checks.  Each target makes what it needs; `setup` is quick when
# nothing is to do.

# Most of a test's time is waiting for other processes.
PYTEST_ARGS ?= -n 3 --dist loadscope
BIN := .venv/bin

.PHONY: setup demo test check bench bench-merge clean

setup: .venv/bytecode

.venv/ready: pyproject.toml constraints.txt tools/setup
	tools/setup

# Where PYTHONDONTWRITEBYTECODE is set, each start of a command would compile all it imports.
.venv/bytecode: .venv/ready $(shell find agentfs -name '*.py')
	$(BIN)/python -m compileall -q agentfs
	touch $@

demo: setup
	$(BIN)/python -m tools.swarm $(if $(REPO),--repo "$(REPO)")

test: setup
	$(BIN)/python -m pytest $(PYTEST_ARGS)

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict agentfs tools
	$(BIN)/lint-imports
	$(BIN)/python -m tools.checks

bench: setup
	$(BIN)/python -m tools.bench

bench-merge: setup
	$(BIN)/python -m tools.bench merge

clean:
	rm -rf .venv build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis \
	    .import_linter_cache
	find agentfs tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
