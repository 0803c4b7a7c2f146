#ifndef CTHEME_H
#define CTHEME_H

#include <stddef.h>

// Tables are pointers: Swift cannot see an array of unknown length.

/// A file of the default theme or of the starter site, as it stands in its folder, in the binary.
typedef struct {
  /// The path below the folder: "article.mustache", "strings/ru.yml".
  const char *_Nonnull path;
  const unsigned char *_Nonnull bytes;
  size_t size;
} ctheme_file;

/// The files of templates/, sorted by path, in the order of bytes.
extern const ctheme_file *_Nonnull const ctheme_files;
extern const size_t ctheme_count;

/// The files that `spravka init` writes into the content/ of a new site, sorted likewise.
extern const ctheme_file *_Nonnull const ctheme_starter;
extern const size_t ctheme_starter_count;

/// What the preview adds to pages, sorted likewise.
extern const ctheme_file *_Nonnull const ctheme_preview;
extern const size_t ctheme_preview_count;

#endif
