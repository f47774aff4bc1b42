/* SPDX-License-Identifier: MIT */
#include "pdf.h"

#include <glib.h>
#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "process.h"

#define MOST_PLAIN ((size_t)64 << 20)

/* A stream object of the file; `next` is where the object after it begins. */
struct stream {
    const char *dictionary;
    gssize dictionary_size;
    const char *data;
    size_t size;
    const char *next;
};

/* The whole number after `key`, or -1. */
static long number_after(const char *text, gssize size, const char *key)
{
    const char *found = g_strstr_len(text, size, key);

    return found ? strtol(found + strlen(key), NULL, 10) : -1;
}

static bool read_stream(const char *at, const char *end, struct stream *stream)
{
    static const char begin[] = ">>\nstream\n", close[] = "\nendstream\nendobj\n";
    const char *data = g_strstr_len(at, end - at, begin);
    long size;

    if (!data)
        return false;
    stream->dictionary = at;
    stream->dictionary_size = data - at;
    stream->data = data + strlen(begin);
    size = number_after(at, stream->dictionary_size, "/Length ");
    if (size < 0 || size > end - stream->data - (long)strlen(close))
        return false;
    stream->size = (size_t)size;
    stream->next = stream->data + size + strlen(close);
    return memcmp(stream->data + size, close, strlen(close)) == 0;
}

static bool inflate(const struct stream *stream, GString *plain)
{
    struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
    enum libdeflate_result result = LIBDEFLATE_INSUFFICIENT_SPACE;
    size_t size = 0;

    for (size_t room = 1 << 16; room <= MOST_PLAIN && result == LIBDEFLATE_INSUFFICIENT_SPACE;
         room *= 2) {
        g_string_set_size(plain, room);
        result = libdeflate_zlib_decompress(decompressor, stream->data, stream->size, plain->str,
                                            room, &size);
    }
    libdeflate_free_decompressor(decompressor);
    if (result != LIBDEFLATE_SUCCESS)
        return false;
    g_string_set_size(plain, size);
    return true;
}

/* Structure elements name their parent; number trees are the parent tree, page labels aside. */
static bool is_tag(const char *object, gssize size)
{
    return (g_str_has_prefix(object, "<</S/") && g_strstr_len(object, size, "/P ")) ||
           (g_strstr_len(object, size, "/Nums[") && g_strstr_len(object, size, "/Limits[")) ||
           g_strstr_len(object, size, "/StructTreeRoot/K");
}

static bool add_objects(const struct stream *stream, struct bp_pdf_facts *facts)
{
    GString *plain = g_string_new(NULL);
    long count = number_after(stream->dictionary, stream->dictionary_size, "/N ");
    long first = number_after(stream->dictionary, stream->dictionary_size, "/First ");
    bool done = count > 0 && first > 0 && inflate(stream, plain) && first < (long)plain->len;
    long tags = 0, bodies = done ? (long)plain->len - first : 1;
    char *index = plain->str;

    for (long i = 0; done && i < count; i++) {
        long start, end;
        char *ahead;

        strtol(index, &index, 10);
        start = strtol(index, &index, 10);
        strtol(index, &ahead, 10);
        end = i + 1 < count ? strtol(ahead, NULL, 10) : bodies;
        done = 0 <= start && start < end && end <= bodies;
        if (done && is_tag(plain->str + first + start, end - start))
            tags += end - start;
    }
    facts->tag_bytes += (double)stream->size * (double)tags / (double)bodies;
    g_string_free(plain, TRUE);
    return done;
}

bool bp_pdf_look(const char *path, struct bp_pdf_facts *facts)
{
    char *bytes = NULL;
    gsize size = 0;
    bool done = g_file_get_contents(path, &bytes, &size, NULL);
    const char *end = bytes + size, *at = done ? g_strstr_len(bytes, (gssize)size, "\n%") : NULL;
    struct stream stream;

    *facts = (struct bp_pdf_facts){.bytes = (double)size};
    at = at ? memchr(at + 1, '\n', (size_t)(end - at - 1)) : NULL;
    done = at != NULL;
    for (at = done ? at + 1 : end; done && at < end && !g_str_has_prefix(at, "startxref");
         at = stream.next) {
        done = read_stream(at, end, &stream);
        if (done && g_strstr_len(stream.dictionary, stream.dictionary_size, "/Type/ObjStm"))
            done = add_objects(&stream, facts);
        if (!done)
            stream.next = end;
    }
    if (!done)
        fprintf(stderr, "bench: %s is laid out otherwise than boardpack does\n", path);
    g_free(bytes);
    return done;
}

int bp_pdf_pages(const char *path, const char *log)
{
    const char *const argv[] = {"pdfinfo", path, NULL};
    char *said = NULL;
    long pages = 0;

    if (bp_process_must(argv, log, NULL) && g_file_get_contents(log, &said, NULL, NULL))
        pages = MAX(0, number_after(said, -1, "\nPages:"));
    if (pages == 0)
        fprintf(stderr, "bench: %s: pdfinfo counts no pages\n", path);
    g_free(said);
    return (int)pages;
}

bool bp_pdf_has_all(const char *path, const char *text, const char *mark, int count)
{
    const char *const argv[] = {"pdftotext", "-enc", "UTF-8", path, text, NULL};
    char *log = g_strconcat(text, ".log", NULL);
    char *words = NULL;
    int *seen = g_new0(int, count + 1);
    int missing = 0, other = 0;

    if (bp_process_must(argv, log, NULL))
        g_file_get_contents(text, &words, NULL, NULL);
    for (const char *at = words; at && (at = strstr(at, mark)); at += strlen(mark)) {
        long number = strtol(at + strlen(mark), NULL, 10);

        seen[number >= 1 && number <= count ? number : 0]++;
    }
    other = seen[0];
    for (int i = 1; i <= count; i++) {
        missing += seen[i] == 0;
        other += MAX(0, seen[i] - 1);
    }
    if (missing > 0 || other > 0)
        fprintf(stderr, "bench: %s lacks %d of %d words, %d are too many\n", path, missing, count,
                other);
    g_free(seen);
    g_free(words);
    g_free(log);
    return missing == 0 && other == 0;
}
