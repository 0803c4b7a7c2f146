/// The directives that are open in one container, the innermost last.
struct OpenDirectives {
  struct Entry {
    let line: DirectiveLine
    /// What it holds goes here; nil for one that is not shown as a block.
    let node: MarkdownNode?
  }

  private(set) var entries: [Entry] = []
  /// The indices of those that are blocks, and of those with so many colons: an article may leave
  /// a hundred thousand directives open.
  private var blocks: [Int] = []
  private var byColons: [Int: [Int]] = [:]

  /// How many blocks are open.
  var depth: Int { blocks.count }

  /// Where the next block belongs; nil means the container itself.
  var innermost: MarkdownNode? { blocks.last.flatMap { entries[$0].node } }

  /// The known directive in which the next block stands.
  var innermostDirective: Directive? { blocks.last.flatMap { entries[$0].line.directive } }

  mutating func open(_ line: DirectiveLine, _ node: MarkdownNode?) {
    if node != nil { blocks.append(entries.count) }
    byColons[line.colons, default: []].append(entries.count)
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
    let exact = byColons[colons]?.last
    let shorter = entries.indices.last.flatMap { entries[$0].line.colons < colons ? $0 : nil }
    guard let index = exact ?? shorter else { return [] }
    return removeLast(entries.count - index)
  }

  /// Closes the block in which the next one would stand, and what was left open in it.
  mutating func closeInnermost() -> [Entry] {
    blocks.last.map { removeLast(entries.count - $0) } ?? []
  }

  mutating func closeAll() -> [Entry] { removeLast(entries.count) }

  private mutating func removeLast(_ count: Int) -> [Entry] {
    let closed = Array(entries.suffix(count).reversed())
    entries.removeLast(count)
    for entry in closed {
      byColons[entry.line.colons]?.removeLast()
      if entry.node != nil { blocks.removeLast() }
    }
    return closed
  }
}
