# The one list of what is done with Spravka; `make help` prints it. Recipes longer than a line or
# two are scripts in .ci/, which can be run by themselves.

BINARY := .build/release/spravka
LIBRARIES := libcmark-dev libyaml-dev libstemmer-dev zlib1g-dev libmicrohttpd-dev pkg-config
TEST_TOOLS := chromium chromium-driver chromium-sandbox fonts-liberation nginx tidy cmark strace curl \
  python3 python3-yaml rsync rclone

.PHONY: site build test lint format bench bench-search bench-preview docs screenshot dist theme golden clean help libraries swift

site: build ## (the default) build Spravka in release mode, then the site of content/ into public/
	$(BINARY) build

build: libraries ## build the command: .build/release/spravka
	swift build -c release --product spravka

test: libraries ## install what the tests need, run them all and count them
	@.ci/install "the tools that the tests run" $(TEST_TOOLS)
	@.ci/test

lint: swift ## check style, sizes, the order of the folders and the table of the theme
	@.ci/lint

format: swift ## lay out the Swift sources as `make lint` wants them
	swift format --in-place --recursive Sources Tests Package.swift

bench: build ## measure: `make bench`, or `make bench N="1000 50000"` (articles a corpus)
	@.ci/install "the interpreter of the bench" python3
	@python3 Tests/Bench/bench.py $(N)

bench-search: build ## measure the search in a browser: N="real 1000 100000", or SITE=folder QUERIES=sets.json
	@.ci/install "the interpreter and the browser of the bench" python3 chromium chromium-driver
	@python3 Tests/Bench/search.py $(N) $(if $(SITE),--site "$(SITE)") \
	  $(if $(QUERIES),--queries "$(QUERIES)") $(if $(JSON),--json "$(JSON)")

bench-preview: build ## measure the preview: changes, memory, in a browser too; N="1000 10000" (articles a corpus)
	@.ci/install "the interpreter and the browser of the bench" python3 chromium chromium-driver
	@python3 Tests/Bench/preview.py $(N)

docs: build ## build the manual, docs/, into .build/docs
	$(BINARY) build --site docs --output .build/docs

screenshot: site ## take the picture of README.md, docs/help-desk.png
	@.ci/install "the browser that takes the picture" chromium fonts-liberation
	@.ci/screenshot

dist: libraries ## a release archive: dist/spravka-VERSION-linux-ARCH.tar.gz
	@.ci/install "the reader of binaries" binutils
	@.ci/dist

theme: ## list the files of templates/ and of the starter site anew in Sources/CTheme/theme.c
	@mkdir -p .build
	@.ci/theme-table > .build/theme.c
	@cmp -s .build/theme.c Sources/CTheme/theme.c || cp .build/theme.c Sources/CTheme/theme.c

golden: libraries ## rewrite the expected outputs of the golden tests; then read the change
	swift build --build-tests
	@UPDATE_GOLDEN=1 swift test --skip-build --filter 'GoldenTests|SearchEngineTests' \
	|| echo "A run that rewrites fails by design: read the change, then run make test"
	@git status --short -- Tests/GoldenTests Tests/Search

clean: ## remove everything that can be made again
	rm -rf .build dist
	find public -mindepth 1 ! -name .gitignore -delete

help: ## print this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1	\2/p' Makefile | expand -t 14

libraries: swift
	@.ci/install "the C libraries of Spravka" $(LIBRARIES)

swift:
	@command -v swift >/dev/null \
	|| { echo "Spravka is built by Swift 6.2 or later: https://www.swift.org/install/linux/" >&2; exit 1; }
