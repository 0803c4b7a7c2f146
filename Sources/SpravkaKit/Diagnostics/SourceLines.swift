/// The line tables of the files that a report speaks of, each made when first asked for.
struct SourceLines {
  private let file: (String) -> SourceFile?
  private var tables: [String: LineTable?] = [:]

  init(_ file: @escaping (String) -> SourceFile?) {
    self.file = file
  }

  /// Nil when there is no text at that path.
  mutating func table(for path: String) -> LineTable? {
    if let known = tables[path] { return known }
    let table = file(path).map { LineTable($0.bytes) }
    tables[path] = .some(table)
    return table
  }
}
