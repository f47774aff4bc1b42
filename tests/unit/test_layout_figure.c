/* SPDX-License-Identifier: MIT */
/* Pictures between other blocks. */
#include "laid.h"

static struct bp_block *figure(struct laid *laid, const struct bp_picture *picture, const char *alt)
{
    struct bp_block *block = laid_add(laid, laid->root, BP_BLOCK_FIGURE, &laid_plain, NULL);
    block->width = 60;
    block->height = 40;
    block->picture = picture;
    block->alt = alt;
    return block;
}

static void a_picture_with_words_is_a_figure_and_one_without_an_artifact(void **state)
{
    static const struct bp_picture crest;
    struct laid *laid = *state;
    figure(laid, &crest, "The crest");
    figure(laid, &crest, NULL);
    figure(laid, NULL, NULL);
    laid_out(laid);
    const struct bp_page *page = &laid->pages.pages[0];
    assert_int_equal(page->n_boxes, 3);
    assert_ptr_equal(page->boxes[0].picture, &crest);
    assert_ptr_equal(page->boxes[1].picture, &crest);
    assert_null(page->boxes[2].picture);
    assert_string_equal(page->boxes[0].kid->content.tag->alt, "The crest");
    assert_null(page->boxes[1].kid);
    assert_int_equal(page->boxes[1].artifact, BP_ARTIFACT_LAYOUT);
    assert_near(page->boxes[1].y, LAID_TOP + 40, 0.01);
}

/* A drawing as wide as asked, with two words on it. */
static const struct bp_drawing *draw(void *user, const struct bp_block *block, int first,
                                     double width, double height)
{
    static const struct bp_drawing_label labels[] = {{"Mean", &laid_plain.type, 10, 12, 30},
                                                     {"71.5", &laid_plain.type, 60, 30, 20}};
    struct laid *laid = user;
    struct bp_drawing *drawing = bp_arena_new(laid->arena, sizeof *drawing);
    (void)block, (void)first;
    assert_near(height, LAID_FOOT - LAID_TOP, 0.01);
    *drawing = (struct bp_drawing){.width = width,
                                   .height = 50,
                                   .picture = {.width = width, .height = 50},
                                   .labels = labels,
                                   .n_labels = 2};
    return drawing;
}

static const struct bp_drawing *fail_to_draw(void *user, const struct bp_block *block, int first,
                                             double width, double height)
{
    (void)user, (void)block, (void)first, (void)width, (void)height;
    return NULL;
}

static struct bp_block *chart(struct laid *laid, const struct bp_drawer *drawer)
{
    static int anything;
    struct bp_block *block = figure(laid, NULL, "A line that rises.");
    block->chart = (const struct bp_chart *)(const void *)&anything;
    laid->document.drawer = drawer;
    return block;
}

static void a_chart_is_drawn_for_its_width_with_its_words_in_the_figure(void **state)
{
    struct laid *laid = *state;
    const struct bp_drawer drawer = {laid, draw, NULL};
    chart(laid, &drawer);
    laid_out(laid);
    const struct bp_page *page = &laid->pages.pages[0];
    assert_int_equal(page->n_boxes, 3);
    assert_near(page->boxes[0].x, LAID_TEXT, 0.01);
    assert_near(page->boxes[0].width, LAID_END - LAID_TEXT, 0.01);
    assert_near(page->boxes[1].x, LAID_TEXT + 10, 0.01);
    assert_near(page->boxes[1].y, LAID_TOP + 12, 0.01);
    assert_near(page->boxes[2].x, LAID_TEXT + 60, 0.01);
    assert_string_equal(laid_tags(laid), "(Figure alt=A line that rises. 'Mean 71.5 ')");
}

static void the_words_of_a_chart_keep_their_places_where_text_runs_to_the_left(void **state)
{
    struct laid *laid = *state;
    const struct bp_drawer drawer = {laid, draw, NULL};
    laid->document.right_to_left = true;
    chart(laid, &drawer);
    laid_out(laid);
    const struct bp_page *page = &laid->pages.pages[0];
    assert_near(page->boxes[1].x, page->boxes[0].x + 10, 0.01);
    assert_near(page->boxes[2].x, page->boxes[0].x + 60, 0.01);
}

/* Two parts, each as high as the page. */
static const struct bp_drawing *draw_parts(void *user, const struct bp_block *block, int first,
                                           double width, double height)
{
    static const struct bp_drawing_label labels[][1] = {{{"First", &laid_plain.type, 10, 12, 30}},
                                                        {{"Second", &laid_plain.type, 10, 12, 30}}};
    struct laid *laid = user;
    struct bp_drawing *drawing = bp_arena_new(laid->arena, sizeof *drawing);
    (void)block;
    *drawing = (struct bp_drawing){.width = width,
                                   .height = height,
                                   .picture = {.width = width, .height = height},
                                   .labels = labels[first > 0],
                                   .n_labels = 1,
                                   .next_row = first > 0 ? 0 : 20};
    assert_true(first == 0 || first == 20);
    return drawing;
}

static void a_chart_that_goes_on_is_one_figure_on_two_pages(void **state)
{
    struct laid *laid = *state;
    const struct bp_drawer drawer = {laid, draw_parts, NULL};
    chart(laid, &drawer);
    laid_out(laid);
    assert_int_equal(laid->pages.n_pages, 2);
    assert_string_equal(laid_tags(laid), "(Figure alt=A line that rises. 'First ' 'Second ')");
    const struct bp_tag *tag = laid->pages.pages[1].boxes[0].kid->content.tag;
    assert_ptr_equal(tag, laid->pages.pages[0].boxes[0].kid->content.tag);
    assert_near(tag->box[2], 0, 0);
}

static void a_chart_that_cannot_be_drawn_fails_the_layout(void **state)
{
    struct laid *laid = *state;
    const struct bp_drawer drawer = {laid, fail_to_draw, NULL};
    chart(laid, &drawer);
    assert_false(
        bp_layout_document(&laid->document, laid->text, &laid->pages, laid->arena, laid->report));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAID(a_picture_with_words_is_a_figure_and_one_without_an_artifact),
        LAID(a_chart_is_drawn_for_its_width_with_its_words_in_the_figure),
        LAID(the_words_of_a_chart_keep_their_places_where_text_runs_to_the_left),
        LAID(a_chart_that_goes_on_is_one_figure_on_two_pages),
        LAID(a_chart_that_cannot_be_drawn_fails_the_layout),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
