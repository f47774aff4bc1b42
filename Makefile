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
PKGS   := pangoft2 gio-2.0 yaml-0.1 libcmark-gfm lcms2 libdeflate harfbuzz-subset fontconfig
BARE   := -lhpdf -lm
PKG_CFLAGS = $(eval PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS)))$(PKG_CFLAGS)
PKG_LIBS = $(eval PKG_LIBS := $(shell pkg-config --libs $(PKGS)))$(PKG_LIBS)
COMPILE = $(CC) -std=gnu11 -fPIC -ffp-contract=off -pthread $(WARN) $(CFLAGS) $(SANITIZE) \
          -MMD -MP -Iinclude -Isrc -I$(OUT) -DBP_VERSION='"$(VERSION)"' $(PKG_CFLAGS)
LINK   = $(CC) $(SANITIZE) $(LDFLAGS) -pthread -Wl,--as-needed
LIBS   = $(PKG_LIBS) $(BARE)

SRC   := $(wildcard src/*.c src/*/*.c)
OBJ   := $(patsubst %.c,$(OUT)/%.o,$(filter-out src/cli/%,$(SRC)))
CLI   := $(patsubst %.c,$(OUT)/%.o,$(filter src/cli/%,$(SRC)))
UNIT  := $(patsubst %.c,$(OUT)/%,$(wildcard tests/unit/test_*.c))
BENCH := $(patsubst %.c,$(OUT)/%,$(wildcard tests/bench/*.c))
# #include "gen/FILE.h" is FILE as one C string literal.
GEN   := $(addprefix $(OUT)/,$(shell grep -rhoE '^\#include "gen/[^"]+' src tests | cut -d'"' -f2))
SO    := $(OUT)/libboardpack.so.$(VERSION)

all: $(OUT)/boardpack $(OUT)/libboardpack.a $(SO)

$(OUT)/libboardpack.a: $(OBJ)
	@rm -f $@
	ar rcs $@ $^

$(SO): $(OBJ) $(OUT)/exports.map
	$(LINK) -shared -Wl,-soname,libboardpack.so.$(MAJOR) -Wl,--version-script=$(OUT)/exports.map \
	    -Wl,-z,defs -o $@ $(OBJ) $(LIBS)

$(OUT)/boardpack: $(CLI) $(OUT)/libboardpack.a
	$(LINK) -o $@ $^ $(LIBS)

$(OUT)/tests/unit/%: $(OUT)/tests/unit/%.o $(OUT)/libboardpack.a
	$(LINK) -o $@ $^ -lcmocka $(LIBS)

$(OUT)/tests/bench/%: $(OUT)/tests/bench/%.o $(OUT)/libboardpack.a
	$(LINK) -o $@ $^ $(LIBS)

$(OUT)/%.o: %.c | $(GEN) $(OUT)/checked
	@mkdir -p $(@D)
	$(COMPILE) -c -o $@ $<

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
	@pkg-config --exists $(PKGS) && echo '#include <hpdf.h>' | $(CC) -E - >$@ 2>&1 || { rm -f $@; \
	    echo 'boardpack: libraries to build with are missing; `make demo` or `.ci/setup build` installs them' >&2; \
	    exit 1; }

unit: $(UNIT)
	@BUILD=$(BUILD) BOARDPACK=$(abspath $(OUT))/boardpack tests/unit.sh $(UNIT)

-include $(patsubst %.o,%.d,$(OBJ) $(CLI)) $(addsuffix .d,$(UNIT) $(BENCH))
.SECONDARY:
.DELETE_ON_ERROR:
.PHONY: all unit
