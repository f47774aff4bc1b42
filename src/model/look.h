/* SPDX-License-Identifier: MIT */
/*
 * A look: what a layout file and all that it extends come to. Load reads it (load/look.h) and
 * compose follows it. The file's blocks are templates: each becomes blocks of the document, once,
 * as often as a list has entries, or not at all. A template's words are patterns with values of the
 * data in them. Nothing here knows a section of a document by its name.
 *
 * What always holds of a look that load gives: every path leads to something of the data that the
 * look is for, every style and part that is named is there, no part uses itself but for the entries
 * of something that it was used for.
 */
#ifndef BP_MODEL_LOOK_H
#define BP_MODEL_LOOK_H

#include "base/arena.h"
#include "model/picture.h"
#include "model/style.h"

/* Styles that text written in Markdown has, and what stands around the text. Each look has them. */
enum bp_style_key {
    BP_STYLE_DOCUMENT,
    BP_STYLE_BODY,
    BP_STYLE_LIST,
    BP_STYLE_BULLET,
    BP_STYLE_NUMBERED,
    BP_STYLE_BULLET_MARK,
    BP_STYLE_DASH_MARK,
    BP_STYLE_SMALL_MARK,
    BP_STYLE_NUMBER_MARK,
    BP_STYLE_LIST_TEXT,
    BP_STYLE_QUOTE,
    BP_STYLE_CODE,
    BP_STYLE_RULE,
    BP_STYLE_STANDALONE,
    BP_STYLE_SECTION_HEADING,
    BP_STYLE_MINOR_HEADING,
    BP_STYLE_TABLE,
    BP_STYLE_FULL_TABLE,
    BP_STYLE_HEAD_ROW,
    BP_STYLE_ROW,
    BP_STYLE_CELL,
    BP_STYLE_HEAD_TEXT,
    BP_STYLE_HEAD_TEXT_END,
    BP_STYLE_HEAD_TEXT_CENTRE,
    BP_STYLE_CELL_TEXT,
    BP_STYLE_CELL_TEXT_END,
    BP_STYLE_CELL_TEXT_CENTRE,
    BP_STYLE_NOTE,
    BP_STYLE_NOTE_TEXT,
    BP_STYLE_NOTE_RULE,
    BP_STYLE_NOTE_CALL,
    BP_STYLE_STRONG,
    BP_STYLE_EMPHASIS,
    BP_STYLE_LINK,
    BP_STYLE_HEADER,
    BP_STYLE_FOOTER,
    BP_STYLE_WATERMARK,
    BP_STYLE_LINE_NUMBER,
    BP_STYLE_CHART_LABEL,  /* names and keys */
    BP_STYLE_CHART_AXIS,   /* ticks, and the grid as its rule */
    BP_STYLE_CHART_VALUE,  /* figures that stand for a point or bar */
    BP_STYLE_CHART_BASE,   /* its rule: the zero line, means and limits */
    BP_STYLE_CHART_BAND,   /* its fill: what is usual */
    BP_STYLE_CHART_BAND_1, /* their fills: what a value may be, from the lowest up */
    BP_STYLE_CHART_BAND_2,
    BP_STYLE_CHART_BAND_3,
    BP_STYLE_CHART_SIGNAL, /* its colour: a special cause */
    BP_STYLE_CHART_GOOD,   /* of icons: their ground, and the letters on it */
    BP_STYLE_CHART_BAD,
    BP_STYLE_CHART_CLOSE, /* to a target */
    BP_STYLE_CHART_USUAL, /* by chance */
    BP_STYLE_CHART_NEITHER,
    BP_STYLE_SERIES_1, /* colours, and the lines' thickness as their rule */
    BP_STYLE_SERIES_2,
    BP_STYLE_SERIES_3,
    BP_STYLE_SERIES_4,
    BP_STYLE_SERIES_5,
    BP_STYLE_SERIES_6,
    BP_STYLE_SHADE_1, /* fills from the palest to the darkest: of heat maps and of bands of risk */
    BP_STYLE_SHADE_2,
    BP_STYLE_SHADE_3,
    BP_STYLE_SHADE_4,
    BP_STYLE_SHADE_5,
    BP_N_STYLE_KEYS
};

/* The style's name in a layout file: "list-text". */
const char *bp_style_key_name(enum bp_style_key key);

/* What of a type a style says itself: as the style of a few words it changes no more than that. */
enum bp_type_part {
    BP_TYPE_FAMILY = 1,
    BP_TYPE_WEIGHT = 2,
    BP_TYPE_ITALIC = 4,
    BP_TYPE_TABULAR = 8,
    BP_TYPE_SIZE = 16,
    BP_TYPE_COLOUR = 32,
    BP_TYPE_RISE = 64
};

enum { BP_MOST_MARKS = 4 };

/* A style with what only compose asks for. */
struct bp_look_style {
    struct bp_style style;
    unsigned said;                         /* bp_type_part of its type, and of those it is like */
    const struct bp_look_style *text;      /* of words that stand right in such a block */
    const struct bp_look_style *lead_in;   /* of a paragraph that leads to a list; NULL: itself */
    const struct bp_look_style *list_text; /* of paragraphs in lists; NULL: list-text */
    const struct bp_look_style *list_lead_in; /* of those that lead to a list; NULL: list_text */
    const char *marks[BP_MOST_MARKS]; /* signs, or numbers such as "1." and "(a)", by depth */
    int n_marks;
    struct bp_source colour_source; /* where the text's colour is given, */
    struct bp_source fill_source;   /* and the ground's */
};

/* "meeting.title", with what is done to it: "| capital". */
struct bp_path {
    const char *const *names; /* n_names of them, at least one */
    int n_names;
    const char *const *filters;
    int n_filters;
    struct bp_source source;
    const struct bp_pattern *wording; /* of "words.NAME", else NULL */
};

enum bp_test_kind {
    BP_TEST_ANY, /* of its parts */
    BP_TEST_ALL,
    BP_TEST_NOT,       /* its one part */
    BP_TEST_THERE,     /* the value is not empty */
    BP_TEST_IS,        /* the same words, number or day */
    BP_TEST_IS_NUMBER, /* the words begin with a figure */
    BP_TEST_CONTAINS,  /* in any case */
    BP_TEST_BEGINS,
    BP_TEST_LESS, /* numbers, days, times; false where one is empty */
    BP_TEST_MORE
};

/* A condition: "not item.papers", "action.status is closed and action.completed < meeting.date". */
struct bp_test {
    enum bp_test_kind kind;
    struct bp_test *first; /* ANY, ALL, NOT: the parts */
    struct bp_test *next;
    struct bp_path left;
    struct bp_path right; /* without names where `literal` stands */
    const char *literal;
    struct bp_source source;
};

enum bp_pattern_kind {
    BP_PATTERN_LITERAL,
    BP_PATTERN_VALUE,
    BP_PATTERN_WHOLE, /* all of its parts, or nothing where one is empty */
    BP_PATTERN_LIST,  /* those of its parts that are not empty */
    BP_PATTERN_FIRST, /* the first of its parts that is not empty */
    BP_PATTERN_JOIN,  /* those that are not empty, with the separator between them */
};

/* Words with values in them. A pattern is empty where nothing comes of it. */
struct bp_pattern {
    enum bp_pattern_kind kind;
    struct bp_source source;
    struct bp_pattern *first; /* parts */
    struct bp_pattern *next;
    const char *literal;        /* LITERAL; JOIN: the separator */
    struct bp_path value;       /* VALUE */
    const struct bp_test *when; /* NULL: always */
    const char *style_name;     /* of its words; NULL: as those around them */
    const struct bp_look_style *style;
    const char *language;          /* of its own words, BCP 47; NULL: as those around them */
    bool emphasis;                 /* a Span in the tags, and the emphasis style */
    const struct bp_pattern *link; /* where its words lead; NULL or empty: nowhere */
};

enum bp_template_kind {
    BP_TEMPLATE_SECTION,
    BP_TEMPLATE_GROUP,
    BP_TEMPLATE_HEADING,
    BP_TEMPLATE_PARAGRAPH,
    BP_TEMPLATE_CAPTION,
    BP_TEMPLATE_LIST,
    BP_TEMPLATE_ITEM,
    BP_TEMPLATE_TABLE,  /* its children are COLUMNs; `each` gives its rows */
    BP_TEMPLATE_COLUMN, /* its children are what stands in a cell */
    BP_TEMPLATE_PANEL,
    BP_TEMPLATE_QUOTE,
    BP_TEMPLATE_RULE,
    BP_TEMPLATE_PICTURE,
    BP_TEMPLATE_FIGURE, /* room for a chart */
    BP_TEMPLATE_PROSE,  /* Markdown of the data */
    BP_TEMPLATE_BREAK,
    BP_TEMPLATE_COLUMNS, /* its children are GROUPs */
    BP_TEMPLATE_USE,     /* a part's blocks */
    BP_N_TEMPLATE_KINDS
};

enum { BP_MOST_LEVELS = 6 };

struct bp_template {
    enum bp_template_kind kind;
    const char *name; /* that other layouts call it by; NULL: none */
    struct bp_source source;
    struct bp_template *first;
    struct bp_template *next;
    const struct bp_test *when;
    struct bp_path each; /* no names: once, unless `repeats` */
    bool repeats;
    const char *as; /* what an entry of `each`, or the value of `with`, is called */
    const char *style_names[BP_MOST_LEVELS]; /* by the level of the heading, from 2 on */
    const struct bp_look_style *styles[BP_MOST_LEVELS];
    int n_styles;
    struct bp_source style_source;
    const struct bp_pattern *text;  /* HEADING, PARAGRAPH, CAPTION, COLUMN (its head); FIGURE and
                                       PICTURE: the alternative text */
    const struct bp_pattern *label; /* HEADING, ITEM */
    const char *label_style_name;
    const struct bp_look_style *label_style;
    struct bp_source label_style_source;
    const struct bp_pattern *id;
    const struct bp_pattern *bookmark; /* HEADING; NULL: label and text */
    const struct bp_pattern *lead;     /* PROSE: in front of its first paragraph */
    struct bp_path value;              /* PROSE, FIGURE (its height), USE (`with`) */
    bool has_headings;                 /* PROSE: Markdown's headings are headings */
    bool no_bookmark;                  /* HEADING */
    const char *numbering;             /* LIST: "disc", "decimal" … */
    const char *part_name;             /* USE */
    struct bp_look_part *part;
    const char *wide_style_name; /* TABLE of `wide_from` columns or more */
    const struct bp_look_style *wide_style;
    int wide_from;
    const char *row_style_name; /* TABLE, of the rows below its head */
    const struct bp_look_style *row_style;
    bool may_turn;                  /* TABLE */
    const struct bp_pattern *group; /* TABLE: a heading over the rows of which it is the same */
    bool row_header;                /* COLUMN: its cells are the rows' headers */
    bool optional;                  /* COLUMN: left out where no row has anything in it */
    enum bp_align align;            /* COLUMN */
    double width;                   /* COLUMN, PICTURE, FIGURE; 0: not said */
    double height;                  /* PICTURE, FIGURE */
    struct bp_path draw; /* FIGURE: the chart that is drawn in it; no names: an empty room; TABLE:
                            the chart that it stands for; COLUMN:
                            over its head, for the eye alone */
    const struct bp_pattern *attach; /* FIGURE and TABLE with `draw`: names the file of the chart's
                                        data; NULL: it is not attached */
    bool decorative;                 /* PICTURE */
    struct bp_picture *picture;
};

/* Blocks that a layout names to use them more than once, or for the entries of a list. */
struct bp_look_part {
    const char *name;
    struct bp_source source;
    struct bp_template *first;
};

/* One of the looks of dates and times: "d MMMM y" (the letters of Unicode's LDML, part 4). */
struct bp_format {
    const char *name;
    const char *pattern;
};

/* One place of a running line. */
struct bp_look_running {
    const struct bp_pattern *text;
    struct bp_picture *picture;
    double height; /* of the picture */
};

enum { BP_LOOK_SLOTS = 3, BP_LOOK_PAGE_KINDS = 3 };

struct bp_look {
    const char *name;
    const char *about;
    const char *language; /* BCP 47, of the layout's own words */
    struct bp_sheet sheet;
    const struct bp_look_style *keys[BP_N_STYLE_KEYS];
    const struct bp_look_style *const *styles;
    int n_styles;
    const struct bp_format *formats;
    int n_formats;
    const char *const *months;       /* 12 */
    const char *const *short_months; /* 12 */
    const char *const *weekdays;     /* 7, from Sunday on */
    const char *const *half_days;    /* 2: am, pm */
    const struct bp_named_pattern *wording;
    int n_wording;
    struct bp_look_running header[BP_LOOK_PAGE_KINDS][BP_LOOK_SLOTS]; /* first, left, right */
    struct bp_look_running footer[BP_LOOK_PAGE_KINDS][BP_LOOK_SLOTS];
    const struct bp_pattern *watermark;
    bool line_numbers;
    const struct bp_pattern *title; /* of the file, for those who list files */
    const struct bp_pattern *author;
    const struct bp_pattern *subject;
    struct bp_template *body; /* the first of the blocks */
    struct bp_picture *const *pictures;
    int n_pictures;
};

struct bp_named_pattern {
    const char *name;
    struct bp_source source;
    struct bp_pattern *pattern;
    bool built_in; /* a layout of the library has it, whoever gave its words */
};

/* Whether the path goes through the filter. */
bool bp_path_filters(const struct bp_path *path, const char *filter);

/* Whether two tags of BCP 47 are of one language: "en" and "en-GB" are. */
bool bp_language_is_same(const char *a, const char *b);

/* The wording of that name; NULL: there is none. */
const struct bp_pattern *bp_look_wording(const struct bp_look *look, const char *name);

/* Its words, where it is nothing but words; else NULL. */
const char *bp_look_literal(const struct bp_look *look, const char *name);

#endif
