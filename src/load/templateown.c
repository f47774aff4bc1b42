/* SPDX-License-Identifier: MIT */
#include "load/templateown.h"

#include <string.h>

#include "load/expression.h"
#include "load/measure.h"
#include "load/pattern.h"

const char *bp_template_name_read(struct bp_draft *draft, const struct bp_yaml *node,
                                  const char *key)
{
    const struct bp_yaml *value = bp_yaml_find(node, key);
    struct bp_words words = bp_reader_words(&draft->reader, value, key);
    for (const char *c = words.text; c && *c; c++)
        if (!g_ascii_isalnum(*c) && *c != '-' && *c != '_') {
            bp_report_error(draft->reader.report, &words.source, "bad-name",
                            "“%s” is not a name; write letters, figures and hyphens only",
                            bp_reader_clip(&draft->reader, words.text));
            return NULL;
        }
    return words.text;
}

const struct bp_pattern *bp_template_pattern_read(struct bp_draft *draft,
                                                  const struct bp_yaml *node, const char *key)
{
    const struct bp_yaml *value = bp_yaml_find(node, key);
    return value ? bp_pattern_read(draft, value, key) : NULL;
}

/* Points, or nothing; a line is not yet known here. */
double bp_template_length_read(struct bp_draft *draft, const struct bp_yaml *node, const char *key)
{
    const struct bp_yaml *value = bp_yaml_find(node, key);
    return value ? bp_measure_read_points(draft, value, key) : 0;
}

static void read_heading(struct bp_draft *draft, const struct bp_yaml *node,
                         struct bp_template *template)
{
    const struct bp_yaml *bookmark = bp_yaml_find(node, "bookmark");
    if (bookmark && bookmark->kind == BP_YAML_TEXT && strcmp(bookmark->text, "none") == 0)
        template->no_bookmark = true;
    else
        template->bookmark = bp_template_pattern_read(draft, node, "bookmark");
}

/* The styles that a list gives to all its items. */
static void read_list(struct bp_draft *draft, const struct bp_yaml *node,
                      struct bp_template *template)
{
    static const char *const numberings[] = {"none", "disc", "decimal", "alpha", "roman", NULL};
    const struct bp_yaml *numbering = bp_yaml_find(node, "numbering");
    const struct bp_yaml *item_style = bp_yaml_find(node, "item-style");
    const char *style = bp_reader_words(&draft->reader, item_style, "item-style").text;
    int choice = numbering ? bp_draft_choice(draft, numbering, "numbering", numberings) : -1;
    template->numbering = choice > 0 ? numberings[choice] : NULL;
    for (struct bp_template *item = template->first; item; item = item->next) {
        if (style && item->n_styles == 0) {
            item->style_names[item->n_styles++] = style;
            item->style_source = item_style->source;
        }
        if (!item->label_style_name) {
            item->label_style_name = template->label_style_name;
            item->label_style_source = template->label_style_source;
        }
    }
}

/* The chart that a figure is of, or a table stands for, and the name of the file of its data. */
static void read_chart(struct bp_draft *draft, const struct bp_yaml *node,
                       struct bp_template *template)
{
    const struct bp_yaml *draw = bp_yaml_find(node, "draw");
    if (draw)
        bp_path_read(draft, draw, &template->draw);
    template->attach = bp_template_pattern_read(draft, node, "attach");
    if (template->attach && !draw)
        bp_report_error(draft->reader.report, &bp_yaml_find(node, "attach")->source, "missing",
                        "“attach” names the file of a chart’s data, and no chart is drawn here; "
                        "write “draw: ” and the chart, or take “attach” out");
}

static void read_table(struct bp_draft *draft, const struct bp_yaml *node,
                       struct bp_template *template)
{
    const struct bp_yaml *from = bp_yaml_find(node, "wide-from");
    const struct bp_yaml *columns = bp_yaml_find(node, "table");
    if (columns->kind == BP_YAML_LIST && columns->n_items == 0)
        bp_report_error(draft->reader.report, &columns->source, "missing",
                        "this table has no columns; write each after “- ”, as in “- head: Owner” "
                        "and below it “cell: …”");
    template->may_turn = bp_draft_flag(draft, node, "landscape", false);
    template->group = bp_template_pattern_read(draft, node, "row-group");
    template->wide_style_name =
        bp_reader_words(&draft->reader, bp_yaml_find(node, "wide-style"), "wide-style").text;
    template->row_style_name =
        bp_reader_words(&draft->reader, bp_yaml_find(node, "row-style"), "row-style").text;
    template->wide_from = bp_reader_count(&draft->reader, node, "wide-from", 0);
    read_chart(draft, node, template);
    if ((from != NULL) != (template->wide_style_name != NULL))
        bp_report_error(draft->reader.report, &node->source, "missing",
                        "“wide-from” and “wide-style” go together; write both, or neither");
}

static void read_column(struct bp_draft *draft, const struct bp_yaml *node,
                        struct bp_template *template)
{
    static const char *const aligns[] = {"start", "end", "centre", NULL};
    const struct bp_yaml *align = bp_yaml_find(node, "align");
    int choice = align ? bp_draft_choice(draft, align, "align", aligns) : 0;
    const struct bp_yaml *draw = bp_yaml_find(node, "head-draw");
    if (draw)
        bp_path_read(draft, draw, &template->draw);
    template->text = bp_template_pattern_read(draft, node, "head");
    template->align = (enum bp_align)MAX(choice, 0);
    template->row_header = bp_draft_flag(draft, node, "row-header", false);
}

static void read_picture(struct bp_draft *draft, const struct bp_yaml *node,
                         struct bp_template *template)
{
    const struct bp_yaml *alt = bp_yaml_find(node, "alt");
    template->picture = bp_draft_picture(draft, bp_yaml_find(node, "picture"));
    template->decorative = alt && alt->kind == BP_YAML_TEXT &&strcmp(alt->text, "none") == 0;
    if (!alt)
        bp_report_error(draft->reader.report, &node->source, "missing",
                        "this picture has no words for those who do not see it; write “alt: ” and "
                        "what it shows, or “alt: none” if it says nothing");
    else if (!template->decorative)
        template->text = bp_template_pattern_read(draft, node, "alt");
}

/* The height of a figure is a length, or a number of points of the data; that of a chart its own.
 */
static void read_figure(struct bp_draft *draft, const struct bp_yaml *node,
                        struct bp_template *template)
{
    const struct bp_yaml *height = bp_yaml_find(node, "height");
    const struct bp_yaml *draw = bp_yaml_find(node, "draw");
    const struct bp_yaml *alt = bp_yaml_find(node, "figure");
    template->decorative = alt->kind == BP_YAML_TEXT &&strcmp(alt->text, "none") == 0;
    read_chart(draft, node, template);
    if (height && height->kind == BP_YAML_TEXT && strchr(height->text, '.') &&
        g_ascii_isalpha(*height->text))
        bp_path_read(draft, height, &template->value);
    else
        template->height = bp_template_length_read(draft, node, "height");
    if (!height && !draw)
        bp_report_error(draft->reader.report, &node->source, "missing",
                        "this figure has no height; write “height: 60 mm”, or “draw: ” and the "
                        "chart that stands in it");
}

static void read_use(struct bp_draft *draft, const struct bp_yaml *node,
                     struct bp_template *template)
{
    const struct bp_yaml *with = bp_yaml_find(node, "with");
    template->part_name = bp_template_name_read(draft, node, "use");
    if (!with)
        return;
    bp_path_read(draft, with, &template->value);
    if (!template->as || template->repeats)
        bp_report_error(draft->reader.report, &with->source, "missing",
                        "“with” needs “as” beside it, and no “each”; write “as: ” and what the "
                        "part calls it");
}

void bp_template_own_read(struct bp_draft *draft, const struct bp_yaml *node,
                          struct bp_template *template)
{
    switch (template->kind) {
    case BP_TEMPLATE_HEADING:
        read_heading(draft, node, template);
        break;
    case BP_TEMPLATE_LIST:
        read_list(draft, node, template);
        break;
    case BP_TEMPLATE_TABLE:
        read_table(draft, node, template);
        break;
    case BP_TEMPLATE_COLUMN:
        read_column(draft, node, template);
        break;
    case BP_TEMPLATE_PICTURE:
        read_picture(draft, node, template);
        break;
    case BP_TEMPLATE_FIGURE:
        read_figure(draft, node, template);
        break;
    case BP_TEMPLATE_PROSE:
        template->lead = bp_template_pattern_read(draft, node, "lead");
        template->has_headings = bp_draft_flag(draft, node, "headings", false);
        break;
    case BP_TEMPLATE_USE:
        read_use(draft, node, template);
        break;
    default:
        break;
    }
}
