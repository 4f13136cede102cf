/* SPDX-License-Identifier: MIT */
#include "mime/charset_name.h"

#include <string.h>

struct alias {
    struct tl_str label;
    struct tl_str name;
};

#define ALIAS(label, name)                                                                         \
    {                                                                                              \
        {label, sizeof(label) - 1},                                                                \
        {                                                                                          \
            name, sizeof(name) - 1                                                                 \
        }                                                                                          \
    }

/* By folded label. */
static const struct alias aliases[] = {
#define LABEL(label, name) ALIAS(label, name),
#include "mime/charset_label.def"
#undef LABEL
};

/* Parts of ISO 8859 that are read as more than iconv knows by the name, by number. */
static const struct alias iso_parts[] = {
    ALIAS("1", "windows-1252"), ALIAS("9", "windows-1254"), ALIAS("11", "cp874"),
    ALIAS("6i", "iso-8859-6"),  ALIAS("6e", "iso-8859-6"),  ALIAS("8i", "iso-8859-8"),
    ALIAS("8e", "iso-8859-8"),
};

/* Code pages that iconv has by another name than "cp" and the number. */
static const struct alias code_pages[] = {
    ALIAS("936", "gb18030"),       ALIAS("950", "big5-hkscs"),    ALIAS("20127", ""),
    ALIAS("20866", "koi8-r"),      ALIAS("21866", "koi8-u"),      ALIAS("28591", "windows-1252"),
    ALIAS("28592", "iso-8859-2"),  ALIAS("28594", "iso-8859-4"),  ALIAS("28603", "iso-8859-13"),
    ALIAS("28605", "iso-8859-15"), ALIAS("50220", "iso-2022-jp"), ALIAS("51932", "euc-jp"),
    ALIAS("51949", "cp949"),       ALIAS("54936", "gb18030"),     ALIAS("65000", "utf-7"),
    ALIAS("65001", "utf-8"),
};

/* What text that is said to be in a part of ISO 8859 is in where it has bytes 80 to 9F. */
static const struct alias windows_twins[] = {
    ALIAS("iso-8859-2", "windows-1250"),  ALIAS("iso-8859-4", "windows-1257"),
    ALIAS("iso-8859-5", "windows-1251"),  ALIAS("iso-8859-6", "windows-1256"),
    ALIAS("iso-8859-7", "windows-1253"),  ALIAS("iso-8859-8", "windows-1255"),
    ALIAS("iso-8859-13", "windows-1257"), ALIAS("iso-8859-15", "windows-1252"),
};

#define N_OF(table) (sizeof(table) / sizeof *(table))

static const struct alias *alias_find(const struct alias *table, size_t n, struct tl_str label)
{
    for (size_t i = 0; i < n; i++) {
        if (tl_str_equal(table[i].label, label)) {
            return &table[i];
        }
    }
    return NULL;
}

static void name_set(struct tl_charset_name *name, struct tl_str text)
{
    memcpy(name->text, text.data, text.len);
    name->text[text.len] = '\0';
}

enum {
    ORDER_BYTES = 2, /* left for byte_order_add() */
    MAX_LABEL_BYTES = TL_MAX_CHARSET_NAME_BYTES - ORDER_BYTES,
};

/*
 * A label in lower case, without quotes, white space and what follows its name ("//TRANSLIT",
 * ":1988", ";…").  False where it can be no name.
 */
static bool label_clean(struct tl_str label, char text[MAX_LABEL_BYTES], size_t *len)
{
    *len = 0;
    for (size_t i = 0; i < label.len; i++) {
        char c = tl_char_lower(label.data[i]);
        if (*len > 0 && tl_str_find_char(TL_STR(":/;,"), c, 0) != TL_NONE) {
            break;
        }
        if (tl_char_is_space(c) || tl_str_find_char(TL_STR("\"'\\=<>"), c, 0) != TL_NONE) {
            continue;
        }
        bool fits = tl_char_is_alpha(c) || tl_char_is_digit(c) ||
                    tl_str_find_char(TL_STR("-_.+()"), c, 0) != TL_NONE;
        if (!fits || *len == MAX_LABEL_BYTES) {
            return false;
        }
        text[(*len)++] = c;
    }
    return true;
}

/* Without "-", "_", "."; and once where it stands twice. */
static struct tl_str label_fold(struct tl_str label, char text[MAX_LABEL_BYTES])
{
    struct tl_str folded = {text, 0};
    for (size_t i = 0; i < label.len; i++) {
        if (tl_str_find_char(TL_STR("-_."), label.data[i], 0) == TL_NONE) {
            text[folded.len++] = label.data[i];
        }
    }
    size_t half = folded.len / 2;
    if (half > 2 &&
        tl_str_equal(tl_str_slice(folded, 0, half), tl_str_slice(folded, half, folded.len))) {
        folded.len = half;
    }
    return folded;
}

/* What follows the longest of the prefixes; data is NULL where none does. */
static struct tl_str family_member(struct tl_str folded, const char *const *prefixes, size_t n)
{
    struct tl_str rest = {0};
    for (size_t i = 0; i < n; i++) {
        struct tl_str prefix = tl_str_of(prefixes[i]);
        bool fits = folded.len > prefix.len && tl_str_has_prefix(folded, prefix) &&
                    tl_char_is_digit(folded.data[prefix.len]);
        if (fits && (rest.data == NULL || folded.len - prefix.len < rest.len)) {
            rest = tl_str_slice(folded, prefix.len, folded.len);
        }
    }
    return rest;
}

static void name_join(struct tl_charset_name *name, struct tl_str family, struct tl_str member)
{
    memcpy(name->text, family.data, family.len);
    memcpy(name->text + family.len, member.data, member.len);
    name->text[family.len + member.len] = '\0';
}

/* Numbered families: false where the label is of none of them. */
static bool family_read(struct tl_charset_name *name, struct tl_str folded)
{
    static const char *const isos[] = {"iso8859", "xiso8859", "isolatin8859", "8859", "csiso8859"};
    static const char *const pages[] = {"windows", "xwindows", "win",  "wincp", "cp",
                                        "xcp",     "ms",       "mscp", "ibm",   "codepage"};
    enum { MAX_DIGITS = 8 };
    struct tl_str part = family_member(folded, isos, N_OF(isos));
    struct tl_str page = family_member(folded, pages, N_OF(pages));
    struct tl_str number = part.data != NULL ? part : page;
    if (number.data == NULL || number.len > MAX_DIGITS) {
        return false;
    }
    const struct alias *alias = part.data != NULL ? alias_find(iso_parts, N_OF(iso_parts), part)
                                                  : alias_find(code_pages, N_OF(code_pages), page);
    if (alias != NULL) {
        name_set(name, alias->name);
    } else if (part.data != NULL) {
        name_join(name, TL_STR("iso-8859-"), part);
    } else if (page.len == 4 && tl_str_has_prefix(page, TL_STR("125"))) {
        name_join(name, TL_STR("windows-"), page);
    } else {
        name_join(name, TL_STR("cp"), page);
    }
    return true;
}

static void label_read(struct tl_charset_name *name, struct tl_str label)
{
    char text[MAX_LABEL_BYTES];
    char fold[MAX_LABEL_BYTES];
    struct tl_str clean = {text, 0};
    if (!label_clean(label, text, &clean.len)) {
        name->unreadable = true;
        return;
    }
    struct tl_str folded = label_fold(clean, fold);
    const struct alias *alias = alias_find(aliases, N_OF(aliases), folded);
    if (alias != NULL) {
        name_set(name, alias->name);
    } else if (!family_read(name, folded)) {
        bool unofficial = tl_str_has_prefix(clean, TL_STR("x-"));
        name_set(name, tl_str_slice(clean, unofficial ? 2 : 0, clean.len));
    }
}

static void windows_twin_take(struct tl_charset_name *name, struct tl_str bytes)
{
    const unsigned char next_line = 0x85; // the one control character of these that occurs
    const struct alias *twin =
        alias_find(windows_twins, N_OF(windows_twins), tl_str_of(name->text));
    for (size_t i = 0; twin != NULL && i < bytes.len; i++) {
        unsigned char c = (unsigned char)bytes.data[i];
        if (c >= 0x80 && c < 0xA0 && c != next_line) {
            name_set(name, twin->name);
            return;
        }
    }
}

static void byte_order_add(struct tl_charset_name *name, struct tl_str bytes)
{
    struct tl_str text = tl_str_of(name->text);
    size_t unit = tl_str_equal(text, TL_STR("utf-16")) ? 2 : 4;
    if (unit == 4 && !tl_str_equal(text, TL_STR("utf-32"))) {
        return;
    }
    size_t zeros_first = 0;
    size_t zeros_last = 0;
    for (size_t at = 0; at + unit <= bytes.len && at < 1024; at += unit) {
        zeros_first += bytes.data[at] == '\0';
        zeros_last += bytes.data[at + unit - 1] == '\0';
    }
    memcpy(name->text + text.len, zeros_last > zeros_first ? "le" : "be", sizeof "le");
}

static void bom_read(struct tl_charset_name *name, struct tl_str bytes)
{
    static const struct {
        struct tl_str bytes;
        struct tl_str name;
    } boms[] = {
        {{"\xEF\xBB\xBF", 3}, {"utf-8", 5}},    {{"\xFF\xFE\0\0", 4}, {"utf-32le", 8}},
        {{"\0\0\xFE\xFF", 4}, {"utf-32be", 8}}, {{"\xFF\xFE", 2}, {"utf-16le", 8}},
        {{"\xFE\xFF", 2}, {"utf-16be", 8}},
    };
    for (size_t i = 0; i < sizeof boms / sizeof *boms; i++) {
        if (tl_str_has_prefix(bytes, boms[i].bytes)) {
            name_set(name, boms[i].name);
            name->bom_bytes = boms[i].bytes.len;
            return;
        }
    }
}

struct tl_charset_name tl_charset_name_of(struct tl_str label, struct tl_str bytes)
{
    struct tl_charset_name name = {.bom_bytes = 0};
    label_read(&name, label);
    windows_twin_take(&name, bytes);
    byte_order_add(&name, bytes);
    bom_read(&name, bytes);
    return name;
}

bool tl_charset_name_is_ascii_superset(const struct tl_charset_name *name)
{
    static const char *const families[] = {"windows-125", "iso-8859-", "koi8-"};
    for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
        if (tl_str_has_prefix(tl_str_of(name->text), tl_str_of(families[i]))) {
            return true;
        }
    }
    return false;
}
