# make or make build   set up .venv and build dist/
# make test            set up and run every check
# make setup           only set up
# make harvest         CKAN and udata, the real ones, harvest dist/
# make site            dist/ as a site in _site/
# make screenshots     pictures of its main pages in build/screenshots/
# make vendor          what the site takes from npm, anew from browser/package-lock.json
# make docs            the references of commands and rules
# make bench           the benchmark table, against rdflib
# make bench-endpoint  our endpoint beside rdflib-endpoint, oxigraph's server and Virtuoso
# make soak-endpoint   its memory over 100,000 requests
# make package         wheel and source archive into build/

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
HARVEST := .harvest
PEERS := .bench

.PHONY: build setup test lint unit docs package harvest site screenshots vendor bench bench-endpoint soak-endpoint clean
.DEFAULT_GOAL := build

build: $(READY)
	$(BIN)/kyodo-lod build

setup: $(READY)

# PIP_CONSTRAINT also holds for the isolated environment that builds the package
$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --upgrade pip
	PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet -e .[all] --group dev
	touch $@

test: $(READY) lint unit

lint: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

# each process has neighbouring tests, which share what they are tried on
unit: $(READY)
	$(BIN)/python -m pytest -q -n 2 --dist worksteal

docs: $(READY)
	$(BIN)/python docs/commands.py
	$(BIN)/python docs/examples.py
	$(BIN)/python docs/rules.py

package: $(READY)
	$(BIN)/hatchling build -d build

harvest: $(HARVEST)/ckan/.ready $(HARVEST)/udata/.ready
	$(PYTHON) harvest/run.py dist $(HARVEST) build/harvest

# each portal in an environment of its own, with exactly the versions of its list
$(HARVEST)/%/.ready: harvest/%.txt
	rm -rf $(@D)
	$(PYTHON) -m venv $(@D)
	$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps -r $<
	touch $@

site: $(READY)
	$(BIN)/kyodo-lod site

screenshots: $(READY)
	PYTHONPATH=tests $(BIN)/python -m browser.screenshots build/screenshots

vendor:
	cd browser && npm ci --ignore-scripts --no-audit --no-fund
	node browser/vendor.mjs

bench: $(READY)
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/validation.py

bench-endpoint: $(READY) $(PEERS)/.ready
	$(BIN)/python benchmarks/endpoint.py

soak-endpoint: $(READY)
	$(BIN)/python benchmarks/endpoint_soak.py

# in an environment of its own, with exactly the versions of the list
$(PEERS)/.ready: benchmarks/peers.txt
	rm -rf $(@D)
	$(PYTHON) -m venv $(@D)
	$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps -r $<
	touch $@

clean:
	rm -rf $(VENV) $(HARVEST) $(PEERS) build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
