/* SPDX-License-Identifier: MIT */
#include "source/notice.h"

const char *const tl_notice_names[TL_NOTICE_COUNT] = {
    [TL_NOTICE_LIMIT] = "limit",           [TL_NOTICE_ENCODING] = "encoding",
    [TL_NOTICE_NO_TEXT] = "no-text",       [TL_NOTICE_PLACEHOLDER] = "placeholder",
    [TL_NOTICE_RULE_LIMIT] = "rule-limit",
};
