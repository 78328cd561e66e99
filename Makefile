# Perceptron Lab. `make run` needs only Go; `make test` installs what tests need; `make help` lists the rest.

GO          ?= go
ADDR        ?= 127.0.0.1:8080
FUZZRUNS    ?= 200000
# What Debian has as a package of its own draws no tabs and no toolbar, and so takes a quarter less of the processor.
CHROMIUM    ?= $(or $(wildcard /usr/bin/chromium-headless-shell),$(wildcard /usr/bin/chromium),/usr/bin/chromium-headless-shell)
export CHROMIUM
NODE        ?= $(or $(shell command -v node),/usr/bin/node)
NPM         ?= $(or $(shell command -v npm),/usr/bin/npm)
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
ACTIONLINT  := github.com/rhysd/actionlint/cmd/actionlint@v1.7.12
GOVULNCHECK := golang.org/x/vuln/cmd/govulncheck@v1.9.0

# Fonts that readers have, FILE:PACKAGE: what web/test/fonts.mjs lays the pages out with.
FONT_PACKAGES := /usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf:fonts-dejavu-core /usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf:fonts-liberation \
	/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf:fonts-noto-core /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc:fonts-noto-cjk

# What needs dist/ makes it first; SITE= says that it is there.
SITE := site

# What runs without a display: everything but the picture and its main, which are tested in a browser.
NATIVE  := ./perceptron/... ./game/kage ./game/session ./game/gesture ./game/view ./game/region ./game/still ./game/figure ./game/internal/... ./cmd/perceptron/... ./cmd/fetch ./cmd/bench ./web/src/words
WASM    := ./perceptron/... ./game/session ./game/gesture ./game/view ./game/region ./game/still ./game/figure
BROWSER := GOOS=js GOARCH=wasm
# Go's own runner of wasm under node, with a small environment: a large one doesn't fit in a wasm program's first page.
WASM_EXEC = env -i 'PATH=$(PATH)' 'HOME=$(HOME)' '$(shell $(GO) env GOROOT)/lib/wasm/go_js_wasm_exec'

.PHONY: run
run: site ## build and serve the Lab; the default target
	@.cache/perceptron serve -addr $(ADDR)

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

.PHONY: test
test: tools ## lint, and what a change must pass, in a few minutes
	@$(MAKE) --no-print-directory -j2 test-browser test-others

# Beside the browser tests, which wait now and then: together they keep two cores busy. Only the package is made from dist/, so
# the rest begins while that is built: one after another, as two at a time would take the browser tests' place.
.PHONY: test-others
test-others: test-code site ## what make test runs beside the browser tests
	@$(MAKE) --no-print-directory SITE= package

.PHONY: test-code
test-code: web/node_modules ## what of it needs no dist/: lint, Go, WebAssembly, fuzzing
	@for target in lint test-go test-wasm test-bits test-fuzz; do $(MAKE) --no-print-directory $$target || exit 1; done

.PHONY: tools
tools: ## what make test needs: installed if run as root, else named in one message
	$(call installed,'$(NODE):nodejs' '$(NPM):npm' '$(CHROMIUM):chromium-headless-shell' $(FONT_PACKAGES))
	@'$(NODE)' -e 'if (process.versions.node.split(".")[0] < 20) { console.error("want Node 20 or newer, not", process.version); process.exit(1); }'
	@$(GO) run ./cmd/fetch

.PHONY: test-go
test-go: ## Go tests, natively
	$(GO) test -vet=off $(NATIVE)

.PHONY: test-wasm
test-wasm: ## the same tests as WebAssembly under node, which is slower: what they repeat they repeat less
	$(BROWSER) $(GO) test -vet=off -short -exec "$(WASM_EXEC)" $(WASM)

.PHONY: test-bits
test-bits: ## `perceptron train` prints the same bytes as WebAssembly
	node web/test/bits.mjs wasm

.PHONY: bits
bits: ## test-bits, and on arm64 in qemu
	$(call installed,/usr/bin/qemu-aarch64-static:qemu-user-static)
	node web/test/bits.mjs wasm arm64

.PHONY: test-fuzz
test-fuzz: ## a short run of every fuzz target
	@$(MAKE) --no-print-directory fuzz FUZZRUNS=1000

.PHONY: test-browser
test-browser: web/node_modules chromium fonts $(SITE) ## a real Chromium uses the page
	.cache/perceptron build -plain -o .cache/plain
	node web/test/turns.mjs

.PHONY: test-composed
test-composed: web/node_modules chromium fonts $(SITE) ## the same in a Chromium whose pages the GPU composes, as readers have it, in ten minutes
	.cache/perceptron build -plain -o .cache/plain
	COMPOSED=yes node web/test/turns.mjs

# TAP: each failure is reported in full.
.PHONY: layout
layout: web/node_modules chromium fonts site ## fonts.test.mjs with every set of fonts at every size in both languages, in minutes
	FONT_SIZES=all node --test --test-reporter=tap web/test/fonts.test.mjs

.PHONY: soak
soak: web/node_modules chromium site ## a hundred figures mounted and removed, a hundred thousand edits, a school day on one page: no memory is leaked
	DAY=1 $(GO) test -count=1 ./game/session -run 'ADayOfActs|AHundredThousandEdits|VeryManyEpochs' -v
	MOUNTS=100 node --test --test-name-pattern='leaves no memory' web/test/element.test.mjs
	node --test web/test/day.mjs

.PHONY: engines
engines: web/node_modules site firefox webkit whole-chromium ## the Lab in Firefox and WebKit, and Back to kept pages in Chromium too, on an X display of its own
	Xvfb :77 -screen 0 1920x1200x24 -nolisten tcp & xvfb=$$!; \
	CHROMIUM=/usr/bin/chromium DISPLAY=:77 LIBGL_ALWAYS_SOFTWARE=1 \
		node --test --test-concurrency=1 web/test/engines/engines.mjs web/test/engines/back.mjs web/test/engines/strange.mjs web/test/engines/offline.mjs web/test/engines/fuzz.mjs; status=$$?; \
	kill $$xvfb; exit $$status

.PHONY: firefox webkit whole-chromium
whole-chromium:
	$(call installed,/usr/bin/chromium:chromium)
firefox:
	$(call installed,/usr/bin/firefox-esr:firefox-esr /usr/bin/Xvfb:xvfb /usr/lib/x86_64-linux-gnu/dri/swrast_dri.so:libgl1-mesa-dri)
webkit:
	$(call installed,/usr/bin/WebKitWebDriver:webkit2gtk-driver)

.PHONY: serving
serving: web/node_modules nginx site ## `perceptron serve` beside nginx: 10,000 requests each, 50 at a time, in ROUNDS rounds (7)
	$(call installed,/usr/bin/ab:apache2-utils)
	node web/test/serving.bench.mjs $(or $(ROUNDS),7)

.PHONY: sites
sites: web/node_modules web/test/sites/npm/node_modules chromium jekyll hugo mkdocs jupyter nginx site ## real sites with figures: Jekyll and Hugo served by nginx, those of the recipes
	node --test --test-concurrency=1 web/test/sites/*.test.mjs

.PHONY: site
site: ## dist/, and the program that serves it
	@$(GO) run ./cmd/fetch
	$(GO) build -o .cache/perceptron ./cmd/perceptron
	.cache/perceptron build

.PHONY: lint
lint: web/node_modules .cache/staticcheck .cache/actionlint ## formatting, vet, staticcheck, Biome, lengths of lines, types, workflows, one-way imports
	@test -z "$$(gofmt -l cmd game perceptron web/src)" || { gofmt -d cmd game perceptron web/src; exit 1; }
	$(GO) vet $(NATIVE)
	$(BROWSER) $(GO) vet ./game ./cmd/lab ./perceptron/internal/kernel
	.cache/staticcheck $(NATIVE)
	$(BROWSER) .cache/staticcheck ./game ./cmd/lab
	cd web && npx --no-install biome check --error-on-warnings
	node web/test/lines.mjs
	cd web && npx --no-install tsc --noEmit -p . && npx --no-install tsc --noEmit -p src/offline
	.cache/actionlint .github/workflows/*.yml
	@$(MAKE) --no-print-directory imports fused generated helped

# deny lists what the packages $(1) import, directly or not, that matches $(2), and fails where there is any.
deny = @! $(BROWSER) $(GO) list -deps $(1) | grep -E '$(2)' || { echo "$(1) must not import the above"; exit 1; }

.PHONY: imports
imports: web/node_modules ## perceptron <- session <- game <- cmd; web/src as docs/architecture.md says
	$(call deny,./perceptron/...,^perceptronlab/(game|cmd)|hajimehoshi)
	$(call deny,./game/session ./game/gesture ./game/view ./game/region ./game/still ./game/figure,^perceptronlab/(game|cmd)$$|^perceptronlab/cmd/|hajimehoshi)
	$(call deny,./game,^perceptronlab/cmd)
	$(call deny,./cmd/perceptron,hajimehoshi|^perceptronlab/game$$)
	@! grep -rln --include=*.go '"syscall/js"' cmd game perceptron | grep -v ^cmd/lab/ || { echo "only cmd/lab may import syscall/js"; exit 1; }
	node web/test/imports.mjs

# A compiler may fuse x*y + z, and then platforms differ. Only random/log.go asks for it, with math.FMA; what
# internal/reference gives is compared within a tolerance.
.PHONY: fused
fused: ## no multiply-add is fused: the same bits everywhere
	@mkdir -p .cache
	@GOARCH=arm64 $(GO) build -gcflags=-S ./perceptron/... 2>.cache/arm64.s && grep -q FMULD .cache/arm64.s
	@! grep -E 'FN?M(ADD|SUB)D' .cache/arm64.s | grep -v -e random/log.go -e internal/reference/ || { echo "write float64(x*y) in the above"; exit 1; }

.PHONY: generated
generated: ## what go generate writes is what is there
	@mkdir -p .cache
	@$(GO) run ./perceptron/internal/kernelgen .cache/kernel_wasm.s
	@cmp .cache/kernel_wasm.s perceptron/internal/kernel/kernel_wasm.s || { echo "want: go generate ./perceptron/internal/kernel"; exit 1; }
	@$(GO) run ./game/internal/protocolgen . .cache .cache .cache .cache
	@for file in src/figure/protocol.ts src/figure/entries.ts src/views/marks.ts css/palette.css src/words/languages.ts src/words/figures.ts src/words/labs.ts src/words/views.ts; do \
		cmp .cache/$$(basename $$file) web/$$file || { echo "want: go generate ./game"; exit 1; }; done

.PHONY: helped
helped: ## make help lists every target except those that only install a package
	@awk '/^\.PHONY:/ { for (i = 2; i <= NF; i++) untold[$$i] } \
		/^[a-z0-9-]+:/ { target = $$1; sub(":", "", target) } \
		/^[a-z-]+:.*## |call installed/ { delete untold[target] } \
		END { for (target in untold) { print "Makefile: " target ": want a ## text"; status = 1 } exit status }' Makefile

.PHONY: fmt
fmt: web/node_modules ## format the Go code and the scripts of web/
	gofmt -w cmd game perceptron
	cd web && npx --no-install biome check --linter-enabled=false --write

.PHONY: fuzz
fuzz: ## every fuzz target, FUZZRUNS inputs each; a time limit instead fails at random (golang/go#75804)
	@mkdir -p .cache
	@grep -r --include='*_test.go' -o '^func Fuzz[[:alnum:]]*' cmd game perceptron | sed 's|/[^/]*:func | |; s|^|./|' \
		| xargs -n 2 -P 2 sh -c 'echo "$$0 $$1"; \
			$(GO) test -run "^$$" -fuzz "^$$1$$" -fuzztime $(FUZZRUNS)x -fuzzminimizetime 100x $$0 >.cache/$$1.log 2>&1 || { cat .cache/$$1.log; exit 255; }'

.PHONY: fuzz-page
fuzz-page: web/node_modules chromium site ## ROUNDS random acts (2000) on a figure, as many on frame.html and the Lab, from SEED (1) on: they live, and are what their sessions say
	ROUNDS='$(or $(ROUNDS),2000)' SEED='$(or $(SEED),1)' node web/test/turns.mjs web/test/fuzz.test.mjs

LOADS ?= 7

.PHONY: own
own: web/node_modules chromium site ## how soon the Lab answers with very many points or edits of its reader, and what it holds
	$(GO) test ./game/figure -run '^$$' -bench Own -benchtime 200ms
	$(GO) test ./game/session -run '^$$' -bench Back -benchtime 100x
	node web/test/own.bench.mjs

.PHONY: bench
bench: web/node_modules web/bench/node_modules chromium site ## training compared with other programs, in ROUNDS rounds (11); Go's share of a frame in Chromium
	$(call installed,/usr/bin/gcc:gcc /usr/include/stdio.h:libc6-dev)
	-$(call installed,/usr/bin/clang:clang)
	-$(call installed,/usr/bin/wasm-ld:lld)
	node web/bench/bench.mjs $(or $(ROUNDS),11)
	$(GO) test -run '^$$' -bench . -benchtime 200ms ./perceptron
	$(BROWSER) $(GO) test -exec "$(WASM_EXEC)" -run '^$$' -bench . -benchtime 200ms ./perceptron
	node web/test/frame.bench.mjs

.PHONY: load
load: web/node_modules chromium ## how soon the Lab is there, and what it holds, beside an empty program of Ebitengine, in LOADS rounds
	node web/test/load.bench.mjs $(LOADS)

# Lighthouse brings 200 packages along, so it has a package.json of its own.
.PHONY: lighthouse
lighthouse: web/node_modules web/lighthouse/node_modules chromium site ## accessibility, best practices and SEO, which are 100
	node web/lighthouse/lighthouse.mjs

PARITY ?= 100

.PHONY: parity
parity: python3-torch python3-sklearn ## exported scripts on real PyTorch and NumPy compared with our runs: all fixtures, PARITY random scenes
	$(GO) build -o .cache/perceptron ./cmd/perceptron
	$(GO) run ./cmd/perceptron/parity -n $(PARITY)

.PHONY: oracle
oracle: python3-torch python3-sklearn ## every golden file regenerated with real PyTorch and scikit-learn, and compared
	/usr/bin/python3 -B perceptron/testdata/oracle/golden.py

.PHONY: dist
dist: ## the release build, and what it weighs
	$(GO) run ./cmd/perceptron build -release $(if $(BASE),-base '$(BASE)')

.PHONY: reproduced
reproduced: ## two release builds, in two folders and each with Go's library compiled anew, are the same bytes; make test has the short form
	RELEASE=1 $(GO) test -count=1 -timeout 1h -run TheSiteIsTheSameAnywhere ./cmd/perceptron/site

.PHONY: size
size: ## what a first visit fetches, by file and by Go package; fails beyond the budget
	$(GO) run ./cmd/fetch
	$(GO) run ./cmd/perceptron build -release -packages -budget 1050000 -o .cache/size

.PHONY: package
package: web/node_modules chromium $(SITE) ## the npm package in .cache/npm, linted, compiled against and used
	node web/npm/pack.mjs
	node --test web/npm/*.test.mjs

.PHONY: bundlers
bundlers: package web/npm/bundlers/node_modules ## the npm package in pages that Vite and webpack make
	node --test web/npm/bundlers/*.test.mjs

# audited asks a database, $(1), by a command, $(2), which fails where it found something or couldn't ask.
audited = @($(2)) >.cache/audit.log 2>&1 || { cat .cache/audit.log; \
	! grep -qE 'dial tcp|audit endpoint|ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN' .cache/audit.log || echo "offline: $(1) was not asked, so nothing is known"; \
	exit 1; }; echo "$(1) knows of nothing: $(3)"

.PHONY: audit
audit: .cache/govulncheck ## known vulnerabilities of what is shipped, of what builds it and of what tests it
	$(call audited,the Go vulnerability database,$(BROWSER) .cache/govulncheck ./cmd/lab,the program)
	$(call audited,the Go vulnerability database,.cache/govulncheck ./cmd/...,the command)
	$(call audited,npm,cd web && npm audit,web)
	$(call audited,npm,cd web/bench && npm audit,web/bench)
	$(call audited,npm,cd web/lighthouse && npm audit,web/lighthouse)
	$(call audited,npm,cd web/npm/bundlers && npm audit,web/npm/bundlers)
	$(call audited,npm,cd web/test/sites/npm && npm audit,web/test/sites/npm)

.PHONY: shots
shots: web/node_modules chromium fonts site ## pictures of the main states, in shots/, and README's that moves
	node web/test/shots.mjs
	node web/test/turning.mjs

.PHONY: clean
clean: ## remove what was built
	rm -rf dist shots .cache

web/node_modules web/bench/node_modules web/lighthouse/node_modules web/npm/bundlers/node_modules web/test/sites/npm/node_modules: %/node_modules: %/package-lock.json
	cd $* && npm ci --no-audit --no-fund
	@touch $@

.cache/staticcheck: program = $(STATICCHECK)
.cache/actionlint: program = $(ACTIONLINT)
.cache/govulncheck: program = $(GOVULNCHECK)
.cache/staticcheck .cache/actionlint .cache/govulncheck:
	@mkdir -p .cache
	GOBIN='$(CURDIR)/.cache' $(GO) install $(program)

# installed FILE:PACKAGE ... sees to files of Debian's packages: where root may it installs what is missing, else it names it all.
installed = @missing=; for file in $(1); do [ -e "$${file%%:*}" ] || missing="$$missing $${file\#\#*:}"; done; [ -z "$$missing" ] \
	|| { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq --no-install-recommends $$missing >/dev/null; } \
	|| { echo "missing:$$missing; on Debian, as root: apt-get install --no-install-recommends$$missing"; exit 1; }

.PHONY: chromium
chromium:
	$(call installed,'$(CHROMIUM):chromium-headless-shell')

.PHONY: fonts
fonts:
	$(call installed,$(FONT_PACKAGES))

.PHONY: python3-torch python3-sklearn
python3-torch:
	$(call installed,/usr/lib/python3/dist-packages/torch:python3-torch)
python3-sklearn:
	$(call installed,/usr/lib/python3/dist-packages/sklearn:python3-sklearn)

.PHONY: jekyll hugo mkdocs jupyter nginx
jekyll:
	$(call installed,/usr/bin/jekyll:jekyll /usr/share/doc/jekyll-theme-minima:jekyll-theme-minima)
hugo:
	$(call installed,/usr/bin/hugo:hugo)
mkdocs:
	$(call installed,/usr/bin/mkdocs:mkdocs)
jupyter:
	$(call installed,/usr/bin/jupyter-notebook:jupyter-notebook)
nginx:
	$(call installed,/usr/share/doc/nginx-light:nginx-light /usr/share/doc/libnginx-mod-http-brotli-filter:libnginx-mod-http-brotli-filter /usr/share/doc/libnginx-mod-http-brotli-static:libnginx-mod-http-brotli-static)
