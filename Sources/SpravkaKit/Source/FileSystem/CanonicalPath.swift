// The one real path of a folder that need not be there yet.
import Glibc

/// The absolute path without links, `.` and `..`; what does not exist yet is taken as it is spelt.
func canonicalPath(_ path: String) -> String {
  var start = path
  if !path.utf8.starts(with: "/".utf8) { start = ((try? resolvedPath(".")) ?? "") + "/" + path }
  var real = ""
  for name in start.split(separator: "/") where name != "." {
    if name == ".." {
      real = String(real[..<(real.lastIndex(of: "/") ?? real.startIndex)])
    } else {
      real = (try? resolvedPath(real + "/" + name)) ?? real + "/" + name
      if real == "/" { real = "" }
    }
  }
  return real.isEmpty ? "/" : real
}

/// The path with all links followed.
func resolvedPath(_ path: String) throws(SystemError) -> String {
  guard let found = unsafe realpath(path, nil) else { throw SystemError(.open, path, errno) }
  defer { unsafe free(found) }
  return unsafe String(cString: found)
}

/// Whether `path` is the folder or lies in it; both are canonical.
func path(_ path: String, isWithin folder: String) -> Bool {
  if folder == "/" { return true }
  return path.utf8.elementsEqual(folder.utf8) || path.utf8.starts(with: (folder + "/").utf8)
}
