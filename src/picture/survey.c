/* SPDX-License-Identifier: MIT */
#include "picture/survey.h"

#include <glib.h>
#include <string.h>

#include "picture/fault.h"
#include "picture/sheet.h"
#include "picture/weight.h"

#define MOST_NESTED 100
#define MOST_WEIGHT 100000

/* Rules of the style sheet, and elements times rules, each of which is tried on each. */
#define MOST_RULES   20000
#define MOST_MATCHES 10e6

enum refusal {
    REFUSE_TEXT,
    REFUSE_PIXELS,
    REFUSE_EFFECT,
    REFUSE_LINK,
    REFUSE_LANGUAGE,
    REFUSE_FOREIGN,
    REFUSE_ELSEWHERE,
    REFUSE_DEPTH,
    N_REFUSALS
};

static const struct {
    const char *code;
    const char *text;
} refusals[] = {
    [REFUSE_TEXT] = {"picture-text", BP_SURVEY_TEXT},
    [REFUSE_PIXELS] = {"picture-pixels", "has a picture of pixels in it, which a drawing may not; "
                                         "take it out, or save the whole as PNG"},
    [REFUSE_EFFECT] = {"picture-effect", "has a blur, shadow or mask, which can't be drawn as "
                                         "vectors; take it out, or save the whole as PNG"},
    [REFUSE_LINK] = {"picture-link", "has a link in it, which a drawing may not; take it out"},
    [REFUSE_LANGUAGE] = {"picture-language", "looks different in other languages; take "
                                             "systemLanguage out"},
    [REFUSE_FOREIGN] = {"picture-foreign", "has a part that is no drawing; save it again as plain "
                                           "SVG"},
    [REFUSE_ELSEWHERE] = {"picture-elsewhere", "uses something that is not in its own file; save "
                                               "it again as plain SVG with all that it shows"},
    [REFUSE_DEPTH] = {"picture-large", "is nested too deeply to be drawn; make it simpler"},
};

static const struct {
    const char *name;
    enum refusal refusal;
} elements[] = {
    {"text", REFUSE_TEXT},
    {"tspan", REFUSE_TEXT},
    {"textPath", REFUSE_TEXT},
    {"tref", REFUSE_TEXT},
    {"flowRoot", REFUSE_TEXT},
    {"image", REFUSE_PIXELS},
    {"feImage", REFUSE_PIXELS},
    {"filter", REFUSE_EFFECT},
    {"mask", REFUSE_EFFECT},
    {"a", REFUSE_LINK},
    {"foreignObject", REFUSE_FOREIGN},
    {"include", REFUSE_ELSEWHERE},
};

struct survey {
    const struct bp_picture *picture;
    struct bp_report *report;
    struct bp_weight *weight;
    GString *style; /* of all style elements */
    int style_line;
    bool in_style;
    int nested;
    int skipped; /* elements open inside one that shows nothing; 0: none */
    bool told[N_REFUSALS];
    bool good;
};

static void refuse(struct survey *survey, enum refusal refusal, int line)
{
    survey->good = false;
    if (survey->told[refusal])
        return;
    survey->told[refusal] = true;
    const char *text = refusals[refusal].text, *mend = strchr(text, ';');
    bp_picture_fault(survey->picture, survey->report, refusals[refusal].code,
                     "%.*s (its line %d)%s", (int)(mend - text), text, line, mend);
}

static const char *local_name(const char *name)
{
    const char *colon = strrchr(name, ':');
    return colon ? colon + 1 : name;
}

static const char *find(const char *key, const char *const *names, const char *const *values)
{
    for (; *names; names++, values++)
        if (strcmp(*names, key) == 0)
            return *values;
    return NULL;
}

/* What shows nothing: notes of drawing programs, and what says that it is for one alone. */
static bool is_skipped(const char *name, const char *const *names, const char *const *values)
{
    static const char *const silent[] = {"metadata", "title", "desc", "script", NULL};
    return g_strv_contains(silent, name) ||
           (strcmp(name, "foreignObject") == 0 && find("requiredExtensions", names, values));
}

static void weigh_uses(const char *id, void *user)
{
    bp_weight_refer(user, id);
}

/* A value that may be a piece of a style sheet: an attribute that gives a property, or `style`. */
static void survey_value(struct survey *survey, const char *value, int line)
{
    struct bp_sheet_faults faults = bp_sheet_uses(value, weigh_uses, survey->weight);
    if (faults.elsewhere)
        refuse(survey, REFUSE_ELSEWHERE, line);
    if (faults.effect)
        refuse(survey, REFUSE_EFFECT, line);
}

static void survey_classes(struct survey *survey, const char *value)
{
    char **classes = g_strsplit_set(value, " \t\r\n", -1);
    for (char **class = classes; *class; class ++) {
        char *selector = g_strconcat(".", *class, NULL);
        if (**class)
            bp_weight_select(survey->weight, selector);
        g_free(selector);
    }
    g_strfreev(classes);
}

static void survey_id(struct survey *survey, const char *value)
{
    char *selector = g_strconcat("#", value, NULL);
    bp_weight_id(survey->weight, value);
    bp_weight_select(survey->weight, selector);
    g_free(selector);
}

static void survey_attribute(struct survey *survey, const char *name, const char *value, int line)
{
    const char *local = local_name(name);
    if (strcmp(local, "href") == 0) {
        if (value[0] == '#')
            bp_weight_refer(survey->weight, value + 1);
        else
            refuse(survey, REFUSE_ELSEWHERE, line);
    } else if (strcmp(local, "id") == 0) {
        survey_id(survey, value);
    } else if (strcmp(local, "class") == 0) {
        survey_classes(survey, value);
    } else if (strcmp(local, "systemLanguage") == 0) {
        refuse(survey, REFUSE_LANGUAGE, line);
    } else if (strcmp(local, "filter") == 0 || strcmp(local, "mask") == 0) {
        if (strcmp(value, "none") != 0)
            refuse(survey, REFUSE_EFFECT, line);
    } else if (local == name && strcmp(name, "d") != 0 && strcmp(name, "points") != 0 &&
               !g_str_has_prefix(name, "data-")) {
        survey_value(survey, value, line);
    }
}

static enum bp_weight_kind kind_of(const char *name)
{
    if (strcmp(name, "marker") == 0)
        return BP_WEIGHT_MARKER;
    if (strcmp(name, "pattern") == 0 || g_str_has_suffix(name, "Gradient"))
        return BP_WEIGHT_PAINT;
    return BP_WEIGHT_PLAIN;
}

static void begin_element(struct survey *survey, const char *name, const char *const *names,
                          const char *const *values)
{
    const char *d = find("d", names, values), *points = find("points", names, values);
    bp_weight_begin(survey->weight, kind_of(name),
                    (d ? strlen(d) : 0) + (points ? strlen(points) : 0));
    bp_weight_select(survey->weight, name);
}

static void survey_element(struct survey *survey, const char *name, const char *const *names,
                           const char *const *values, int line)
{
    begin_element(survey, name, names, values);
    for (size_t i = 0; i < G_N_ELEMENTS(elements); i++)
        if (strcmp(name, elements[i].name) == 0)
            refuse(survey, elements[i].refusal, line);
    for (int i = 0; names[i]; i++)
        survey_attribute(survey, names[i], values[i], line);
}

static void start(GMarkupParseContext *context, const char *element, const char **names,
                  const char **values, gpointer user, GError **error)
{
    struct survey *survey = user;
    const char *name = local_name(element);
    int line;
    (void)error;
    g_markup_parse_context_get_position(context, &line, NULL);
    if (survey->nested++ == MOST_NESTED)
        refuse(survey, REFUSE_DEPTH, line);
    survey->in_style = strcmp(name, "style") == 0; /* which counts wherever it stands */
    if (survey->in_style)
        survey->style_line = line;
    if (survey->skipped && find("id", names, values))
        refuse(survey, REFUSE_FOREIGN, line); /* it may be used from outside */
    if (survey->skipped || is_skipped(name, names, values))
        survey->skipped++;
    else
        survey_element(survey, name, names, values, line);
}

static void end(GMarkupParseContext *context, const char *element, gpointer user, GError **error)
{
    struct survey *survey = user;
    (void)context, (void)element, (void)error;
    survey->nested--;
    survey->in_style = false;
    if (survey->skipped)
        survey->skipped--;
    else
        bp_weight_end(survey->weight);
}

static void take_other(GMarkupParseContext *context, const char *text, gsize size, gpointer user,
                       GError **error)
{
    int line;
    (void)size, (void)error;
    g_markup_parse_context_get_position(context, &line, NULL);
    if (g_str_has_prefix(text, "<?xml-stylesheet"))
        refuse(user, REFUSE_ELSEWHERE, line);
}

static void take_text(GMarkupParseContext *context, const char *text, gsize size, gpointer user,
                      GError **error)
{
    struct survey *survey = user;
    (void)context, (void)error;
    if (survey->in_style)
        g_string_append_len(survey->style, text, (gssize)size);
}

static bool too_much(struct survey *survey)
{
    return bp_picture_fault(survey->picture, survey->report, "picture-large",
                            "has more to draw than a page can hold, or uses itself; make it "
                            "simpler, or save it as PNG");
}

static void weigh_rule(const char *selector, const char *id, void *user)
{
    bp_weight_rule(user, selector, id);
}

static bool survey_style(struct survey *survey)
{
    int rules = 0;
    struct bp_sheet_faults faults =
        bp_sheet_rules(survey->style->str, weigh_rule, survey->weight, &rules);
    if (faults.elsewhere)
        refuse(survey, REFUSE_ELSEWHERE, survey->style_line);
    if (faults.effect)
        refuse(survey, REFUSE_EFFECT, survey->style_line);
    return (rules <= MOST_RULES &&
            (double)rules * bp_weight_elements(survey->weight) <= MOST_MATCHES) ||
           too_much(survey);
}

/* GMarkup takes less than XML has: it knows no entities of the file's own, so that none expand. */
static bool parse(struct survey *survey)
{
    static const GMarkupParser parser = {
        .start_element = start, .end_element = end, .text = take_text, .passthrough = take_other};
    const struct bp_bytes *file = &survey->picture->file;
    gsize mark = file->size >= 3 && memcmp(file->data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    GMarkupParseContext *context =
        g_markup_parse_context_new(&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, survey, NULL);
    bool good = g_markup_parse_context_parse(context, file->data + mark,
                                             (gssize)(file->size - mark), NULL) &&
                g_markup_parse_context_end_parse(context, NULL);
    int line;
    g_markup_parse_context_get_position(context, &line, NULL);
    if (!good)
        bp_picture_fault(survey->picture, survey->report, "picture-damaged",
                         "can't be read from its line %d on; save it again as plain SVG", line);
    g_markup_parse_context_free(context);
    return good;
}

/* The encoding that the file says it has must be the one in which it is read here. */
static bool is_utf8(const struct bp_picture *picture, struct bp_report *report)
{
    const struct bp_bytes *file = &picture->file;
    const char *head = memchr(file->data, '>', file->size);
    char *declaration = g_ascii_strdown(file->data, head ? head - file->data : 0);
    const char *says = strstr(declaration, "<?xml") ? strstr(declaration, "encoding") : NULL;
    bool good = g_utf8_validate(file->data, (gssize)file->size, NULL) &&
                (!says || strstr(says, "utf-8") || strstr(says, "us-ascii"));
    g_free(declaration);
    return good || bp_picture_fault(picture, report, "picture-encoding",
                                    "is written in an encoding other than UTF-8; save it as UTF-8");
}

bool bp_survey_svg(const struct bp_picture *picture, struct bp_report *report)
{
    struct survey survey = {.picture = picture, .report = report, .good = true};
    if (!is_utf8(picture, report))
        return false;
    survey.weight = bp_weight_create();
    survey.style = g_string_new(NULL);
    bool good = parse(&survey) && survey_style(&survey) && survey.good;
    if (good && bp_weight_total(survey.weight) > MOST_WEIGHT)
        good = too_much(&survey);
    bp_weight_destroy(survey.weight);
    g_string_free(survey.style, TRUE);
    return good;
}
