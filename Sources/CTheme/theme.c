// Written by `make theme` from templates/ and Sources/CTheme/starter/: do not edit.
#include "CTheme.h"

static const ctheme_file ctheme_files_table[] = {
    {"", (const unsigned char *)"", 0},
};
const ctheme_file *const ctheme_files = ctheme_files_table;
const size_t ctheme_count = 0;

static const unsigned char ctheme_starter_0[] = {
#embed "starter/ru/_index.md" suffix(, )
    0};
static const unsigned char ctheme_starter_1[] = {
#embed "starter/ru/first-steps/_index.md" suffix(, )
    0};
static const unsigned char ctheme_starter_2[] = {
#embed "starter/ru/first-steps/new-article.md" suffix(, )
    0};
static const unsigned char ctheme_starter_3[] = {
#embed "starter/ru/first-steps/welcome.md" suffix(, )
    0};
static const unsigned char ctheme_starter_4[] = {
#embed "starter/site.yml" suffix(, )
    0};
static const ctheme_file ctheme_starter_table[] = {
    {"ru/_index.md", ctheme_starter_0, sizeof ctheme_starter_0 - 1},
    {"ru/first-steps/_index.md", ctheme_starter_1, sizeof ctheme_starter_1 - 1},
    {"ru/first-steps/new-article.md", ctheme_starter_2, sizeof ctheme_starter_2 - 1},
    {"ru/first-steps/welcome.md", ctheme_starter_3, sizeof ctheme_starter_3 - 1},
    {"site.yml", ctheme_starter_4, sizeof ctheme_starter_4 - 1},
    {"", (const unsigned char *)"", 0},
};
const ctheme_file *const ctheme_starter = ctheme_starter_table;
const size_t ctheme_starter_count = 5;
