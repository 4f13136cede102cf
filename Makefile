# tactlint.  `make help` lists the targets; the variables under "settings" may be given, as in
# `make check PROFILE=asan` or `make install PREFIX=/usr DESTDIR=/tmp/stage`.

# --- settings (also CC CFLAGS CPPFLAGS LDFLAGS LDLIBS; WERROR=1: warnings are errors; V=1: commands)
VERSION := 0.1.0
PROFILE ?= release
PREFIX ?= /usr/local
DESTDIR ?=
PKG_CONFIG ?= pkg-config
JOBS ?= $(shell nproc 2>/dev/null || echo 2)
MODULES := libxml-2.0 libpcre2-8 yaml-0.1 jansson libutf8proc hunspell

profiles := release debug asan fuzz
ifeq ($(filter $(PROFILE),$(profiles)),)
$(error unknown PROFILE '$(PROFILE)'; there are: $(profiles))
endif
B ?= build/$(PROFILE)

# --- sources -------------------------------------------------------------------------------------
SOURCES := $(wildcard src/*/*.c)
HEADERS := $(wildcard src/*/*.h)
UNIT_SOURCES := $(wildcard tests/unit/test_*.c)
SUPPORT_SOURCES := $(wildcard tests/support/*.c)
FUZZ_SOURCES := $(wildcard tests/fuzz/fuzz_*.c)
C_FILES := $(SOURCES) $(HEADERS) $(UNIT_SOURCES) $(wildcard tests/support/*.[ch]) \
  $(wildcard tests/fuzz/*.[ch] tests/corpora/*.c)
SCRIPTS := $(wildcard tools/*.sh tests/*.sh tests/*/*.sh bench/*.sh contrib/*/*.sh .ci/run)
MAN := $(wildcard man/*.[1-9])

# The library is everything but main(), so that tests reach options and configuration too.
MAIN := $(B)/src/cli/main.o
OBJECTS := $(filter-out $(MAIN),$(SOURCES:%.c=$(B)/%.o))
SUPPORT := $(SUPPORT_SOURCES:%.c=$(B)/%.o)
UNITS := $(UNIT_SOURCES:tests/unit/%.c=$(B)/tests/%)
FUZZERS := $(FUZZ_SOURCES:%.c=$(B)/%)
LIBRARY := $(B)/libtactlint.a
PROGRAM := $(B)/tactlint

# --- flags ---------------------------------------------------------------------------------------
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
  -Wmissing-prototypes -Wold-style-definition -Wpointer-arith -Wcast-qual -Wwrite-strings -Wvla \
  -Wformat=2 -Wundef -Wswitch-enum $(if $(WERROR),-Werror)
sanitize := -fsanitize=address,undefined
, := ,
relro := $(if $(filter Linux,$(shell uname -s)),-Wl$(,)-z$(,)relro$(,)-z$(,)now)
release_CFLAGS := -O2 -g -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2
release_LDFLAGS := $(relro)
debug_CFLAGS := -O0 -g3
asan_CFLAGS := -O1 -g $(sanitize) -fno-sanitize-recover=all -fno-omit-frame-pointer
asan_LDFLAGS := $(sanitize)
fuzz_CFLAGS := $(asan_CFLAGS) -fsanitize=fuzzer-no-link # clang only; see `make fuzz`
fuzz_LDFLAGS := $(sanitize)

HAVE_MODULES := $(shell $(PKG_CONFIG) --exists $(MODULES) 2>/dev/null && echo yes)
MODULE_CFLAGS := $(if $(HAVE_MODULES),$(shell $(PKG_CONFIG) --cflags $(MODULES)))
MODULE_LIBS := $(if $(HAVE_MODULES),$(shell $(PKG_CONFIG) --libs $(MODULES))) -lm
CHECK_CFLAGS = $(shell $(PKG_CONFIG) --cflags check 2>/dev/null)
CHECK_LIBS = $(shell $(PKG_CONFIG) --libs check 2>/dev/null)

PREPROCESS := -Isrc -D_GNU_SOURCE -DTL_VERSION='"$(VERSION)"' \
  -DTL_RULES_DIR='"$(PREFIX)/share/tactlint/rules.d"' $(MODULE_CFLAGS) $(CPPFLAGS)
COMPILE := $(CC) $(PREPROCESS) -std=c17 -pthread $($(PROFILE)_CFLAGS) $(WARNINGS) $(CFLAGS)
LINK := $(CC) -pthread $(CFLAGS) $($(PROFILE)_LDFLAGS) $(LDFLAGS)
Q := $(if $(V),,@)
say = @$(if $(V),:,printf '  %-5s %s\n' $(1) $(2))
AGAIN = $(MAKE) --no-print-directory
many = $(if $(findstring jobserver,$(MAKEFLAGS)),,-j$(JOBS))

# --- build ---------------------------------------------------------------------------------------
.PHONY: all demo units have-modules FORCE
.DELETE_ON_ERROR:

## all: build the program (the default); the release is copied to ./tactlint
all: $(PROGRAM) $(if $(filter build/release,$(B)),tactlint)

## demo: install what building needs, build, lint testdata/drafts
demo:
	@tools/deps.sh build
	@$(AGAIN) $(many) all PROFILE=release
	@./tactlint --format=pretty --color=auto testdata/drafts/* || test $$? -eq 1

tactlint: $(PROGRAM)
	$(Q)cp $< $@.new && mv $@.new $@

$(PROGRAM): $(MAIN) $(LIBRARY) | $(B)/rules.d
	$(call say,LINK,$@)
	$(Q)$(LINK) -o $@ $^ $(MODULE_LIBS) $(LDLIBS)

# The program looks for its rules beside itself first: so it never takes those of an installed one.
$(B)/rules.d:
	$(Q)mkdir -p $(B) && ln -sfn $(CURDIR)/rules.d $@

$(LIBRARY): $(OBJECTS)
	$(call say,AR,$@)
	$(Q)rm -f $@ && $(AR) rcs $@ $^

$(B)/src/%.o: src/%.c $(B)/flags | have-modules
	$(call say,CC,$<)
	$(Q)mkdir -p $(@D) && $(COMPILE) -MMD -MP -c -o $@ $<

$(B)/tests/%.o: tests/%.c $(B)/flags | have-modules
	$(call say,CC,$<)
	$(Q)mkdir -p $(@D) && $(COMPILE) -Itests $(CHECK_CFLAGS) -MMD -MP -c -o $@ $<

units: $(UNITS)
$(UNITS): $(B)/tests/%: $(B)/tests/unit/%.o $(SUPPORT) $(LIBRARY)
	$(call say,LINK,$@)
	$(Q)$(LINK) -o $@ $^ $(CHECK_LIBS) $(MODULE_LIBS) $(LDLIBS)

# Without libFuzzer a harness is a program that runs over the files that it is given.
fuzz_main := $(if $(filter fuzz,$(PROFILE)),,$(B)/tests/fuzz/replay.o)
fuzz_flags := $(if $(filter fuzz,$(PROFILE)),-fsanitize=fuzzer)
$(FUZZERS): %: %.o $(B)/tests/fuzz/harness.o $(fuzz_main) $(LIBRARY)
	$(call say,LINK,$@)
	$(Q)$(LINK) $(fuzz_flags) -o $@ $^ $(MODULE_LIBS) $(LDLIBS)

# Everything is built anew when the compiler or a flag changes (another PREFIX, WERROR=1, …).
$(B)/flags: FORCE
	@mkdir -p $(B); flags='$(subst ','\'',$(COMPILE) $(LINK))'; \
	  test "$$(cat $@ 2>/dev/null)" = "$$flags" || printf '%s\n' "$$flags" >$@

have-modules:
	@$(if $(HAVE_MODULES),:,echo 'libraries are missing: run tools/deps.sh' >&2; exit 1)

-include $(patsubst %.o,%.d,$(OBJECTS) $(MAIN) $(SUPPORT)) $(UNIT_SOURCES:%.c=$(B)/%.d) \
  $(patsubst %.c,$(B)/%.d,$(wildcard tests/fuzz/*.c tests/corpora/*.c))

# --- test ----------------------------------------------------------------------------------------
# What looks at the program, and what is the same whatever it was built with.
PROGRAM_CHECKS := check-unit check-rules check-golden check-invariance check-fuzz
OTHER_CHECKS := check-tools check-headers check-layers check-symbols check-docs check-schema \
  check-engine check-gold check-language check-sentences check-cli
CHECKS := $(if $(filter asan,$(PROFILE)),,$(OTHER_CHECKS)) $(PROGRAM_CHECKS)
.PHONY: check $(PROGRAM_CHECKS) $(OTHER_CHECKS) golden-update schemas fuzz fuzz-programs \
  check-corpora bench
export TACTLINT := $(abspath $(PROGRAM))

## check: install what testing needs, build, run every check-*; PROFILE=asan: under sanitizers
check:
	@tools/deps.sh build test
	@$(AGAIN) $(many) all units fuzz-programs
	@JOBS=$(JOBS) MAKE="$(MAKE)" tests/check.sh $(CHECKS)

## check-unit: one Check program a source file, tests/unit
check-unit: $(UNITS)
	@CK_TIMEOUT_MULTIPLIER=$(if $(filter asan,$(PROFILE)),10,2) \
	  ASAN_OPTIONS=allocator_may_return_null=1 tests/unit.sh $(UNITS)

## check-golden: what the program prints for testdata/cases, and where it points
check-golden: all
	@EVERY=$(if $(filter asan,$(PROFILE)),4,1) tests/golden.py

## check-invariance: one body in every encoding gives the same findings; a sixth of the texts
check-invariance: all
	@EVERY=$(if $(filter asan,$(PROFILE)),32,6) tests/invariance.py

## check-engine: with and without literals and JIT, the same is found
check-engine: all
	@tests/engine.py

## check-cli: the program as its users meet it
check-cli: all
	@MAKE="$(MAKE)" tests/cli.sh

## check-gold: what it finds in the labelled messages of testdata/gold, and their zones; GOLD=DIR has more of these
GOLD ?=
check-gold: all
	@tests/gold.py
	@tests/gold_zones.py testdata/gold $(GOLD)

## check-language: whether the language of paragraphs is told right, testdata/languages and gold
check-language: all
	@tests/language.py

## check-sentences: where sentences end, against the marked ends of testdata/sentences
check-sentences: all
	@tests/sentences.py

## check-fuzz: the fuzzing harnesses over testdata/fuzz and their seeds
check-fuzz: $(FUZZERS)
	@tests/fuzz/replay.sh $(B)/fuzz-seeds $(FUZZERS)

## fuzz: clang's libFuzzer, FUZZ_SECONDS (20) for each harness of tests/fuzz
FUZZ_SECONDS ?= 20
fuzz:
	@tools/deps.sh build fuzz
	@$(AGAIN) $(many) PROFILE=fuzz B=build/fuzz CC=clang fuzz-programs
	@tests/fuzz/run.sh $(FUZZ_SECONDS) build/fuzz $(FUZZ_SOURCES:%.c=build/fuzz/%)

fuzz-programs: $(FUZZERS)

## check-corpora: our reading against that of others; CORPORA=DIR has the messages
CORPORA ?=
corpus_programs := $(B)/tests/corpora/content_dump $(B)/tests/corpora/gmime_parts
check-corpora:
	@tools/deps.sh build test corpora
	@$(AGAIN) $(many) all $(corpus_programs)
	@CONTENT_DUMP=$(abspath $(B)/tests/corpora/content_dump) \
	  GMIME_PARTS=$(abspath $(B)/tests/corpora/gmime_parts) \
	  tests/corpora/run.py "$(CORPORA)" $(SUITES)

$(B)/tests/corpora/content_dump: $(B)/tests/corpora/content_dump.o $(LIBRARY)
	$(call say,LINK,$@)
	$(Q)$(LINK) -o $@ $^ $(MODULE_LIBS) $(LDLIBS)

gmime = $(shell $(PKG_CONFIG) $(1) gmime-3.0 jansson)
$(B)/tests/corpora/gmime_parts: tests/corpora/gmime_parts.c $(B)/flags
	$(call say,CC,$<)
	$(Q)mkdir -p $(@D) && $(COMPILE) $(call gmime,--cflags) -o $@ $< $(call gmime,--libs) $(LDLIBS)

## bench: how time grows with size, as ratios; CORPORA=DIR adds its bombs, BENCH=TEXT picks
bench: all
	@BENCH="$(BENCH)" bench/bench.py "$(CORPORA)"

## golden-update: rewrite the expected files of testdata/cases; review the difference
golden-update: all
	@tests/golden.py --update

## check-rules: the examples of every rule file, and that they need every part of it
check-rules: all
	@$(TACTLINT) --test-rules=rules.d $(if $(filter asan,$(PROFILE)),,--coverage)

## check-schema: the JSON Schemas for editors refuse what the loader refuses
check-schema: all
	@tests/schema.py

## schemas: rewrite docs/rule.schema.json and docs/language.schema.json
schemas: all
	@for name in rule language; do $(TACTLINT) --schema=$$name >docs/$$name.schema.json; done

## check-headers: every header compiles alone
check-headers:
	@CC="$(subst ",\",$(COMPILE))" tools/headers.sh $(HEADERS)

## check-layers: what includes what, forbidden calls, lengths of files
check-layers:
	@status=0; for tool in layers banned lengths; do tools/$$tool.sh || status=1; done; exit $$status

## check-symbols: external names of the library begin with tl_
check-symbols: $(LIBRARY)
	@tools/symbols.sh $(LIBRARY)

## check-docs: the documents say what the program does
check-docs: all
	@tools/docs.sh

## check-tools: the scripts of tools/ and tests/ fail when they should
check-tools:
	@status=0; for test in tools deps golden_self; do tests/$$test.sh || status=1; done; exit $$status

# --- lint ----------------------------------------------------------------------------------------
.PHONY: lint lint-text lint-gcc lint-clang lint-tidy lint-cppcheck tidy format deps

## lint: format, scripts, manual, both compilers with -Werror, clang-tidy, cppcheck; LINTS picks
LINTS ?= lint-text check-layers lint-gcc lint-clang lint-tidy lint-cppcheck
lint:
	@tools/deps.sh build test lint
	@$(AGAIN) -k $(LINTS)
	@echo 'lint: nothing found'

lint-text:
	@clang-format --dry-run -Werror $(C_FILES)
	@shellcheck $(SCRIPTS)
	@$(if $(MAN),mandoc -T lint -W warning $(MAN))

lint-gcc:
	@$(AGAIN) $(many) B=build/lint-gcc CC=gcc WERROR=1 all units fuzz-programs

lint-clang:
	@$(AGAIN) $(many) B=build/lint-clang CC=clang WERROR=1 all units fuzz-programs

lint-tidy:
	@$(AGAIN) $(many) B=build/lint-clang CC=clang WERROR=1 tidy

# duplicateAssignExpression: a range begins empty, with its begin and its end in the same place.
lint-cppcheck:
	@cppcheck --quiet --error-exitcode=1 --enable=warning,performance,portability --std=c11 \
	  --inline-suppr --suppress=missingIncludeSystem --suppress=duplicateAssignExpression \
	  -j$(JOBS) $(PREPROCESS) src

# Named after the object, so that a changed header is linted again through those who include it.
tidy: $(SOURCES:%.c=$(B)/%.tidy)
$(B)/src/%.tidy: $(B)/src/%.o .clang-tidy
	$(call say,TIDY,src/$*.c)
	$(Q)clang-tidy --quiet src/$*.c -- $(PREPROCESS) -std=c17 >$@.out 2>&1 || { cat $@.out; exit 1; }
	$(Q)touch $@

## format: let clang-format decide
format:
	@clang-format -i $(C_FILES)

## deps: install what building, testing and linting need
deps:
	@tools/deps.sh build test lint

# --- install -------------------------------------------------------------------------------------
.PHONY: install uninstall
share = $(DESTDIR)$(PREFIX)/share
completion = $(share)/bash-completion/completions/tactlint

## install: program, rules, manual, completion; PREFIX, DESTDIR
install: all
	$(Q)install -d $(DESTDIR)$(PREFIX)/bin $(share)/tactlint
	$(Q)install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/tactlint
	$(Q)install -m 644 $(wildcard docs/*.schema.json) $(share)/tactlint
	$(Q)rm -rf $(share)/tactlint/rules.d
	$(Q)for file in $$(find rules.d -type f); do \
	  install -D -m 644 $$file $(share)/tactlint/$$file || exit 1; done
	$(Q)for page in $(MAN); do \
	  install -D -m 644 $$page $(share)/man/man$${page##*.}/$${page##*/} || exit 1; done
	$(Q)test ! -f contrib/completions/tactlint.bash || \
	  install -D -m 644 contrib/completions/tactlint.bash $(completion)

## uninstall: remove what install put there
uninstall:
	$(Q)rm -rf $(DESTDIR)$(PREFIX)/bin/tactlint $(share)/tactlint $(completion)
	$(Q)for page in $(MAN); do rm -f $(share)/man/man$${page##*.}/$${page##*/}; done

# --- clean ---------------------------------------------------------------------------------------
.PHONY: clean help
## clean: remove everything that was built
clean:
	$(Q)rm -rf build tactlint

## help: this list
help:
	@sed -nE 's/^## ([a-z-]+): /\1 /p' Makefile | while read -r target text; do \
	  printf '%-14s %s\n' "$$target" "$$text"; done
	@echo 'settings: PROFILE=$(PROFILE) (of $(profiles)), CC, CFLAGS, PREFIX, DESTDIR, WERROR=1, V=1'
