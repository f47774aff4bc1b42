/* SPDX-License-Identifier: MIT */
/*
 * What holds for every document: no word is lost, doubled or moved, nothing lies on anything else
 * or outside the margins, and the same document gives the same pages. Documents are random nests of
 * all kinds of block.
 */
#include "laid.h"

#include <stdio.h>

#include "layout/sheet.h"

enum { DOCUMENTS = 300, DEEPEST = 4, DEEPEST_IN_COLUMNS = 2, NUMBER_SIZE = 6 };

static const struct bp_style texts[] = {
    {.name = "text", .type = LAID_TYPE(10), .leading = 14, .space_after = 6},
    {.name = "justified", .type = LAID_TYPE(10), .leading = 14, .align = BP_ALIGN_JUSTIFY},
    {.name = "end", .type = LAID_TYPE(9), .leading = 12, .align = BP_ALIGN_END},
    {.name = "centred", .type = LAID_TYPE(11), .leading = 16, .align = BP_ALIGN_CENTRE},
    {.name = "kept", .type = LAID_TYPE(10), .leading = 14, .keep_with_next = true, .widows = 3},
    {.name = "whole", .type = LAID_TYPE(10), .leading = 14, .keep_together = true, .indent = 7},
    {.name = "led", .type = LAID_TYPE(10), .leading = 14, .keep_with_previous = true},
};
static const struct bp_style heading = {.name = "heading",
                                        .type = LAID_TYPE(13),
                                        .leading = 18,
                                        .space_before = 12,
                                        .hanging = 40,
                                        .keep_with_next = true};
static const struct bp_style panel = {.name = "panel",
                                      .type = LAID_TYPE(10),
                                      .leading = 14,
                                      .space_before = 8,
                                      .has_fill = true,
                                      .fill = 0xEEEEEE,
                                      .bar = 2,
                                      .padding_x = 6,
                                      .padding_y = 4,
                                      .keep_together = true};
static const struct bp_style table_style = {.name = "table",
                                            .type = LAID_TYPE(10),
                                            .leading = 14,
                                            .padding_x = 6,
                                            .rule = 1,
                                            .column = BP_COLUMN_FULL,
                                            .space_after = 10};
static const struct bp_style row_style = {
    .name = "row", .type = LAID_TYPE(10), .leading = 14, .padding_y = 2.5, .rule = 0.5};
static const struct bp_style rule_style = {
    .name = "rule", .type = LAID_TYPE(10), .leading = 8, .rule = 0.5};

static const struct bp_style edges = {.name = "edges",
                                      .type = LAID_TYPE(10),
                                      .leading = 14,
                                      .space_before = 8,
                                      .column = BP_COLUMN_PAGE,
                                      .has_fill = true,
                                      .fill = 0xDDEEDD,
                                      .padding_y = 4};
static const struct bp_style ruled = {.name = "ruled",
                                      .type = LAID_TYPE(10),
                                      .leading = 14,
                                      .space_after = 4,
                                      .rule_above = 1,
                                      .rule_below = 0.5,
                                      .rule_gap = 2};
static const struct bp_style across = {.name = "across",
                                       .type = LAID_TYPE(10),
                                       .leading = 14,
                                       .column = BP_COLUMN_FULL,
                                       .space_before = 5};
static const struct bp_style page_first = {
    .name = "page-first", .type = LAID_TYPE(10), .leading = 14, .new_page = true};
static const struct bp_style numbers = {
    .name = "numbers", .type = LAID_TYPE(NUMBER_SIZE), .leading = 14};

/* A document under way, and the words that it holds in the order of reading. */
struct maker {
    struct laid *laid;
    uint64_t chance;
    GString *words;
    int n_words;
    int notes;
    bool no_notes; /* within one, and where rows are bound by a cell */
    bool in_table; /* which reaches into the side column */
    bool rich;     /* with all that a house style may ask of pages */
    int deepest;   /* nest of blocks */
};

/* Splitmix64 (Steele, Lea and Flood 2014): the same chance on every machine. */
static int below(struct maker *maker, int count)
{
    uint64_t z = maker->chance += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return (int)((z ^ z >> 31) % (uint64_t)count);
}

static const char *keep(struct maker *maker, const GString *string)
{
    return bp_arena_string(maker->laid->arena, string->str, string->len);
}

static void append_word(struct maker *maker, GString *out)
{
    static const char *const others[] = {"שלום", "اجتماع", "Ελλάδα", "बैठक", "ประชุม", "(ב)"};
    if (below(maker, 30) == 0) {
        g_string_append(out, others[below(maker, G_N_ELEMENTS(others))]);
        return;
    }
    g_string_append_printf(out, "w%d", ++maker->n_words);
    int letters = below(maker, 60) == 0 ? 70 : below(maker, 9);
    for (int i = 0; i < letters; i++)
        g_string_append_c(out, (char)('a' + below(maker, 26)));
    if (below(maker, 12) == 0)
        g_string_append(out, below(maker, 2) ? "," : ":");
}

static void make_note(struct maker *maker, struct bp_text *text, const struct bp_style *style);

/* Runs of words, each with its look. */
static void make_text(struct maker *maker, struct bp_text *text, const struct bp_style *style,
                      int most)
{
    GString *run = g_string_new(NULL);
    for (int runs = 1 + below(maker, 3), i = 0; i < runs; i++) {
        g_string_truncate(run, 0);
        for (int n = 1 + below(maker, most), k = 0; k < n; k++) {
            append_word(maker, run);
            g_string_append_c(run, below(maker, 25) ? ' ' : '\n');
        }
        bool call = !maker->no_notes && below(maker, 15) == 0;
        if (call || i + 1 == runs)
            g_string_truncate(run, run->len - 1);
        struct bp_run *made = laid_run(maker->laid, text, style, keep(maker, run));
        g_string_append(maker->words, run->str);
        made->emphasis = below(maker, 4) == 0;
        made->strike = below(maker, 20) == 0;
        made->language = below(maker, 10) == 0 ? "cy" : NULL;
        made->link = below(maker, 8) == 0 ? "https://example.org/" : NULL;
        if (call)
            make_note(maker, text, style);
    }
    g_string_append_c(maker->words, ' ');
    g_string_free(run, TRUE);
}

static void make_label(struct maker *maker, struct bp_text *label)
{
    char words[16];
    snprintf(words, sizeof words, "%d.", ++maker->n_words % 100);
    laid_run(maker->laid, label, &laid_plain,
             bp_arena_string(maker->laid->arena, words, strlen(words)));
    g_string_append_printf(maker->words, "%s ", words);
}

static void make_note(struct maker *maker, struct bp_text *text, const struct bp_style *style)
{
    char number[16];
    snprintf(number, sizeof number, "%d", ++maker->notes);
    struct bp_run *call = laid_run(maker->laid, text, style,
                                   bp_arena_string(maker->laid->arena, number, strlen(number)));
    struct bp_block *note = bp_block_new(maker->laid->arena, NULL, BP_BLOCK_NOTE, &laid_hanging);
    call->note = note;
    g_string_append_printf(maker->words, "%s ", number);
    maker->no_notes = true;
    make_label(maker, &note->label);
    for (int n = 1 + below(maker, 2), i = 0; i < n; i++) {
        struct bp_block *block =
            bp_block_new(maker->laid->arena, note, BP_BLOCK_PARAGRAPH, &texts[0]);
        make_text(maker, &block->text, &texts[0], 12);
    }
    maker->no_notes = false;
}

static void make_blocks(struct maker *maker, struct bp_block *parent, int depth);

static void make_paragraph(struct maker *maker, struct bp_block *parent, int most)
{
    const struct bp_style *style = &texts[below(maker, G_N_ELEMENTS(texts))];
    struct bp_block *block = bp_block_new(maker->laid->arena, parent, BP_BLOCK_PARAGRAPH, style);
    make_text(maker, &block->text, style, most);
}

static void make_heading(struct maker *maker, struct bp_block *parent)
{
    struct bp_block *block = bp_block_new(maker->laid->arena, parent, BP_BLOCK_HEADING, &heading);
    block->level = 1 + below(maker, 6);
    block->label_place = below(maker, 2) && !maker->in_table ? BP_LABEL_SIDE : BP_LABEL_HANGING;
    block->bookmark = "bookmark";
    if (below(maker, 2))
        make_label(maker, &block->label);
    make_text(maker, &block->text, &heading, 6);
}

static void make_list(struct maker *maker, struct bp_block *parent, int depth)
{
    struct bp_block *list = bp_block_new(maker->laid->arena, parent, BP_BLOCK_LIST, &laid_plain);
    for (int n = 1 + below(maker, 4), i = 0; i < n; i++) {
        struct bp_block *item =
            bp_block_new(maker->laid->arena, list, BP_BLOCK_ITEM, &laid_hanging);
        make_label(maker, &item->label);
        if (below(maker, 6))
            make_paragraph(maker, item, 20);
        if (below(maker, 3) == 0)
            make_blocks(maker, item, depth + 1);
    }
}

/* Cells over two rows hold little, as do the cells beside them. */
static void make_table(struct maker *maker, struct bp_block *parent, int depth)
{
    struct bp_block *table = bp_block_new(maker->laid->arena, parent, BP_BLOCK_TABLE, &table_style);
    table->n_columns = 1 + below(maker, maker->in_table ? 1 : 3);
    table->header_rows = below(maker, 2);
    bool outer = maker->in_table;
    maker->in_table = true;
    bool spans = below(maker, 3) == 0 && table->n_columns > 1;
    bool had_no_notes = maker->no_notes;
    maker->no_notes = maker->no_notes || spans;
    int spanned = 0;
    for (int n = 1 + table->header_rows + below(maker, 6), i = 0; i < n; i++) {
        struct bp_block *row = bp_block_new(maker->laid->arena, table, BP_BLOCK_ROW, &row_style);
        for (int column = spanned; column < table->n_columns; column++) {
            struct bp_block *cell =
                bp_block_new(maker->laid->arena, row, BP_BLOCK_CELL, &laid_plain);
            bool start = spans && column == 0 && i + 1 < n && i >= table->header_rows;
            cell->row_span = start && below(maker, 2) ? 2 : 1;
            if (spans && column > 0 && column + 1 < table->n_columns && below(maker, 3) == 0) {
                cell->column_span = 2;
                column++;
            }
            if (spans || below(maker, 4))
                make_paragraph(maker, cell, spans ? 2 : 15);
            else if (depth < maker->deepest)
                make_blocks(maker, cell, depth + 2);
        }
        spanned = row->first && !spanned && row->first->row_span > 1;
    }
    maker->in_table = outer;
    maker->no_notes = had_no_notes;
}

/* Groups side by side, a panel to the paper's edges, or a group with rules or across all columns.
 */
static void make_rich(struct maker *maker, struct bp_block *parent, int depth)
{
    static const struct bp_style *const styles[] = {&ruled, &across, &page_first, &edges};
    bool outer = maker->in_table;
    int columns_of_text = maker->laid->document.sheet.columns;
    int kind = below(maker, depth <= 1 && columns_of_text <= 2 ? 6 : 4);
    if (kind < 4) {
        enum bp_block_kind holder = styles[kind] == &edges ? BP_BLOCK_PANEL : BP_BLOCK_GROUP;
        make_blocks(maker, bp_block_new(maker->laid->arena, parent, holder, styles[kind]),
                    depth + 1);
        return;
    }
    struct bp_block *columns =
        bp_block_new(maker->laid->arena, parent, BP_BLOCK_COLUMNS, &laid_plain);
    maker->in_table = true;
    for (int i = 0; i < 2; i++)
        make_blocks(maker, bp_block_new(maker->laid->arena, columns, BP_BLOCK_GROUP, &laid_plain),
                    columns_of_text > 1 ? maker->deepest : maker->deepest - 1);
    maker->in_table = outer;
}

/* A table of fixed columns that fit a landscape page alone. */
static void make_wide_table(struct maker *maker)
{
    static const double widths[] = {130, 130, 130};
    struct laid *laid = maker->laid;
    struct bp_block *table = bp_block_new(laid->arena, laid->root, BP_BLOCK_TABLE, &table_style);
    table->n_columns = 3;
    table->column_widths = widths;
    table->may_turn = true;
    table->header_rows = 1;
    for (int n = 2 + below(maker, 12), i = 0; i < n; i++) {
        struct bp_block *row = bp_block_new(laid->arena, table, BP_BLOCK_ROW, &row_style);
        for (int k = 0; k < 3; k++)
            make_paragraph(maker, bp_block_new(laid->arena, row, BP_BLOCK_CELL, &laid_plain), 9);
    }
}

static void make_holder(struct maker *maker, struct bp_block *parent, int depth)
{
    static const enum bp_block_kind kinds[] = {BP_BLOCK_SECTION, BP_BLOCK_GROUP, BP_BLOCK_PANEL,
                                               BP_BLOCK_QUOTE};
    enum bp_block_kind kind = kinds[below(maker, G_N_ELEMENTS(kinds))];
    const struct bp_style *style = kind == BP_BLOCK_PANEL ? &panel : &laid_plain;
    make_blocks(maker, bp_block_new(maker->laid->arena, parent, kind, style), depth + 1);
}

static void make_blocks(struct maker *maker, struct bp_block *parent, int depth)
{
    for (int n = 1 + below(maker, 4), i = 0; i < n; i++) {
        struct bp_block *figure;
        switch (below(maker, depth < maker->deepest ? 10 : 4)) {
        case 0:
            make_heading(maker, parent);
            break;
        case 4:
        case 5:
            make_list(maker, parent, depth + 1);
            break;
        case 6:
            make_table(maker, parent, depth + 1);
            break;
        case 7:
            if (maker->rich && below(maker, 3))
                make_rich(maker, parent, depth);
            else
                make_holder(maker, parent, depth);
            break;
        case 8:
            figure = bp_block_new(maker->laid->arena, parent, BP_BLOCK_FIGURE, &laid_plain);
            figure->width = 20 + below(maker, 400);
            figure->height = 5 + below(maker, 50);
            figure->alt = "alt";
            break;
        case 9:
            bp_block_new(maker->laid->arena, parent,
                         depth < 2 && below(maker, 4) == 0 ? BP_BLOCK_PAGE_BREAK : BP_BLOCK_RULE,
                         &rule_style);
            break;
        default:
            make_paragraph(maker, parent, 30);
        }
    }
}

/* Words parted by one space, without those around them. */
static char *normal(const char *text)
{
    char **words = g_strsplit_set(text, " \n", -1);
    GString *out = g_string_new(NULL);
    for (int i = 0; words[i]; i++)
        if (*words[i])
            g_string_append_printf(out, "%s%s", out->len ? " " : "", words[i]);
    g_strfreev(words);
    return g_string_free(out, FALSE);
}

static void read_tag(const struct bp_tag *tag, GHashTable *contents, GString *out)
{
    bool within = tag->role == BP_TAG_SPAN || tag->role == BP_TAG_LINK;
    g_string_append(out, within ? "" : " ");
    for (const struct bp_kid *kid = tag->first; kid; kid = kid->next) {
        const GString *words = g_hash_table_lookup(contents, kid);
        if (kid->kind == BP_KID_TAG)
            read_tag(kid->tag, contents, out);
        else if (kid->kind == BP_KID_CONTENT && words)
            g_string_append(out, words->str);
    }
    g_string_append(out, within ? "" : " ");
}

static void assert_every_word_once_and_in_order(const struct maker *maker)
{
    GHashTable *contents = laid_contents(maker->laid);
    GString *out = g_string_new(NULL);
    read_tag(maker->laid->pages.tags, contents, out);
    char *found = normal(out->str), *expected = normal(maker->words->str);
    int same = 0;
    while (found[same] && found[same] == expected[same])
        same++;
    if (found[same] || expected[same])
        fail_msg("%s: \"%.80s\" instead of \"%.80s\"", maker->laid->document.title,
                 found + MAX(same - 20, 0), expected + MAX(same - 20, 0));
    g_free(found);
    g_free(expected);
    g_string_free(out, TRUE);
    g_hash_table_unref(contents);
}

static struct laid_box seen_box(const struct laid *laid, int page, int index)
{
    struct laid_box found = {&laid->pages.pages[page].boxes[index], page, 0, 0};
    found.x0 = found.box->x;
    found.x1 = found.box->x + found.box->width;
    if (found.box->kind == BP_BOX_TEXT)
        laid_measure(&found);
    return found;
}

static bool is_number(const struct bp_box *box)
{
    return box->kind == BP_BOX_TEXT && box->line.size == NUMBER_SIZE;
}

static void assert_within_the_margins(const struct laid *laid, const struct laid_box *found)
{
    const struct bp_box *box = found->box;
    const struct bp_page *page = &laid->pages.pages[found->page];
    struct bp_sheet sheet = bp_sheet_of_page(&laid->document.sheet, found->page);
    const double slack = 0.1;
    bool turned = laid->document.right_to_left;
    double left = turned ? sheet.margin_end : sheet.margin_start;
    double right = page->width - (turned ? sheet.margin_start : sheet.margin_end);
    bool to_edges = box->kind == BP_BOX_RECTANGLE && box->x == 0 && box->width == page->width;
    if (to_edges || is_number(box))
        return;
    if (found->x0 < left - slack || found->x1 > right + slack ||
        box->y < sheet.margin_top - slack ||
        box->y + box->height > page->height - sheet.margin_bottom + slack)
        fail_msg("%s, page %d: \"%s\" at %.2f %.2f lies outside", laid->document.title, found->page,
                 box->kind == BP_BOX_TEXT ? laid_words(laid, box) : "", box->x, box->y);
}

static void assert_apart(const struct laid *laid, const struct laid_box *a,
                         const struct laid_box *b)
{
    const double slack = 0.5, rise = 0.72, drop = 0.2;
    double x = MIN(a->x1, b->x1) - MAX(a->x0, b->x0);
    double top = MAX(a->box->y - rise * a->box->line.size, b->box->y - rise * b->box->line.size);
    double foot = MIN(a->box->y + drop * a->box->line.size, b->box->y + drop * b->box->line.size);
    if (x > slack && foot - top > slack)
        fail_msg("%s, page %d: \"%s\" lies on \"%s\" at %.2f %.2f", laid->document.title, a->page,
                 laid_words(laid, a->box), laid_words(laid, b->box), b->box->x, b->box->y);
}

/* A text box of spaces alone is not seen. */
static GArray *seen_boxes(const struct laid *laid, int page)
{
    GArray *boxes = g_array_new(FALSE, FALSE, sizeof(struct laid_box));
    for (int i = 0; i < laid->pages.pages[page].n_boxes; i++) {
        struct laid_box box = seen_box(laid, page, i);
        if (box.box->kind != BP_BOX_TEXT || *laid_words(laid, box.box))
            g_array_append_val(boxes, box);
    }
    return boxes;
}

static void assert_pages_are_in_order(const struct laid *laid)
{
    for (int i = 0; i < laid->pages.n_pages; i++) {
        GArray *boxes = seen_boxes(laid, i);
        for (guint k = 0; k < boxes->len; k++) {
            const struct laid_box *box = &g_array_index(boxes, struct laid_box, k);
            assert_within_the_margins(laid, box);
            for (guint m = k + 1; m < boxes->len && box->box->kind == BP_BOX_TEXT; m++) {
                const struct laid_box *other = &g_array_index(boxes, struct laid_box, m);
                if (other->box->kind == BP_BOX_TEXT)
                    assert_apart(laid, box, other);
            }
        }
        g_array_free(boxes, TRUE);
    }
}

/* As write asks: a piece of content is on one page, and its boxes are neighbours there. */
static void assert_content_is_whole(const struct laid *laid)
{
    GHashTable *met = g_hash_table_new(NULL, NULL);
    for (int i = 0; i < laid->pages.n_pages; i++) {
        const struct bp_kid *before = NULL;
        for (int k = 0; k < laid->pages.pages[i].n_boxes; k++) {
            struct bp_kid *kid = laid->pages.pages[i].boxes[k].kid;
            if (kid && kid != before) {
                if (!g_hash_table_add(met, kid))
                    fail_msg("%s, page %d: content is parted before \"%s\"", laid->document.title,
                             i, laid_words(laid, &laid->pages.pages[i].boxes[k]));
                assert_int_equal(kid->content.page, i);
            }
            before = kid;
        }
    }
    g_hash_table_unref(met);
}

static char *dump(const struct laid *laid)
{
    struct bp_dump dump = {.out = g_string_new(NULL)};
    bp_pages_dump(&laid->pages, &dump);
    bp_tags_dump(&laid->pages, &dump);
    return g_string_free(dump.out, FALSE);
}

static void assert_another_run_gives_the_same(struct laid *laid)
{
    char *first = dump(laid);
    laid_out(laid);
    char *second = dump(laid);
    assert_string_equal(first, second);
    g_free(first);
    g_free(second);
}

static void make_document(struct maker *maker, bool right_to_left)
{
    struct laid *laid = maker->laid;
    bp_arena_reset(laid->arena);
    laid->root = bp_block_new(laid->arena, NULL, BP_BLOCK_SECTION, &laid_plain);
    laid->document.root = laid->root;
    laid->document.right_to_left = right_to_left;
    laid->document.language = right_to_left ? "he" : "en-GB";
    make_blocks(maker, laid->root, 0);
    make_blocks(maker, laid->root, 0);
}

/* A portrait sheet, bound, of one column of text or more. */
static void make_rich_document(struct maker *maker, bool right_to_left)
{
    struct bp_document *document = &maker->laid->document;
    document->sheet.width = 420;
    document->sheet.height = 560;
    document->sheet.columns = 1 + below(maker, 3);
    document->sheet.gutter = 14;
    document->sheet.duplex = true;
    document->line_numbers = below(maker, 2) ? &numbers : NULL;
    maker->rich = true;
    maker->in_table = document->sheet.columns > 1;
    maker->deepest = document->sheet.columns > 1 ? DEEPEST_IN_COLUMNS : DEEPEST;
    make_document(maker, right_to_left);
    for (int n = below(maker, 3), i = 0; i < n; i++) {
        make_wide_table(maker);
        make_blocks(maker, maker->laid->root, 0);
    }
}

static void check_documents(struct laid *laid, bool right_to_left, bool rich)
{
    for (uint64_t seed = 0; seed < DOCUMENTS / 2; seed++) {
        struct maker maker = {
            .laid = laid, .chance = seed, .words = g_string_new(NULL), .deepest = DEEPEST};
        if (rich)
            make_rich_document(&maker, right_to_left);
        else
            make_document(&maker, right_to_left);
        laid->document.title = bp_arena_printf(laid->arena, "document %d", (int)seed);
        laid_out(laid);
        assert_every_word_once_and_in_order(&maker);
        assert_content_is_whole(laid);
        assert_pages_are_in_order(laid);
        assert_another_run_gives_the_same(laid);
        g_string_free(maker.words, TRUE);
    }
}

static void every_document_is_laid_out_whole_and_in_order(void **state)
{
    check_documents(*state, false, false);
}

static void so_is_every_document_that_runs_from_right_to_left(void **state)
{
    check_documents(*state, true, false);
}

static void so_is_every_document_of_a_house_style(void **state)
{
    check_documents(*state, false, true);
}

static void so_is_every_such_document_that_runs_from_right_to_left(void **state)
{
    check_documents(*state, true, true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAID(every_document_is_laid_out_whole_and_in_order),
        LAID(so_is_every_document_that_runs_from_right_to_left),
        LAID(so_is_every_document_of_a_house_style),
        LAID(so_is_every_such_document_that_runs_from_right_to_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
