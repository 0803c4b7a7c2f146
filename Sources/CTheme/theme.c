// Written by `make theme` from templates/ and Sources/CTheme/starter/: do not edit.
#include "CTheme.h"

static const unsigned char ctheme_files_0[] = {
#embed "../../templates/404.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_1[] = {
#embed "../../templates/article.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_2[] = {
#embed "../../templates/assets/icon.svg" suffix(, )
    0};
static const unsigned char ctheme_files_3[] = {
#embed "../../templates/assets/site.css" suffix(, )
    0};
static const unsigned char ctheme_files_4[] = {
#embed "../../templates/breadcrumbs.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_5[] = {
#embed "../../templates/category.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_6[] = {
#embed "../../templates/expired.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_7[] = {
#embed "../../templates/footer.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_8[] = {
#embed "../../templates/header.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_9[] = {
#embed "../../templates/home.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_10[] = {
#embed "../../templates/layout.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_11[] = {
#embed "../../templates/list-pages.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_12[] = {
#embed "../../templates/list.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_13[] = {
#embed "../../templates/sidebar-list.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_14[] = {
#embed "../../templates/sidebar.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_15[] = {
#embed "../../templates/strings/en.yml" suffix(, )
    0};
static const unsigned char ctheme_files_16[] = {
#embed "../../templates/strings/ru.yml" suffix(, )
    0};
static const unsigned char ctheme_files_17[] = {
#embed "../../templates/tag.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_18[] = {
#embed "../../templates/tags.mustache" suffix(, )
    0};
static const ctheme_file ctheme_files_table[] = {
    {"404.mustache", ctheme_files_0, sizeof ctheme_files_0 - 1},
    {"article.mustache", ctheme_files_1, sizeof ctheme_files_1 - 1},
    {"assets/icon.svg", ctheme_files_2, sizeof ctheme_files_2 - 1},
    {"assets/site.css", ctheme_files_3, sizeof ctheme_files_3 - 1},
    {"breadcrumbs.mustache", ctheme_files_4, sizeof ctheme_files_4 - 1},
    {"category.mustache", ctheme_files_5, sizeof ctheme_files_5 - 1},
    {"expired.mustache", ctheme_files_6, sizeof ctheme_files_6 - 1},
    {"footer.mustache", ctheme_files_7, sizeof ctheme_files_7 - 1},
    {"header.mustache", ctheme_files_8, sizeof ctheme_files_8 - 1},
    {"home.mustache", ctheme_files_9, sizeof ctheme_files_9 - 1},
    {"layout.mustache", ctheme_files_10, sizeof ctheme_files_10 - 1},
    {"list-pages.mustache", ctheme_files_11, sizeof ctheme_files_11 - 1},
    {"list.mustache", ctheme_files_12, sizeof ctheme_files_12 - 1},
    {"sidebar-list.mustache", ctheme_files_13, sizeof ctheme_files_13 - 1},
    {"sidebar.mustache", ctheme_files_14, sizeof ctheme_files_14 - 1},
    {"strings/en.yml", ctheme_files_15, sizeof ctheme_files_15 - 1},
    {"strings/ru.yml", ctheme_files_16, sizeof ctheme_files_16 - 1},
    {"tag.mustache", ctheme_files_17, sizeof ctheme_files_17 - 1},
    {"tags.mustache", ctheme_files_18, sizeof ctheme_files_18 - 1},
    {"", (const unsigned char *)"", 0},
};
const ctheme_file *const ctheme_files = ctheme_files_table;
const size_t ctheme_count = 19;

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
