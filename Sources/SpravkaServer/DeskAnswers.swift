internal import SpravkaKit

// What the scripts of the preview ask for: the findings of a page, the lists of the writer's desk.

extension PreviewHandler {
  /// - Parameter path: below `/_spravka/`.
  /// - Returns: nil where none of it is meant.
  func deskAnswer(_ path: String, _ snapshot: PreviewSnapshot) -> HTTPResponse? {
    let parts = path.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = parts.count == 2 ? String(parts[1]) : ""
    switch parts.first {
    case "desk" where parts.count == 1: return data(snapshot.desk())
    case "desk":
      guard let section = DeskSection(rawValue: rest) else {
        return plain(404, "the desk has no list of that name")
      }
      return data(snapshot.desk(section))
    case "page" where parts.count == 2:
      guard let below = inside(rest, snapshot.basePath) else { return outside }
      return data(snapshot.report(on: below))
    case "article" where parts.count == 2:
      guard let below = inside(rest, snapshot.basePath) else { return outside }
      return snapshot.desk(articleAt: below).map { data($0) }
        ?? plain(404, "no page of content is there")
    default: return nil
    }
  }

  private var outside: HTTPResponse { plain(404, "not below the base path") }

  private func data(_ bytes: [UInt8]) -> HTTPResponse {
    response(200, "application/json", .bytes(bytes), [("Cache-Control", "no-store")])
  }
}
