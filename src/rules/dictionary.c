/* SPDX-License-Identifier: MIT */
#include "rules/dictionary.h"

#include "base/limits.h"
#include "rules/stems.h"

#include <hunspell/hunspell.h>
#include <iconv.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    CODE_BYTES = 4, /* of a character in any charset */
};

struct tl_dictionary {
    struct tl_arena *arena;
    struct tl_str aff;
    struct tl_str dic;
    Hunhandle *handle; /* NULL until it is needed, and where it cannot be had */
    iconv_t encode;    /* from UTF-8; (iconv_t)-1 where it is in UTF-8 itself */
    iconv_t decode;
    bool is_tried;
    const struct tl_stems *stems; /* NULL until they are needed, and where they cannot be had */
    bool has_tried_stems;
};

static void dictionary_free(void *object)
{
    struct tl_dictionary *dictionary = object;
    if (dictionary->handle == NULL) {
        return;
    }
    Hunspell_destroy(dictionary->handle);
    if (dictionary->encode != (iconv_t)-1) {
        (void)iconv_close(dictionary->encode);
    }
    if (dictionary->decode != (iconv_t)-1) {
        (void)iconv_close(dictionary->decode);
    }
}

/* Whether it is a file that may be read whole. */
static bool is_file(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISREG(info.st_mode) &&
           info.st_size <= TL_MAX_DICTIONARY_BYTES && access(path, R_OK) == 0;
}

struct tl_dictionary *tl_dictionary_new(struct tl_arena *arena, struct tl_str aff,
                                        struct tl_str dic)
{
    struct tl_str aff_path = tl_arena_copy(arena, aff);
    struct tl_str dic_path = tl_arena_copy(arena, dic);
    if (!is_file(aff_path.data) || !is_file(dic_path.data)) {
        return NULL;
    }
    struct tl_dictionary *dictionary = tl_arena_alloc(arena, sizeof *dictionary);
    *dictionary = (struct tl_dictionary){
        .arena = arena,
        .aff = aff_path,
        .dic = dic_path,
        .encode = (iconv_t)-1,
        .decode = (iconv_t)-1,
    };
    tl_arena_on_free(arena, dictionary_free, dictionary);
    return dictionary;
}

struct tl_str tl_dictionary_path(const struct tl_dictionary *dictionary)
{
    return dictionary->dic;
}

/* Reads the files of a dictionary, once. */
static Hunhandle *handle_of(struct tl_dictionary *dictionary)
{
    if (dictionary->is_tried) {
        return dictionary->handle;
    }
    dictionary->is_tried = true;
    Hunhandle *handle = Hunspell_create(dictionary->aff.data, dictionary->dic.data);
    const char *charset = handle == NULL ? NULL : Hunspell_get_dic_encoding(handle);
    if (charset == NULL) {
        return NULL;
    }
    if (strcmp(charset, "UTF-8") != 0) {
        struct tl_str name = tl_str_of(charset);
        char iconv_name[64] = "ISO-8859"; /* Hunspell's "ISO8859-13" */
        size_t rest = tl_str_has_prefix(name, TL_STR("ISO8859")) ? 7 : 0;
        size_t begin = rest > 0 ? 8 : 0;
        if (begin + name.len - rest >= sizeof iconv_name) {
            Hunspell_destroy(handle);
            return NULL;
        }
        memcpy(iconv_name + begin, charset + rest, name.len - rest + 1);
        dictionary->encode = iconv_open(iconv_name, "UTF-8");
        dictionary->decode = iconv_open("UTF-8", iconv_name);
        if (dictionary->encode == (iconv_t)-1 || dictionary->decode == (iconv_t)-1) {
            Hunspell_destroy(handle);
            return NULL;
        }
    }
    dictionary->handle = handle;
    return handle;
}

/* A text in another charset, with a NUL; NULL where the charset has not all of it. */
static const char *converted(struct tl_arena *arena, iconv_t cd, struct tl_str text)
{
    if (cd == (iconv_t)-1) {
        return tl_arena_copy(arena, text).data;
    }
    struct tl_str copy = tl_arena_copy(arena, text);
    size_t room = text.len * CODE_BYTES;
    char *out = tl_arena_alloc(arena, room + 1);
    char *from = (char *)(uintptr_t)copy.data;
    char *to = out;
    size_t left = text.len;
    (void)iconv(cd, NULL, NULL, NULL, NULL);
    return iconv(cd, &from, &left, &to, &room) == (size_t)-1 ? NULL : out;
}

bool tl_dictionary_has_stem(struct tl_dictionary *dictionary, struct tl_str word)
{
    if (!dictionary->has_tried_stems) {
        dictionary->has_tried_stems = true;
        dictionary->stems =
            tl_stems_read(dictionary->arena, dictionary->aff.data, dictionary->dic.data);
    }
    return dictionary->stems != NULL && tl_stems_has(dictionary->stems, word);
}

bool tl_dictionary_has(struct tl_dictionary *dictionary, struct tl_str word)
{
    Hunhandle *handle = handle_of(dictionary);
    struct tl_arena *scratch = tl_arena_new();
    const char *bytes = handle == NULL ? NULL : converted(scratch, dictionary->encode, word);
    bool has = bytes != NULL && Hunspell_spell(handle, bytes) != 0;
    tl_arena_free(scratch);
    return has;
}

bool tl_dictionary_is_read(const struct tl_dictionary *dictionary)
{
    return dictionary->is_tried;
}

bool tl_dictionary_is_variant(const struct tl_dictionary *dictionary,
                              const struct tl_dictionary *other)
{
    return tl_stems_share_rules(dictionary->stems, other->stems);
}

struct tl_strs tl_dictionary_suggest(struct tl_dictionary *dictionary, struct tl_arena *arena,
                                     struct tl_str word)
{
    struct tl_strs all = {0};
    Hunhandle *handle = handle_of(dictionary);
    const char *bytes = handle == NULL ? NULL : converted(arena, dictionary->encode, word);
    if (bytes == NULL) {
        return all;
    }
    char **list = NULL;
    int n = Hunspell_suggest(handle, &list, bytes);
    for (int i = 0; i < n; i++) {
        const char *text = converted(arena, dictionary->decode, tl_str_of(list[i]));
        if (text != NULL) {
            *TL_VEC_ADD(arena, &all) = tl_str_of(text);
        }
    }
    if (list != NULL) {
        Hunspell_free_list(handle, &list, n);
    }
    return all;
}
