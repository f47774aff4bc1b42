/* SPDX-License-Identifier: MIT */
/*
 * A period's words are cut into signs (a number of four digits, a month's name, "Q1") whose letters
 * make a word: "Q1 2021/22" is "qyn". The forms are such words, in one table.
 */
#include "load/period.h"

#include <string.h>

#include "load/when.h"

enum { MOST_SIGNS = 5, LONGEST = 60 };

/* Letters: y four digits, n one or two, s six, m a month's name, q a quarter, w "week" or "W",
 * M "M" alone, f "FY" or "CY". */
struct signs {
    char word[MOST_SIGNS + 1];
    int values[MOST_SIGNS];
    int count;
};

/* What the signs of a form give, in their order: Y the year, Z the year after it, N month, quarter
 * or week, A the quarter's first month and B its last, "-" nothing, S year and month in one. */
static const struct form {
    enum bp_period_kind kind;
    const char *word;
    const char *gives;
} forms[] = {
    {BP_PERIOD_WEEK, "wny", "-NY"},
    {BP_PERIOD_WEEK, "ywn", "Y-N"},
    {BP_PERIOD_MONTH, "mn", "NY"},
    {BP_PERIOD_MONTH, "my", "NY"},
    {BP_PERIOD_MONTH, "ym", "YN"},
    {BP_PERIOD_MONTH, "yn", "YN"},
    {BP_PERIOD_MONTH, "ny", "NY"},
    {BP_PERIOD_MONTH, "yMn", "Y-N"},
    {BP_PERIOD_MONTH, "s", "S"},
    {BP_PERIOD_QUARTER, "yq", "YN"},
    {BP_PERIOD_QUARTER, "qy", "NY"},
    {BP_PERIOD_QUARTER, "nq", "YN"},
    {BP_PERIOD_QUARTER, "qn", "NY"},
    {BP_PERIOD_QUARTER, "mmy", "ABY"},
    {BP_PERIOD_YEAR, "y", "Y"},
    {BP_PERIOD_YEAR, "fy", "-Y"},
    {BP_PERIOD_FINANCIAL_QUARTER, "ynq", "YZN"},
    {BP_PERIOD_FINANCIAL_QUARTER, "yyq", "YZN"},
    {BP_PERIOD_FINANCIAL_QUARTER, "qyn", "NYZ"},
    {BP_PERIOD_FINANCIAL_QUARTER, "qyy", "NYZ"},
    {BP_PERIOD_FINANCIAL_QUARTER, "nnq", "YZN"},
    {BP_PERIOD_FINANCIAL_QUARTER, "qnn", "NYZ"},
    {BP_PERIOD_FINANCIAL_QUARTER, "fynq", "-YZN"},
    {BP_PERIOD_FINANCIAL_QUARTER, "fnnq", "-YZN"},
    {BP_PERIOD_FINANCIAL_QUARTER, "qfnn", "N-YZ"},
    {BP_PERIOD_FINANCIAL_QUARTER, "qfyn", "N-YZ"},
    {BP_PERIOD_FINANCIAL_QUARTER, "mmy", "ABY"},
    {BP_PERIOD_FINANCIAL_YEAR, "yn", "YZ"},
    {BP_PERIOD_FINANCIAL_YEAR, "yy", "YZ"},
    {BP_PERIOD_FINANCIAL_YEAR, "nn", "YZ"},
    {BP_PERIOD_FINANCIAL_YEAR, "fnn", "-YZ"},
    {BP_PERIOD_FINANCIAL_YEAR, "fyn", "-YZ"},
    {BP_PERIOD_FINANCIAL_YEAR, "fyy", "-YZ"},
};

static const struct {
    const char *noun;
    const char *example;
} kinds[] = {
    [BP_PERIOD_DAY] = {"a day", "2022-03-16"},
    [BP_PERIOD_WEEK] = {"a week", "2022-W11"},
    [BP_PERIOD_MONTH] = {"a month", "2022-03"},
    [BP_PERIOD_QUARTER] = {"a quarter", "2022-Q1"},
    [BP_PERIOD_YEAR] = {"a year", "2022"},
    [BP_PERIOD_FINANCIAL_QUARTER] = {"a financial quarter", "2021/22 Q4"},
    [BP_PERIOD_FINANCIAL_YEAR] = {"a financial year", "2021/22"},
};

/* 1 to 12, or 0: whole names, their first three letters, "Sept". */
static int read_month(const char *letters, size_t length)
{
    static const char *const months[] = {"january",   "february", "march",    "april",
                                         "may",       "june",     "july",     "august",
                                         "september", "october",  "november", "december"};
    for (int i = 0; i < 12; i++)
        if ((length == 3 || length == strlen(months[i]) || (i == 8 && length == 4)) &&
            g_ascii_strncasecmp(months[i], letters, length) == 0)
            return i + 1;
    return 0;
}

static bool is_word(const char *letters, size_t length, const char *word)
{
    return length == strlen(word) && g_ascii_strncasecmp(letters, word, length) == 0;
}

/* The sign of letters; 0 for words that are none. */
static char letter_sign(const char *letters, size_t length, int *value)
{
    *value = read_month(letters, length);
    if (*value)
        return 'm';
    if (is_word(letters, length, "q") || is_word(letters, length, "qtr") ||
        is_word(letters, length, "quarter"))
        return 'q';
    if (is_word(letters, length, "w") || is_word(letters, length, "wk") ||
        is_word(letters, length, "week"))
        return 'w';
    if (is_word(letters, length, "m"))
        return 'M';
    return is_word(letters, length, "fy") || is_word(letters, length, "cy") ? 'f' : '\0';
}

static bool add_sign(struct signs *signs, char sign, int value)
{
    if (signs->count == MOST_SIGNS || !sign)
        return false;
    /* the number after "Q" is the quarter's */
    if (sign == 'n' && signs->count > 0 && signs->word[signs->count - 1] == 'q' &&
        signs->values[signs->count - 1] == 0) {
        signs->values[signs->count - 1] = value;
        return value > 0;
    }
    signs->word[signs->count] = sign;
    signs->values[signs->count++] = value;
    return true;
}

static bool read_signs(const char *text, struct signs *signs)
{
    static const char digits[] = "0123456789";
    static const char number[] = "-nn-y-s";
    *signs = (struct signs){.count = 0};
    while (*text) {
        size_t n = strspn(text, digits), length = 0;
        int value = 0;
        while (g_ascii_isalpha(text[length]))
            length++;
        char sign = '\0';
        if (n > 0 && n < sizeof number - 1 && number[n] != '-') {
            sign = number[n];
            value = (int)g_ascii_strtoll(text, NULL, 10);
        } else if (length > 0) {
            sign = letter_sign(text, length, &value);
        } else if (n == 0 && strchr(" -/,.", *text)) {
            text++;
            continue;
        } else if (g_str_has_prefix(text, "–")) {
            text += strlen("–");
            continue;
        }
        if (!add_sign(signs, sign, value))
            return false;
        text += n + length;
    }
    return signs->count > 0;
}

/* Of two digits. */
static int whole_year(int year)
{
    return year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year;
}

/* What a form gave. */
struct parts {
    int year;
    int next; /* 0: not said */
    int number;
    int first;
    int last;
};

static struct parts take(const struct form *form, const struct signs *signs)
{
    struct parts parts = {0};
    for (int i = 0; i < signs->count; i++) {
        int value = signs->values[i];
        if (form->gives[i] == 'Y')
            parts.year = signs->word[i] == 'y' ? value : whole_year(value);
        else if (form->gives[i] == 'Z')
            parts.next = value;
        else if (form->gives[i] == 'N')
            parts.number = value;
        else if (form->gives[i] == 'A')
            parts.first = value;
        else if (form->gives[i] == 'B')
            parts.last = value;
        else if (form->gives[i] == 'S')
            parts = (struct parts){.year = value / 100, .number = value % 100};
    }
    return parts;
}

/* The parts in the form of our own files, which bp_period_parse() then checks. */
static void print_parts(const struct parts *parts, enum bp_period_kind kind, char code[LONGEST])
{
    if (kind == BP_PERIOD_WEEK)
        g_snprintf(code, LONGEST, "%04d-W%02d", parts->year, parts->number);
    else if (kind == BP_PERIOD_MONTH)
        g_snprintf(code, LONGEST, "%04d-%02d", parts->year, parts->number);
    else if (kind == BP_PERIOD_QUARTER)
        g_snprintf(code, LONGEST, "%04d-Q%d", parts->year, parts->number);
    else if (kind == BP_PERIOD_FINANCIAL_QUARTER)
        g_snprintf(code, LONGEST, "%04d/%02d Q%d", parts->year, parts->next % 100, parts->number);
    else if (kind == BP_PERIOD_FINANCIAL_YEAR)
        g_snprintf(code, LONGEST, "%04d/%02d", parts->year, parts->next % 100);
    else
        g_snprintf(code, LONGEST, "%04d", parts->year);
}

static bool make_period(const struct parts *parts, enum bp_period_kind kind,
                        struct bp_period *period)
{
    char code[LONGEST];
    if (parts->first > 0) {
        struct bp_date day = {parts->year, parts->first, 1};
        *period = bp_period_of(kind, day);
        return parts->year > 0 && parts->first % 3 == 1 && parts->last == parts->first + 2;
    }
    if (parts->next > 100 && parts->next != parts->year + 1)
        return false;
    print_parts(parts, kind, code);
    return bp_period_parse(code, kind, period);
}

/* A time after the day, as databases print it: "2021-04-01T00:00:00". */
static void cut_time(char *text)
{
    char *colon = strchr(text, ':');
    if (!colon || colon - text < 8)
        return;
    for (char *at = colon; at > text; at--) {
        if (*at == ' ' || *at == 'T') {
            *at = '\0';
            return;
        }
    }
}

/* "01/04/2021", "2021-04-01": three numbers parted by one sign. */
static bool read_numbers(const char *text, enum bp_day_order order, struct bp_date *day)
{
    int numbers[3], digits[3];
    char sign = '\0';
    for (int i = 0; i < 3; i++) {
        digits[i] = (int)strspn(text, "0123456789");
        if (digits[i] == 0 || digits[i] > 4)
            return false;
        numbers[i] = (int)g_ascii_strtoll(text, NULL, 10);
        text += digits[i];
        if (i == 2)
            break;
        if (!*text || !strchr("/-.", *text) || (sign && *text != sign))
            return false;
        sign = *text++;
    }
    bool year_first = digits[0] == 4;
    /* either end of 01-04-21 may be the year, unless the file says what comes first */
    bool known = year_first || digits[2] == 4 || sign != '-' || order != BP_DAY_ORDER_UNSAID;
    bool month_first = order == BP_MONTH_FIRST;
    if (year_first)
        *day = (struct bp_date){numbers[0], numbers[1], numbers[2]};
    else
        *day = (struct bp_date){digits[2] == 4 ? numbers[2] : whole_year(numbers[2]),
                                numbers[month_first ? 0 : 1], numbers[month_first ? 1 : 0]};
    return !*text && known && (!year_first || digits[2] <= 2);
}

static bool read_day(const char *text, enum bp_day_order order, struct bp_date *day)
{
    if (strspn(text, "0123456789/-.") < strlen(text) || !strpbrk(text, "/-."))
        return bp_when_guess_date(text, day);
    return read_numbers(text, order, day) && day->year >= 1000 && day->month >= 1 &&
           day->month <= 12 && day->day >= 1 &&
           day->day <= bp_date_month_days(day->year, day->month);
}

static bool read_serial(const char *text, struct bp_date *day)
{
    /* Excel counts a 29 February 1900, so that only from March on its day 1 is 31 December 1899 */
    static const struct bp_date zero = {1899, 12, 30};
    enum { FIRST = 61, LAST = 109574 };
    size_t length = strspn(text, "0123456789");
    int serial = length < 7 ? (int)g_ascii_strtoll(text, NULL, 10) : 0;
    const char *rest = text + length;
    if (*rest == '.') /* the time is a fraction of the day */
        rest += 1 + strspn(rest + 1, "0123456789");
    if (*rest || serial < FIRST || serial > LAST)
        return false;
    *day = bp_date_plus(zero, serial);
    return true;
}

/* "w/c " and "w/e " before a day of a week. */
static const char *skip_week_of(const char *text)
{
    static const char *const prefixes[] = {"w/c", "w/e", "week commencing", "week ending",
                                           "week beginning"};
    for (size_t i = 0; i < G_N_ELEMENTS(prefixes); i++)
        if (g_ascii_strncasecmp(text, prefixes[i], strlen(prefixes[i])) == 0)
            return text + strlen(prefixes[i]) + strspn(text + strlen(prefixes[i]), " :");
    return text;
}

bool bp_period_guess(const char *text, const struct bp_period_form *form, struct bp_period *period)
{
    char cut[LONGEST];
    struct signs signs;
    struct bp_date day;
    if (strlen(text) >= LONGEST || !strpbrk(text, "0123456789"))
        return false;
    if (form->excel_serials && read_serial(text, &day)) {
        *period = bp_period_of(form->kind, day);
        return true;
    }
    g_strlcpy(cut, form->kind == BP_PERIOD_WEEK ? skip_week_of(text) : text, sizeof cut);
    cut_time(cut);
    if (read_signs(cut, &signs))
        for (size_t i = 0; i < G_N_ELEMENTS(forms); i++)
            if (forms[i].kind == form->kind && strcmp(forms[i].word, signs.word) == 0) {
                struct parts parts = take(&forms[i], &signs);
                return make_period(&parts, form->kind, period);
            }
    if (!read_day(cut, form->order, &day))
        return false;
    *period = bp_period_of(form->kind, day);
    return true;
}

const char *bp_period_example(enum bp_period_kind kind)
{
    return kinds[kind].example;
}

const char *bp_period_noun(enum bp_period_kind kind)
{
    return kinds[kind].noun;
}

/* Of another kind, but good: the series' kind or the words are wrong. */
static bool report_kind(struct bp_reader *reader, const struct bp_yaml *node, const char *words,
                        enum bp_period_kind kind)
{
    struct bp_period other;
    for (int i = 0; bp_period_kinds[i]; i++) {
        if (!bp_period_parse(words, (enum bp_period_kind)i, &other))
            continue;
        bp_report_error(reader->report, &node->source, "bad-period",
                        "“%s” is %s, but “period” says %s; write %s, as in %s", words,
                        kinds[i].noun, bp_period_kinds[kind], kinds[kind].noun,
                        kinds[kind].example);
        return true;
    }
    return false;
}

int bp_period_other_kind(const char *text, const struct bp_period_form *form)
{
    /* a day of a longer period would be one of it too */
    static const enum bp_period_kind order[] = {
        BP_PERIOD_DAY,     BP_PERIOD_WEEK, BP_PERIOD_MONTH,         BP_PERIOD_FINANCIAL_QUARTER,
        BP_PERIOD_QUARTER, BP_PERIOD_YEAR, BP_PERIOD_FINANCIAL_YEAR};
    for (size_t i = 0; i < G_N_ELEMENTS(order); i++) {
        struct bp_period_form other = *form;
        struct bp_period period;
        other.kind = order[i];
        if (other.kind != form->kind && bp_period_guess(text, &other, &period))
            return (int)other.kind;
    }
    return -1;
}

bool bp_period_read(struct bp_reader *reader, const struct bp_yaml *node, const char *key,
                    enum bp_period_kind kind, struct bp_period *period)
{
    const struct bp_period_form form = {.kind = kind};
    const char *words = bp_reader_words(reader, node, key).text;
    if (!words)
        return false;
    if (bp_period_parse(words, kind, period))
        return true;
    if (report_kind(reader, node, words, kind))
        return false;
    if (bp_period_guess(words, &form, period))
        bp_report_error(reader->report, &node->source, "bad-period",
                        "“%s” is not how %s is written here; write %s",
                        bp_reader_clip(reader, words), kinds[kind].noun,
                        bp_period_code(*period, reader->arena));
    else
        bp_report_error(reader->report, &node->source, "bad-period",
                        "“%s” is not %s; write it as in %s", bp_reader_clip(reader, words),
                        kinds[kind].noun, kinds[kind].example);
    return false;
}
