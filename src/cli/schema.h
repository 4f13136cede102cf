/*
 * --schema: the JSON Schemas of rule and language files, for editors.
 *
 * They are made from the tables of keys by which the loader reads (rules/key.h), so what an editor
 * underlines is what the program refuses.  JSON Schema draft-07, which YAML language servers know.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_CLI_SCHEMA_H
#define TL_CLI_SCHEMA_H

#include <stdio.h>

enum tl_schema {
    TL_SCHEMA_RULE,
    TL_SCHEMA_LANGUAGE,
};

/* Prints a schema, indented.  Cost: O(keys of all kinds). */
void tl_schema_print(enum tl_schema schema, FILE *stream);

#endif
