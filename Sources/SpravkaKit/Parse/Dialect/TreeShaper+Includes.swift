// `::include{file=…}` → the text of a snippet, with its own places: what is wrong in it is reported
// there, and where the article includes it.

extension TreeShaper {
  /// An article may include so many snippets, of so many bytes, all in all.
  static let mostInclusions = 1000
  static let mostIncludedBytes = 1 << 20

  /// The text of a snippet; nil, with a finding, when it cannot be included.
  mutating func include(_ line: DirectiveLine, depth: Int) -> MarkdownNode? {
    guard let attribute = line.value(of: "file"), !attribute.value.isEmpty else { return nil }
    guard let file = surroundings.snippets[attribute.value] else {
      reportMissing(attribute)
      return nil
    }
    if text.chain.contains(file.path) || file.path == shaped.frames[0].file.path {
      let names = (text.chain.drop { $0 != file.path } + [file.path]).map { "'\($0)'" }
      report(
        .cyclicInclude, "the snippet includes itself: \(names.joined(separator: " → "))",
        at: line.range, hint: "take one of these lines out")
      return nil
    }
    // Snippets in snippets count as deep as what stands around them: the stack is finite.
    guard depth < NestingLimit.containers else {
      reportTooDeep(at: line.range)
      return nil
    }
    includedBytes += file.bytes.count
    guard shaped.inclusions.count < Self.mostInclusions, includedBytes <= Self.mostIncludedBytes
    else {
      reportTooMany(at: line.range)
      return nil
    }
    return graft(file, at: line.range, depth: depth)
  }

  private mutating func graft(
    _ file: SourceFile, at range: Range<Int>, depth: Int
  ) -> MarkdownNode? {
    let place = frame.includedAt ?? Diagnostic.Place(file: frame.file.path, range: range)
    shaped.inclusions.append(Inclusion(path: file.path, place: place))
    let body = FrontMatterFences(of: file).body
    if let finding = unfit(file, body) {
      shaped.diagnostics.append(finding.included(at: place))
      return nil
    }
    let source = ArticleText(file, body: body)
    guard let tree = MarkdownTree(parsing: source.bytes) else { return nil }
    let outer = text
    shaped.frames.append(
      TextFrame(
        file: file, lines: source.lines, mayGiveAnchors: source.syntax.contains(.anchors),
        inclusion: shaped.inclusions.count - 1, includedAt: place))
    text = TextInHand(
      source: source, frame: shaped.frames.count - 1, chain: outer.chain + [file.path])
    shapeText(tree.root, depth: depth + 1)
    let block = block(.include(frame: text.frame))
    for child in tree.root.children { block.append(child) }
    text = outer
    return block
  }

  /// Why a snippet cannot be read at all.
  private func unfit(_ file: SourceFile, _ body: Range<Int>) -> Diagnostic? {
    if let offset = firstInvalidUTF8(in: file.bytes) { return notUTF8(file.path, from: offset) }
    return findTooDeepNesting(in: file, body: body)
  }

  private mutating func reportMissing(_ attribute: DirectiveLine.Attribute) {
    let names = surroundings.snippets.names
    let near = nearestName(to: attribute.value, among: names)
    report(
      .missingSnippet, "there is no snippet \(quoted(attribute.value))", at: attribute.range,
      hint: near.map { "did you mean '\($0)'?" }
        ?? "snippets stand in 'content/\(surroundings.language)/_snippets/'")
  }

  private mutating func reportTooMany(at range: Range<Int>) {
    // One finding: where a snippet includes others many times over, there would be thousands.
    guard !shaped.diagnostics.contains(where: { $0.id == .tooManyIncludes }) else { return }
    report(
      .tooManyIncludes,
      "the article includes more than \(Self.mostInclusions) snippets, or a megabyte of them",
      at: range, hint: "see whether snippets include each other many times over")
  }
}
