/* SPDX-License-Identifier: MIT */
#include "load/sheet.h"

#include <string.h>

#include "load/measure.h"
#include "load/style.h"

enum {
    SIZE,
    ORIENTATION,
    TOP,
    BOTTOM,
    INNER,
    OUTER,
    SIDE,
    DUPLEX,
    COLUMNS,
    GUTTER,
    LEAST_SIZE,
    MOST_PAGES,
    N_KEYS
};

static const char *const keys[] = {
    [SIZE] = "size",
    [ORIENTATION] = "orientation",
    [TOP] = "top",
    [BOTTOM] = "bottom",
    [INNER] = "inner",
    [OUTER] = "outer",
    [SIDE] = "side",
    [DUPLEX] = "duplex",
    [COLUMNS] = "columns",
    [GUTTER] = "gutter",
    [LEAST_SIZE] = "least-size",
    [MOST_PAGES] = "most-pages",
    [N_KEYS] = NULL,
};

/* ISO 216 and ANSI/ASME Y14.1 in points, rounded to 1/100. */
static const struct {
    const char *name;
    double width;
    double height;
} papers[] = {
    {"A3", 841.89, 1190.55}, {"A4", 595.28, 841.89}, {"A5", 419.53, 595.28},
    {"letter", 612, 792},    {"legal", 612, 1008},   {"tabloid", 792, 1224},
};

/* Text needs so much room on a page. */
#define LEAST_WIDTH  72.0
#define LEAST_HEIGHT 100.0

/* What a picture in a margin leaves free of it. */
#define PICTURE_ROOM 12.0

enum { MOST_PAGES_SAID = 1000, MOST_COLUMNS = 6 };

const char *const *bp_sheet_keys(void)
{
    return keys;
}

void bp_sheet_read(struct bp_draft *draft, const struct bp_yaml *page)
{
    if (!bp_draft_keys(draft, page, "a page", keys))
        return;
    for (int key = 0; key < N_KEYS; key++) {
        const struct bp_yaml *value = bp_yaml_find(page, keys[key]);
        if (value)
            draft->page[key] = value;
    }
}

static double points(struct bp_draft *draft, int key)
{
    const struct bp_look_style *document = draft->look->keys[BP_STYLE_DOCUMENT];
    struct bp_measure length;
    if (!draft->page[key] || !bp_measure_read(draft, draft->page[key], keys[key], &length))
        return 0;
    double value = bp_measure_points(length, document->style.type.size, document->style.leading);
    if (value >= 0)
        return value;
    bp_report_error(draft->reader.report, &draft->page[key]->source, "bad-length",
                    "“%s” can’t be less than nothing; write 0 or more", keys[key]);
    return 0;
}

/* "A4", or width and height. */
static void set_size(struct bp_draft *draft, struct bp_sheet *sheet)
{
    static const char *const names[] = {"A3", "A4", "A5", "letter", "legal", "tabloid", NULL};
    const struct bp_yaml *node = draft->page[SIZE];
    sheet->width = papers[1].width;
    sheet->height = papers[1].height;
    if (!node)
        return;
    if (node->kind == BP_YAML_LIST && node->n_items == 2) {
        struct bp_measure width, height;
        if (!bp_measure_read(draft, node->items[0], "size", &width) ||
            !bp_measure_read(draft, node->items[1], "size", &height))
            return;
        sheet->width = width.number;
        sheet->height = height.number;
        if (width.unit != BP_UNIT_POINT || height.unit != BP_UNIT_POINT)
            bp_report_error(draft->reader.report, &node->source, "bad-length",
                            "a page’s size can’t be in lines, em or percent; write it in points or "
                            "millimetres, as in 210 mm");
        return;
    }
    if (node->kind != BP_YAML_TEXT) {
        bp_report_error(draft->reader.report, &node->source, "wrong-type",
                        "“size” should be A4 or the like, or a list of the width and the height, "
                        "not %s; write “size: A4”",
                        node->kind == BP_YAML_LIST ? "other lists" : bp_yaml_describe(node));
        return;
    }
    int choice = bp_draft_choice(draft, node, "size", names);
    if (choice >= 0) {
        sheet->width = papers[choice].width;
        sheet->height = papers[choice].height;
    }
}

static void turn(struct bp_draft *draft, struct bp_sheet *sheet)
{
    static const char *const words[] = {"portrait", "landscape", NULL};
    const struct bp_yaml *node = draft->page[ORIENTATION];
    int choice = node ? bp_draft_choice(draft, node, "orientation", words) : -1;
    bool lies = sheet->width > sheet->height;
    if (choice < 0 || (choice == 1) == lies)
        return;
    double width = sheet->width;
    sheet->width = sheet->height;
    sheet->height = width;
}

/* A number from 1 to `most`; `none` when it is not said. */
static int count(struct bp_draft *draft, int key, int most, int none)
{
    const struct bp_yaml *node = draft->page[key];
    guint64 n = (guint64)none;
    struct bp_words words = bp_reader_words(&draft->reader, node, keys[key]);
    if (words.text && !g_ascii_string_to_unsigned(words.text, 10, 1, (guint64)most, &n, NULL))
        bp_report_error(draft->reader.report, &node->source, "bad-count",
                        "“%s” is not a number of %s; write one from 1 to %d",
                        bp_reader_clip(&draft->reader, words.text),
                        key == COLUMNS ? "columns" : "pages", most);
    return (int)n;
}

static void set_columns(struct bp_draft *draft, struct bp_sheet *sheet)
{
    sheet->columns = count(draft, COLUMNS, MOST_COLUMNS, 1);
    sheet->gutter = draft->page[GUTTER] ? points(draft, GUTTER) : 18;
}

static void check(struct bp_draft *draft, const struct bp_sheet *sheet)
{
    const struct bp_yaml *node = draft->page[SIZE] && draft->page[SIZE]->kind == BP_YAML_LIST
                                     ? draft->page[SIZE]
                                     : draft->page[INNER];
    double side = sheet->columns > 1 ? 0 : sheet->side;
    double width = sheet->width - sheet->margin_start - sheet->margin_end - side -
                   (sheet->columns - 1) * sheet->gutter;
    double height = sheet->height - sheet->margin_top - sheet->margin_bottom;
    double most = bp_measure_points((struct bp_measure){14400, BP_UNIT_POINT}, 1, 1);
    if (!node || (width / sheet->columns >= LEAST_WIDTH && height >= LEAST_HEIGHT &&
                  sheet->width <= most && sheet->height <= most))
        return;
    bp_report_error(draft->reader.report, &node->source, "no-room",
                    "the page’s margins and columns leave %d by %d points for text; write smaller "
                    "ones, or a larger page",
                    (int)MAX(width / sheet->columns, 0), (int)MAX(height, 0));
}

/* A picture that is higher than its margin would stand on the text, or off the paper. */
static void check_pictures(struct bp_draft *draft,
                           const struct bp_look_running running[][BP_LOOK_SLOTS], double margin,
                           const char *key)
{
    for (int kind = 0; kind < BP_LOOK_PAGE_KINDS; kind++)
        for (int slot = 0; slot < BP_LOOK_SLOTS; slot++) {
            const struct bp_look_running *one = &running[kind][slot];
            if (one->picture && one->height > margin - PICTURE_ROOM)
                bp_report_error(draft->reader.report, &one->picture->source, "too-high",
                                "this picture is %d points high, and the margin at the page’s %s "
                                "%d; write “height: %d” or less, or below “page:” a larger “%s”",
                                (int)one->height, key, (int)margin,
                                (int)MAX(margin - PICTURE_ROOM, 1), key);
        }
}

void bp_sheet_resolve(struct bp_draft *draft)
{
    struct bp_sheet *sheet = &draft->look->sheet;
    static const char *const flags[] = {"no", "yes", "false", "true", NULL};
    const struct bp_yaml *duplex = draft->page[DUPLEX];
    set_size(draft, sheet);
    turn(draft, sheet);
    sheet->margin_top = points(draft, TOP);
    sheet->margin_bottom = points(draft, BOTTOM);
    sheet->margin_start = points(draft, INNER);
    sheet->margin_end = points(draft, OUTER);
    sheet->side = points(draft, SIDE);
    sheet->duplex = duplex && bp_draft_choice(draft, duplex, "duplex", flags) % 2 == 1;
    sheet->most_pages = count(draft, MOST_PAGES, MOST_PAGES_SAID, 0);
    set_columns(draft, sheet);
    check(draft, sheet);
    check_pictures(draft, draft->look->header, sheet->margin_top, "top");
    check_pictures(draft, draft->look->footer, sheet->margin_bottom, "bottom");
    if (draft->page[LEAST_SIZE])
        bp_styles_enlarge(draft, points(draft, LEAST_SIZE));
}
