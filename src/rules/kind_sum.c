/*
 * sum: a list or table of amounts, and a total below it that is not their sum.  Silent where the
 * amounts may be meant otherwise: of several currencies, two in a row, a price for each.
 * Message arguments: the sum, and the total that stands there. SPDX-License-Identifier: MIT
 */
#include "base/utf8.h"
#include "model/amount.h"
#include "rules/kind.h"
#include "rules/pattern.h"

#include <stdlib.h>

enum {
    MOST_CURRENCIES = 16,
    MOST_ROWS = 1000,
    MOST_OTHERS = 8,        /* 3 to the power of it are tried */
    LONGEST_ROW_WORDS = 14, /* prose is longer */
};

struct sum {
    const struct tl_regex *currencies[MOST_CURRENCIES];
    size_t n_currencies;
    const struct tl_regex *total;
    const struct tl_regex *other;  /* may be NULL */
    const struct tl_regex *unsure; /* may be NULL */
};

static const struct tl_key keys[] = {
    {"currencies", TL_KEY_PATTERNS, NULL, "Each item: how one currency is written beside a number"},
    {"total", TL_KEY_PATTERNS, NULL, "What the line of a total begins with"},
    {"other", TL_KEY_PATTERNS, NULL,
     "Amounts that may be added, taken off or counted already: tax, discount"},
    {"unsure", TL_KEY_PATTERNS, NULL, "Lines whose amount cannot be counted: a price for each"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

/* --- loading --- */

static bool currencies_load(struct tl_loader *loader, const struct tl_yaml *map, struct sum *sum)
{
    const struct tl_yaml *node = tl_loader_find(map, "currencies");
    if (node == NULL) {
        return tl_loader_fail(loader, map, "there is no 'currencies'");
    }
    const struct tl_yaml *item = tl_yaml_first(node);
    for (; item != NULL; item = tl_yaml_next(node, item)) {
        const struct tl_regex *regex;
        if (sum->n_currencies == MOST_CURRENCIES) {
            return tl_loader_fail(loader, item, "there are more than %d currencies",
                                  MOST_CURRENCIES);
        }
        if (!tl_pattern_list(loader, item, TL_PATTERN_SIGN, &regex)) {
            return false;
        }
        if (regex != NULL) {
            sum->currencies[sum->n_currencies++] = regex;
        }
    }
    return true;
}

static bool load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_check *check)
{
    struct sum *sum = tl_arena_alloc(loader->arena, sizeof *sum);
    check->data = sum;
    if (tl_loader_find(map, "total") == NULL) {
        return tl_loader_fail(loader, map, "there is no 'total'");
    }
    return currencies_load(loader, map, sum) &&
           tl_pattern_list(loader, tl_loader_find(map, "total"), TL_PATTERN_WORD, &sum->total) &&
           tl_pattern_list(loader, tl_loader_find(map, "other"), TL_PATTERN_WORD, &sum->other) &&
           tl_pattern_list(loader, tl_loader_find(map, "unsure"), TL_PATTERN_WORD, &sum->unsure);
}

/* --- money: an amount beside its currency --- */

struct money {
    struct tl_amount amount;
    size_t currency;     /* index */
    struct tl_span span; /* with the currency; of the letter's text */
    bool has_sign;       /* "-20 kr", which may be a dash as well */
    bool is_crowded;     /* "2 180 kr" after another number: two columns, perhaps */
};

struct run {
    struct tl_engine *engine;
    const struct tl_check *check;
    const struct sum *data;
    struct tl_str text; /* of the letter */

    /* the list so far */
    int64_t sum;   /* of the rows that count for certain */
    int64_t start; /* the total that the list may go on from */
    int64_t others[MOST_OTHERS];
    int64_t largest; /* of all rows: what a total repeats is no sum */
    size_t n_rows;
    size_t n_others;
    size_t currency;
    bool is_unsure;
    unsigned decimal_marks; /* bits of marks that stand before decimals, or before thousands */
    unsigned group_marks;
};

static void list_begin(struct run *r)
{
    r->sum = r->start = r->largest = 0;
    r->n_rows = r->n_others = 0;
    r->is_unsure = false;
    r->decimal_marks = r->group_marks = 0;
}

static bool is_letter_at(struct tl_str s, size_t at)
{
    uint32_t c = ' ';
    tl_utf8_next(tl_str_slice(s, at, s.len), &c);
    return tl_char_is_letter(c);
}

/* Whether what ends there stands beside what begins there. */
static bool is_beside(struct tl_str text, size_t end, size_t begin)
{
    return end == begin || (end + 1 == begin && text.data[end] == ' ');
}

TL_VEC(amounts, struct tl_amount);
TL_VEC(moneys, struct money);

static struct amounts amounts_of(struct run *r, struct tl_span row)
{
    struct amounts all = {0};
    struct tl_amount amount = {.span = {row.begin, row.begin}};
    while (all.len <= MOST_OTHERS && tl_amount_next(r->text, amount.span.end, row.end, &amount)) {
        *TL_VEC_ADD(r->engine->arena, &all) = amount;
    }
    return all;
}

/* The amount at `k` with its currency, which stands at `sign`. */
static struct money money_of(const struct run *r, const struct amounts *amounts, size_t k,
                             struct tl_span sign, size_t currency)
{
    static const struct tl_str minus[] = {{"-", 1}, {"\u2212", 3}, {"\u2013", 3}};
    const struct tl_amount *amount = &amounts->items[k];
    struct money money = {.amount = *amount, .currency = currency};
    money.span.begin = sign.begin < amount->span.begin ? sign.begin : amount->span.begin;
    money.span.end = sign.end > amount->span.end ? sign.end : amount->span.end;
    for (size_t i = 0; i < sizeof minus / sizeof *minus; i++) {
        size_t at = money.span.begin;
        size_t n = minus[i].len < at ? minus[i].len : at;
        money.has_sign |= tl_str_equal(tl_str_slice(r->text, at - n, at), minus[i]);
    }
    money.is_crowded = k > 0 && is_beside(r->text, amount[-1].span.end, amount->span.begin);
    return money;
}

/* The first amount beside a currency that has none yet; TL_NONE where there is none. */
static size_t amount_beside(const struct run *r, const struct amounts *amounts, const bool *taken,
                            struct tl_span sign)
{
    for (size_t k = 0; k < amounts->len; k++) {
        struct tl_span number = amounts->items[k].span;
        if (!taken[k] && (is_beside(r->text, number.end, sign.begin) ||
                          is_beside(r->text, sign.end, number.begin))) {
            return k;
        }
    }
    return TL_NONE;
}

/* Finds the amounts that have a currency, which stands before or after them. */
static struct moneys moneys_of(struct run *r, struct tl_span row)
{
    struct amounts amounts = amounts_of(r, row);
    struct moneys moneys = {0};
    bool taken[MOST_OTHERS + 1] = {false};
    struct tl_str s = tl_str_slice(r->text, row.begin, row.end);
    for (size_t i = 0; amounts.len > 0 && i < r->data->n_currencies; i++) {
        struct tl_match match;
        for (size_t at = 0; tl_engine_find(r->engine, r->data->currencies[i], s, at, &match);
             at = match.next) {
            struct tl_span sign = {row.begin + match.group[0].begin,
                                   row.begin + match.group[0].end};
            size_t k = amount_beside(r, &amounts, taken, sign);
            if (k != TL_NONE) {
                taken[k] = true;
                *TL_VEC_ADD(r->engine->arena, &moneys) = money_of(r, &amounts, k, sign, i);
            }
        }
    }
    return moneys;
}

/* --- judging --- */

/* Of all ways to count the amounts that may be added or taken off, the sum nearest to `wanted`. */
static int64_t nearest_sum(const struct run *r, int64_t wanted)
{
    int64_t nearest = r->start + r->sum;
    size_t n_ways = 2;
    for (size_t i = 0; i < r->n_others; i++) {
        n_ways *= 3;
    }
    for (size_t way = 0; way < n_ways; way++) {
        int64_t sum = r->sum + (way % 2 == 0 ? r->start : 0);
        size_t digits = way / 2;
        for (size_t i = 0; i < r->n_others; i++, digits /= 3) {
            sum += ((int64_t)(digits % 3) - 1) * r->others[i];
        }
        nearest = llabs(sum - wanted) < llabs(nearest - wanted) ? sum : nearest;
    }
    return nearest;
}

/* The total in the words of the text, with another value in its place. */
static struct tl_str money_show(const struct run *r, const struct money *total, int64_t value)
{
    struct tl_str number = tl_amount_show(r->engine->arena, value, &total->amount);
    struct tl_str before = tl_str_slice(r->text, total->span.begin, total->amount.span.begin);
    struct tl_str after = tl_str_slice(r->text, total->amount.span.end, total->span.end);
    return tl_arena_format(r->engine->arena, "%.*s%.*s%.*s", TL_STR_ARG(before), TL_STR_ARG(number),
                           TL_STR_ARG(after));
}

/* Notes how a number is written: "1.250" beside "1.50" might be either. */
static void marks_note(struct run *r, const struct tl_amount *amount)
{
    static const char marks[] = ",.";
    for (unsigned i = 0; marks[i] != 0; i++) {
        bool groups = amount->group.len == 1 && amount->group.data[0] == marks[i];
        r->decimal_marks |= (unsigned)(amount->decimal_mark == marks[i]) << i;
        r->group_marks |= (unsigned)groups << i;
    }
    r->is_unsure |= (r->decimal_marks & r->group_marks) != 0;
}

static void total_judge(struct run *r, const struct money *total, struct tl_span span)
{
    int64_t wanted = total->amount.hundredths;
    int64_t sum = nearest_sum(r, wanted);
    /* "Total: 12 kr" of amounts with öre may be rounded */
    int64_t tolerance = total->amount.n_decimals == 0 && r->decimal_marks != 0 ? 100 : 0;
    marks_note(r, &total->amount);
    bool is_judged = r->n_rows > 1 && !r->is_unsure && total->currency == r->currency &&
                     !total->has_sign && wanted != r->largest;
    if (is_judged && llabs(sum - wanted) > tolerance) {
        struct tl_said said = {
            .args = {money_show(r, total, sum),
                     tl_str_slice(r->text, total->span.begin, total->span.end)},
            .n_args = 2,
        };
        tl_engine_add(r->engine, r->check, span, &said);
    }
    list_begin(r); /* what follows may go on from it: tax, another total */
    r->start = r->largest = wanted;
    r->n_rows = 1;
    r->currency = total->currency;
    marks_note(r, &total->amount);
}

static void row_count(struct run *r, const struct money *money, bool is_other)
{
    int64_t value = money->amount.hundredths;
    r->is_unsure |= (r->n_rows > 0 && money->currency != r->currency) || r->n_rows >= MOST_ROWS;
    r->currency = money->currency;
    marks_note(r, &money->amount);
    r->largest = value > r->largest ? value : r->largest;
    r->n_rows++;
    if (!is_other && !money->has_sign) {
        r->sum += value;
    } else if (r->n_others < MOST_OTHERS) {
        r->others[r->n_others++] = value;
    } else {
        r->is_unsure = true;
    }
}

/* --- rows --- */

static bool matches(struct run *r, const struct tl_regex *regex, struct tl_span span)
{
    return regex != NULL &&
           tl_engine_find(r->engine, regex, tl_str_slice(r->text, span.begin, span.end), 0, NULL);
}

/* Where the words of a row begin, after marks of a list and of bold. */
static size_t words_begin(struct tl_str text, struct tl_span row)
{
    size_t at = row.begin;
    while (at < row.end && !is_letter_at(text, at)) {
        uint32_t c;
        at += tl_utf8_next(tl_str_slice(text, at, row.end), &c);
    }
    return at;
}

enum label { LABEL_ITEM, LABEL_OTHER, LABEL_TOTAL, LABEL_UNSURE };

/*
 * What a row is about by its words: those of the row, and those of the cell before it.
 * begin  where the words of a total begin
 */
static enum label label_of(struct run *r, struct tl_span row, size_t *begin)
{
    struct tl_str s = tl_str_slice(r->text, row.begin, row.end);
    struct tl_match match;
    bool is_other = matches(r, r->data->other, row);
    *begin = words_begin(r->text, row);
    if (matches(r, r->data->unsure, row)) {
        return LABEL_UNSURE;
    }
    if (tl_engine_find(r->engine, r->data->total, s, 0, &match)) {
        bool at_start = row.begin + match.group[0].begin == *begin;
        return at_start && !is_other ? LABEL_TOTAL : LABEL_UNSURE;
    }
    return is_other ? LABEL_OTHER : LABEL_ITEM;
}

/*
 * A row with one amount.
 * place  where its label and the amount stand: a line, or two cells
 */
static void row_read(struct run *r, const struct money *money, struct tl_span place, bool in_cells)
{
    size_t begin;
    enum label label = label_of(r, place, &begin);
    r->is_unsure |= money->is_crowded;
    switch (label) {
    case LABEL_ITEM:
    case LABEL_OTHER:
        row_count(r, money, label == LABEL_OTHER);
        break;
    case LABEL_TOTAL:
        total_judge(r, money, in_cells ? money->span : (struct tl_span){begin, money->span.end});
        break;
    case LABEL_UNSURE:
        row_count(r, money, false);
        r->is_unsure = true;
    }
}

/* The words between two places of the text, counted up to one more than a row has. */
static size_t words_of(const struct run *r, struct tl_span span)
{
    const struct tl_words *words = &r->engine->letter->words;
    size_t n = 0;
    size_t low = 0;
    size_t high = words->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (words->items[middle].span.begin < span.begin) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    while (low + n < words->len && n <= LONGEST_ROW_WORDS &&
           words->items[low + n].span.end <= span.end) {
        n++;
    }
    return n;
}

/* What the cells of a row have, in their order. */
struct cells {
    struct money last;
    struct money before; /* the one before it */
    size_t n_moneys;
    struct tl_amount count; /* the last number without a currency that is not in the first cell */
    size_t n_counts;
};

static void cell_read(struct run *r, struct tl_span span, bool is_first, struct cells *cells)
{
    struct moneys moneys = moneys_of(r, span);
    for (size_t i = 0; i < moneys.len; i++) {
        cells->before = cells->last;
        cells->last = moneys.items[i];
        cells->n_moneys++;
    }
    if (moneys.len == 0 && !is_first &&
        tl_str_has_digit(tl_str_slice(r->text, span.begin, span.end))) {
        cells->n_counts++;
        if (!tl_amount_next(r->text, span.begin, span.end, &cells->count)) {
            cells->n_counts++; // a date, a code: what it means is not known
        }
    }
}

/* Whether the last amount is for all of the row: the only one, or the price by the number. */
static bool is_for_all(const struct cells *cells)
{
    if (cells->n_counts == 0) {
        return cells->n_moneys == 1;
    }
    int64_t count = cells->count.hundredths;
    bool is_product =
        cells->n_moneys == 2 && cells->before.amount.hundredths < INT64_MAX / 100000 &&
        count < 100000 &&
        cells->before.amount.hundredths * count / 100 == cells->last.amount.hundredths;
    return cells->n_counts == 1 && (is_product || (cells->n_moneys == 1 && count == 100));
}

/* Reads the row of a table that begins with block `i`; returns the index after its last. */
static size_t table_row_read(struct run *r, size_t i)
{
    const struct tl_blocks *blocks = &r->engine->letter->blocks;
    struct cells cells = {.n_moneys = 0};
    struct tl_span place = blocks->items[i].span;
    size_t k = i;
    for (; k < blocks->len && blocks->items[k].kind == TL_LINE_CELL &&
           (k == i || !blocks->items[k].starts_row);
         k++) {
        cell_read(r, blocks->items[k].span, k == i, &cells);
        place.end = blocks->items[k].span.end;
    }
    struct tl_span label = {place.begin, cells.n_moneys > 0 ? cells.last.span.begin : place.end};
    bool is_labelled = words_begin(r->text, label) < label.end;
    r->is_unsure |= cells.n_moneys == 0 ? cells.n_counts > 0 : !is_for_all(&cells) || !is_labelled;
    if (cells.n_moneys > 0) {
        row_read(r, &cells.last, place, true);
    }
    return k;
}

/* Whether nothing but a few words in brackets follows the amount, or it begins the line. */
static bool is_row(const struct run *r, struct tl_span line, const struct money *money)
{
    struct tl_span rest = {money->span.end, line.end};
    bool at_end = words_of(r, rest) == 0 || r->text.data[line.end - 1] == ')';
    return words_of(r, line) <= LONGEST_ROW_WORDS && (at_end || money->span.begin == line.begin);
}

/* A line of text, or an item of a list. */
static void line_read(struct run *r, struct tl_span line, bool is_item)
{
    struct moneys moneys = moneys_of(r, line);
    if (moneys.len == 1 && is_row(r, line, &moneys.items[0])) {
        row_read(r, &moneys.items[0], line, false);
    } else if (moneys.len > 0 && is_item) {
        row_count(r, &moneys.items[0], false);
        r->is_unsure = true;
    } else if (moneys.len > 0 || !is_item) {
        list_begin(r);
    } else {
        size_t begin;
        r->is_unsure |= label_of(r, line, &begin) != LABEL_ITEM; /* "VAT is 25 %" */
    }
}

static void block_read(struct run *r, const struct tl_block *block)
{
    bool is_item = block->kind == TL_LINE_ITEM;
    if (!is_item && block->kind != TL_LINE_TEXT) {
        list_begin(r);
        return;
    }
    for (size_t at = block->span.begin; at < block->span.end;) {
        size_t end = tl_str_find_char(r->text, '\n', at);
        end = end == TL_NONE || end > block->span.end ? block->span.end : end;
        if (end > at) {
            line_read(r, (struct tl_span){at, end}, is_item);
        }
        at = end + 1;
    }
}

static void run(struct tl_engine *engine, const struct tl_check *check)
{
    const struct tl_blocks *blocks = &engine->letter->blocks;
    struct run r = {
        .engine = engine, .check = check, .data = check->data, .text = engine->letter->text.bytes};
    list_begin(&r);
    for (size_t i = 0; i < blocks->len;) {
        const struct tl_block *block = &blocks->items[i];
        if (!tl_scope_has(&check->scope, engine->letter, block->first_sentence)) {
            list_begin(&r);
            i++;
        } else if (block->kind == TL_LINE_CELL) {
            i = table_row_read(&r, i);
        } else {
            block_read(&r, block);
            i++;
        }
    }
}

const struct tl_kind tl_kind_sum = {"sum", keys, load, run};
