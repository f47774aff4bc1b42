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

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAID(a_picture_with_words_is_a_figure_and_one_without_an_artifact),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
