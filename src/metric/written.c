/* SPDX-License-Identifier: MIT */
#include "metric/written.h"

#include <string.h>

enum { MOST_DIGITS = 15 };

#define MINUS       "\xE2\x88\x92"
#define EN_DASH     "\xE2\x80\x93"
#define FIXED_SPACE "\xC2\xA0"

static bool is_letter(const char *at)
{
    return g_unichar_isalpha(g_utf8_get_char(at));
}

/* The character before `at`, or "". */
static const char *before(const char *start, const char *at)
{
    return at > start ? g_utf8_prev_char(at) : "";
}

static bool ends_with(const char *start, const char *at, const char *sign)
{
    size_t length = strlen(sign);
    return (size_t)(at - start) >= length && memcmp(at - length, sign, length) == 0;
}

size_t bp_written_word(const char *text, const struct bp_look *look, const char *wording)
{
    const char *words = bp_look_literal(look, wording);
    for (const char *word = words; word && *word;) {
        size_t length = strcspn(word, ",");
        if (length > 0 && g_ascii_strncasecmp(text, word, length) == 0 && !is_letter(text + length))
            return length;
        word += length;
        word += strspn(word, ", ");
    }
    return 0;
}

bool bp_written_says(const char *text, const struct bp_look *look, const char *wording)
{
    for (const char *at = text; *at; at = g_utf8_next_char(at))
        if ((at == text || !is_letter(g_utf8_prev_char(at))) && is_letter(at) &&
            bp_written_word(at, look, wording) > 0)
            return true;
    return false;
}

/* Past a word at `at`, with a space before it or none; `at` where another one stands there. */
static const char *pass_word(const char *at, const struct bp_look *look, const char *wording)
{
    const char *word = at;
    if (g_str_has_prefix(word, FIXED_SPACE))
        word += strlen(FIXED_SPACE);
    else if (*word == ' ' || *word == '-')
        word++;
    size_t length = bp_written_word(word, look, wording);
    return length > 0 ? word + length : at;
}

/* "12,345.6": past its end. False: more digits than any figure has. */
static bool read_digits(const char **at, struct bp_written *written)
{
    const char *c = *at;
    int n = 0;
    written->value = (struct bp_decimal){0, 0};
    for (bool point = false;; c++) {
        bool comma = *c == ',' && !point && n > 0 && g_ascii_isdigit(c[1]) &&
                     g_ascii_isdigit(c[2]) && g_ascii_isdigit(c[3]) && !g_ascii_isdigit(c[4]);
        if (*c == '.' && !point && g_ascii_isdigit(c[1])) {
            point = true;
            written->plain = false;
        } else if (comma) {
            written->plain = false;
        } else if (g_ascii_isdigit(*c)) {
            n++;
            if (n > MOST_DIGITS || written->value.scale == BP_DECIMAL_MOST_SCALE)
                return false;
            written->value.digits = written->value.digits * 10 + (*c - '0');
            written->value.scale += point;
        } else {
            break;
        }
    }
    *at = c;
    return true;
}

/* The signs before the digits at `digits`. */
static void read_signs(const char *start, const char *digits, struct bp_written *written)
{
    static const struct {
        const char *text;
        int sign;
    } signs[] = {{"+", 1}, {"-", -1}, {MINUS, -1}, {EN_DASH, -1}};
    const char *at = digits, *money = before(start, at);
    if (*money && g_unichar_type(g_utf8_get_char(money)) == G_UNICODE_CURRENCY_SYMBOL) {
        at = money;
        written->plain = false;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
        const char *sign = at - strlen(signs[i].text);
        if (!ends_with(start, at, signs[i].text) ||
            g_unichar_isalnum(g_utf8_get_char(before(start, sign))))
            continue;
        written->sign = signs[i].sign;
        written->plain = false;
        at = sign;
        break;
    }
    written->at = at;
}

/* What stands after the digits. */
static const char *read_words(const char *at, const struct bp_look *look,
                              struct bp_written *written)
{
    static const struct {
        const char *wording;
        int power;
    } powers[] = {{"figure-thousand", 3}, {"figure-million", 6}, {"figure-billion", 9}};
    for (size_t i = 0; i < G_N_ELEMENTS(powers) && written->power == 0; i++) {
        const char *end = pass_word(at, look, powers[i].wording);
        written->power = end > at ? powers[i].power : 0;
        at = end;
    }
    const char *end = *at == '%' ? at + 1 : pass_word(at, look, "figure-percent");
    written->percent = end > at;
    end = written->percent ? end : pass_word(at, look, "figure-points");
    written->points = !written->percent && end > at;
    if (end > at || written->power > 0)
        written->plain = false;
    return end;
}

/* Past a number that is part of a name or a date: "2020/21", "Q1", "10:30". */
static const char *pass_name(const char *at)
{
    while (*at && (g_unichar_isalnum(g_utf8_get_char(at)) ||
                   (strchr("/:.-", *at) && g_ascii_isalnum(at[1]))))
        at = g_utf8_next_char(at);
    return at;
}

static bool is_joined(const char *at)
{
    return (*at == '/' || *at == ':') && g_ascii_isdigit(at[1]);
}

static bool is_month(const char *digits, const char *end)
{
    return end - digits == 4 && *end == '-' && g_ascii_isdigit(end[1]) && g_ascii_isdigit(end[2]);
}

/* The figure whose digits begin at `digits`; NULL, with the place after it, when it is none. */
static bool read_figure(const char *start, const char *digits, const struct bp_look *look,
                        struct bp_written *written, const char **end)
{
    const char *at = digits, *last = before(start, digits);
    *written = (struct bp_written){.plain = true};
    *end = pass_name(digits);
    if (is_letter(last) || *last == '/' || !read_digits(&at, written) || is_joined(at) ||
        is_month(digits, at))
        return false;
    read_signs(start, digits, written);
    const char *words = read_words(at, look, written);
    if (words == at && is_letter(at))
        return false; /* "1st", "3D" */
    *end = words;
    written->length = (size_t)(words - written->at);
    return true;
}

bool bp_written_next(const char *start, const char *text, const struct bp_look *look,
                     struct bp_written *written)
{
    for (const char *at = text; *at;) {
        const char *end;
        if (!g_ascii_isdigit(*at))
            at = g_utf8_next_char(at);
        else if (read_figure(start, at, look, written, &end))
            return true;
        else
            at = end;
    }
    return false;
}

bool bp_written_fits(const struct bp_written *written, struct bp_decimal value)
{
    static const int64_t tens[] = {1, 1000, 1000000, 1000000000};
    struct bp_decimal rounded;
    value = value.digits < 0 ? bp_decimal_negate(value) : value;
    return bp_decimal_ratio(value, bp_decimal_whole(tens[written->power / 3]), 1,
                            written->value.scale, &rounded) &&
           bp_decimal_compare(rounded, written->value) == 0;
}
