// Written by `make theme` from templates/ and Sources/CTheme/: do not edit.
#include "CTheme.h"

static const unsigned char ctheme_files_0[] = {
#embed "../../templates/404.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_1[] = {
#embed "../../templates/article.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_2[] = {
#embed "../../templates/assets/boot.js" suffix(, )
    0};
static const unsigned char ctheme_files_3[] = {
#embed "../../templates/assets/icon.svg" suffix(, )
    0};
static const unsigned char ctheme_files_4[] = {
#embed "../../templates/assets/lists.css" suffix(, )
    0};
static const unsigned char ctheme_files_5[] = {
#embed "../../templates/assets/missing.js" suffix(, )
    0};
static const unsigned char ctheme_files_6[] = {
#embed "../../templates/assets/moved.css" suffix(, )
    0};
static const unsigned char ctheme_files_7[] = {
#embed "../../templates/assets/moved.js" suffix(, )
    0};
static const unsigned char ctheme_files_8[] = {
#embed "../../templates/assets/redirect.js" suffix(, )
    0};
static const unsigned char ctheme_files_9[] = {
#embed "../../templates/assets/search-kit.js" suffix(, )
    0};
static const unsigned char ctheme_files_10[] = {
#embed "../../templates/assets/search-page.js" suffix(, )
    0};
static const unsigned char ctheme_files_11[] = {
#embed "../../templates/assets/search.css" suffix(, )
    0};
static const unsigned char ctheme_files_12[] = {
#embed "../../templates/assets/search.js" suffix(, )
    0};
static const unsigned char ctheme_files_13[] = {
#embed "../../templates/assets/site.css" suffix(, )
    0};
static const unsigned char ctheme_files_14[] = {
#embed "../../templates/assets/site.js" suffix(, )
    0};
static const unsigned char ctheme_files_15[] = {
#embed "../../templates/assets/zoom.css" suffix(, )
    0};
static const unsigned char ctheme_files_16[] = {
#embed "../../templates/assets/zoom.js" suffix(, )
    0};
static const unsigned char ctheme_files_17[] = {
#embed "../../templates/breadcrumbs.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_18[] = {
#embed "../../templates/calls.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_19[] = {
#embed "../../templates/category.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_20[] = {
#embed "../../templates/changes.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_21[] = {
#embed "../../templates/contents.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_22[] = {
#embed "../../templates/editions.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_23[] = {
#embed "../../templates/entries.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_24[] = {
#embed "../../templates/expired.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_25[] = {
#embed "../../templates/feedback-form.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_26[] = {
#embed "../../templates/feedback.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_27[] = {
#embed "../../templates/footer.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_28[] = {
#embed "../../templates/header.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_29[] = {
#embed "../../templates/history.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_30[] = {
#embed "../../templates/home.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_31[] = {
#embed "../../templates/icons/article.svg" suffix(, )
    0};
static const unsigned char ctheme_files_32[] = {
#embed "../../templates/icons/author.svg" suffix(, )
    0};
static const unsigned char ctheme_files_33[] = {
#embed "../../templates/icons/caution.svg" suffix(, )
    0};
static const unsigned char ctheme_files_34[] = {
#embed "../../templates/icons/close.svg" suffix(, )
    0};
static const unsigned char ctheme_files_35[] = {
#embed "../../templates/icons/date.svg" suffix(, )
    0};
static const unsigned char ctheme_files_36[] = {
#embed "../../templates/icons/important.svg" suffix(, )
    0};
static const unsigned char ctheme_files_37[] = {
#embed "../../templates/icons/logo.svg" suffix(, )
    0};
static const unsigned char ctheme_files_38[] = {
#embed "../../templates/icons/menu.svg" suffix(, )
    0};
static const unsigned char ctheme_files_39[] = {
#embed "../../templates/icons/no.svg" suffix(, )
    0};
static const unsigned char ctheme_files_40[] = {
#embed "../../templates/icons/note.svg" suffix(, )
    0};
static const unsigned char ctheme_files_41[] = {
#embed "../../templates/icons/search.svg" suffix(, )
    0};
static const unsigned char ctheme_files_42[] = {
#embed "../../templates/icons/summary.svg" suffix(, )
    0};
static const unsigned char ctheme_files_43[] = {
#embed "../../templates/icons/theme.svg" suffix(, )
    0};
static const unsigned char ctheme_files_44[] = {
#embed "../../templates/icons/tip.svg" suffix(, )
    0};
static const unsigned char ctheme_files_45[] = {
#embed "../../templates/icons/warning.svg" suffix(, )
    0};
static const unsigned char ctheme_files_46[] = {
#embed "../../templates/icons/yes.svg" suffix(, )
    0};
static const unsigned char ctheme_files_47[] = {
#embed "../../templates/layout.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_48[] = {
#embed "../../templates/list-pages.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_49[] = {
#embed "../../templates/list.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_50[] = {
#embed "../../templates/meta.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_51[] = {
#embed "../../templates/new.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_52[] = {
#embed "../../templates/redirect.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_53[] = {
#embed "../../templates/search-box.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_54[] = {
#embed "../../templates/search.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_55[] = {
#embed "../../templates/search/api.js" suffix(, )
    0};
static const unsigned char ctheme_files_56[] = {
#embed "../../templates/search/edits.js" suffix(, )
    0};
static const unsigned char ctheme_files_57[] = {
#embed "../../templates/search/english.js" suffix(, )
    0};
static const unsigned char ctheme_files_58[] = {
#embed "../../templates/search/excerpts.js" suffix(, )
    0};
static const unsigned char ctheme_files_59[] = {
#embed "../../templates/search/files.js" suffix(, )
    0};
static const unsigned char ctheme_files_60[] = {
#embed "../../templates/search/index.js" suffix(, )
    0};
static const unsigned char ctheme_files_61[] = {
#embed "../../templates/search/keyboard.js" suffix(, )
    0};
static const unsigned char ctheme_files_62[] = {
#embed "../../templates/search/phrases.js" suffix(, )
    0};
static const unsigned char ctheme_files_63[] = {
#embed "../../templates/search/query.js" suffix(, )
    0};
static const unsigned char ctheme_files_64[] = {
#embed "../../templates/search/rank.js" suffix(, )
    0};
static const unsigned char ctheme_files_65[] = {
#embed "../../templates/search/readings.js" suffix(, )
    0};
static const unsigned char ctheme_files_66[] = {
#embed "../../templates/search/results.js" suffix(, )
    0};
static const unsigned char ctheme_files_67[] = {
#embed "../../templates/search/russian.js" suffix(, )
    0};
static const unsigned char ctheme_files_68[] = {
#embed "../../templates/search/shards.js" suffix(, )
    0};
static const unsigned char ctheme_files_69[] = {
#embed "../../templates/search/slug.js" suffix(, )
    0};
static const unsigned char ctheme_files_70[] = {
#embed "../../templates/search/terms.js" suffix(, )
    0};
static const unsigned char ctheme_files_71[] = {
#embed "../../templates/search/understand.js" suffix(, )
    0};
static const unsigned char ctheme_files_72[] = {
#embed "../../templates/search/words.js" suffix(, )
    0};
static const unsigned char ctheme_files_73[] = {
#embed "../../templates/sidebar-list.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_74[] = {
#embed "../../templates/sidebar.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_75[] = {
#embed "../../templates/strings/en.yml" suffix(, )
    0};
static const unsigned char ctheme_files_76[] = {
#embed "../../templates/strings/ru.yml" suffix(, )
    0};
static const unsigned char ctheme_files_77[] = {
#embed "../../templates/subscription.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_78[] = {
#embed "../../templates/tag.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_79[] = {
#embed "../../templates/tags.mustache" suffix(, )
    0};
static const unsigned char ctheme_files_80[] = {
#embed "../../templates/tools.mustache" suffix(, )
    0};
static const ctheme_file ctheme_files_table[] = {
    {"404.mustache", ctheme_files_0, sizeof ctheme_files_0 - 1},
    {"article.mustache", ctheme_files_1, sizeof ctheme_files_1 - 1},
    {"assets/boot.js", ctheme_files_2, sizeof ctheme_files_2 - 1},
    {"assets/icon.svg", ctheme_files_3, sizeof ctheme_files_3 - 1},
    {"assets/lists.css", ctheme_files_4, sizeof ctheme_files_4 - 1},
    {"assets/missing.js", ctheme_files_5, sizeof ctheme_files_5 - 1},
    {"assets/moved.css", ctheme_files_6, sizeof ctheme_files_6 - 1},
    {"assets/moved.js", ctheme_files_7, sizeof ctheme_files_7 - 1},
    {"assets/redirect.js", ctheme_files_8, sizeof ctheme_files_8 - 1},
    {"assets/search-kit.js", ctheme_files_9, sizeof ctheme_files_9 - 1},
    {"assets/search-page.js", ctheme_files_10, sizeof ctheme_files_10 - 1},
    {"assets/search.css", ctheme_files_11, sizeof ctheme_files_11 - 1},
    {"assets/search.js", ctheme_files_12, sizeof ctheme_files_12 - 1},
    {"assets/site.css", ctheme_files_13, sizeof ctheme_files_13 - 1},
    {"assets/site.js", ctheme_files_14, sizeof ctheme_files_14 - 1},
    {"assets/zoom.css", ctheme_files_15, sizeof ctheme_files_15 - 1},
    {"assets/zoom.js", ctheme_files_16, sizeof ctheme_files_16 - 1},
    {"breadcrumbs.mustache", ctheme_files_17, sizeof ctheme_files_17 - 1},
    {"calls.mustache", ctheme_files_18, sizeof ctheme_files_18 - 1},
    {"category.mustache", ctheme_files_19, sizeof ctheme_files_19 - 1},
    {"changes.mustache", ctheme_files_20, sizeof ctheme_files_20 - 1},
    {"contents.mustache", ctheme_files_21, sizeof ctheme_files_21 - 1},
    {"editions.mustache", ctheme_files_22, sizeof ctheme_files_22 - 1},
    {"entries.mustache", ctheme_files_23, sizeof ctheme_files_23 - 1},
    {"expired.mustache", ctheme_files_24, sizeof ctheme_files_24 - 1},
    {"feedback-form.mustache", ctheme_files_25, sizeof ctheme_files_25 - 1},
    {"feedback.mustache", ctheme_files_26, sizeof ctheme_files_26 - 1},
    {"footer.mustache", ctheme_files_27, sizeof ctheme_files_27 - 1},
    {"header.mustache", ctheme_files_28, sizeof ctheme_files_28 - 1},
    {"history.mustache", ctheme_files_29, sizeof ctheme_files_29 - 1},
    {"home.mustache", ctheme_files_30, sizeof ctheme_files_30 - 1},
    {"icons/article.svg", ctheme_files_31, sizeof ctheme_files_31 - 1},
    {"icons/author.svg", ctheme_files_32, sizeof ctheme_files_32 - 1},
    {"icons/caution.svg", ctheme_files_33, sizeof ctheme_files_33 - 1},
    {"icons/close.svg", ctheme_files_34, sizeof ctheme_files_34 - 1},
    {"icons/date.svg", ctheme_files_35, sizeof ctheme_files_35 - 1},
    {"icons/important.svg", ctheme_files_36, sizeof ctheme_files_36 - 1},
    {"icons/logo.svg", ctheme_files_37, sizeof ctheme_files_37 - 1},
    {"icons/menu.svg", ctheme_files_38, sizeof ctheme_files_38 - 1},
    {"icons/no.svg", ctheme_files_39, sizeof ctheme_files_39 - 1},
    {"icons/note.svg", ctheme_files_40, sizeof ctheme_files_40 - 1},
    {"icons/search.svg", ctheme_files_41, sizeof ctheme_files_41 - 1},
    {"icons/summary.svg", ctheme_files_42, sizeof ctheme_files_42 - 1},
    {"icons/theme.svg", ctheme_files_43, sizeof ctheme_files_43 - 1},
    {"icons/tip.svg", ctheme_files_44, sizeof ctheme_files_44 - 1},
    {"icons/warning.svg", ctheme_files_45, sizeof ctheme_files_45 - 1},
    {"icons/yes.svg", ctheme_files_46, sizeof ctheme_files_46 - 1},
    {"layout.mustache", ctheme_files_47, sizeof ctheme_files_47 - 1},
    {"list-pages.mustache", ctheme_files_48, sizeof ctheme_files_48 - 1},
    {"list.mustache", ctheme_files_49, sizeof ctheme_files_49 - 1},
    {"meta.mustache", ctheme_files_50, sizeof ctheme_files_50 - 1},
    {"new.mustache", ctheme_files_51, sizeof ctheme_files_51 - 1},
    {"redirect.mustache", ctheme_files_52, sizeof ctheme_files_52 - 1},
    {"search-box.mustache", ctheme_files_53, sizeof ctheme_files_53 - 1},
    {"search.mustache", ctheme_files_54, sizeof ctheme_files_54 - 1},
    {"search/api.js", ctheme_files_55, sizeof ctheme_files_55 - 1},
    {"search/edits.js", ctheme_files_56, sizeof ctheme_files_56 - 1},
    {"search/english.js", ctheme_files_57, sizeof ctheme_files_57 - 1},
    {"search/excerpts.js", ctheme_files_58, sizeof ctheme_files_58 - 1},
    {"search/files.js", ctheme_files_59, sizeof ctheme_files_59 - 1},
    {"search/index.js", ctheme_files_60, sizeof ctheme_files_60 - 1},
    {"search/keyboard.js", ctheme_files_61, sizeof ctheme_files_61 - 1},
    {"search/phrases.js", ctheme_files_62, sizeof ctheme_files_62 - 1},
    {"search/query.js", ctheme_files_63, sizeof ctheme_files_63 - 1},
    {"search/rank.js", ctheme_files_64, sizeof ctheme_files_64 - 1},
    {"search/readings.js", ctheme_files_65, sizeof ctheme_files_65 - 1},
    {"search/results.js", ctheme_files_66, sizeof ctheme_files_66 - 1},
    {"search/russian.js", ctheme_files_67, sizeof ctheme_files_67 - 1},
    {"search/shards.js", ctheme_files_68, sizeof ctheme_files_68 - 1},
    {"search/slug.js", ctheme_files_69, sizeof ctheme_files_69 - 1},
    {"search/terms.js", ctheme_files_70, sizeof ctheme_files_70 - 1},
    {"search/understand.js", ctheme_files_71, sizeof ctheme_files_71 - 1},
    {"search/words.js", ctheme_files_72, sizeof ctheme_files_72 - 1},
    {"sidebar-list.mustache", ctheme_files_73, sizeof ctheme_files_73 - 1},
    {"sidebar.mustache", ctheme_files_74, sizeof ctheme_files_74 - 1},
    {"strings/en.yml", ctheme_files_75, sizeof ctheme_files_75 - 1},
    {"strings/ru.yml", ctheme_files_76, sizeof ctheme_files_76 - 1},
    {"subscription.mustache", ctheme_files_77, sizeof ctheme_files_77 - 1},
    {"tag.mustache", ctheme_files_78, sizeof ctheme_files_78 - 1},
    {"tags.mustache", ctheme_files_79, sizeof ctheme_files_79 - 1},
    {"tools.mustache", ctheme_files_80, sizeof ctheme_files_80 - 1},
    {"", (const unsigned char *)"", 0},
};
const ctheme_file *const ctheme_files = ctheme_files_table;
const size_t ctheme_count = 81;

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

static const unsigned char ctheme_preview_0[] = {
#embed "preview/desk-words.js" suffix(, )
    0};
static const unsigned char ctheme_preview_1[] = {
#embed "preview/desk.css" suffix(, )
    0};
static const unsigned char ctheme_preview_2[] = {
#embed "preview/desk.html" suffix(, )
    0};
static const unsigned char ctheme_preview_3[] = {
#embed "preview/desk.js" suffix(, )
    0};
static const unsigned char ctheme_preview_4[] = {
#embed "preview/preview.css" suffix(, )
    0};
static const unsigned char ctheme_preview_5[] = {
#embed "preview/preview.js" suffix(, )
    0};
static const unsigned char ctheme_preview_6[] = {
#embed "preview/stream.js" suffix(, )
    0};
static const unsigned char ctheme_preview_7[] = {
#embed "preview/waiting.html" suffix(, )
    0};
static const ctheme_file ctheme_preview_table[] = {
    {"desk-words.js", ctheme_preview_0, sizeof ctheme_preview_0 - 1},
    {"desk.css", ctheme_preview_1, sizeof ctheme_preview_1 - 1},
    {"desk.html", ctheme_preview_2, sizeof ctheme_preview_2 - 1},
    {"desk.js", ctheme_preview_3, sizeof ctheme_preview_3 - 1},
    {"preview.css", ctheme_preview_4, sizeof ctheme_preview_4 - 1},
    {"preview.js", ctheme_preview_5, sizeof ctheme_preview_5 - 1},
    {"stream.js", ctheme_preview_6, sizeof ctheme_preview_6 - 1},
    {"waiting.html", ctheme_preview_7, sizeof ctheme_preview_7 - 1},
    {"", (const unsigned char *)"", 0},
};
const ctheme_file *const ctheme_preview = ctheme_preview_table;
const size_t ctheme_preview_count = 8;
