/* SPDX-License-Identifier: MIT */
/* Templates become blocks. */
#ifndef BP_COMPOSE_TEMPLATE_H
#define BP_COMPOSE_TEMPLATE_H

#include "compose/pattern.h"

/* A section under way. */
struct bp_section {
    int above; /* level of the heading that it stands below; 0: none */
    int level; /* of its own heading; until there is one, of the one above */
};

/* Where templates stand: what they see, and what their blocks are appended to. */
struct bp_stand {
    struct bp_composer *composer;
    const struct bp_binding *scope;
    struct bp_block *parent;
    struct bp_section *section;       /* NULL: no headings here */
    const struct bp_look_style *text; /* of words that have no style of their own */
    struct bp_source source;          /* of the data that is printed */
    int list_depth;
    int depth;   /* of parts in parts */
    int nesting; /* of templates in templates */
};

/* Appends what comes of the templates to the parent, in order. */
void bp_templates_compose(const struct bp_stand *place, const struct bp_template *first);

/* A table, with a row for each entry. */
void bp_table_compose(const struct bp_stand *place, const struct bp_template *template);

/* Calls `action` where the template stands for something: for each entry of its `each`, with the
 * entry in scope, or once. The `each` of a table is that of its rows, and left to it. */
typedef void bp_template_action(const struct bp_stand *place, const struct bp_template *template,
                                void *user);
void bp_template_repeat(const struct bp_stand *place, const struct bp_template *template,
                        bp_template_action *action, void *user);

/* The id that the template gives to its block; NULL: none. */
const char *bp_template_id(const struct bp_stand *place, const struct bp_template *template);

/* The data of the chart that the template draws or stands for, under the name that the layout gives
 * them and with words about them (NULL: that name); NULL: they are not attached. */
const struct bp_attachment *bp_template_attachment(const struct bp_stand *place,
                                                   const struct bp_template *template,
                                                   const char *about);

/* The chart that the template draws; NULL: none. */
const struct bp_chart *bp_template_chart(const struct bp_stand *place,
                                         const struct bp_template *template);

/* Takes back all that was appended to the parent since `last` was its last child. */
void bp_block_forget(struct bp_block *parent, struct bp_block *last);

#endif
