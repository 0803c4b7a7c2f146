#ifndef CTHEME_H
#define CTHEME_H

#include <stddef.h>

/// A file of the default theme, as it stands in templates/, in the binary.
typedef struct {
  /// The path below templates/: "article.mustache", "strings/ru.yml".
  const char *_Nonnull path;
  const unsigned char *_Nonnull bytes;
  size_t size;
} ctheme_file;

/// Sorted by path, in the order of bytes.
extern const ctheme_file ctheme_files[];
extern const size_t ctheme_count;

#endif
