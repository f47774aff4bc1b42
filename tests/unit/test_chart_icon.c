/* SPDX-License-Identifier: MIT */
/* Icons of variation, assurance and status: each is drawn at three sizes. */
#include "charted.h"

#include <math.h>

#include "metric/spc.h"

static const double sizes[] = {7, 9.5, 16};

/* The styles of the icons' letters at another size. */
static void set_size(struct charted *charted, double size)
{
    struct bp_look *look = bp_arena_new(charted->arena, sizeof *look);
    *look = *charted->look;
    for (int key = BP_STYLE_CHART_GOOD; key <= BP_STYLE_CHART_NEITHER; key++) {
        struct bp_look_style *style = bp_arena_new(charted->arena, sizeof *style);
        *style = *look->keys[key];
        style->style.type.size = size;
        look->keys[key] = style;
    }
    charted->setting.look = look;
}

static struct bp_drawing *draw(struct charted *charted, const struct bp_chart *icon, double width)
{
    struct bp_drawing *drawing = bp_chart_draw(icon, width, 100, &charted->setting);
    assert_non_null(drawing);
    charted_assert_clear(drawing);
    assert_true(drawing->width <= width + 0.01);
    assert_true(drawing->picture.data.size > 100);
    return drawing;
}

/* Its one word, at the size that was asked for; NULL: it has none. */
static const char *word_of(struct charted *charted, const struct bp_chart *icon, double size)
{
    struct bp_drawing *drawing = draw(charted, icon, 100);
    assert_true(drawing->n_labels <= 1);
    if (drawing->n_labels == 0)
        return NULL;
    assert_true(fabs(drawing->labels->type->size - size) < 0.001);
    assert_true(drawing->height >= 1.5 * size && drawing->height <= 2 * size);
    return drawing->labels->words;
}

static void expect(struct charted *charted, const struct bp_chart *icon, const char *word)
{
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        set_size(charted, sizes[i]);
        const char *found = word_of(charted, icon, sizes[i]);
        if (!word)
            assert_null(found);
        else
            assert_string_equal(found, word);
    }
}

static void each_variation_has_its_letter(void **state)
{
    static const char *const letters[] = {NULL, "C", "H", "L", "H", "L", "H", "L"};
    for (int variation = 0; variation <= BP_SPC_VARIATION_NEUTRAL_LOW; variation++)
        expect(*state, &(struct bp_chart){.type = BP_CHART_VARIATION, .variation = variation},
               letters[variation]);
}

static void each_assurance_has_its_letter(void **state)
{
    static const char *const letters[] = {NULL, "P", "F", "?"};
    for (int assurance = 0; assurance <= BP_SPC_ASSURANCE_INCONSISTENT; assurance++)
        expect(*state, &(struct bp_chart){.type = BP_CHART_ASSURANCE, .assurance = assurance},
               letters[assurance]);
}

static void each_status_has_its_word(void **state)
{
    static const char *const words[] = {NULL, "Met", "Missed", "Close"};
    for (int standing = BP_STANDING_MET; standing <= BP_STANDING_CLOSE; standing++)
        expect(*state,
               &(struct bp_chart){.type = BP_CHART_STATUS, .standing = (enum bp_standing)standing},
               words[standing]);
}

/* Where letters are the same, shapes are not: all pictures differ, also without their colours. */
static void no_two_icons_look_alike(void **state)
{
    struct charted *charted = *state;
    const struct bp_drawing *drawings[12];
    struct bp_look *look = bp_arena_new(charted->arena, sizeof *look);
    int n = 0;
    *look = *charted->look;
    for (int key = BP_STYLE_CHART_BAD; key <= BP_STYLE_CHART_NEITHER; key++)
        look->keys[key] = look->keys[BP_STYLE_CHART_GOOD];
    charted->setting.look = look;
    for (int i = 0; i <= BP_SPC_VARIATION_NEUTRAL_LOW; i++)
        drawings[n++] =
            draw(charted, &(struct bp_chart){.type = BP_CHART_VARIATION, .variation = i}, 100);
    for (int i = 1; i <= BP_SPC_ASSURANCE_INCONSISTENT; i++)
        drawings[n++] =
            draw(charted, &(struct bp_chart){.type = BP_CHART_ASSURANCE, .assurance = i}, 100);
    for (int i = 0; i < n; i++)
        for (int k = 0; k < i; k++) {
            const struct bp_bytes *a = &drawings[i]->picture.data, *b = &drawings[k]->picture.data;
            assert_false(a->size == b->size && memcmp(a->data, b->data, a->size) == 0);
        }
}

static void a_pair_shows_both_ways(void **state)
{
    const struct bp_chart icon = {
        .type = BP_CHART_VARIATION, .variation = BP_SPC_VARIATION_CONCERN_HIGH, .paired = true};
    struct bp_drawing *drawing = draw(*state, &icon, 200);
    assert_true(charted_says(drawing, "H") && charted_says(drawing, "L"));
}

static void an_icon_asks_for_its_width_and_shrinks_where_there_is_less(void **state)
{
    struct charted *charted = *state;
    const struct bp_chart icon = {.type = BP_CHART_STATUS, .standing = BP_STANDING_MISSED};
    const struct bp_chart spark = {.type = BP_CHART_SPARK};
    double width = bp_chart_width(&icon, &charted->setting);
    assert_true(width > 30 && width < 80);
    assert_true(fabs(draw(charted, &icon, 500)->width - width) < 0.01);
    assert_true(fabs(draw(charted, &icon, 12)->width - 12) < 0.01);
    assert_true(bp_chart_width(&spark, &charted->setting) <= 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CHARTED(each_variation_has_its_letter),
        CHARTED(each_assurance_has_its_letter),
        CHARTED(each_status_has_its_word),
        CHARTED(no_two_icons_look_alike),
        CHARTED(a_pair_shows_both_ways),
        CHARTED(an_icon_asks_for_its_width_and_shrinks_where_there_is_less),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
