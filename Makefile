# pdca: `make help` lists the targets. The continuous integration calls the same ones.
SHELL := /bin/sh
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
# What makes PDF of reviews, and its Japanese font.
PDF_PACKAGES := weasyprint fonts-ipaexfont-gothic
PACKAGES := curl faketime libexpat1-dev libpq-dev libxlsxwriter-dev libzip-dev openssl pgbouncer postgresql \
  postgresql-contrib pkg-config python3 python3-openpyxl time tzdata \
  $(PDF_PACKAGES)
# What looks at pages in a browser, and turns charts into pictures for mails.
TRIAL_PACKAGES := chromium curl fonts-ipaexfont-gothic librsvg2-bin openssl postgresql python3-venv
RELEASE := .build/release/pdca
SWIFT_BUILD := swift build --configuration release --static-swift-stdlib
# Two programs: the command, and beside it what goes on running (pdca serve), so that no other command
# has to start with a server in it.
BUILD := $(SWIFT_BUILD) --product pdca && $(SWIFT_BUILD) --product pdca-server

.PHONY: help run build test pins phrases check outdated format soak bench bench-scale bench-row-security review-bench limits-table install package test-package test-page bench-page test-bi test-citus test-scale test-share test-mcp trial-deps test-versions deps swift clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-14s %s\n", $$1, $$2 }' Makefile

# The story needs no server: without it the first build takes half the time.
run: deps ## tell one true story on real data: a hospital's infections, from plan to training
	$(SWIFT_BUILD) --product pdca
	@docs/examples/hospital.sh $(RELEASE)

build: deps ## build the programs, optimized, into .build/release
	$(BUILD)

test: deps ## build and run all tests, on a PostgreSQL server of their own
	@.ci/test

pins: deps ## pin help, texts and JSON anew, after a change that is meant; fails where it pinned
	PDCA_PIN=1 swift test --filter 'HelpTests|JSONPinTests|JSONSchemaTests|TextPinTests|ProtocolTests|PinnedRefusalTests'

phrases: ## every phrase by subject, English and Japanese under each other
	@.ci/phrases

check: deps ## what else must hold: format, layers, scripts
	for script in .ci/layers .ci/outdated .ci/run .ci/test docs/*/*.sh; do bash -n "$$script" || exit 1; done
	swift format lint --strict --recursive Sources Tests Plugins Package.swift
	.ci/layers
	docs/widths/table.py --check Sources/Terminal/WidthTable.swift
	.ci/phrases --check

outdated: ## packages that the build pins, and the newest release of each
	@.ci/outdated

format: swift ## bring the sources into the house's format
	swift format --in-place --recursive Sources Tests Plugins Package.swift

soak: build ## races, kills and cuts at length; PDCA_SOAK=10 by default
	PDCA_SOAK=$${PDCA_SOAK:-10} .ci/test \
	  --filter 'EventLogTests|ReadModelsTests|FaultTests|Follower|ExportImportTests'
	PDCA_TEST_AS=member PDCA_SOAK=$${PDCA_SOAK:-10} .ci/test \
	  --filter 'CrashTests|ContentionTests|InterleavingTests|LostReplyTests|OldSnapshotTests'
	docs/soak/rebuild.sh $(RELEASE)

bench: build ## ratios against PostgreSQL itself, side by side in one run
	docs/bench/bench.sh $(RELEASE)

bench-scale: build ## few departments on one server beside many; FEW=5 MANY=500 WEEKS=1 ROUNDS=40
	FEW=$(FEW) MANY=$(MANY) WEEKS=$(WEEKS) ROUNDS=$(ROUNDS) docs/bench/scale.sh $(RELEASE)

bench-row-security: build ## what row security costs a review and an append; DEPARTMENTS=50 ROUNDS=24
	DEPARTMENTS=$(DEPARTMENTS) ROUNDS=$(ROUNDS) docs/bench/row-security.sh $(RELEASE)

review-bench: build ## a year's reviews beside what is true of the year: true, early, short?
	$(SWIFT_BUILD) --product review-bench
	docs/bench/review-bench.sh $(RELEASE) .build/release/review-bench $(LOG) $(TRUTH)

limits-table: swift ## how many points limits need: the simulation of docs/limits
	mkdir -p .build/limits
	swiftc -O -wmo -package-name pdca Sources/Statistics/*.swift docs/limits/main.swift \
	  -o .build/limits/table
	.build/limits/table $(RUNS)

install: build ## put the command, completions and manual below PREFIX (default /usr/local)
	docs/install/files.sh $(RELEASE) $${PREFIX:-/usr/local} $(DESTDIR)

package: build ## build a Debian package into .build/package, and look it over
	docs/install/package.sh $(RELEASE) .build/package

test-package: package ## install, run and remove the package in a fresh root (needs root)
	$(call install_missing,debootstrap)
	docs/install/try-package.sh .build/package/pdca_*.deb

test-page: build trial-deps ## the pages in a real browser, and on a server that departments share
	docs/page/test.sh $(RELEASE) $(SCREENSHOTS)

bench-page: build trial-deps ## the pages' times beside their SQL, and bytes of the first view
	docs/page/bench.sh $(RELEASE)

test-share: build trial-deps ## what is sent, to receivers like the real ones; DELIVERIES=100000 KILLS=100
	docs/sharing/trial.sh $(RELEASE) $${DELIVERIES:-100000} $${KILLS:-100}

test-mcp: build ## the assistant's server under the official Python client; SCHEMAS=folder of the official schemas
	docs/assistant/trial.sh $(RELEASE) $(SCHEMAS)

test-bi: build ## the schema bi through psycopg and through Superset from PyPI, for real
	docs/bi/test.sh $(RELEASE)

test-citus: build ## the same commands on a plain server and on a Citus cluster; PDCA_TEST_CITUS and PDCA_TEST_PLAIN, addresses
	docs/scale/citus.sh $(RELEASE)

test-scale: build ## a reporting server beside its primary, two real clusters, and what can go wrong; EVENTS=2000
	docs/scale/trial.sh $(RELEASE)

test-versions: build ## PostgreSQL 15 to 18, for real: upgrades, backups, standbys, commands
	docs/install/versions.sh $(RELEASE)

# Installs those packages of $(1) that are missing.
define install_missing
	@missing=""; for package in $(1); do \
	  dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' \
	    || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  $(SUDO) apt-get update -q && \
	  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -q -y --no-install-recommends $$missing; \
	fi
endef

deps: swift
	$(call install_missing,$(PACKAGES))

trial-deps:
	$(call install_missing,$(TRIAL_PACKAGES))

swift:
	@command -v swift >/dev/null || { \
	  echo "pdca needs Swift 6.2 or later: see https://www.swift.org/install/linux/" >&2; exit 69; }

clean: ## remove what was built
	rm -rf .build
