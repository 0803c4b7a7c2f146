// Recipes → a list whose paths can stand together in one folder, sorted by bytes.

/// The outputs of a build, checked.
struct OutputList: Sendable {
  let outputs: [Output]
  /// The path of each output.
  let paths: [RawPath]
  /// All folders that the paths need.
  let folders: Set<RawPath>
  private let places: [RawPath: Int]

  /// Refuses paths that would leave the output folder or meet each other.
  init(_ outputs: [Output]) throws(EmitError) {
    let sorted = outputs.sorted { pathPrecedes($0.path, $1.path) }
    let paths = sorted.map { RawPath($0.path) }
    var folders: Set<RawPath> = []
    for (index, path) in paths.enumerated() {
      guard path.canBeOutput else {
        throw .refused(
          "'\(path.shown)' cannot be the path of a page: it must lead into the output folder by"
            + " plain names, none of them Spravka's own")
      }
      if case .copy(let source) = sorted[index].content, !RawPath(source).isPlain {
        throw .refused("'\(shownText(source.utf8))' cannot be copied: it is no path in the site")
      }
      if index > 0, path == paths[index - 1] {
        throw .refused("two pages have the path '\(path.shown)'")
      }
      for folder in path.ancestors where !folders.insert(folder).inserted { break }
    }
    if let both = paths.first(where: folders.contains) {
      throw .refused("'\(both.shown)' is the path of a page and of a folder that holds others")
    }
    self.outputs = sorted
    self.paths = paths
    self.folders = folders
    places = Dictionary(uniqueKeysWithValues: zip(paths, paths.indices))
  }

  func place(of path: RawPath) -> Int? { places[path] }
}

extension RawPath {
  /// The name of the mark.
  static let mark = RawPath(".spravka")
  /// The staging folder inside the output folder.
  static let stagingInside = RawPath(".spravka-new")

  /// Leads downwards by names alone.
  var isPlain: Bool {
    let names = bytes.split(separator: .slash, omittingEmptySubsequences: false)
    let odd = ["", ".", ".."].map { Array($0.utf8) }
    return !hasControlCharacter && !names.contains { odd.contains(Array($0)) }
  }

  /// Leads below the output folder, and not to where Spravka keeps its own things.
  var canBeOutput: Bool {
    let first = bytes.prefix { $0 != .slash }
    return isPlain && ![RawPath.mark, .stagingInside].contains { $0.bytes == first }
  }
}
