// The compiled form of all templates of a library: flat arrays that refer to one another by index,
// so that rendering touches neither source text nor strings, and a check knows every place.

struct Program: Sendable {
  /// One tag or run of text, in the order of the source.
  ///
  /// A node that holds others comes before them and says at which node they end.
  enum Node {
    /// Bytes of `literals`. Only text can begin a line: where a tag does, an empty text with
    /// `startsLine` stands before it, so indentation is the business of texts alone.
    case text(Range<Int>, startsLine: Bool)
    case variable(Path, isEscaped: Bool)
    case section(Path, end: Int)
    case inverted(Path, end: Int)
    /// A partial or a parent; a parent's overrides follow.
    case include(name: Int, indentation: Indentation, end: Int)
    case block(name: Int, indentation: Indentation, end: Int)
    case override(name: Int, end: Int)
  }

  /// A dotted name: ids in `parts`, and none for `.`.
  struct Path {
    let parts: Range<Int>
  }

  /// How the lines are indented that replace an include or a block.
  enum Indentation {
    /// Not at all: it stands within a line.
    case inline
    /// Like the lines around, and with these bytes of `literals` besides.
    case lines(Range<Int>)
  }

  struct Template {
    let name: String
    let nodes: Range<Int>
    let hasErrors: Bool
    /// What stands directly inside a parent and is never written.
    let strays: [TemplateError]
  }

  var nodes: [Node] = []
  /// For each node where its name stands in the source of its template.
  var places: [Range<Int>] = []
  var literals: [UInt8] = []
  var parts: [Int] = []
  /// Names of variables, blocks and templates, by id.
  var names: [Name] = []
  var templates: [Template] = []
  /// For each name id the template of that name.
  var templateOfName: [Int?] = []
}

extension Program {
  /// The template in which a node stands.
  func template(ofNode node: Int) -> Template {
    var low = 0
    var high = templates.count - 1
    while low < high {
      let middle = (low + high) / 2
      if templates[middle].nodes.upperBound <= node { low = middle + 1 } else { high = middle }
    }
    return templates[low]
  }

  /// The overrides of a parent, by node; none of a partial.
  func overrides(of include: Int) -> [Int] {
    guard case .include(_, _, let end) = nodes[include] else { return [] }
    var result: [Int] = []
    var index = include + 1
    while index < end, case .override(_, let next) = nodes[index] {
      result.append(index)
      index = next
    }
    return result
  }

  /// A path as it was written.
  func text(of path: Path) -> String {
    path.parts.isEmpty ? "." : parts[path.parts].map { names[$0].text }.joined(separator: ".")
  }
}
