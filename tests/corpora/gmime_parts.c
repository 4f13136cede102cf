/*
 * Prints what GMime reads in messages, as content_dump.c does what tactlint reads: reads paths on
 * standard input, one a line, and prints one JSON object a line: its subject and its parts (type,
 * depth, bytes without transfer encoding as base64).  SPDX-License-Identifier: MIT
 */
#include <gmime/gmime.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

/* JSON has only text: what is none is given as U+FFFD. */
static json_t *string_of(const char *s)
{
    char *valid = g_utf8_make_valid(s == NULL ? "" : s, -1);
    json_t *string = json_string(valid);
    g_free(valid);
    return string;
}

static json_t *bytes_of(GMimePart *part)
{
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    GMimeStream *stream = g_mime_stream_mem_new();
    if (content != NULL) {
        g_mime_data_wrapper_write_to_stream(content, stream);
    }
    GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
    gchar *encoded = g_base64_encode(bytes->data, bytes->len);
    json_t *string = json_string(encoded);
    g_free(encoded);
    g_object_unref(stream);
    return string;
}

static void part_add(json_t *parts, GMimeObject *object, int depth)
{
    GMimeContentType *type = g_mime_object_get_content_type(object);
    char *name = g_mime_content_type_get_mime_type(type);
    char *lower = g_ascii_strdown(name, -1);
    json_t *row = json_pack("{s:o,s:i}", "type", string_of(lower), "depth", depth);
    g_free(name);
    g_free(lower);
    json_array_append_new(parts, row);
    if (GMIME_IS_MULTIPART(object)) {
        for (int i = 0; i < g_mime_multipart_get_count(GMIME_MULTIPART(object)); i++) {
            part_add(parts, g_mime_multipart_get_part(GMIME_MULTIPART(object), i), depth + 1);
        }
    } else if (GMIME_IS_MESSAGE_PART(object)) {
        GMimeMessage *message = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
        GMimeObject *inner = message == NULL ? NULL : g_mime_message_get_mime_part(message);
        if (inner != NULL) {
            part_add(parts, inner, depth + 1);
        }
    } else if (GMIME_IS_PART(object)) {
        json_object_set_new(row, "bytes", bytes_of(GMIME_PART(object)));
    }
}

static int file_dump(const char *path)
{
    GError *err = NULL;
    GMimeStream *stream = g_mime_stream_file_open(path, "rb", &err);
    if (stream == NULL) {
        fprintf(stderr, "%s: error: %s\n", path, err->message);
        g_error_free(err);
        return 2;
    }
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
    GMimeObject *root = message == NULL ? NULL : g_mime_message_get_mime_part(message);
    json_t *parts = json_array();
    const char *subject = message == NULL ? NULL : g_mime_message_get_subject(message);
    if (root != NULL) {
        part_add(parts, root, 0);
    }
    json_t *object = json_pack("{s:o,s:o}", "subject",
                               subject == NULL ? json_null() : string_of(subject), "parts", parts);
    json_dumpf(object, stdout, JSON_COMPACT);
    putchar('\n');
    json_decref(object);
    if (message != NULL) {
        g_object_unref(message);
    }
    g_object_unref(parser);
    g_object_unref(stream);
    return 0;
}

int main(void)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t n;
    int status = 0;
    g_mime_init();
    while (status == 0 && (n = getline(&line, &room, stdin)) > 0) {
        line[n - (line[n - 1] == '\n')] = '\0';
        status = file_dump(line);
    }
    free(line);
    g_mime_shutdown();
    return status;
}
