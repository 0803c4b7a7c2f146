// What somebody typed for a path → the places that it may mean. Which of them is meant is decided
// by the categories that there are.

/// A place below the folder of a language.
struct PathReading: Equatable, Sendable {
  let language: Int
  /// The names below it; empty for the folder itself.
  let parts: [String]
  /// Whether the path says that it is a folder.
  let isFolder: Bool
}

struct PathReader {
  let languages: [String]
  /// The language that was asked for besides the path.
  let wanted: Int?

  /// The readings of a request, the nearest at hand first; never none.
  func readings(of request: ArticleRequest) throws(Refusal) -> [PathReading] {
    let path = request.path
    let typed = path.split(separator: "/").map(String.init)
    let isFolder = path.hasSuffix("/") || [".", ".."].contains(typed.last)
    var readings: [PathReading] = []
    if let target = request.standing.target {
      let parts = target.split(separator: "/").map(String.init)
      readings += try named(parts, isFolder, mayTurn: request.standing.isInside)
    }
    let isMeantFromHere = path.hasPrefix("/") || [".", ".."].contains(typed.first)
    if !isMeantFromHere {
      guard let parts = straightened(typed) else { throw .outside(path, languages) }
      let byName = try named(parts, isFolder, mayTurn: false)
      readings += byName
      if byName.isEmpty, !leadsIntoContent(parts, isFolder) {
        readings.append(PathReading(language: wanted ?? 0, parts: parts, isFolder: isFolder))
      }
    }
    guard !readings.isEmpty else { throw .outside(path, languages) }
    return readings
  }

  /// Of a path that names its language: `content/en/a.md`, `en/a.md`.
  ///
  /// - Parameter mayTurn: whether the language is merely that of where one stands, so that another
  ///   may be asked for.
  private func named(
    _ parts: [String], _ isFolder: Bool, mayTurn: Bool
  ) throws(Refusal) -> [PathReading] {
    let names = parts.first == "content" ? parts.dropFirst() : parts[...]
    guard let code = names.first, let language = languages.firstIndex(of: code) else { return [] }
    if let wanted, wanted != language, !mayTurn {
      throw Refusal(
        "the path says '\(code)', and '--language' says '\(languages[wanted])'",
        "take one of the two out")
    }
    return [
      PathReading(
        language: wanted ?? language, parts: Array(names.dropFirst()), isFolder: isFolder)
    ]
  }

  /// Whether a path that names no language means the folder `content` itself.
  private func leadsIntoContent(_ parts: [String], _ isFolder: Bool) -> Bool {
    parts.first == "content" && (parts.count > 2 || isFolder || parts.count == 1)
  }

  /// Without `.` and `..`; nil when it leads out.
  private func straightened(_ names: [String]) -> [String]? {
    var parts: [String] = []
    for name in names where name != "." {
      guard name == ".." else {
        parts.append(name)
        continue
      }
      guard parts.popLast() != nil else { return nil }
    }
    return parts
  }
}

extension Refusal {
  fileprivate static func outside(_ path: String, _ languages: [String]) -> Refusal {
    let folders = languages.map { "'content/\($0)/'" }.joined(separator: ", ")
    return Refusal(
      "\(quoted(path)) does not lead to the articles of this site",
      "they are in \(folders); write a path below, such as 'category/article.md'")
  }
}
