# The two that matter: `make run` and `make test`. Each sets up by itself what is missing.
PY := .venv/bin/python
# The folders in their order: the long tests begin first.
TESTS := $(PY) -m pytest --numprocesses=auto --dist=loadfile --no-loadscope-reorder
export PYTHON

.PHONY: run test coverage soak setup demo bench screenshots translations libraries lint format pins package \
	clean

run: setup
	@if [ -n "$(ARGS)" ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		exec $(PY) -m archive_gui $(ARGS); \
	else \
		exec $(PY) -m tests.endtoend.journey; \
	fi

test: lint
	@$(TESTS)

# The same, and the lines that no test reaches.
coverage: lint
	@$(TESTS) --cov --cov-report=term-missing:skip-covered

# All that the program must outlive, for about two hours: kills, full disks, evil files, long work.
soak: setup
	@$(PY) -m tests.faults --full $(ARGS)

setup:
	@packaging/setup.sh

demo: setup
	@$(PY) -m tests.endtoend.journey

lint: setup
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check -q .
	@$(PY) -m mypy

format: setup
	@$(PY) -m ruff check --fix -q .
	@$(PY) -m ruff format -q .

# All of tests/benchmarks, or the one script ONLY; ARGS go to each.
bench: setup
	@for script in tests/benchmarks/$(or $(ONLY),*).py; do \
		echo "== $$script" >&2; $(PY) $$script $(ARGS) || exit 1; \
	done

screenshots: setup
	@$(PY) -m tests.screenshots

# Gathers all texts of the program in resources/translations, to be translated there.
translations: setup
	@$(PY) packaging/translations.py

# Lists all packages with their versions and licences in the manuals.
libraries: setup
	@PYTHONPATH=. $(PY) packaging/libraries.py

# Renews packaging/constraints.txt, and frozen.txt for what is frozen; needs uv. Then
# `make libraries`.
pins:
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 \
		--generate-hashes --no-annotate --no-strip-extras --custom-compile-command "make pins" \
		-q -o packaging/constraints.txt
	uv pip compile pyproject.toml packaging/frozen.in --override packaging/frozen-override.in \
		--constraints packaging/constraints.txt --universal --python-version 3.11 \
		--generate-hashes --no-annotate --no-strip-extras --custom-compile-command "make pins" \
		-q -o packaging/frozen.txt

# The wheel, a frozen folder and a Debian package, into dist/; each is then tried in empty places.
package: setup
	@PYTHONPATH=. $(PY) packaging/make_packages.py $(ARGS)
	@PYTHONPATH=. $(PY) packaging/check.py $(ARGS)

clean:
	rm -rf build dist .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache
