// What a name stands for in the scopes at hand, and the words for one that stands for nothing.

extension Checker {
  mutating func checkVariable(_ path: Program.Path, isEscaped: Bool, at node: Int) {
    let name = program.text(of: path)
    let scope = scope(of: path, at: node)
    switch scope {
    case .markup, .unknown: break
    case .text where isEscaped: break
    case .flag where !path.parts.isEmpty: break
    case .text:
      report(
        node, "'\(name)' is text, and text is always escaped",
        hint: "write {{\(name)}}; only markup is written as it is")
    case .flag, .record, .list, .tree, .textList:
      report(node, "'\(name)' is \(scope.noun), which cannot be written", hint: hint(name, scope))
    }
  }

  /// What a path leads to; `unknown` when it leads nowhere, which is reported.
  mutating func scope(of path: Program.Path, at node: Int) -> Scope {
    guard let first = path.parts.first else { return scopes.last ?? .unknown }
    let name = program.names[program.parts[first]]
    for case .record(let shape) in scopes.reversed() {
      guard let kind = shape.kind(of: name) else { continue }
      return scope(of: path, from: first + 1, in: Scope(kind, of: shape), at: node)
    }
    // Inside a section over an unknown name everything may be all right.
    if !scopes.contains(where: \.isUnknown) {
      reportUnknown("variable", name.text, among: knownNames, at: node)
    }
    return .unknown
  }

  private mutating func scope(
    of path: Program.Path, from start: Int, in outer: Scope, at node: Int
  ) -> Scope {
    var scope = outer
    for part in start..<path.parts.upperBound {
      let name = program.names[program.parts[part]]
      let before = Program.Path(parts: path.parts.lowerBound..<part)
      let owner = program.text(of: before)
      guard let shape = scope.shape else {
        report(
          node, "'\(owner)' is \(scope.noun) and has no '\(name.text)'", hint: hint(owner, scope))
        return .unknown
      }
      guard let kind = shape.kind(of: name) else {
        let names = shape.fields.map { "\(owner).\($0.name)" }
        reportUnknown("variable", "\(owner).\(name.text)", among: names, at: node)
        return .unknown
      }
      scope = Scope(kind, of: shape)
    }
    return scope
  }

  /// From the innermost scope outwards, each name once.
  private var knownNames: [String] {
    var seen: Set<String> = []
    return scopes.reversed().compactMap(\.shape).flatMap(\.fields).map(\.name)
      .filter { seen.insert($0).inserted }
  }

  private func hint(_ name: String, _ scope: Scope) -> String? {
    switch scope {
    case .record(let shape): "write one of its names: \(list(shape.fields.map(\.name)))"
    case .list, .tree, .textList: "open a section over it: {{#\(name)}}…{{/\(name)}}"
    case .text, .markup, .flag, .unknown: nil
    }
  }
}

extension Checker {
  mutating func reportUnknown(_ noun: String, _ name: String, among names: [String], at node: Int) {
    report(node, "unknown \(noun) '\(name)'", hint: hint(for: name, among: names))
  }

  func hint(for name: String, among names: [String]) -> String? {
    if let nearest = nearestName(to: name, among: names) { return "did you mean '\(nearest)'?" }
    return names.isEmpty ? nil : "known here: \(list(names))"
  }

  private func list(_ names: [String]) -> String {
    let rest = names.count - 8
    return names.prefix(8).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }
}
