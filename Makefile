# The commands of the portal. `make` alone lists them.
PYTHON ?= python3
PORT ?= 8000
JOBS ?= $(shell getconf _NPROCESSORS_ONLN)
# Which of them; all where nothing is said.
SERVICE_TESTS ?=
BIN := .venv/bin
CODE := manage.py liwan_court judgments livestream enforcement_logs oversight tests
TYPED := liwan_court judgments livestream enforcement_logs oversight
LOCK := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header
# Line breaks after headings and › as an entity are taste; the page that watches an upload reloads by itself where there is no script.
LINT_EXCEPT := H015,H023,H052
HLS_VERSION := 1.7.4
HLS_SHA256 := e4ab3d5d13f7cca9ef241d098f39686e19fd451831ba07dc9943482fd5ff75c7
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test check test-embedded test-services faults assets bench fmt lock

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/run.stamp ## start the portal with a demonstration court (PORT=8001 picks another port)
	@DEMO=1 PORT=$(PORT) exec $(BIN)/python manage.py run_portal

test: check test-embedded test-services ## everything that can be tested without Debian packages

check: .venv/dev.stamp ## style, types, templates, migrations
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/mypy $(TYPED)
	$(BIN)/djlint templates --quiet --check --lint --ignore $(LINT_EXCEPT)
	PORTAL_VAR=var/check $(BIN)/python -W ignore::RuntimeWarning manage.py makemigrations --check --dry-run

test-embedded: .venv/dev.stamp ## the suite on SQLite
	TEST_STACK=embedded $(BIN)/python -m pytest -q -n $(JOBS)

test-services: .venv/dev.stamp ## every test that touches the database, on PostgreSQL and Redis
	TEST_STACK=services $(BIN)/python -m pytest -q -n $(JOBS) $(SERVICE_TESTS)

faults: .venv/dev.stamp ## the property tests and the fuzz of uploads with many new examples (about fifteen minutes)
	HYPOTHESIS_PROFILE=faults $(BIN)/python -m pytest -q -n $(JOBS) tests/judgments/redaction tests/judgments/intake

assets: ## the player library for browsers that cannot play a stream by themselves (needs npm)
	@command -v npm >/dev/null || { echo '缺少 npm：直播画面将只在自带 HLS 的浏览器中播放'; echo 'npm is missing; the portal works without this'; exit 1; }
	@rm -rf var/npm && mkdir -p var/npm var/assets/vendor
	@cd var/npm && npm pack --silent hls.js@$(HLS_VERSION) >/dev/null && \
		echo "$(HLS_SHA256)  hls.js-$(HLS_VERSION).tgz" | sha256sum --check --quiet && \
		tar xzf hls.js-$(HLS_VERSION).tgz
	@cp var/npm/package/dist/hls.light.min.js var/assets/vendor/
	@cp var/npm/package/LICENSE var/assets/vendor/hls.LICENSE.txt
	@rm -rf var/npm
	@echo 'hls.js $(HLS_VERSION): var/assets/vendor'

bench: .venv/dev.stamp ## the figures, with the machine and the versions
	BATCH_SIZES=1000,10000 PAGE_DOCUMENTS=1000 $(BIN)/python -m pytest -q -s -m bench tests/benchmarks

fmt: .venv/dev.stamp ## format the code and the templates
	$(BIN)/ruff check --fix-only --quiet $(CODE)
	$(BIN)/ruff format $(CODE)
	-$(BIN)/djlint templates --quiet --reformat

lock: .venv/dev.stamp ## write both lock files anew from pyproject.toml
	$(LOCK) --output-file requirements.lock
	$(LOCK) --group dev --constraint requirements.lock --output-file requirements-dev.lock

.venv/made.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo '需要 Python 3.11 或更高版本：PYTHON=python3.12 make run'; \
		echo 'Python 3.11 or newer is needed; PYTHON=python3.12 make run picks one.'; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo '缺少 venv：请先安装，例如 apt install python3-venv'; \
		echo 'The venv module is missing; on Debian: apt install python3-venv'; exit 1; }
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/run.stamp: .venv/made.stamp requirements.lock
	@echo '正在安装运行所需的组件（只在首次或组件清单变化时）…  Installing the locked packages…'
	@$(INSTALL) -r requirements.lock
	@touch $@

.venv/dev.stamp: .venv/made.stamp requirements-dev.lock
	@echo 'Installing the locked packages for development…'
	@$(INSTALL) -r requirements-dev.lock
	@touch $@
