/* SPDX-License-Identifier: MIT */
/* qpdf's functions, and an open paper as the folder's own files see it. */
#ifndef BP_PAPERS_QPDF_H
#define BP_PAPERS_QPDF_H

#include <qpdf/qpdf-c.h>

#include "papers/paper.h"

struct bp_qpdf {
    __typeof__(&qpdf_init) init;
    __typeof__(&qpdf_cleanup) cleanup;
    __typeof__(&qpdf_silence_errors) silence_errors;
    __typeof__(&qpdf_set_suppress_warnings) set_suppress_warnings;
    __typeof__(&qpdf_read_memory) read_memory;
    __typeof__(&qpdf_has_error) has_error;
    __typeof__(&qpdf_get_error) get_error;
    __typeof__(&qpdf_get_num_pages) get_num_pages;
    __typeof__(&qpdf_get_page_n) get_page_n;
    __typeof__(&qpdf_push_inherited_attributes_to_page) push_inherited;
    __typeof__(&qpdf_oh_release) release;
    __typeof__(&qpdf_oh_get_type_code) type_code;
    __typeof__(&qpdf_oh_is_indirect) is_indirect;
    __typeof__(&qpdf_oh_get_object_id) object_id;
    __typeof__(&qpdf_get_object_by_id) object_by_id;
    __typeof__(&qpdf_oh_get_generation) generation;
    __typeof__(&qpdf_oh_get_bool_value) bool_value;
    __typeof__(&qpdf_oh_get_int_value) int_value;
    __typeof__(&qpdf_oh_get_real_value) real_value;
    __typeof__(&qpdf_oh_get_numeric_value) numeric_value;
    __typeof__(&qpdf_oh_get_name) name;
    __typeof__(&qpdf_oh_get_binary_string_value) string_value;
    __typeof__(&qpdf_oh_get_array_n_items) array_n_items;
    __typeof__(&qpdf_oh_get_array_item) array_item;
    __typeof__(&qpdf_oh_begin_dict_key_iter) begin_keys;
    __typeof__(&qpdf_oh_dict_more_keys) more_keys;
    __typeof__(&qpdf_oh_dict_next_key) next_key;
    __typeof__(&qpdf_oh_get_key) key;
    __typeof__(&qpdf_oh_get_dict) dict;
    __typeof__(&qpdf_oh_get_stream_data) stream_data;
};

struct bp_paper {
    struct bp_qpdf qpdf;
    qpdf_data data;
    bool failed; /* something could not be read */
    const char *name;
    struct bp_source at;
};

#endif
