# Everything starts here; each target sets up what it needs. `make` alone lists them.
.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:

export UV_PYTHON_DOWNLOADS := never
unexport VIRTUAL_ENV CONDA_PREFIX # uv is to fill .venv, whatever is active in the caller's shell
UV_VERSION := 0.13.9
UV := .uv/$(UV_VERSION)/bin/uv
PYTHON := .venv/bin/python

DEBIAN_RUN := python3 python3-venv libglib2.0-0 libegl1 libgl1 libfontconfig1 libdbus-1-3 libxkbcommon0 libxkbcommon-x11-0 \
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 xvfb xauth
DEBIAN_TEST := postgresql binutils age zstd
DEBIAN_BUILD := binutils

SIZE ?= small
OUT ?= out/screenshots
WINDOW := $(if $(DISPLAY)$(WAYLAND_DISPLAY),,xvfb-run -a)
OFFSCREEN := QT_QPA_PLATFORM=offscreen
TRANSLATIONS := $(wildcard resources/translations/*.ts)

.PHONY: help
help: ## list the targets
	@sed -nE 's/^([a-z]+):.*## (.*)/make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 20

.PHONY: run
run: environment ## the station app in its practice station
	$(WINDOW) .venv/bin/station-app --drill

.PHONY: test
test: environment check debian-test ## everything that must be green
	@$(PYTHON) -m pytest -n 2 --cov

.PHONY: check
check: environment ## style, types and the doors between rooms; no tests
	@$(PYTHON) -m ruff check --quiet
	@$(PYTHON) -m ruff format --check
	@$(PYTHON) -m mypy --no-error-summary
	@found=$$(.venv/bin/lint-imports --no-logo) || { echo "$$found"; exit 1; }

.PHONY: demo
demo: environment ## the small city from enrolment to report, without a window
	$(PYTHON) -m bench.small_city

.PHONY: bench
bench: environment debian-test ## measurements, a JSON line each; SIZE=small|full
	@$(OFFSCREEN) $(PYTHON) -m bench $(SIZE)

.PHONY: screenshots
screenshots: environment ## every screen in its named states; OUT=folder
	$(OFFSCREEN) $(PYTHON) -m bench.screenshots --out $(OUT)

.PHONY: guide
guide: environment ## the pictures of the user guide and the README, anew
	$(OFFSCREEN) $(PYTHON) -m bench.screenshots.guide

.PHONY: torture
torture: environment debian-test ## the long random tests: crashes, power cuts, damaged sticks
	@HYPOTHESIS_PROFILE=torture $(PYTHON) -m pytest -n 2 -m torture

.PHONY: build
build: environment debian-build ## the programs for a computer without Python, in dist/enrol-station
	$(PYTHON) -m PyInstaller --noconfirm --log-level ERROR build.spec
	@du -sh dist/enrol-station

.PHONY: translations
translations: environment ## bring the texts to translate up to date with the sources
	.venv/bin/pyside6-lupdate -extensions py -locations none -no-obsolete station_app ui_kit command_app \
	    -source-language vi -target-language en -ts resources/translations/station_en.ts
	@$(MAKE) --no-print-directory compiled-translations

.PHONY: lock
lock: $(UV) ## pin the dependencies of pyproject.toml anew; UPGRADE=--upgrade for newer versions
	$(UV) pip compile pyproject.toml --group dev --universal --python-version 3.11 --only-binary :all: --generate-hashes \
	    --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --quiet $(UPGRADE) -o requirements.lock

.PHONY: clean
clean: ## remove everything that make has made, the environment too
	rm -rf .uv .venv build dist out *.egg-info .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -f resources/translations/*.qm
	find . -name __pycache__ -prune -exec rm -rf {} +

# The environment.

.PHONY: environment
environment: .venv/project-installed compiled-translations

.PHONY: debian-run debian-test debian-build
debian-run:
	@setup/debian-packages $(DEBIAN_RUN)
debian-test:
	@setup/debian-packages $(DEBIAN_TEST)
debian-build:
	@setup/debian-packages $(DEBIAN_BUILD)

$(UV): | debian-run
	python3 -m venv --clear .uv/$(UV_VERSION)
	.uv/$(UV_VERSION)/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

.venv/pyvenv.cfg: | $(UV)
	$(UV) venv --quiet --clear --python '>=3.11' .venv

.venv/locked: requirements.lock | .venv/pyvenv.cfg
	$(UV) pip sync --quiet --require-hashes --only-binary :all: requirements.lock
	@touch $@

.venv/project-installed: pyproject.toml .venv/locked
	$(UV) pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.PHONY: compiled-translations
compiled-translations: $(TRANSLATIONS:.ts=.qm)

%.qm: %.ts | .venv/locked
	@.venv/bin/pyside6-lrelease -silent $< -qm $@
