#include "CTheme.h"

const ctheme_file ctheme_files[] = {{"", (const unsigned char *)"", 0}};
const size_t ctheme_count = 0;
