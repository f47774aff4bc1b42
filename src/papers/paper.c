/* SPDX-License-Identifier: MIT */
#include "papers/paper.h"

#include <glib.h>

#include "base/library.h"
#include "papers/qpdf.h"

/* In the order of struct bp_qpdf. */
static const struct bp_library library = {
    "libqpdf.so.29", "libqpdf29",
    (const char *const[]){"qpdf_init",
                          "qpdf_cleanup",
                          "qpdf_silence_errors",
                          "qpdf_set_suppress_warnings",
                          "qpdf_read_memory",
                          "qpdf_has_error",
                          "qpdf_get_error",
                          "qpdf_get_num_pages",
                          "qpdf_get_page_n",
                          "qpdf_push_inherited_attributes_to_page",
                          "qpdf_oh_release",
                          "qpdf_oh_get_type_code",
                          "qpdf_oh_is_indirect",
                          "qpdf_oh_get_object_id",
                          "qpdf_get_object_by_id",
                          "qpdf_oh_get_generation",
                          "qpdf_oh_get_bool_value",
                          "qpdf_oh_get_int_value",
                          "qpdf_oh_get_real_value",
                          "qpdf_oh_get_numeric_value",
                          "qpdf_oh_get_name",
                          "qpdf_oh_get_binary_string_value",
                          "qpdf_oh_get_array_n_items",
                          "qpdf_oh_get_array_item",
                          "qpdf_oh_begin_dict_key_iter",
                          "qpdf_oh_dict_more_keys",
                          "qpdf_oh_dict_next_key",
                          "qpdf_oh_get_key",
                          "qpdf_oh_get_dict",
                          "qpdf_oh_get_stream_data",
                          NULL}};

static bool read_file(struct bp_paper *paper, const struct bp_bytes *file)
{
    const struct bp_qpdf *qpdf = &paper->qpdf;
    paper->data = qpdf->init();
    qpdf->silence_errors(paper->data);
    qpdf->set_suppress_warnings(paper->data, QPDF_TRUE);
    return !(qpdf->read_memory(paper->data, paper->name, file->data, file->size, NULL) &
             QPDF_ERRORS) &&
           !(qpdf->push_inherited(paper->data) & QPDF_ERRORS);
}

struct bp_paper *bp_paper_open(const struct bp_bytes *file, const char *name,
                               const struct bp_source *at, struct bp_report *report)
{
    struct bp_paper *paper = g_new0(struct bp_paper, 1);
    paper->name = name;
    if (at)
        paper->at = *at;
    if (!bp_library_load(&library, &paper->qpdf, report)) {
        g_free(paper);
        return NULL;
    }
    paper->failed = !read_file(paper, file);
    if (bp_paper_check(paper, report))
        return paper;
    bp_paper_close(paper);
    return NULL;
}

void bp_paper_close(struct bp_paper *paper)
{
    if (!paper)
        return;
    paper->qpdf.cleanup(&paper->data);
    g_free(paper);
}

bool bp_paper_check(struct bp_paper *paper, struct bp_report *report)
{
    if (paper->qpdf.has_error(paper->data)) {
        paper->qpdf.get_error(paper->data);
        paper->failed = true;
    }
    if (paper->failed)
        bp_report_error(report, &paper->at, "paper-damaged",
                        "%s is damaged; make it again from its source", paper->name);
    return !paper->failed;
}
