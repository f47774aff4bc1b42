/* SPDX-License-Identifier: MIT */
#include "write/label.h"

#include <stdlib.h>
#include <string.h>

#include "write/string.h"
#include "write/tree.h"

/* A label as a prefix and a number that counts on; number 0: only a prefix. */
struct label {
    const char *text;
    int prefix; /* bytes */
    int number;
};

static struct label parse(const char *text)
{
    struct label label = {text, (int)strlen(text), 0};
    int digits = 0;
    while (digits < label.prefix && g_ascii_isdigit(text[label.prefix - 1 - digits]))
        digits++;
    /* "007" does not count on as a viewer counts, nor does a number that is no int. */
    if (digits == 0 || digits > 9 || text[label.prefix - digits] == '0')
        return label;
    label.prefix -= digits;
    label.number = atoi(text + label.prefix);
    return label;
}

static bool follows(const struct label *label, const struct label *before)
{
    return label->number > 0 && label->number == before->number + 1 &&
           label->prefix == before->prefix &&
           memcmp(label->text, before->text, (size_t)label->prefix) == 0;
}

static bool is_usual(const struct bp_pages *pages)
{
    struct label before = {"", 0, 0};
    for (int i = 0; i < pages->n_pages; i++) {
        struct label label = parse(pages->pages[i].label ? pages->pages[i].label : "");
        if (!follows(&label, &before))
            return false;
        before = label;
    }
    return true;
}

void *bp_labels_add(struct bp_pdf *pdf, const struct bp_pages *pages)
{
    if (is_usual(pages))
        return NULL;
    void *object = bp_pdf_reserve(pdf);
    HPDF_Dict_Add(pdf->doc->catalog, "PageLabels", object);
    return object;
}

static void append_label(GString *out, struct bp_pdf *pdf, const struct label *label)
{
    char *prefix = g_strndup(label->text, (gsize)label->prefix);
    g_string_append(out, "<<");
    if (label->number > 0) {
        g_string_append(out, "/S/D/St ");
        bp_string_int(out, label->number);
    }
    if (*prefix) {
        g_string_append(out, "/P");
        if (!bp_string_text(out, prefix))
            pdf->shortened = true;
    }
    g_string_append(out, ">>");
    g_free(prefix);
}

void bp_labels_print(struct bp_pdf *pdf, const struct bp_pages *pages, const void *object)
{
    struct bp_tree tree;
    struct label before = {0};
    if (!object)
        return;
    bp_tree_init(&tree, pdf->serial, false);
    for (int i = 0; i < pages->n_pages; i++) {
        struct label label = parse(pages->pages[i].label ? pages->pages[i].label : "");
        if (i == 0 || !follows(&label, &before))
            append_label(bp_tree_number(&tree, i), pdf, &label);
        before = label;
    }
    bp_tree_print(&tree, bp_pdf_number(object));
    bp_tree_finish(&tree);
}
