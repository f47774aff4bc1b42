/* SPDX-License-Identifier: MIT */
#include "load/amount.h"

#include <string.h>

enum { LONGEST = 60 };

static const char *const missing[] = {"-",   "–",          "—",       "na",   "n/a", "#n/a",
                                      "..",  "...",        ":",       "x",    "z",   "[x]",
                                      "[z]", "nil return", "#div/0!", "null", "n.a", "n.a."};
static const char *const suppressed[] = {"*", "**", "c", "[c]", "[low]", "suppressed"};
static const char *const broken[] = {"#ref!", "#value!", "#name?", "#num!", "#null!", "#error!"};

/* What may stand after a number, and what it says. */
static const struct mark {
    const char *text;
    bool provisional;
    bool revised;
} marks[] = {
    {"[p]", true, false},  {"(p)", true, false},  {"p", true, false},
    {"[r]", false, true},  {"(r)", false, true},  {"r", false, true},
    {"[e]", false, false}, {"[b]", false, false}, {"[u]", false, false},
};

static bool is_one_of(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (g_ascii_strcasecmp(text, words[i]) == 0)
            return true;
    return false;
}

/* In place: spaces of every width become plain ones, and none stand around. */
static char *plain_spaces(char *text)
{
    char *to = text;
    for (const char *at = text, *next; *at; at = next) {
        next = g_utf8_next_char(at);
        if (g_unichar_isspace(g_utf8_get_char(at))) {
            *to++ = ' ';
        } else {
            memmove(to, at, (size_t)(next - at));
            to += next - at;
        }
    }
    *to = '\0';
    return g_strstrip(text);
}

static bool cut_start(char **text, const char *start)
{
    if (!g_str_has_prefix(*text, start))
        return false;
    *text += strlen(start);
    *text += strspn(*text, " ");
    return true;
}

static bool cut_end(char *text, const char *end)
{
    size_t length = strlen(text), size = strlen(end);
    if (length <= size || g_ascii_strcasecmp(text + length - size, end) != 0)
        return false;
    text[length - size] = '\0';
    g_strchomp(text);
    return true;
}

/* "<5", "≤ 10" */
static bool is_under(char *text)
{
    return (cut_start(&text, "<") || cut_start(&text, "≤")) && *text &&
           strspn(text, "0123456789") == strlen(text);
}

/* Digits in groups of three, or in one; moves over them and leaves out what parts them. */
static bool take_whole(const char **text, const char *separators, GString *digits)
{
    const char *at = *text;
    size_t run = strspn(at, "0123456789");
    char separator = '\0';
    g_string_append_len(digits, at, (gssize)run);
    at += run;
    while (*at && strchr(separators, *at) && g_ascii_isdigit(at[1])) {
        if (run > 3 || run == 0 || (separator && *at != separator) ||
            strspn(at + 1, "0123456789") != 3)
            return false;
        separator = *at;
        g_string_append_len(digits, at + 1, 3);
        at += 4;
    }
    *text = at;
    return true;
}

/* The number without its signs; decimals after the ninth are rounded. */
static bool read_unsigned(const char *text, bool comma, struct bp_decimal *value)
{
    GString *digits = g_string_new(NULL);
    bool good = take_whole(&text, comma ? ". " : ", ", digits);
    bool some = digits->len > 0;
    if (good && *text == (comma ? ',' : '.')) {
        size_t run = strspn(++text, "0123456789");
        size_t kept = MIN(run, (size_t)BP_DECIMAL_MOST_SCALE);
        if (!some)
            g_string_append_c(digits, '0');
        g_string_append_c(digits, '.');
        g_string_append_len(digits, text, (gssize)kept);
        some = run > 0;
        good = some && bp_decimal_parse(digits->str, value);
        if (good && run > kept && text[kept] >= '5') {
            const struct bp_decimal last = {1, BP_DECIMAL_MOST_SCALE};
            good = bp_decimal_add(*value, last, value);
        }
        text += run;
    } else if (good) {
        good = bp_decimal_parse(digits->str, value);
    }
    g_string_free(digits, TRUE);
    return good && some && !*text;
}

static void cut_marks(char *text, struct bp_amount *amount)
{
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
        if (cut_end(text, marks[i].text)) {
            amount->provisional = marks[i].provisional;
            amount->revised = marks[i].revised;
            return;
        }
    }
}

static bool cut_sign(char **text, bool *negative)
{
    bool minus = cut_start(text, "-") || cut_start(text, "−") || cut_start(text, "–");
    *negative = *negative || minus;
    return minus || cut_start(text, "+");
}

static void read_number(char *text, bool comma, struct bp_amount *amount)
{
    bool negative = false;
    cut_marks(text, amount);
    if (*text == '(' && cut_end(text, ")")) {
        negative = true;
        cut_start(&text, "(");
    } else if (cut_end(text, "-")) {
        negative = true;
    }
    bool sign = !negative && cut_sign(&text, &negative);
    if (cut_start(&text, "£") || cut_start(&text, "€") || cut_start(&text, "$"))
        if (!sign && !negative)
            cut_sign(&text, &negative);
    amount->percent = cut_end(text, "%");
    if (!read_unsigned(text, comma, &amount->value)) {
        amount->kind = BP_AMOUNT_WRONG;
        return;
    }
    if (negative)
        amount->value = bp_decimal_negate(amount->value);
}

struct bp_amount bp_amount_read(const char *text, bool comma)
{
    struct bp_amount amount = {BP_AMOUNT_WRONG, {0, 0}, false, false, false};
    char copy[LONGEST];
    text += strspn(text, " \t");
    if (!*text)
        amount.kind = BP_AMOUNT_MISSING;
    if (!*text || strlen(text) >= sizeof copy)
        return amount;
    g_strlcpy(copy, text, sizeof copy);
    char *plain = plain_spaces(copy);
    if (!*plain || is_one_of(plain, missing, G_N_ELEMENTS(missing)))
        amount.kind = BP_AMOUNT_MISSING;
    else if (is_one_of(plain, suppressed, G_N_ELEMENTS(suppressed)) || is_under(plain))
        amount.kind = BP_AMOUNT_SUPPRESSED;
    else if (is_one_of(plain, broken, G_N_ELEMENTS(broken)) ||
             (*plain == '#' && strspn(plain, "#") == strlen(plain)))
        amount.kind = BP_AMOUNT_BROKEN;
    else {
        amount.kind = BP_AMOUNT_NUMBER;
        read_number(plain, comma, &amount);
    }
    return amount;
}
