/// The directives that are open in one container, the innermost last.
struct OpenDirectives {
  struct Entry {
    let line: DirectiveLine
    /// What it holds goes here; nil for a name that Spravka does not know.
    let node: MarkdownNode?
  }

  private(set) var entries: [Entry] = []

  /// Where the next block belongs; nil means the container itself.
  var innermost: MarkdownNode? { entries.last { $0.node != nil }?.node }

  /// The known directive in which the next block stands.
  var innermostDirective: Directive? { entries.last { $0.node != nil }?.line.directive }

  mutating func open(_ line: DirectiveLine, _ node: MarkdownNode?) {
    entries.append(Entry(line: line, node: node))
  }

  /// Closes the directive that a line of so many colons ends, and all that were left open in it.
  ///
  /// As with code fences, the same number closes; more close the innermost one too, as other
  /// programs allow.
  ///
  /// - Returns: those that are closed, the innermost first, the last one by the line; empty when
  ///   the line closes nothing.
  mutating func close(colons: Int) -> [Entry] {
    let exact = entries.lastIndex { $0.line.colons == colons }
    let shorter = entries.indices.last.flatMap { entries[$0].line.colons < colons ? $0 : nil }
    guard let index = exact ?? shorter else { return [] }
    let closed = Array(entries[index...].reversed())
    entries.removeSubrange(index...)
    return closed
  }

  mutating func closeInnermost() -> Entry? { entries.popLast() }

  mutating func closeAll() -> [Entry] {
    defer { entries = [] }
    return entries.reversed()
  }
}
