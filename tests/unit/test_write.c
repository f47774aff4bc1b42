/* SPDX-License-Identifier: MIT */
/* Whole files, read back through qpdf and poppler. BP_KEEP=DIR keeps them to be looked at. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "paper.h"
#include "write/write.h"

/* The file's objects as text: every stream inflated, without the NULs that end a C string. */
#define OBJECTS                                                                                    \
    "qpdf --qdf --object-streams=disable --normalize-content=n %s - | LC_ALL=C tr -d '\\000'"

/* Every kind of tag and box that layout makes, on two pages. */
static void fill_lists(struct paper *paper)
{
    static const char *const labels[] = {"1", "2"}, *const texts[] = {"Kent Police", "Medway"};
    struct bp_tag *list = paper_tag(paper, NULL, BP_TAG_L);
    list->numbering = "Decimal";
    for (int i = 0; i < 2; i++) {
        struct bp_tag *item = paper_tag(paper, list, BP_TAG_LI);
        paper_tagged(paper, item, BP_TAG_LBL, 160 + 20 * i, labels[i]);
        struct bp_tag *body = paper_tag(paper, item, BP_TAG_LBODY);
        paper_line(paper, paper_kid(paper, body), 100, 160 + 20 * i, texts[i]);
    }
}

static void fill_table(struct paper *paper)
{
    struct bp_tag *table = paper_tag(paper, NULL, BP_TAG_TABLE);
    struct bp_tag *head = paper_tag(paper, paper_tag(paper, table, BP_TAG_THEAD), BP_TAG_TR);
    struct bp_tag *row = paper_tag(paper, paper_tag(paper, table, BP_TAG_TBODY), BP_TAG_TR);
    struct bp_tag *owner = paper_tagged(paper, head, BP_TAG_TH, 240, "Owner");
    struct bp_tag *action = paper_tagged(paper, head, BP_TAG_TH, 260, "Action");
    owner->scope = action->scope = BP_SCOPE_COLUMN;
    struct bp_tag *wide = paper_tagged(paper, row, BP_TAG_TD, 280, "Force (all)");
    wide->column_span = 2;
}

static void fill_figure(struct paper *paper)
{
    struct bp_tag *figure = paper_tag(paper, NULL, BP_TAG_FIGURE);
    struct bp_box box = {.kind = BP_BOX_FIGURE, .x = 72, .y = 300, .width = 100, .height = 50};
    box.kid = paper_kid(paper, figure);
    figure->alt = "Satisfaction rose from 71 % to 83 %";
    figure->box[0] = 72, figure->box[1] = 300, figure->box[2] = 172, figure->box[3] = 350;
    figure->page = (int)paper->done->len;
    g_array_append_val(paper->boxes, box);
}

static void fill_watermark(struct paper *paper)
{
    struct bp_box *box = paper_line(paper, NULL, 150, 600, "DRAFT");
    box->angle = 45;
    box->artifact = BP_ARTIFACT_WATERMARK;
    box->line.size = 90;
    box->line.colour = 0xEEEEEE;
}

static void fill_scripts(struct paper *paper)
{
    struct bp_tag *arabic = paper_tagged(paper, NULL, BP_TAG_P, 400, "السلام عليكم");
    arabic->language = "ar";
    struct bp_tag *hindi = paper_tagged(paper, NULL, BP_TAG_P, 420, "हिन्दी में कार्यवृत्त");
    hindi->language = "hi";
    paper_tagged(paper, NULL, BP_TAG_P, 440, "office \xE2\x80\x93 na\xC3\xAFve: 7\xC2\xA0pm");
}

static void fill(struct paper *paper)
{
    paper_line(paper, NULL, 72, 40, "Running head");
    fill_watermark(paper);
    paper_place(paper, "top", 100, "Minutes", 1);
    paper_tagged(paper, NULL, BP_TAG_H1, 100, "Minutes of the Board");
    struct bp_tag *paragraph = paper_tagged(paper, NULL, BP_TAG_P, 120, "See");
    paper_link(paper, paragraph, 130, "item 2", "#item-2");
    paper_link(paper, paragraph, 140, "Kent", "https://www.kent-pcc.gov.uk/café?a=(b)");
    fill_lists(paper);
    paper_rectangle(paper, 72, 225, 200, 20, 0xE8EEF4);
    fill_table(paper);
    fill_figure(paper);
    struct bp_tag *over = paper_tagged(paper, NULL, BP_TAG_P, 380, "This goes on");
    fill_scripts(paper);
    paper_turn(paper, "i");
    paper_line(paper, paper_kid(paper, over), 72, 80, "over the page.");
    paper_place(paper, "item-2", 100, "2 Données (où?)", 2);
    paper_tagged(paper, NULL, BP_TAG_H2, 100, "2 Data");
    struct bp_tag *note = paper_tagged(paper, NULL, BP_TAG_NOTE, 700, "A footnote");
    note->id = "note-1";
    struct bp_tag *span = paper_tagged(paper, paper_tagged(paper, NULL, BP_TAG_P, 130, "An"),
                                       BP_TAG_SPAN, 140, "emphasis");
    span->actual = "stress";
    paper_turn(paper, "12A");
}

/* What a command prints; the test fails when it fails. */
static char *output_of(const char *command)
{
    char *out = NULL;
    int status = -1;
    char *arguments[] = {"sh", "-c", (char *)command, NULL};
    assert_true(g_spawn_sync(NULL, arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL,
                             &status, NULL));
    if (status != 0)
        print_message("%s\n%s\n", command, out);
    assert_int_equal(status, 0);
    return out;
}

/* Writes the pages to a file, runs `format` on it (each %s is its path) and gives the output. */
static char *read_back(struct paper *paper, const char *name, const char *format)
{
    const char *keep = g_getenv("BP_KEEP");
    char *path = g_strdup_printf("%s/test-write-%d-%s.pdf", keep ? keep : g_get_tmp_dir(),
                                 keep ? 0 : (int)getpid(), name);
    char *command, *out;
    struct bp_bytes file;
    assert_true(bp_write_pdf(&paper->pages, paper->text, paper->arena, &file, paper->report));
    assert_int_equal(bp_report_errors(paper->report) + bp_report_warnings(paper->report), 0);
    assert_true(g_file_set_contents(path, file.data, (gssize)file.size, NULL));
    bp_write_free(&file);
    char **parts = g_strsplit(format, "%s", -1);
    command = g_strjoinv(path, parts);
    g_strfreev(parts);
    out = output_of(command);
    if (!keep)
        unlink(path);
    g_free(command);
    g_free(path);
    return out;
}

static void assert_has(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("not found: %s\nin: %s", part, text);
}

static int setup(void **state)
{
    struct paper *paper = g_new(struct paper, 1);
    *state = paper;
    return paper_init(paper) ? 0 : -1;
}

static int teardown(void **state)
{
    paper_finish(*state);
    g_free(*state);
    return 0;
}

static void qpdf_finds_no_fault(void **state)
{
    fill(*state);
    char *out = read_back(*state, "check", "qpdf --check %s");
    assert_has(out, "No syntax or stream encoding errors found");
    assert_has(out, "PDF Version: 1.7");
    g_free(out);
}

static void the_same_pages_give_the_same_bytes(void **state)
{
    struct paper *paper = *state;
    struct bp_bytes first, second;
    fill(paper);
    assert_true(bp_write_pdf(&paper->pages, paper->text, paper->arena, &first, paper->report));
    g_usleep(1100000); /* the clock moves on by a second */
    assert_true(bp_write_pdf(&paper->pages, paper->text, paper->arena, &second, paper->report));
    assert_int_equal(first.size, second.size);
    assert_memory_equal(first.data, second.data, first.size);
    bp_write_free(&first);
    bp_write_free(&second);
}

static void text_comes_back(void **state)
{
    fill(*state);
    char *out = read_back(*state, "text", "pdftotext %s -");
    assert_has(out, "Minutes of the Board");
    assert_has(out, "Force (all)");
    assert_has(out, "हिन्दी में कार्यवृत्त");
    assert_has(out, "office \xE2\x80\x93 na\xC3\xAFve: 7 pm");
    assert_has(out, "over the page.");
    g_free(out);
}

static void the_structure_reads_as_the_tags(void **state)
{
    fill(*state);
    char *out = read_back(*state, "structure", "pdfinfo -struct-text %s");
    assert_has(out, "Document\n  H1 (block)\n    \"Minutes of the Board\"\n"
                    "  P (block)\n    \"See\"\n    Link (inline)\n      \"item 2\"\n"
                    "      Object ");
    assert_has(out, "  L (block):\n     /ListNumbering /Decimal\n    LI (block)\n"
                    "      Lbl (block)\n        \"1\"\n      LBody (block)\n"
                    "        \"Kent Police\"\n");
    assert_has(out, "TH:\n           /Scope /Column\n          \"Owner\"\n");
    assert_has(out, "TD:\n           /ColSpan 2\n          \"Force (all)\"\n");
    assert_has(out, "Figure:\n     /BBox [72 491.89 172 541.89]\n");
    assert_has(out, "P (block)\n    \"This goes on\"\n    \"over the page.\"\n");
    assert_has(out, "Note <note-1> (inline)\n    \"A footnote\"\n");
    assert_null(strstr(out, "Running head"));
    g_free(out);
}

/* A landscape page after a portrait one: all that is measured from its foot is. */
static void a_page_of_another_size_has_its_own_height(void **state)
{
    struct paper *paper = *state;
    paper_tagged(paper, NULL, BP_TAG_P, 100, "upright");
    fill_watermark(paper);
    paper_turn(paper, "1");
    paper_place(paper, "here", 100, "Table", 1);
    struct bp_tag *paragraph = paper_tagged(paper, NULL, BP_TAG_P, 100, "turned");
    paper_link(paper, paragraph, 140, "link", "#here");
    fill_figure(paper);
    fill_watermark(paper);
    paper_turn(paper, "2");
    struct bp_page *page = &g_array_index(paper->done, struct bp_page, 1);
    page->width = 841.89;
    page->height = 595.28;
    char *sizes = read_back(paper, "sizes", "pdfinfo -f 1 -l 2 %s");
    assert_has(sizes, "Page    1 size:  595.28 x 841.89 pts (A4)");
    assert_has(sizes, "Page    2 size:  841.89 x 595.28 pts (A4)");
    char *words = read_back(paper, "words", "pdftotext -bbox %s -");
    assert_has(words, "<page width=\"841.890010\" height=\"595.280030\">\n"
                      "    <word xMin=\"72.000000\" yMin=\"88.");
    char *objects = read_back(paper, "objects",
                              "qpdf --qdf --object-streams=disable %s - | "
                              "tr -c '[:graph:]' ' ' | tr -s ' '");
    assert_has(objects, "/Rect [ 72 452 272 466 ]");
    assert_has(objects, "/XYZ null 496 null");
    assert_has(objects, "/BBox [ 72 245.28 172 295.28 ]");
    assert_has(objects, "/BBox [ 0 0 841.89 595.28 ]");
    assert_has(objects, "/Wt Do");
    g_free(objects);
    g_free(words);
    g_free(sizes);
}

static void right_to_left_text_stands_in_the_order_of_reading(void **state)
{
    fill(*state);
    char *out = read_back(*state, "arabic", "pdfinfo -struct-text %s");
    assert_has(out, "\"السلام عليكم\"");
    g_free(out);
}

/* Text that is not in the order of its glyphs is said by ActualText, a mark of its own. */
static void what_glyphs_cannot_tell_is_said(void **state)
{
    struct paper *paper = *state;
    struct bp_tag *tag = paper_tag(paper, NULL, BP_TAG_P);
    struct bp_kid *kid = paper_kid(paper, tag);
    paper_line(paper, kid, 72, 100, "informa");
    struct bp_box *hyphen = paper_line(paper, kid, 120, 100, "-");
    hyphen->line.actual = "\xC2\xAD";
    paper_line(paper, kid, 72, 120, "tion");
    paper_turn(paper, "1");
    char *out = read_back(paper, "said", OBJECTS);
    assert_has(out, "/P<</MCID 0>>BDC");
    assert_has(out, "/Span<</MCID 1/ActualText<FEFF00AD>>>BDC");
    assert_has(out, "/P<</MCID 2>>BDC");
    assert_has(out, "/K [\n    0\n    1\n    2\n  ]");
    g_free(out);
}

static void links_lead_to_places_and_addresses(void **state)
{
    fill(*state);
    char *out = read_back(*state, "links", OBJECTS);
    assert_has(out, "/URI (https://www.kent-pcc.gov.uk/caf%C3%A9?a=\\(b\\))");
    assert_has(out, "/Contents (item 2)");
    assert_has(out, "/Dest [\n");
    assert_has(out, "/XYZ\n    null\n    742\n    null\n");
    assert_has(out, "/StructParent 3\n");
    assert_has(out, "/F 4\n");
    g_free(out);
}

static void a_link_to_nowhere_is_reported(void **state)
{
    struct paper *paper = *state;
    struct bp_bytes file;
    paper_link(paper, paper_tag(paper, NULL, BP_TAG_P), 100, "item 9", "#item-9");
    paper_turn(paper, "1");
    assert_false(bp_write_pdf(&paper->pages, paper->text, paper->arena, &file, paper->report));
    assert_int_equal(bp_report_errors(paper->report), 1);
}

static void bookmarks_and_labels_are_there(void **state)
{
    fill(*state);
    char *out = read_back(*state, "outline",
                          "qpdf --json --json-key=outlines "
                          "--json-key=pagelabels %s");
    assert_has(out, "\"title\": \"Minutes\"");
    assert_has(out, "\"title\": \"2 Données (où?)\"");
    assert_has(out, "\"/P\": \"u:i\"");
    assert_has(out, "\"/P\": \"u:12A\"");
    g_free(out);
}

static void the_file_says_what_it_is(void **state)
{
    struct paper *paper = *state;
    paper->document.author = "Office of the PCC";
    fill(paper);
    char *out = read_back(paper, "metadata", "pdfinfo %s; pdfinfo -meta %s");
    assert_has(out, "Title:           Performance & Delivery Board: minutes");
    assert_has(out, "Author:          Office of the PCC");
    assert_has(out, "Tagged:          yes");
    assert_null(strstr(out, "CreationDate"));
    assert_has(out, "<rdf:li xml:lang=\"x-default\">Performance &amp; Delivery Board: minutes<");
    assert_has(out, "<pdfaid:part>2</pdfaid:part>");
    assert_has(out, "<pdfuaid:part>1</pdfuaid:part>");
    g_free(out);
}

static void dates_come_from_source_date_epoch(void **state)
{
    fill(*state);
    g_setenv("SOURCE_DATE_EPOCH", "1647388800", TRUE);
    char *out = read_back(*state, "date", "pdfinfo -isodates %s; pdfinfo -meta %s");
    g_unsetenv("SOURCE_DATE_EPOCH");
    assert_has(out, "CreationDate:    2022-03-16T00:00:00Z");
    assert_has(out, "<xmp:ModifyDate>2022-03-16T00:00:00Z</xmp:ModifyDate>");
    g_free(out);
}

#define CFF_FONT "/usr/share/fonts/opentype/inter/Inter-Regular.otf"

/* A list of faces with one family, of CFF outlines. */
static char *make_cff_list(void)
{
    char *data, *sum, *list;
    gsize size;
    assert_true(g_file_get_contents(CFF_FONT, &data, &size, NULL));
    sum = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (guchar *)data, size);
    list = g_strdup_printf("family fonts-inter Inter\n400 upright %s %s\n", sum, CFF_FONT);
    g_free(data);
    g_free(sum);
    return list;
}

static void cff_outlines_are_embedded_bare(void **state)
{
    struct paper *paper = *state;
    char *list = make_cff_list();
    bp_text_destroy(paper->text);
    paper->text = bp_text_create_from(list, paper->report);
    paper->font.family = "Inter";
    assert_non_null(paper->text);
    paper_tagged(paper, NULL, BP_TAG_P, 100, "Minutes in another face");
    paper_turn(paper, "1");
    char *out = read_back(paper, "cff", "qpdf --check %s && pdffonts %s && pdftotext %s -");
    assert_has(out, "+Inter-Regular");
    assert_has(out, "CID Type 0C       Identity-H       yes yes yes");
    assert_has(out, "Minutes in another face");
    g_free(out);
    g_free(list);
}

/* More of everything than libharu's arrays hold. */
static void forty_thousand_items_and_two_thousand_pages_are_whole(void **state)
{
    struct paper *paper = *state;
    struct bp_tag *list = paper_tag(paper, NULL, BP_TAG_L);
    for (int i = 0; i < 2000; i++) {
        struct bp_tag *item = NULL;
        for (int k = 0; k < 20; k++)
            item =
                paper_tagged(paper, paper_tag(paper, list, BP_TAG_LI), BP_TAG_LBODY, 50 + k, "x");
        item->id = bp_arena_printf(paper->arena, "note-%d", i);
        paper_turn(paper, "-");
    }
    char *out = read_back(paper, "long",
                          "qpdf --check %s && pdfinfo %s && "
                          "pdfinfo -struct %s | grep -c LBody");
    assert_has(out, "No syntax or stream encoding errors found");
    assert_has(out, "Pages:           2000");
    assert_has(out, "\n40000\n");
    g_free(out);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown(qpdf_finds_no_fault, setup, teardown),
    cmocka_unit_test_setup_teardown(the_same_pages_give_the_same_bytes, setup, teardown),
    cmocka_unit_test_setup_teardown(text_comes_back, setup, teardown),
    cmocka_unit_test_setup_teardown(the_structure_reads_as_the_tags, setup, teardown),
    cmocka_unit_test_setup_teardown(a_page_of_another_size_has_its_own_height, setup, teardown),
    cmocka_unit_test_setup_teardown(right_to_left_text_stands_in_the_order_of_reading, setup,
                                    teardown),
    cmocka_unit_test_setup_teardown(what_glyphs_cannot_tell_is_said, setup, teardown),
    cmocka_unit_test_setup_teardown(links_lead_to_places_and_addresses, setup, teardown),
    cmocka_unit_test_setup_teardown(a_link_to_nowhere_is_reported, setup, teardown),
    cmocka_unit_test_setup_teardown(bookmarks_and_labels_are_there, setup, teardown),
    cmocka_unit_test_setup_teardown(the_file_says_what_it_is, setup, teardown),
    cmocka_unit_test_setup_teardown(dates_come_from_source_date_epoch, setup, teardown),
    cmocka_unit_test_setup_teardown(cff_outlines_are_embedded_bare, setup, teardown),
    cmocka_unit_test_setup_teardown(forty_thousand_items_and_two_thousand_pages_are_whole, setup,
                                    teardown),
};

int main(void)
{
    return cmocka_run_group_tests(tests, NULL, NULL);
}
