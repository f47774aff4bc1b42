/* SPDX-License-Identifier: MIT */
#include "picture/sheet.h"

#include <glib.h>
#include <string.h>

/* Calls of a sheet: more than any drawing program writes, and few enough to be told. */
#define MOST_CALLS 100000

struct rule {
    void (*call)(const char *selector, const char *id, void *user);
    void *user;
    char **selectors;
    int *count;
};

static bool is_word(char c)
{
    return g_ascii_isalnum(c) || c == '-' || c == '_' || (guchar)c >= 0x80;
}

/* The place after `word` in any case at `text`, or NULL. */
static const char *after(const char *text, const char *word)
{
    size_t length = strlen(word);
    return g_ascii_strncasecmp(text, word, length) == 0 ? text + length : NULL;
}

static const char *skip_space(const char *text)
{
    while (g_ascii_isspace(*text))
        text++;
    return text;
}

/* Whether a declaration of `property` with any other value than none begins at `text`. */
static bool declares(const char *text, const char *property)
{
    const char *at = after(text, property);
    if (!at || *(at = skip_space(at)) != ':')
        return false;
    at = skip_space(at + 1);
    return !after(at, "none") && !after(at, "inherit") && !after(at, "initial");
}

static const char *take_url(const char *text, void (*uses)(const char *id, void *user), void *user,
                            struct bp_sheet_faults *faults)
{
    const char *at = skip_space(text);
    if (*at == '"' || *at == '\'')
        at++;
    size_t length = strcspn(at, ")\"' \t\r\n");
    if (*at == '#') {
        char *id = g_strndup(at + 1, length - 1);
        uses(id, user);
        g_free(id);
    } else {
        faults->elsewhere = true;
    }
    return at + length;
}

/* An escape could hide any of what is looked for here. */
static bool is_escape(const char *text)
{
    return text[0] == '\\' && g_ascii_isalnum(text[1]);
}

struct bp_sheet_faults bp_sheet_uses(const char *text, void (*uses)(const char *id, void *user),
                                     void *user)
{
    struct bp_sheet_faults faults = {false, false};
    bool in_word = false;
    for (const char *at = text; *at; in_word = is_word(*at), at++) {
        const char *url = in_word ? NULL : after(at, "url(");
        if (url)
            at = take_url(url, uses, user, &faults) - 1;
        else if (!in_word && (declares(at, "filter") || declares(at, "mask")))
            faults.effect = true;
        else if (is_escape(at) || after(at, "@import"))
            faults.elsewhere = true;
    }
    return faults;
}

/* `text` without comments; what stands in quotes is blank, unless it is an address. */
static char *plain(const char *text, struct bp_sheet_faults *faults)
{
    GString *out = g_string_new(NULL);
    char quote = 0;
    for (const char *at = text; *at; at++) {
        if (!quote && at[0] == '/' && at[1] == '*') {
            const char *close = strstr(at + 2, "*/");
            if (!close)
                break;
            at = close + 1;
            g_string_append_c(out, ' ');
            continue;
        }
        if (quote ? *at == quote : *at == '"' || *at == '\'')
            quote = quote ? 0 : *at;
        else if (quote && strchr("{}/\\", *at)) /* a font's name has none of these */
            faults->elsewhere = true;
        g_string_append_c(out, *at);
    }
    return g_string_free(out, FALSE);
}

/* The last part of a selector that an element must fit by its name, class or id. */
static char *last_part(const char *selector)
{
    char *part = g_strstrip(g_strdup(selector));
    const char *start = part + strlen(part);
    while (start > part && is_word(start[-1]))
        start--;
    if (!*start || strpbrk(part, "[:\\"))
        start = "";
    else if (start > part && (start[-1] == '.' || start[-1] == '#'))
        start--;
    char *last = g_strdup(start);
    g_free(part);
    return last;
}

static void tell_rule(const char *id, void *user)
{
    const struct rule *rule = user;
    for (char **selector = rule->selectors; *selector && *rule->count < MOST_CALLS; selector++) {
        ++*rule->count;
        char *last = last_part(*selector);
        rule->call(last, id, rule->user);
        g_free(last);
    }
}

static void add_faults(struct bp_sheet_faults *to, struct bp_sheet_faults from)
{
    to->elsewhere |= from.elsewhere;
    to->effect |= from.effect;
}

struct bp_sheet_faults bp_sheet_rules(const char *text,
                                      void (*rule)(const char *selector, const char *id,
                                                   void *user),
                                      void *user, int *n_rules)
{
    struct bp_sheet_faults faults = {false, false};
    char *sheet = plain(text, &faults), *at = sheet;
    for (char *brace; (brace = strpbrk(at, "{}")); at = brace + 1) {
        bool opens = *brace == '{';
        *brace = '\0';
        struct rule one = {rule, user, NULL, n_rules};
        if (opens && brace[1 + strcspn(brace + 1, "{}")] == '}') {
            char *close = brace + 1 + strcspn(brace + 1, "}");
            *close = '\0';
            one.selectors = g_strsplit(at, ",", -1);
            *n_rules += (int)g_strv_length(one.selectors);
            add_faults(&faults, bp_sheet_uses(at, tell_rule, &one));
            add_faults(&faults, bp_sheet_uses(brace + 1, tell_rule, &one));
            g_strfreev(one.selectors);
            brace = close;
        } else if (strpbrk(at, "@\\")) {
            faults.elsewhere = true; /* a rule within a rule */
        }
    }
    faults.elsewhere |= strstr(at, "@") != NULL;
    g_free(sheet);
    return faults;
}
