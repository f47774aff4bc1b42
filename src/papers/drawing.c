/* SPDX-License-Identifier: MIT */
#include "papers/drawing.h"

#include "base/number.h"
#include "papers/qpdf.h"

/* A form's numbers: a matrix that is a little off would show at a page's size. */
#define DECIMALS 9

struct box {
    double left, foot, right, top;
};

static double number_of(struct bp_paper *paper, qpdf_oh array, int index)
{
    qpdf_oh item = paper->qpdf.array_item(paper->data, array, index);
    double number = paper->qpdf.numeric_value(paper->data, item);
    paper->qpdf.release(paper->data, item);
    return number;
}

static bool find_box(struct bp_paper *paper, qpdf_oh page, struct box *box)
{
    const struct bp_qpdf *qpdf = &paper->qpdf;
    qpdf_oh array = qpdf->key(paper->data, page, "/MediaBox");
    bool found = qpdf->type_code(paper->data, array) == ot_array &&
                 qpdf->array_n_items(paper->data, array) == 4;
    if (found)
        *box = (struct box){number_of(paper, array, 0), number_of(paper, array, 1),
                            number_of(paper, array, 2), number_of(paper, array, 3)};
    qpdf->release(paper->data, array);
    return found && box->right > box->left && box->top > box->foot;
}

static void append(GString *out, const char *before, double number)
{
    g_string_append(out, before);
    bp_number_append(out, number, DECIMALS);
}

static void append_box(GString *out, const struct box *box)
{
    double across = 1 / (box->right - box->left), up = 1 / (box->top - box->foot);
    append(out, "/BBox[", box->left);
    append(out, " ", box->foot);
    append(out, " ", box->right);
    append(out, " ", box->top);
    append(out, "]/Matrix[", across);
    append(out, " 0 0 ", up);
    append(out, " ", -box->left * across);
    append(out, " ", -box->foot * up);
    g_string_append_c(out, ']');
}

static void append_key(struct bp_copier *copier, struct bp_paper *paper, qpdf_oh page,
                       const char *key, GString *out)
{
    qpdf_oh value = paper->qpdf.key(paper->data, page, key);
    if (paper->qpdf.type_code(paper->data, value) == ot_dictionary) {
        g_string_append(out, key);
        g_string_append_c(out, ' ');
        bp_copy_value(copier, value, out);
    }
    paper->qpdf.release(paper->data, value);
}

static bool print_page(struct bp_copier *copier, struct bp_paper *paper, qpdf_oh page, int number)
{
    const struct bp_qpdf *qpdf = &paper->qpdf;
    struct box box;
    qpdf_oh content = qpdf->key(paper->data, page, "/Contents");
    bool good = find_box(paper, page, &box) && qpdf->type_code(paper->data, content) == ot_stream;
    if (good) {
        GString *entries = g_string_new("/Type/XObject/Subtype/Form");
        append_box(entries, &box);
        append_key(copier, paper, page, "/Resources", entries);
        append_key(copier, paper, page, "/Group", entries);
        bp_copy_stream(copier, content, number, entries->str);
        g_string_free(entries, TRUE);
        bp_copy_rest(copier);
    }
    qpdf->release(paper->data, content);
    return good;
}

bool bp_drawing_print(struct bp_paper *paper, int number, const struct bp_copy_target *target)
{
    const struct bp_qpdf *qpdf = &paper->qpdf;
    struct bp_copier *copier = bp_copier_create(paper, target);
    if (qpdf->get_num_pages(paper->data) < 1) {
        paper->failed = true;
    } else {
        qpdf_oh page = qpdf->get_page_n(paper->data, 0);
        if (!print_page(copier, paper, page, number))
            paper->failed = true;
        qpdf->release(paper->data, page);
    }
    bp_copier_destroy(copier);
    return !paper->failed;
}
