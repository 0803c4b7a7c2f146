// What may be wrong with a directive that is known: its attributes, its title, its place and what
// it holds.

extension TreeShaper {
  mutating func check(_ line: DirectiveLine, _ directive: Directive) {
    if line.isMalformed {
      report(
        .invalidDirective, "this is no right form of '\(line.name)'", at: line.range,
        hint: "write '\(directive.example)', without blanks before the name")
      return
    }
    for attribute in line.attributes where !directive.attributes.contains(attribute.name) {
      let near = nearestName(to: attribute.name, among: directive.attributes)
      let all = directive.attributes.map { "'\($0)'" }.joined(separator: " and ")
      report(
        .invalidDirective, "'\(line.name)' has no attribute \(quoted(attribute.name))",
        at: attribute.range,
        hint: near.map { "did you mean '\($0)'?" }
          ?? (all.isEmpty ? "it has none: take it out" : "it has \(all)"))
    }
    if let label = line.label, !directive.takesLabel {
      report(
        .invalidDirective, "'\(line.name)' has no title", at: label,
        hint: "write '\(directive.example)'")
    }
    if let required = directive.requiredAttribute,
      line.value(of: required)?.value.isEmpty ?? true
    {
      report(
        .invalidDirective, "'\(line.name)' needs the attribute '\(required)'", at: line.range,
        hint: "write '\(directive.example)'")
    }
    if directive == .edition { checkEditions(of: line) }
  }

  mutating func checkPlace(
    of line: DirectiveLine, _ directive: Directive, _ open: OpenDirectives
  ) {
    guard directive == .tab else { return }
    if line.label == nil {
      report(
        .invalidDirective, "the tab has no name", at: line.range,
        hint: "write '\(directive.example)'")
    }
    if open.innermostDirective != .tabs {
      report(
        .misplacedDirective, "a tab must stand between '::::tabs' and '::::'", at: line.range,
        hint: "put both lines around the tabs")
    }
  }

  mutating func checkContents(of entry: OpenDirectives.Entry) {
    guard let node = entry.node else { return }
    if let name = entry.line.directive?.nameOfBlock {
      lintEmptiness(of: name, node, at: entry.line.range)
    }
    guard entry.line.directive == .tabs else { return }
    let others = node.children.filter { construct(of: $0) != .tab }
    if others.isEmpty, node.firstChild == nil {
      report(
        .invalidDirective, "there is no tab in 'tabs'", at: entry.line.range,
        hint: "put tabs in: '\(Directive.tab.example)', their text, ':::'")
    }
    guard let other = others.first else { return }
    let range = other.line > 0 ? text.source.lines.range(of: other) : entry.line.range
    report(
      .misplacedDirective, "only tabs may stand between '::::tabs' and '::::'", at: range,
      hint: "move this into a tab, or above them")
  }

  /// The ids of `only=cloud,on-premise`, each with its place.
  func editions(in line: DirectiveLine) -> [Located<String>] {
    guard let attribute = line.value(of: "only") else { return [] }
    return attribute.value.split { $0 == "," || $0 == " " }.map {
      Located(value: String($0), range: attribute.range)
    }
  }

  private mutating func checkEditions(of line: DirectiveLine) {
    let known = surroundings.editions.map(\.id)
    for edition in editions(in: line) where !known.contains(edition.value) {
      let near = nearestName(to: edition.value, among: known)
      report(
        .unknownEdition, "site.yml has no edition '\(edition.value)'", at: edition.range,
        hint: near.map { "did you mean '\($0)'?" } ?? "add it to 'editions' in content/site.yml")
    }
  }
}
