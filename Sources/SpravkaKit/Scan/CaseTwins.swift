// Names of one folder that macOS or Windows would take for one name: they differ only by case, or
// only by how their letters are composed. Looked for folder by folder, so that two folders are one
// finding, however many files they hold.

/// The names of one folder that came so far.
struct CaseTwins {
  // Equal Strings are canonically equivalent ones, which is just what is asked for here.
  private var first: [String: RawPath] = [:]

  /// A finding when a path seen before is the same but for case or composition.
  ///
  /// - Parameter isCopied: a file that is published as it is. Two of those break no page where the
  ///   site is built, so they are no more than a warning.
  mutating func twin(of path: RawPath, isCopied: Bool = false) -> [Diagnostic] {
    let folded = path.shown.lowercased()
    guard let earlier = first[folded] else {
      first[folded] = path
      return []
    }
    return [.twins(path, of: earlier, isCopied ? .twinFiles : .caseTwins)]
  }
}

extension Diagnostic {
  fileprivate static func twins(
    _ path: RawPath, of earlier: RawPath, _ id: DiagnosticID
  ) -> Diagnostic {
    let difference =
      path.shown == earlier.shown ? "only in how its letters are composed" : "only by case"
    return Diagnostic(
      id, "the name differs \(difference) from '\(earlier.shown)'", file: path.shown,
      hint: "rename one of the two: macOS and Windows take them for one file")
  }
}
