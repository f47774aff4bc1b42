# boardpack. `make` builds, `make demo` shows, `make test` tests; see README.md.
BUILD   ?= build
PREFIX  ?= /usr/local
VERSION := 1.0.0

CC      ?= gcc
PKGS    := pangoft2 cairo yaml-0.1 libcmark-gfm lcms2 libdeflate harfbuzz-subset fontconfig
CFLAGS  ?= -O2 -g
SANFLAGS := $(if $(SAN),-fsanitize=address$(comma)undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
comma   := ,
WARN    := -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Werror
ALLFLAGS = -std=gnu11 -fPIC -ffp-contract=off -pthread $(WARN) $(CFLAGS) $(SANFLAGS) -MMD -MP \
           -Iinclude -Isrc -I$(BUILD)/gen -DBP_VERSION='"$(VERSION)"' $(shell pkg-config --cflags $(PKGS))
LIBS     = $(shell pkg-config --libs $(PKGS)) -lcmark-gfm-extensions -lhpdf -lm

SRC  := $(wildcard src/*.c src/*/*.c)
LIB  := $(filter-out src/cli/%,$(SRC))
OBJ  := $(LIB:%.c=$(BUILD)/%.o)
CLI  := $(patsubst %.c,$(BUILD)/%.o,$(wildcard src/cli/*.c))

all: $(BUILD)/boardpack

$(BUILD)/libboardpack.a: $(OBJ)
	rm -f $@ && ar rcs $@ $^

$(BUILD)/boardpack: $(CLI) $(BUILD)/libboardpack.a
	$(CC) $(SANFLAGS) -pthread -o $@ $^ $(LIBS)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALLFLAGS) -c -o $@ $<

format:
	clang-format -i $(wildcard src/*/*.[ch] src/*.[ch] include/*.h tests/*/*.[ch])

-include $(OBJ:.o=.d) $(CLI:.o=.d)
.PHONY: all format
