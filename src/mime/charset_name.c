/* SPDX-License-Identifier: MIT */
#include "mime/charset_name.h"

#include <string.h>

/* Names that iconv does not know, or of which mail programs mean more than iconv does. */
static const struct {
    struct tl_str label;
    struct tl_str name;
} aliases[] = {
#define ALIAS(label, name)                                                                         \
    {                                                                                              \
        {label, sizeof(label) - 1},                                                                \
        {                                                                                          \
            name, sizeof(name) - 1                                                                 \
        }                                                                                          \
    }
    ALIAS("ascii", ""),
    ALIAS("us-ascii", ""),
    ALIAS("ansi_x3.4-1968", ""),
    ALIAS("unknown-8bit", ""),
    ALIAS("utf8", "utf-8"),
    ALIAS("unicode-1-1-utf-8", "utf-8"),
    ALIAS("unicode-1-1-utf-7", "utf-7"),
    ALIAS("iso-8859-1", "windows-1252"),
    ALIAS("iso8859-1", "windows-1252"),
    ALIAS("iso_8859-1", "windows-1252"),
    ALIAS("latin1", "windows-1252"),
    ALIAS("l1", "windows-1252"),
    ALIAS("cp1252", "windows-1252"),
    ALIAS("x-cp1252", "windows-1252"),
    ALIAS("iso-8859-8-i", "iso-8859-8"),
    ALIAS("iso-8859-8-e", "iso-8859-8"),
    ALIAS("iso-8859-6-i", "iso-8859-6"),
    ALIAS("iso-8859-6-e", "iso-8859-6"),
    ALIAS("tis-620", "cp874"),
    ALIAS("windows-874", "cp874"),
    ALIAS("iso-8859-11", "cp874"),
    ALIAS("x-mac-roman", "macintosh"),
    ALIAS("gb2312", "gb18030"),
    ALIAS("gb_2312-80", "gb18030"),
    ALIAS("gbk", "gb18030"),
    ALIAS("x-gbk", "gb18030"),
    ALIAS("euc-cn", "gb18030"),
    ALIAS("big5", "big5-hkscs"),
    ALIAS("shift_jis", "cp932"),
    ALIAS("shift-jis", "cp932"),
    ALIAS("sjis", "cp932"),
    ALIAS("x-sjis", "cp932"),
    ALIAS("windows-31j", "cp932"),
    ALIAS("x-euc-jp", "euc-jp"),
    ALIAS("euc-kr", "cp949"),
    ALIAS("ks_c_5601-1987", "cp949"),
    ALIAS("ks_c_5601-1989", "cp949"),
    ALIAS("ksc5601", "cp949"),
    ALIAS("windows-949", "cp949"),
    ALIAS("ucs-2", "utf-16"),
    ALIAS("iso-10646-ucs-2", "utf-16"),
    ALIAS("ucs-4", "utf-32"),
    ALIAS("iso-10646-ucs-4", "utf-32"),
    /* these are the machine's own */
    ALIAS("internal", ""),
    ALIAS("wchar_t", ""),
    ALIAS("char", ""),
#undef ALIAS
};

static void name_set(struct tl_charset_name *name, struct tl_str text)
{
    memcpy(name->text, text.data, text.len);
    name->text[text.len] = '\0';
}

/* Lower case, without quotes and white space; "" where it can be no name. */
static void label_read(struct tl_charset_name *name, struct tl_str label)
{
    enum { ORDER_BYTES = 2 }; // left for byte_order_add()
    char text[TL_MAX_CHARSET_NAME_BYTES - ORDER_BYTES];
    struct tl_str read = {text, 0};
    for (size_t i = 0; i < label.len; i++) {
        char c = tl_char_lower(label.data[i]);
        if (tl_char_is_space(c) || c == '"' || c == '\'') {
            continue;
        }
        bool fits = tl_char_is_alpha(c) || tl_char_is_digit(c) ||
                    tl_str_find_char(TL_STR("-_.:+()"), c, 0) != TL_NONE;
        if (!fits || read.len == sizeof text) {
            return;
        }
        text[read.len++] = c;
    }
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++) {
        if (tl_str_equal(read, aliases[i].label)) {
            read = aliases[i].name;
            break;
        }
    }
    name_set(name, read);
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
