# SPDX-License-Identifier: MIT
# boardpack. `make demo` shows what it makes, `make test` tests it; both install what they miss.
# `make` builds, `make install` takes DESTDIR and PREFIX, SAN=1 builds with sanitizers.
VERSION := 1.0.0
MAJOR   := $(firstword $(subst ., ,$(VERSION)))

# A folder of its own for each kind of build: their objects never mix.
BUILD  ?= build
OUT    := $(BUILD)$(if $(SAN),/san)
PREFIX ?= /usr/local
BINDIR ?= $(PREFIX)/bin
LIBDIR ?= $(PREFIX)/lib
INCDIR ?= $(PREFIX)/include
MANDIR ?= $(PREFIX)/share/man/man1
DATADIR ?= $(PREFIX)/share/boardpack

ifeq ($(origin CC),default)
CC := gcc
endif
CFLAGS ?= -O2 -g
comma  := ,
SANITIZE := $(if $(SAN),-fsanitize=address$(comma)undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
WARN   := -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Werror

# The packages that pkg-config knows, and the libraries that it does not. It is asked once, when
# something is compiled, so that `make demo` runs where it is not yet installed.
PKGS   := pangoft2 gio-2.0 yaml-0.1 libcmark-gfm lcms2 libdeflate harfbuzz-subset fontconfig libpng libjpeg
# Those that base/library.h loads when a document has a drawing: only their headers are used here.
LATE   := librsvg-2.0 cairo cairo-pdf libqpdf
BARE   := -lhpdf -lcsv -lhyphen -lm
PKG_CFLAGS = $(eval PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) $(LATE)))$(PKG_CFLAGS)
PKG_LIBS = $(eval PKG_LIBS := $(shell pkg-config --libs $(PKGS)))$(PKG_LIBS)
COMPILE = $(CC) -std=gnu11 -fPIC -ffp-contract=off -pthread $(WARN) $(CFLAGS) $(SANITIZE) \
          -MMD -MP -Iinclude -Isrc -I$(OUT) -DBP_VERSION='"$(VERSION)"' $(PKG_CFLAGS)
LINK   = $(CC) $(SANITIZE) $(LDFLAGS) -pthread -Wl,--as-needed
LIBS   = $(PKG_LIBS) $(BARE)

SRC   := $(wildcard src/*.c src/*/*.c)
OBJ   := $(patsubst %.c,$(OUT)/%.o,$(filter-out src/cli/%,$(SRC)))
CLI   := $(patsubst %.c,$(OUT)/%.o,$(filter src/cli/%,$(SRC)))
UNIT  := $(patsubst %.c,$(OUT)/%,$(wildcard tests/unit/test_*.c))
TOLD  := $(patsubst %.c,$(OUT)/%,$(wildcard tests/schema/*.c))
# Programs have a main, what they share has none.
BENCH := $(patsubst %.c,$(OUT)/%,$(shell grep -ls '^int main' tests/bench/*.c))
AIDS  := $(filter-out $(BENCH:=.o) $(OUT)/tests/bench/replay.o,$(patsubst %.c,$(OUT)/%.o,$(wildcard tests/bench/*.c)))
DEMO  := $(patsubst tests/meetings/%.yaml,$(OUT)/demo/%.pdf,$(wildcard tests/meetings/*.yaml)) \
         $(patsubst tests/reports/%/report.yaml,$(OUT)/demo/%-report.pdf,$(wildcard tests/reports/kent-*/report.yaml))
CODE  := $(wildcard src/*.[ch] src/*/*.[ch] include/*.h tests/*.[ch] tests/*/*.[ch])
SHARED := $(wildcard layouts/*.json README.md)
# What an office starts from and looks things up in, with the pictures of both READMEs.
LOOKS  := $(wildcard layouts/*.yaml layouts/*.md layouts/*.png)
HOUSES := $(wildcard layouts/houses/*)
GALLERY := $(wildcard layouts/gallery/*)
# As many jobs as cores, unless this make was told how many.
JOBS   = $(if $(filter -j% --jobserver%,$(MAKEFLAGS)),,-j$(shell nproc))
# #include "gen/FILE.h" is FILE as one C string literal.
GEN   := $(addprefix $(OUT)/,$(shell grep -rhoE '^\#include "gen/[^"]+' src tests | cut -d'"' -f2))
SO    := $(OUT)/libboardpack.so.$(VERSION)

# One short line a file; V=1 shows the commands.
say    = $(if $(V),,@echo '  $@' && )

all: $(OUT)/boardpack $(OUT)/libboardpack.a $(SO)

$(OUT)/libboardpack.a: $(OBJ)
	$(say)rm -f $@ && ar rcs $@ $^

$(SO): $(OBJ) $(OUT)/exports.map
	$(say)$(LINK) -shared -Wl,-soname,libboardpack.so.$(MAJOR) -Wl,--version-script=$(OUT)/exports.map \
	    -Wl,-z,defs -o $@ $(OBJ) $(LIBS)

$(OUT)/boardpack: $(CLI) $(OUT)/libboardpack.a
	$(say)$(LINK) -o $@ $^ $(LIBS)

$(OUT)/tests/unit/%: $(OUT)/tests/unit/%.o $(OUT)/libboardpack.a
	$(say)$(LINK) -o $@ $^ -lcmocka $(LIBS)

# What tests/schema.sh asks about the loader
$(OUT)/tests/schema/%: $(OUT)/tests/schema/%.o $(OUT)/libboardpack.a
	$(say)$(LINK) -o $@ $^ $(LIBS)

$(OUT)/tests/bench/%: $(OUT)/tests/bench/%.o $(AIDS) $(OUT)/libboardpack.a
	$(say)$(LINK) -o $@ $^ $(LIBS)

# Charts are measured against Cairo and Pango on their own.
$(OUT)/tests/bench/charts: $(OUT)/tests/bench/replay.o
$(OUT)/tests/bench/charts: LIBS += $(shell pkg-config --libs pangocairo libdeflate)
$(OUT)/tests/bench/charts.o $(OUT)/tests/bench/replay.o: CFLAGS += $(shell pkg-config --cflags pangocairo)

$(OUT)/%.o: %.c | $(GEN) $(OUT)/checked
	@mkdir -p $(@D)
	$(say)$(COMPILE) -c -o $@ $<

# The files of layouts/ that the library holds, as entries of load/shelf.c's table.
SHELF := $(sort $(wildcard layouts/*.yaml layouts/houses/*.yaml layouts/houses/*.svg))
$(OUT)/gen/shelf.h: $(SHELF) Makefile
	@mkdir -p $(@D)
	@for file in $(SHELF); do printf '{"%s", {\n' "$${file#layouts/}"; \
	    sed -e 's/[\\"]/\\&/g' -e 's/^/"/' -e 's/$$/\\n"/' "$$file"; \
	    printf ', %d}},\n' "$$(wc -c <"$$file")"; done >$@

$(OUT)/gen/%.h: %
	@mkdir -p $(@D)
	@sed -e 's/[\\"]/\\&/g' -e 's/^/"/' -e 's/$$/\\n"/' $< >$@

# The shared library shows what the public header declares, and nothing else.
$(OUT)/exports.map: include/boardpack.h
	@mkdir -p $(@D)
	@{ echo 'LIBBOARDPACK_$(MAJOR) {'; echo 'global:'; \
	   grep -v '^ *[/ ]\*' $< | grep -oE 'bp_[a-z_]+\(' | sort -u | sed 's/(/;/'; \
	   echo 'local: *;'; echo '};'; } >$@

$(OUT)/checked:
	@mkdir -p $(@D)
	@pkg-config --exists $(PKGS) $(LATE) 2>/dev/null && printf '\#include <%s.h>\n' hpdf csv hyphen | $(CC) -E - >$@ 2>&1 || { rm -f $@; \
	    echo 'boardpack: libraries to build with are missing; `make demo` or `.ci/setup build` installs them' >&2; \
	    exit 1; }

unit: $(UNIT)
	@BUILD=$(BUILD) BOARDPACK=$(abspath $(OUT))/boardpack tests/unit.sh $(UNIT)

# SHORT=1 is quick, BENCH_TYPST=1 fetches Typst to compare with.
bench:
	@.ci/setup build test
	@$(MAKE) --no-print-directory $(JOBS) $(OUT)/boardpack $(BENCH)
	@$(OUT)/tests/bench/bench $(OUT)
	@$(OUT)/tests/bench/write
	@$(OUT)/tests/bench/charts $(OUT)

# Each fuzzer for SECONDS, fuzz_picture from tests/pictures and fuzz_layout from layouts too, with what it finds in the build's folder.
SECONDS ?= 60
FUZZ := $(patsubst %.c,$(OUT)/%,$(wildcard tests/fuzz/fuzz_*.c))
fuzz:
	@.ci/setup build fuzz
	@$(MAKE) -s --no-print-directory $(JOBS) OUT=$(BUILD)/fuzz CC=clang WARN=-Wall \
	    SANITIZE=-fsanitize=fuzzer-no-link,address,undefined fuzzed
fuzzed: $(FUZZ)
	@for program in $(FUZZ); do seeds=$${program##*/fuzz_}s; mkdir -p $(OUT)/corpus/$$seeds; \
	    $$program -max_total_time=$(SECONDS) -artifact_prefix=$(OUT)/ \
	    $(OUT)/corpus/$$seeds $$(ls -d tests/$$seeds $$seeds 2>/dev/null) || exit 1; done
$(OUT)/tests/fuzz/%: $(OUT)/tests/fuzz/%.o $(OUT)/libboardpack.a
	$(say)$(LINK) -fsanitize=fuzzer -o $@ $^ $(LIBS)

# What a newcomer runs: it sets the machine up first, in a make of its own that then sees it.
demo:
	@.ci/setup build
	@$(MAKE) -s --no-print-directory $(JOBS) $(DEMO)
	@echo 'The PDFs are there:' && printf '  %s\n' $(DEMO)

$(OUT)/demo/%.pdf: tests/meetings/%.yaml $(OUT)/boardpack
	@mkdir -p $(@D)
	$(say)$(OUT)/boardpack render $< -o $@

# Its figures stand in files beside it.
$(OUT)/demo/%-report.pdf: tests/reports/%/report.yaml $(OUT)/boardpack $(wildcard tests/reports/*/metrics.yaml)
	@mkdir -p $(@D)
	$(say)$(OUT)/boardpack render $< -o $@

test:
	@.ci/setup build test
	@$(MAKE) -s --no-print-directory $(JOBS) all
	@$(MAKE) -s --no-print-directory $(JOBS) SAN=1 tested
	@BUILD=$(BUILD) BOARDPACK=$(abspath $(BUILD))/san/boardpack tests/lib/all.sh

tested: $(OUT)/boardpack $(UNIT)

conformance: all
	@.ci/setup build test conformance
	@BUILD=$(BUILD) tests/conformance/run.sh

# The difference that it makes to tests/golden and layouts/REFERENCE.md is the review.
accept: all
	@BUILD=$(BUILD) BOARDPACK=$(abspath $(OUT))/boardpack tests/golden.sh accept
	@BUILD=$(BUILD) BOARDPACK=$(abspath $(OUT))/boardpack tests/reference.sh accept

# What the documents show of charts; tests/lib/pictures.sh tells how.
pictures: all
	@BOARDPACK=$(abspath $(OUT))/boardpack tests/lib/pictures.sh

format:
	clang-format -i $(CODE)

install: all
	install -d $(addprefix $(DESTDIR),$(BINDIR) $(LIBDIR)/pkgconfig $(INCDIR) $(MANDIR) $(DATADIR)/layouts/houses $(DATADIR)/layouts/gallery)
	install -m 755 $(OUT)/boardpack $(DESTDIR)$(BINDIR)
	install -m 644 $(OUT)/libboardpack.a $(SO) $(DESTDIR)$(LIBDIR)
	ln -sf $(notdir $(SO)) $(DESTDIR)$(LIBDIR)/libboardpack.so.$(MAJOR)
	ln -sf libboardpack.so.$(MAJOR) $(DESTDIR)$(LIBDIR)/libboardpack.so
	install -m 644 include/boardpack.h $(DESTDIR)$(INCDIR)
	install -m 644 src/cli/boardpack.1 $(DESTDIR)$(MANDIR)
	install -m 644 $(SHARED) $(DESTDIR)$(DATADIR)
	install -m 644 $(LOOKS) $(DESTDIR)$(DATADIR)/layouts
	install -m 644 $(HOUSES) $(DESTDIR)$(DATADIR)/layouts/houses
	install -m 644 $(GALLERY) $(DESTDIR)$(DATADIR)/layouts/gallery
	@printf '%s\n' 'prefix=$(PREFIX)' 'libdir=$(LIBDIR)' 'includedir=$(INCDIR)' '' \
	    'Name: boardpack' 'Description: print-ready, accessible PDF from meeting data' \
	    'Version: $(VERSION)' 'Cflags: -I$${includedir}' \
	    'Libs: -L$${libdir} -lboardpack' 'Libs.private: $(strip $(LIBS))' \
	    >$(DESTDIR)$(LIBDIR)/pkgconfig/boardpack.pc

uninstall:
	rm -f $(DESTDIR)$(BINDIR)/boardpack $(DESTDIR)$(LIBDIR)/pkgconfig/boardpack.pc \
	    $(addprefix $(DESTDIR)$(LIBDIR)/libboardpack,.a .so .so.$(MAJOR) .so.$(VERSION)) \
	    $(DESTDIR)$(INCDIR)/boardpack.h $(DESTDIR)$(MANDIR)/boardpack.1
	rm -rf $(DESTDIR)$(DATADIR)

clean:
	rm -rf $(OUT)

-include $(patsubst %.o,%.d,$(OBJ) $(CLI) $(AIDS)) $(addsuffix .d,$(UNIT) $(BENCH) $(FUZZ) $(TOLD))
.SECONDARY:
.DELETE_ON_ERROR:
.PHONY: all unit bench fuzz fuzzed demo test tested conformance accept pictures format install uninstall clean
