// Lines of colons → blocks around what stands between them. A directive lives within one container:
// a list item or a quote that ends closes it, with a finding.

extension TreeShaper {
  /// Takes a line of colons out of the tree and does what it says.
  mutating func take(
    _ line: DirectiveLine, at marker: MarkdownNode, _ open: inout OpenDirectives, depth: Int
  ) {
    if line.isClosing {
      close(line, at: marker, &open)
      return
    }
    guard let directive = line.directive, directive.isLeaf == (line.colons == 2) else {
      keepAsText(line, at: marker, &open)
      return
    }
    check(line, directive)
    if directive == .include {
      if let included = include(line, depth: depth) {
        put(included, at: marker, open)
      } else {
        shaped.lacksSnippet = true
      }
      marker.remove()
      return
    }
    // A tab ends where the next one begins.
    if directive == .tab, open.innermostDirective == .tab {
      for unclosed in open.closeInnermost() { reportUnclosed(unclosed) }
    }
    checkPlace(of: line, directive, open)
    guard depth + open.depth < NestingLimit.containers else {
      reportTooDeep(at: line.range)
      marker.remove()
      open.open(line, nil)
      return
    }
    let block = block(construct(directive, line))
    put(block, at: marker, open)
    marker.remove()
    open.open(line, block)
    if let label = line.label, !label.isEmpty, directive.takesLabel {
      text.cells.append(PendingCell(range: label, target: block, construct: .label))
    }
  }

  /// Nothing of such an article is shown, and one finding is enough.
  mutating func reportTooDeep(
    at range: Range<Int>, what: String = "quotes, lists, directives or snippets"
  ) {
    guard !isTooDeep else { return }
    isTooDeep = true
    let finding = tooDeep(at: range, in: frame.file, what: what)
    shaped.diagnostics.append(finding)
  }

  private func put(_ block: MarkdownNode, at marker: MarkdownNode, _ open: OpenDirectives) {
    if let innermost = open.innermost {
      innermost.append(block)
    } else {
      marker.insertBefore(block)
    }
  }

  private func construct(_ directive: Directive, _ line: DirectiveLine) -> Construct {
    let group = line.value(of: "group")?.value ?? ""
    switch directive {
    case .note, .tip, .important, .warning, .caution: return .callout(directive.callout ?? .note)
    case .details: return .details(group: group, isOpen: line.value(of: "open") != nil)
    case .tabs: return .tabs(group: group)
    case .tab: return .tab
    case .edition: return .edition(ids: editions(in: line).map(\.value))
    case .include: return .include(frame: 0)
    }
  }

  private mutating func close(
    _ line: DirectiveLine, at marker: MarkdownNode, _ open: inout OpenDirectives
  ) {
    let closed = open.close(colons: line.colons)
    if closed.isEmpty {
      let hint =
        open.entries.last.map {
          "the directive that is open here is closed by \(String(repeating: ":", count: $0.line.colons))"
        } ?? "take the line out, or open a directive above it, such as ':::note'"
      report(.strayDirective, "this line closes no directive", at: line.range, hint: hint)
    }
    for entry in closed.dropLast() { reportUnclosed(entry) }
    for entry in closed { checkContents(of: entry) }
    marker.remove()
  }

  mutating func closeAll(_ open: inout OpenDirectives) {
    for entry in open.closeAll() {
      reportUnclosed(entry)
      checkContents(of: entry)
    }
  }

  private mutating func reportUnclosed(_ entry: OpenDirectives.Entry) {
    guard entry.node != nil else { return }
    let colons = String(repeating: ":", count: entry.line.colons)
    report(
      .unclosedDirective, "the directive '\(colons)\(entry.line.name)' is never closed",
      at: entry.line.range, hint: "add a line '\(colons)' below its text, indented like this one")
  }

  /// A name that Spravka does not know is shown as it is written, and so is what stands below it.
  private mutating func keepAsText(
    _ line: DirectiveLine, at marker: MarkdownNode, _ open: inout OpenDirectives
  ) {
    let paragraph = MarkdownNode.paragraph()
    let written = String(decoding: frame.file.bytes[line.range], as: UTF8.self)
    paragraph.append(.text(written))
    put(paragraph, at: marker, open)
    marker.remove()
    if line.colons > 2 { open.open(line, nil) }
    if let directive = line.directive {
      report(
        .unknownDirective, "\(quoted(written)) has the wrong number of colons", at: line.range,
        hint: "write '\(directive.example)'")
      return
    }
    let near = nearestName(to: line.name, among: Directive.allCases.map(\.rawValue))
    report(
      .unknownDirective, "there is no directive '\(line.name)'", at: line.range,
      hint: near.map { "did you mean '\($0)'?" }
        ?? "the directives are " + Directive.allCases.map(\.rawValue).joined(separator: ", "))
  }
}
