/// A Markdown file, its front matter read and its body still to be.
struct ParsedFrontMatter: Sendable {
  let frontMatter: FrontMatter
  /// The bytes of the file behind the front matter.
  let body: Range<Int>
  let diagnostics: [Diagnostic]
}

/// Reads what stands above an article or a category page.
func parseFrontMatter(_ file: SourceFile) -> ParsedFrontMatter {
  let fences = FrontMatterFences(of: file)
  guard fences.isClosed else {
    let unclosed = Diagnostic(
      .invalidYAML, "the front matter that opens here is never closed", file: file.path,
      range: fences.opening, hint: "add a line of three hyphens below its last key")
    return ParsedFrontMatter(
      frontMatter: FrontMatter(), body: fences.body, diagnostics: [unclosed])
  }
  let (pairs, range, diagnostics) = parseRootMap(file, in: fences.yaml, limits: .frontMatter)
  guard let pairs else {
    return ParsedFrontMatter(
      frontMatter: FrontMatter(), body: fences.body, diagnostics: diagnostics)
  }
  var fields = Fields(of: pairs, at: range, in: file)
  let frontMatter = FrontMatter(from: &fields)
  let isUntitled = fields.isMissing("title")
  var findings = diagnostics + fields.finish()
  if isUntitled { findings.append(missingTitle(in: file.path, fences)) }
  if findings.count > 1 { findings.sort(by: Diagnostic.precedes) }
  return ParsedFrontMatter(frontMatter: frontMatter, body: fences.body, diagnostics: findings)
}

private func missingTitle(in path: String, _ fences: FrontMatterFences) -> Diagnostic {
  if fences.opening.isEmpty {
    return Diagnostic(
      .missingTitle, "there is no front matter, and so no title", file: path,
      hint: "begin the file with a line of three hyphens, «title: …», and three hyphens again")
  }
  return Diagnostic(
    .missingTitle, "the title is missing", file: path, range: fences.opening,
    hint: "add «title: …» between the lines of three hyphens")
}
