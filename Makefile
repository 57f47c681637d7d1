# Makes its own virtual environment in .venv; nothing is installed outside it, except a headless
# Chromium for the tests where there is none. tools/setup.sh does the work and says what is missing.

PORT ?= 8501
PROCESSES ?=
OUT ?= build/site
TOUR ?=
PYTHON ?= python3
BIN := .venv/bin
SETUP := PYTHON="$(PYTHON)" sh tools/setup.sh
# Two workers; one that has nothing left takes tests from the other.
PYTEST := $(BIN)/python -m pytest -n 2 --dist worksteal

.DEFAULT_GOAL := help
.PHONY: help install run serve site test test-long test-deploy coverage lint audit bench load clean

help: ## say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' Makefile

install: ## install what the app needs into .venv
	@$(SETUP) app

run: install ## open the app in the browser (PORT=8501 to choose another port)
	@$(BIN)/python -m deploy.launch --port "$(PORT)"

serve: install ## serve a lecture: a process per core behind one port (PORT, PROCESSES to choose)
	@$(BIN)/python -m deploy.serve --port "$(PORT)" --processes "$(PROCESSES)"

site: install ## write our tour as pages that need no server (OUT=build/site, TOUR=a file of your own)
	@$(BIN)/python -m visualizer.offline.site "$(OUT)" $(if $(TOUR),--tour "$(TOUR)")

test: ## install the test tools and run every check: ruff, mypy, scripts, pytest, Chromium
	@$(SETUP) dev
	@sh tools/browser.sh
	@sh tools/nginx.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	@# Each keeps one core busy.
	$(BIN)/mypy & types=$$!; sh tools/javascript.sh && wait $$types
	$(PYTEST)

test-long: ## run the Python tests with ten times as many examples, new ones each time
	@$(SETUP) dev
	@sh tools/browser.sh
	HYPOTHESIS_PROFILE=long $(PYTEST)

test-deploy: ## kill servers, start them anew, let laptops sleep, twenty times each; measure abusers
	@$(SETUP) dev
	@sh tools/browser.sh
	@sh tools/nginx.sh
	CONVSCOPE_TIMES=20 $(BIN)/python -m pytest -n 2 tests/deploy tests/browser/deploy
	$(BIN)/python -m benchmarks.abuse

coverage: ## say which lines the tests run, the browser's left out: their app is another process
	@$(SETUP) dev
	$(PYTEST) --cov --ignore tests/browser

lint: ## ruff, mypy and the checks of the browser's scripts, without the other tests
	@$(SETUP) dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@sh tools/javascript.sh

audit: ## ask what is known against the packages in use; offline, show the answer that is kept
	@$(SETUP) dev
	@$(BIN)/python -m tools.audit

bench: ## measure how fast the kernel moves, against the usual way
	@$(SETUP) dev
	@sh tools/browser.sh
	$(BIN)/python -m benchmarks

load: ## measure how long each visitor of a lecture waits (some minutes)
	@$(SETUP) dev
	$(BIN)/python -m benchmarks.load

clean: ## remove .venv and all caches
	rm -rf .venv node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage* build dist *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
