internal import CTheme

// The files of templates/, as they were when Spravka was compiled. The only file that knows CTheme.

enum BuiltinTheme {
  /// Paths below `templates/`, sorted by bytes.
  static func files() -> [SourceFile] {
    unsafe read(ctheme_files, count: ctheme_count)
  }

  /// The site that `spravka init` writes: paths below the site's root.
  static func starter() -> [SourceFile] {
    unsafe read(ctheme_starter, count: ctheme_starter_count)
  }

  /// What the preview adds to pages.
  static func preview() -> [SourceFile] {
    unsafe read(ctheme_preview, count: ctheme_preview_count)
  }

  private static func read(_ start: UnsafePointer<ctheme_file>, count: Int) -> [SourceFile] {
    (0..<count).map { index in
      let file = unsafe start[index]
      let bytes = unsafe [UInt8](UnsafeBufferPointer(start: file.bytes, count: file.size))
      return unsafe SourceFile(path: String(cString: file.path), bytes: bytes)
    }
  }
}
