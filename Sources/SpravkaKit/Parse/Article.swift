/// One Markdown file, parsed without a look at any other: an article, or the `_index.md` of a
/// category.
struct Article: Sendable {
  /// From the site's root: `content/ru/registration/forgot-login.md`.
  let path: String
  let front: FrontMatter
  let body: Fragment
  let references: [Reference]
  let headings: [Heading]
  /// Where a link may end in this article's page: at its headings and at what raw HTML declares.
  let anchors: Set<String>
  /// The text of the first paragraph, without markup.
  let firstParagraph: String
  /// The text of the summary, a block a line; empty when there is none.
  let summary: String
  /// The name of the section with the summary, when a text of this length should have one.
  let missingSummary: String?
  /// The snippets in the text, those in snippets included.
  let inclusions: [Inclusion]
  /// Whether so much is wrong with the file that nothing can be said of what it holds.
  let isUnreadable: Bool
  /// What version control says; nil when it knows nothing of the file.
  var lastChange: History.LastChange?

  /// Those of headings as they follow one another, then the rest.
  var orderedAnchors: [String] {
    let ofHeadings = headings.map(\.anchor)
    return ofHeadings + anchors.subtracting(ofHeadings).sorted(by: pathPrecedes)
  }

  var isIndex: Bool { path.hasSuffix("/_index.md") }

  /// The title; where a site has made its absence a warning, the first heading or the file's name.
  var title: String {
    let name = path.split(separator: "/").last?.dropLast(".md".utf8.count) ?? ""
    return front.title?.value ?? headings.first?.text ?? String(name)
  }
}

/// What parsing one file yields: always an article, and what was found wrong with it.
struct ParsedArticle: Sendable {
  var article: Article
  let diagnostics: [Diagnostic]
}

/// Parses a Markdown file of the site.
func parseArticle(_ file: SourceFile, in surroundings: Surroundings) -> ParsedArticle {
  if let offset = firstInvalidUTF8(in: file.bytes) {
    return ParsedArticle(
      article: Article(path: file.path), diagnostics: [notUTF8(file.path, from: offset)])
  }
  let front = parseFrontMatter(file)
  let markdown = renderMarkdown(
    file, body: front.body, dialect: .article(html: surroundings.html), in: surroundings,
    front: front.frontMatter)
  let article = Article(
    path: file.path, front: front.frontMatter, body: markdown.fragment,
    references: markdown.references, headings: markdown.headings,
    anchors: Set(markdown.headings.map(\.anchor)).union(markdown.rawAnchors),
    firstParagraph: markdown.firstParagraph, summary: markdown.summary,
    missingSummary: markdown.missingSummary(named: surroundings.words["summary"] ?? ""),
    inclusions: markdown.inclusions,
    isUnreadable: markdown.diagnostics.contains { $0.id == .nestedTooDeep })
  return ParsedArticle(article: article, diagnostics: front.diagnostics + markdown.diagnostics)
}

func notUTF8(_ path: String, from offset: Int) -> Diagnostic {
  Diagnostic(
    .notUTF8, "this is not UTF-8 from here on", file: path, range: offset..<(offset + 1),
    hint: "save the file in the encoding UTF-8")
}

extension Article {
  /// A file that holds no article, or of which nothing could be read.
  init(path: String) {
    self.init(
      path: path, front: FrontMatter(), body: Fragment(), references: [], headings: [],
      anchors: [], firstParagraph: "", summary: "", missingSummary: nil, inclusions: [],
      isUnreadable: true)
  }
}
