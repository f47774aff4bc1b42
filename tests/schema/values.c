/* SPDX-License-Identifier: MIT */
/* Prints what a layout can print: of each kind of record its values, a line each: the record, the
 * value, what it is ("words", "list", "record" …), and its choices or the record that it leads to;
 * then the filters. All parted by tabs. */
#include <glib.h>
#include <stdio.h>

#include "load/typing.h"

static const char *kind_of(const struct bp_datum *datum)
{
    static const char *const kinds[] = {
        [BP_VALUE_NOTHING] = "nothing", [BP_VALUE_WORDS] = "words", [BP_VALUE_NUMBER] = "number",
        [BP_VALUE_LENGTH] = "length",   [BP_VALUE_DATE] = "day",    [BP_VALUE_TIME] = "time",
        [BP_VALUE_CHOICE] = "choice",   [BP_VALUE_PROSE] = "text",  [BP_VALUE_RECORD] = "record",
        [BP_VALUE_FIELD] = "field",
    };
    return kinds[datum->kind];
}

static void print_datum(const struct bp_record_type *type, const struct bp_datum *datum)
{
    printf("%s\t%s\t%s%s\t", type->noun, datum->name,
           datum->list || datum->count > 0 ? "list of " : "", kind_of(datum));
    if (datum->record)
        fputs(datum->record->noun, stdout);
    for (int i = datum->choices && !datum->choices[0] ? 1 : 0; datum->choices && datum->choices[i];
         i++)
        printf("%s%s", i > 0 && datum->choices[i - 1] ? ", " : "", datum->choices[i]);
    putchar('\n');
}

static void print_records(void)
{
    GPtrArray *types = g_ptr_array_new();
    g_ptr_array_add(types, (gpointer)(gsize)&bp_root_type);
    for (guint i = 0; i < types->len; i++) {
        const struct bp_record_type *type = types->pdata[i];
        for (int k = 0; k < type->n_data; k++) {
            gpointer next = (gpointer)(gsize)type->data[k].record;
            print_datum(type, &type->data[k]);
            if (next && !g_ptr_array_find(types, next, NULL))
                g_ptr_array_add(types, next);
        }
    }
    g_ptr_array_free(types, TRUE);
}

int main(void)
{
    print_records();
    for (const char *const *filter = bp_typing_filters(); *filter; filter++)
        printf("filter\t%s\t\t\n", *filter);
    return 0;
}
