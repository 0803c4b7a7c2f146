import Testing

@testable import SpravkaKit

// Articles put together by chance from all that the dialect knows: the same ones in every run.
struct DialectRandomTests {
  private static let parts = [
    ":::note", ":::note[T *e* `c` [^1]]", ":::", "::::", "::::tabs{group=os}", ":::tab[W]",
    ":::details[Q [x](b.md)]{open}", ":::edition{only=cloud}", "::include{file=s.md}",
    "::include{file=t.md}", "> [!NOTE]", "> [!TIP] x", "## Коротко", "## H [^1] ~~s~~ {#h}",
    ":::nope", "    :::note", "<!--", "-->", "![a [^1]](b.png \"в\")", "[card](b.md)",
    "| a [^1] | b \\| ~~c~~ |\n|---|---|\n| www.e.x | `a\\|b` |", "a | b\n-|-", "[^1]: n", "[^2]:",
    "[l [^1] <http://a.b> m](http://e.x)", "~~s *t~~ u* ~v~", "a@b.cd https://e.x/a\\_b&amp;c.",
    "- [x] t", "- u", "1. v", "```", "<div>", "</div>", "<b>w</b>", "---", "===", "[r]: c.md",
    "[r] [q][r]", "слово", "😀\u{80}\u{81}\u{0}", "\\~ \\[^1]", "", "", "",
  ]
  private static let indents = ["", "", "", "> ", "- ", "  ", "    ", "\t", "1. ", "> - ", "- > "]
  private static let snippets = [
    "s.md": "S [^1].\n\n## Коротко\n\n[^1]: s\n",
    "t.md": "\u{FEFF}---\ntitle: t\n---\n|[a](b.md)|\r\n|-|\r\n::include{file=s.md}\r\n:::note\r\n",
  ]

  @Test(arguments: 0..<8)
  func `an article is read the same twice, its places lie in it, its tags are balanced`(
    slice: UInt64
  ) {
    let files = Self.snippets.map {
      SourceFile(path: "content/ru/_snippets/\($0.key)", bytes: Array($0.value.utf8))
    }
    let surroundings = Surroundings(
      language: "ru", words: Strings(["summary": "Коротко"]),
      snippets: Snippets(files: files, languages: ["ru"]),
      typography: Typography(language: slice % 2 == 0 ? "ru" : "en"))
    for seed in (slice * 250)..<(slice * 250 + 250) {
      let text = Self.article(seed)
      let file = SourceFile(path: "content/ru/a.md", bytes: Array(text.utf8))
      let first = parseArticle(file, in: surroundings)
      let second = parseArticle(file, in: surroundings)
      #expect(first.article.body.html == second.article.body.html, "\(seed): \(text)")
      #expect(first.diagnostics == second.diagnostics, "\(seed): \(text)")
      let fault = Self.misplaced(first, among: [file] + files) ?? Self.unbalanced(first.article)
      #expect(fault == nil, "\(seed): \(text)")
    }
  }

  private static func article(_ seed: UInt64) -> String {
    var random = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ count: Int) -> Int {
      random ^= random << 13
      random ^= random >> 7
      random ^= random << 17
      return Int(random % UInt64(count))
    }
    let lineEnd = ["\n", "\n", "\n", "\r\n", "\r"][next(5)]
    var indent = ""
    var lines: [String] = []
    for _ in 0...next(16) {
      if next(4) == 0 { indent = indents[next(indents.count)] }
      var line = parts[next(parts.count)]
      if next(6) == 0 { line += " " + parts[next(parts.count)] }
      lines += line.split(separator: "\n", omittingEmptySubsequences: false).map { indent + $0 }
    }
    return lines.joined(separator: lineEnd) + (next(2) == 0 ? lineEnd : "")
  }

  /// A place that is not in its file, or within a character, or a link that does not begin there.
  private static func misplaced(_ parsed: ParsedArticle, among files: [SourceFile]) -> String? {
    func bytes(_ path: String, _ range: Range<Int>) -> ArraySlice<UInt8>? {
      guard let file = files.first(where: { $0.path == path }),
        range.upperBound <= file.bytes.count
      else { return nil }
      let found = file.bytes[range]
      return String(validating: found, as: UTF8.self) == nil ? nil : found
    }
    for finding in parsed.diagnostics {
      guard let range = finding.range else { continue }
      if bytes(finding.file, range) == nil { return "\(finding)" }
    }
    for reference in parsed.article.references {
      let path = reference.inclusion.map { parsed.article.inclusions[$0].path }
      let starts = ["[", "![", "<", "www.", "http", "a@"].map { Array($0.utf8) }
      guard let found = bytes(path ?? parsed.article.path, reference.range),
        starts.contains(where: { found.starts(with: $0) })
      else { return "\(reference)" }
    }
    return nil
  }

  /// The first tag that closes no open one, or what is left open, or a block where only text may be.
  private static func unbalanced(_ article: Article) -> String? {
    var open: [String] = []
    var links = 0
    for hole in article.body.holes {
      switch hole.kind {
      case .linkStart: links += 1
      case .linkEnd, .cardEnd: links -= 1
      default: break
      }
      if links < 0 || links > 1 { return "links at \(hole.offset)" }
    }
    for case .tag(let tag) in rawHTMLTokens(article.body.html) {
      if tag.isClosing {
        guard open.popLast() == tag.name else { return "</\(tag.name)> at \(tag.range)" }
      } else if !["br", "hr", "input", "use"].contains(tag.name) {
        if blocks.contains(tag.name), let text = open.first(where: texts.contains) {
          return "<\(tag.name)> in <\(text)> at \(tag.range)"
        }
        open.append(tag.name)
      }
    }
    return links == 0 && open.isEmpty ? nil : "open: \(open)"
  }

  private static let blocks: Set<String> = [
    "div", "table", "ul", "ol", "pre", "blockquote", "h1", "h2", "section", "details", "p",
  ]
  private static let texts: Set<String> = ["p", "h1", "h2", "summary", "th", "code", "em", "del"]
}
