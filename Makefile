# `make run` and `make test` are all a fresh machine needs. `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
.NOTPARALLEL:
.PHONY: help install run test check suite bench lock format

# Debian's own first: it is built with profile-guided optimisation, and a plan takes a fifth less time than with one
# built at home.
PYTHON ?= $(shell command -v /usr/bin/python3.11 || command -v python3.11 || command -v python3)
BIN := .venv/bin
PIP := $(BIN)/pip --disable-pip-version-check -qq install --require-hashes
export PORT ?= 8000

help: ## This list
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

install: .venv/.app var/dkfds/.copied var/pdf-fonts/.copied ## Set everything up, start nothing

run: install ## Serve on http://127.0.0.1:8000 (PORT, DATABASE_URL and DEMO=1 are honoured)
	@exec $(BIN)/python manage.py serve

test: .venv/.dev node_modules/.dev var/dkfds/.copied var/pdf-fonts/.copied ## Everything CI checks, on SQLite and PostgreSQL
	@.ci/system-packages postgresql chromium java poppler
	@$(MAKE) check
	@$(MAKE) suite

check: .venv/.dev var/dkfds/.copied var/pdf-fonts/.copied ## The fast checks: formatting, lint, types, imports, migrations
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	if [ -d templates ]; then $(BIN)/djlint templates --lint --quiet; fi
	$(BIN)/mypy --no-error-summary
	$(BIN)/lint-imports --no-logo
	DATABASE_URL=sqlite:///:memory: $(BIN)/python manage.py makemigrations --check --dry-run

# SQLite first (it fails fastest); PostgreSQL last, with the browser, so that its closing line ends the log.
suite:
	env -u DATABASE_URL $(BIN)/pytest -n 2 --dist worksteal -m "not browser"
	.ci/with-postgres $(BIN)/pytest -n 2 --dist worksteal

bench: .venv/.dev node_modules/.dev var/dkfds/.copied var/pdf-fonts/.copied ## A table of medians and ratios, and what it ran on
	@.ci/system-packages chromium postgresql
	@$(BIN)/python -m tests.bench

format: .venv/.dev ## Let ruff write the Python files as `make check` wants them
	$(BIN)/ruff format --quiet .
	$(BIN)/ruff check --fix --quiet .

lock: .venv/.dev ## Write the requirements*.txt again from the .in files
	.ci/lock

# What follows runs only when its input has changed.
.venv/bin/python:
	@.ci/make-venv "$(PYTHON)"

.venv/.app: requirements.txt | .venv/bin/python
	@echo "Henter Python-pakker …"
	@$(PIP) -r requirements.txt
	@.ci/system-packages pango
	@touch $@

.venv/.dev: requirements-dev.txt | .venv/.app
	@echo "Henter Python-pakker til test …"
	@$(PIP) -r requirements-dev.txt
	@touch $@

node_modules/.app: package-lock.json | .venv/bin/python
	@echo "Henter Det Fælles Designsystem og skrifter …"
	@.ci/npm ci --omit=dev --loglevel=error >/dev/null
	@touch $@

node_modules/.dev: package-lock.json | .venv/bin/python
	@echo "Henter Det Fælles Designsystem, skrifter og kontrolværktøjer …"
	@.ci/npm ci --loglevel=error >/dev/null
	@touch node_modules/.app $@

var/dkfds/.copied: forankring/operations/dkfds.py node_modules/.app | .venv/bin/python
	@$(BIN)/python -m forankring.operations.dkfds
	@touch $@

var/pdf-fonts/.copied: forankring/operations/fonts.py node_modules/.app .venv/.app
	@$(BIN)/python -m forankring.operations.fonts
	@touch $@
