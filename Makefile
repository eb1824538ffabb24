# Every path is relative, so the folder may have any name.
.DEFAULT_GOAL := help
.PHONY: help setup setup-dev setup-bench briefing test coverage check lock clean picture bench

# `make briefing PYTHON=python3.12` chooses the Python; without it tools/setup.sh does.
export PYTHON

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

setup: ## make .venv from requirements/run.txt, with the system libraries; nothing is done twice
	@tools/setup.sh run

setup-dev: ## the same with the tools for tests and checks
	@tools/setup.sh dev

setup-bench: ## the same with the rival chain of the benchmarks
	@tools/setup.sh bench

briefing: setup ## issue the editions of the last full month into reports/
	@.venv/bin/bilan build

test: setup-dev ## the whole test suite
	@.venv/bin/python -m pytest -n 2 --dist loadgroup

coverage: setup-dev ## the same, measured: at least 95 % of all branches; takes half as long again
	@.venv/bin/python -m pytest -n 2 --dist loadgroup --cov --cov-report=term --cov-fail-under=95

check: setup-dev ## format, lint, types, layers
	@.venv/bin/ruff format --check
	@.venv/bin/ruff check
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-logo

lock: ## write requirements/*.txt anew; `make lock UPGRADE=1` takes newer releases
	@tools/lock.sh $(if $(UPGRADE),--upgrade)

clean: ## remove .venv and what the tools left; reports, data and ledger stay
	@rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage .coverage.*
	@find src tests tools benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

picture: setup ## the picture in README, from the newest analyst's edition
	@.venv/bin/python -c 'from pathlib import Path; from bilan.render.picture import pages; \
	Path("docs/images/analyst.en-1.png").write_bytes(pages(Path("reports/kz-kg/latest/analyst.en.pdf").read_bytes(), 80)[0])'

bench: setup-bench ## how quick it is, against the ordinary chain (see benchmarks/README.md)
	@.venv/bin/python benchmarks/edition.py
