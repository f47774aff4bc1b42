/* SPDX-License-Identifier: MIT */
/* Words parted by a dictionary: which, where, and on which lines. */
#include "laid.h"

#include "text/hyphen.h"
#include "text/service.h"

/* The words with "-" where they may be parted, those of several runs parted by "|". */
static const char *parted(struct laid *laid, const char *words, const char *language)
{
    const struct bp_font font = {"Open Sans", 400, false, false, language};
    char **parts = g_strsplit(words, "|", -1);
    int n = (int)g_strv_length(parts);
    struct bp_text_run *runs = g_new0(struct bp_text_run, n);
    for (int i = 0; i < n; i++)
        runs[i] = (struct bp_text_run){
            .text = parts[i], .length = (int)strlen(parts[i]), .font = font, .size = 10};
    assert_true(bp_text_hyphenate(laid->text, runs, n, laid->arena));
    GString *out = g_string_new(NULL);
    for (int i = 0; i < n; i++)
        g_string_append_printf(out, "%s%.*s", i ? "|" : "", runs[i].length, runs[i].text);
    g_string_replace(out, "\u00ad", "-", 0);
    const char *found = bp_arena_string(laid->arena, out->str, out->len);
    g_string_free(out, TRUE);
    g_strfreev(parts);
    g_free(runs);
    return found;
}

static void words_are_parted_where_the_dictionary_says(void **state)
{
    static const char *const words[][2] = {
        {"performance information .", "per-form-ance in-form-a-tion ."},
        {"(performance), “satisfaction”: x", "(per-form-ance), “sat-is-fac-tion”: x"},
        {"the board’s policing x", "the board’s poli-cing x"},
        {"performance", "performance"},
        {"performance x", "per-form-ance x"},
        {"Performance Heritage x", "Performance Heritage x"},
        {"performance2 well-established x", "performance2 well-established x"},
        {"www.information.org/information x", "www.information.org/information x"},
        {"information@example.org x", "information@example.org x"},
        {"in\u00adformation x", "in-formation x"},
        {"go away x", "go away x"},
        {"difficulties x", "diffi-culties x"},
        {"perfor|mance performance| x", "perfor|mance per-form-ance| x"},
        {"performance|1| information x", "performance|1| in-form-a-tion x"},
        {"information\ninformation\tx", "in-form-a-tion\nin-form-a-tion\tx"},
        {"", ""},
    };
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        assert_string_equal(parted(*state, words[i][0], "en-GB"), words[i][1]);
}

static void a_language_without_a_dictionary_is_left_alone(void **state)
{
    assert_string_equal(parted(*state, "perfformiad gwybodaeth x", "cy"),
                        "perfformiad gwybodaeth x");
    assert_string_equal(parted(*state, "performance x", NULL), "performance x");
}

static void a_missing_dictionary_is_a_failure_of_the_system(void **state)
{
    struct laid *laid = *state;
    struct bp_text_run run = {.text = "information x",
                              .length = 13,
                              .font = {"Open Sans", 400, false, false, "cy"},
                              .size = 10};
    bp_hyphens_finish(&laid->text->hyphens);
    assert_true(bp_hyphens_init(&laid->text->hyphens, "hyphen-cy cy 0 /nowhere/cy.dic\n",
                                laid->arena, laid->report));
    assert_false(bp_text_hyphenate(laid->text, &run, 1, laid->arena));
    assert_int_equal(bp_report_tally(laid->report).systems, 1);
    assert_true(bp_report_has(laid->report, "missing-dictionary"));
    assert_int_equal(run.length, 13);
}

static const char prose[] =
    "the commissioner welcomed satisfactory performance information concerning collaborative "
    "arrangements, notwithstanding considerable organisational difficulties throughout";

static int hyphens_of(const struct laid *laid)
{
    int n = 0;
    for (int i = 0; i < laid->pages.pages[0].n_boxes; i++) {
        const char *actual = laid->pages.pages[0].boxes[i].line.actual;
        n += actual && strcmp(actual, "\u00ad") == 0;
    }
    return n;
}

static void lines_end_in_hyphens_where_a_style_asks_for_it(void **state)
{
    struct laid *laid = *state;
    struct bp_style style = laid_plain;
    laid->document.sheet.margin_end = 400 - LAID_TEXT - 100;
    laid_add(laid, laid->root, BP_BLOCK_PARAGRAPH, &style, prose);
    laid_out(laid);
    assert_int_equal(hyphens_of(laid), 0);
    int whole = laid->pages.pages[0].n_boxes;
    style.hyphenate = true;
    laid_out(laid);
    assert_true(hyphens_of(laid) > 0);
    assert_true(laid->pages.pages[0].n_boxes - hyphens_of(laid) <= whole);
    for (int i = 0; i < laid->pages.pages[0].n_boxes; i++) {
        struct laid_box box = {.box = &laid->pages.pages[0].boxes[i]};
        laid_measure(&box);
        assert_true(box.x1 <= LAID_TEXT + 100.1);
    }
}

/* Three lines in a row do not end in hyphens, nor does one that is full without. */
static void hyphens_are_spared(void **state)
{
    struct laid *laid = *state;
    struct bp_style style = laid_plain;
    style.hyphenate = true;
    laid->document.sheet.margin_end = 400 - LAID_TEXT - 80;
    laid_add(laid, laid->root, BP_BLOCK_PARAGRAPH, &style,
             bp_arena_printf(laid->arena, "%s, %s, %s", prose, prose, prose));
    laid_out(laid);
    int row = 0;
    double last = 0;
    for (int i = 0; i < laid->pages.pages[0].n_boxes; i++) {
        const struct bp_box *box = &laid->pages.pages[0].boxes[i];
        if (!box->line.actual)
            continue;
        row = box->y - last < 14.5 ? row + 1 : 1;
        last = box->y;
        assert_true(row <= 2);
    }
    assert_true(hyphens_of(laid) >= 2);
}

static void a_missing_character_is_told_where_it_was_written(void **state)
{
    struct laid *laid = *state;
    struct bp_style style = laid_plain;
    style.hyphenate = true;
    struct bp_block *block = laid_add(laid, laid->root, BP_BLOCK_PARAGRAPH, &style,
                                      "performance information \U00012000 x");
    block->text.runs[0].source =
        (struct bp_origin){.source = {"meeting.yaml", 3, 5}, .literal = true};
    assert_false(
        bp_layout_document(&laid->document, laid->text, &laid->pages, laid->arena, laid->report));
    char *printed = NULL;
    size_t size;
    FILE *file = open_memstream(&printed, &size);
    bp_report_print(laid->report, file);
    fclose(file);
    assert_non_null(strstr(printed, "meeting.yaml:3:29: error: no font has"));
    free(printed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAID(words_are_parted_where_the_dictionary_says),
        LAID(a_language_without_a_dictionary_is_left_alone),
        LAID(a_missing_dictionary_is_a_failure_of_the_system),
        LAID(lines_end_in_hyphens_where_a_style_asks_for_it),
        LAID(hyphens_are_spared),
        LAID(a_missing_character_is_told_where_it_was_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
