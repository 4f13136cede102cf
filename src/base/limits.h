/*
 * Every cap of the program, with its reason.  Reaching one while a message is read becomes a notice
 * (source/notice.h) and then a finding `limit`; it is never a crash and never silence.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_BASE_LIMITS_H
#define TL_BASE_LIMITS_H

enum {
    /* Bytes read of one input: the largest mail that providers accept is 150 MB. */
    TL_MAX_SOURCE_BYTES = 256 * 1024 * 1024,
    /* Bytes of text linted in one message: a thousand printed pages. */
    TL_MAX_TEXT_BYTES = 4 * 1024 * 1024,
    /* Header fields of one entity; real mail stays under 200. */
    TL_MAX_FIELDS = 2000,
    /* Bytes of one header field that are decoded. */
    TL_MAX_FIELD_BYTES = 64 * 1024,
    /* Entities of one message, all levels together. */
    TL_MAX_PARTS = 1000,
    /* Entities inside entities: recursion is as deep. */
    TL_MAX_PART_DEPTH = 50,
    /* HTML elements inside elements that are looked at. */
    TL_MAX_HTML_DEPTH = 256,
    /* Bytes of one tag of a template; longer ones are no tags. */
    TL_MAX_TEMPLATE_TAG_BYTES = 16 * 1024,
    /* Blocks of a template inside blocks; further in, nobody asks whether each has its end. */
    TL_MAX_TEMPLATE_DEPTH = 256,
    /* Addresses that one message goes to; where there are more, nobody is greeted by name. */
    TL_MAX_RECIPIENTS = 100,
    /* Bytes of a recipient's name or address; RFC 5321 has 254 for the address. */
    TL_MAX_MAILBOX_BYTES = 320,
    /* A sentence ends here at the latest, and a paragraph is matched in stretches of whole
       sentences that are not longer: what a pattern costs grows with the length of what it is tried
       on. */
    TL_MAX_SENTENCE_BYTES = 16 * 1024,
    /* Bytes of one rule or configuration file. */
    TL_MAX_YAML_BYTES = 4 * 1024 * 1024,
    /* Nodes inside nodes in a YAML file. */
    TL_MAX_YAML_DEPTH = 32,
    /* Places of a YAML file that are mended so that it can be read, and its bytes: it is read anew
       each time. */
    TL_MAX_YAML_MENDS = 16,
    TL_MAX_YAML_MENDED_BYTES = 64 * 1024,
    /* Warnings about rule files that are kept: each takes 5 KiB, and a file may be all of them. */
    TL_MAX_RULE_WARNINGS = 1000,
    /* Rules of which each extends the next. */
    TL_MAX_RULE_PARENTS = 10,
    /* Folders inside a folder of a style. */
    TL_MAX_STYLE_DEPTH = 8,
    /* Errors of one rule file that are said: each takes 5 KiB, and a file may be all errors. */
    TL_MAX_RULE_ERRORS = 100,
    /* YAML nodes that are loaded to see which parts of a rule its examples need: the rule is loaded
       anew for each part, so one of 1400 nodes is tried in full. */
    TL_MAX_COVERAGE_NODES = 2000000,
    /* Word classes inside word classes in a pattern. */
    TL_MAX_CLASS_DEPTH = 8,
    /* Bytes of one dictionary file; the largest in use have 10 MB. */
    TL_MAX_DICTIONARY_BYTES = 64 * 1024 * 1024,
    /* Dictionaries of one language. */
    TL_MAX_DICTIONARIES = 16,
    /* Bytes of a word that Hunspell is asked for; more it does not take. */
    TL_MAX_SPELL_BYTES = 100,
    /* Words of a language that are remembered in one run. */
    TL_MAX_SPELL_WORDS = 200000,
    /* Words that are suggested for one that is wrong, and words of one message for which any are:
       finding them takes Hunspell long. */
    TL_MAX_SPELL_SUGGESTIONS = 3,
    TL_MAX_SPELL_SUGGESTED = 20,
    /* Bytes of a number in a rule file. */
    TL_MAX_DECIMAL_BYTES = 15,
    /* Steps of a formula, those of the measures that it names included. */
    TL_MAX_FORMULA_STEPS = 256,
    /* Brackets inside brackets in a formula: recursion is as deep. */
    TL_MAX_FORMULA_DEPTH = 32,
    /* Sentences before or after a finding at which a condition looks. */
    TL_MAX_NEAR_SENTENCES = 100,
    /* Matches of one count whose places are known; more are counted only. */
    TL_MAX_COUNTED = 100000,
    /* Questions of a quoted message that are followed up, content words of each, and words of the
       answer. */
    TL_MAX_QUESTIONS = 50,
    TL_MAX_QUESTION_WORDS = 50,
    TL_MAX_ANSWER_WORDS = 20000,
    /* Findings of one message that are printed. */
    TL_MAX_FINDINGS = 10000,
    /* Folders inside folders when a directory is walked. */
    TL_MAX_FOLDER_DEPTH = 64,
    /* PCRE2 match and depth limits, and heap in KiB: far above what any sensible rule needs. */
    TL_REGEX_MATCH_LIMIT = 1000000,
    /* In a short text the match limit is less: so much, and so much more for each byte. */
    TL_REGEX_MATCH_LIMIT_LEAST = 20000,
    TL_REGEX_MATCH_LIMIT_BYTE = 500,
    /* Bytes that the lookbehinds of one search, of lengths that PCRE2 does not know, may go over.
     */
    TL_REGEX_BEHIND_BYTES = 1024 * 1024,
    TL_REGEX_DEPTH_LIMIT = 100000,
    TL_REGEX_HEAP_KIB = 20000,
    /* What JIT code may use of a stack of its own; touched only where a match is deep. */
    TL_REGEX_JIT_STACK_BYTES = 8 * 1024 * 1024,
};

#endif
