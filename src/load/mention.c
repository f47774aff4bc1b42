/* SPDX-License-Identifier: MIT */
#include "load/mention.h"

#include <string.h>

static const char scheme[] = "series:";

/* The next "${" that is meant; NULL: there is none. */
static char *find_open(const char *text)
{
    for (const char *c = text; (c = strstr(c, "${")) != NULL; c += 2)
        if (c == text || c[-1] != '$')
            return (char *)(gsize)c;
    return NULL;
}

/* Where `at` stands, of the text of `node`. */
static struct bp_source place(const struct bp_prose *node, const char *at)
{
    struct bp_source source = node->source;
    if (node->literal)
        source.column += (int)g_utf8_strlen(node->text, at - node->text);
    return source;
}

/* "$${" becomes "${". */
static void unescape(struct bp_reader *reader, struct bp_prose *node)
{
    const char *escape = strstr(node->text, "$${");
    if (!escape)
        return;
    char *text = bp_arena_string(reader->arena, node->text, strlen(node->text));
    for (char *at = text; (at = strstr(at, "$${")) != NULL; at += 2)
        memmove(at, at + 1, strlen(at));
    node->text = text;
    node->literal = false;
}

static struct bp_mention *add_mention(struct bp_reader *reader, const char *reference,
                                      size_t length, struct bp_source source)
{
    struct bp_mention *mention = bp_arena_new(reader->arena, sizeof *mention);
    mention->reference = bp_arena_string(reader->arena, reference, length);
    mention->source = source;
    g_ptr_array_add(reader->mentions, mention);
    return mention;
}

/* Gathers what stands between "${" and "}", which may be on a later line; the TEXT in which it ends
 * and its "}", or NULL with a report. */
static struct bp_prose *gather(struct bp_reader *reader, struct bp_prose *node, const char *open,
                               GString *reference, const char **close)
{
    const struct bp_source at = place(node, open);
    const char *from = open + 2;
    while (!(*close = strchr(from, '}'))) {
        struct bp_prose *next = node->next ? node->next->next : NULL;
        if (!next || node->next->kind != BP_PROSE_SPACE || next->kind != BP_PROSE_TEXT) {
            bp_report_error(reader->report, &at, "bad-reference",
                            "no “}” closes this “${”; write one after what is said of the series, "
                            "or $${ for the signs themselves");
            return NULL;
        }
        g_string_append_printf(reference, "%s ", from);
        node = next;
        from = node->text;
    }
    g_string_append_len(reference, from, *close - from);
    return node;
}

/* Parts a TEXT at its first reference; what is left of the text after it, or NULL. */
static struct bp_prose *split(struct bp_reader *reader, struct bp_prose *node, const char *open)
{
    GString *reference = g_string_new(NULL);
    const char *close;
    const struct bp_prose *end = gather(reader, node, open, reference, &close);
    struct bp_prose *rest = NULL;
    if (end) {
        struct bp_prose *mention = bp_arena_new(reader->arena, sizeof *mention);
        mention->kind = BP_PROSE_MENTION;
        mention->source = place(node, open);
        mention->mention = add_mention(reader, reference->str, reference->len, mention->source);
        rest = bp_arena_copy(reader->arena, end, 1, sizeof *end);
        rest->source = place(end, close + 1);
        rest->text = close + 1;
        mention->next = *rest->text ? rest : rest->next;
        rest = *rest->text ? rest : NULL;
        node->text = bp_arena_string(reader->arena, node->text, (size_t)(open - node->text));
        if (*node->text)
            node->next = mention;
        else
            *node = *mention;
    }
    g_string_free(reference, TRUE);
    return rest;
}

/* Parts a TEXT at all its references; the last of its parts. */
static struct bp_prose *split_all(struct bp_reader *reader, struct bp_prose *node)
{
    for (;;) {
        const char *open = find_open(node->text);
        struct bp_prose *rest = open ? split(reader, node, open) : NULL;
        if (node->kind == BP_PROSE_TEXT)
            unescape(reader, node);
        if (!rest)
            return open && node->kind == BP_PROSE_TEXT && node->next &&
                           node->next->kind == BP_PROSE_MENTION
                       ? node->next
                       : node;
        node = rest;
    }
}

struct bp_words bp_mention_words(struct bp_reader *reader, struct bp_words words)
{
    if (!reader->mentions || !words.text || !strstr(words.text, "${"))
        return words;
    struct bp_prose *text = bp_arena_new(reader->arena, sizeof *text);
    text->kind = BP_PROSE_TEXT;
    text->source = words.source;
    text->text = words.text;
    text->literal = words.literal;
    split_all(reader, text);
    words.parts = text;
    return words;
}

static void gather_words(const struct bp_prose *prose, GString *out)
{
    for (const struct bp_prose *child = prose->first; child; child = child->next) {
        if (child->kind == BP_PROSE_TEXT || child->kind == BP_PROSE_CODE)
            g_string_append(out, child->text);
        else if (child->kind == BP_PROSE_SPACE || child->kind == BP_PROSE_BREAK)
            g_string_append_c(out, ' ');
        gather_words(child, out);
    }
}

/* In a link's address a dot, a plus and %20 stand for a space, and "change" alone is from last
 * year. */
static void read_address(const char *address, GString *reference)
{
    for (const char *c = address; *c; c++) {
        bool space = *c == '.' || *c == '+' || strncmp(c, "%20", 3) == 0;
        g_string_append_c(reference, space ? ' ' : *c);
        c += *c == '%' && space ? 2 : 0;
    }
    g_strchomp(reference->str);
    g_string_set_size(reference, strlen(reference->str));
    if (g_str_has_suffix(reference->str, " change"))
        g_string_append(reference, " from last year");
}

/* A link to a series says nothing to a reader: its words stay. */
static void read_link(struct bp_reader *reader, struct bp_prose *link)
{
    GString *reference = g_string_new(NULL), *words = g_string_new(NULL);
    gather_words(link, words);
    read_address(link->target + strlen(scheme), reference);
    link->kind = BP_PROSE_MENTION;
    link->target = NULL;
    link->mention = add_mention(reader, reference->str, reference->len, link->source);
    link->mention->claim = bp_arena_string(reader->arena, words->str, words->len);
    g_string_free(words, TRUE);
    g_string_free(reference, TRUE);
}

void bp_mention_prose(struct bp_reader *reader, struct bp_prose *root)
{
    if (!reader->mentions || !root)
        return;
    for (struct bp_prose *node = root->first; node; node = node->next) {
        if (node->kind == BP_PROSE_TEXT)
            node = split_all(reader, node);
        else if (node->kind == BP_PROSE_LINK && node->target &&
                 g_ascii_strncasecmp(node->target, scheme, strlen(scheme)) == 0)
            read_link(reader, node);
        else if (node->kind == BP_PROSE_IMAGE && find_open(node->text))
            bp_report_error(reader->report, &node->source, "bad-reference",
                            "the words of a picture can't take figures of a series; write the "
                            "figures, or $${ for the signs themselves");
        bp_mention_prose(reader, node);
    }
}
