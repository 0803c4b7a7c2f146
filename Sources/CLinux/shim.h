// Calls of Linux that the Glibc module of Swift leaves out, since it is built without
// _GNU_SOURCE; the functions themselves are in glibc.
#ifndef CLINUX_H
#define CLINUX_H

#include <linux/stat.h>
#include <sys/inotify.h>

int renameat2(int from_folder, const char *_Nonnull from, int to_folder, const char *_Nonnull to,
              unsigned int flags);
int statx(int folder, const char *_Nonnull path, int flags, unsigned int mask,
          struct statx *_Nonnull found);
int pipe2(int *_Nonnull ends, int flags);

// inotify(7): what is told of a file, and what may mean more than one.
static const unsigned int clinux_in_ignored = IN_IGNORED;
static const unsigned int clinux_in_whole =
    IN_ISDIR | IN_Q_OVERFLOW | IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_UNMOUNT;

static inline int clinux_inotify_init(void) { return inotify_init1(IN_NONBLOCK | IN_CLOEXEC); }

static inline int clinux_inotify_watch(int number, const char *_Nonnull folder) {
  return inotify_add_watch(number, folder,
                           IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE |
                               IN_DELETE_SELF | IN_MOVE_SELF | IN_ATTRIB);
}

// RENAME_EXCHANGE of <linux/fs.h>, which redefines too much to be included.
static const unsigned int clinux_rename_exchange = 1u << 1;
// O_PATH of <fcntl.h>: a descriptor to name a folder by, for which no right to read is needed.
static const int clinux_o_path = 010000000;

#endif
