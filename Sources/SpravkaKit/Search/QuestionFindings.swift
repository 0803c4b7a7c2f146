// The questions that articles state (`questions`) → a finding for each that the search of the site
// would not answer with its article: tests that a writer keeps beside the text. They are asked as a
// reader would type them, in no edition, and are no part of the index themselves.

/// A question passes when its article is among so many first results.
private let mostPlaces = 3

/// - Parameter indexes: of all languages; nil to have those made that are needed.
func questionFindings(
  on site: Site, _ indexes: [SearchIndex]?, jobs: Int
) async -> [Diagnostic] {
  var findings = unfoundArticles(on: site)
  for language in site.languages.indices {
    let questions = site.questions(language: language)
    if questions.isEmpty { continue }
    let index: SearchIndex
    if let indexes {
      index = indexes[language]
    } else {
      index = await SearchIndex(site, language: language, jobs: jobs)
    }
    // A slice has an engine of its own, which decodes what it needs: few slices, then.
    let size = max(32, questions.count / (jobs * 2) + 1)
    let missed = await parallelSlices(questions.count, jobs: jobs, size: size) { range in
      var check = QuestionCheck(site, index)
      return questions[range].compactMap { check.finding(for: $0) }
    }
    findings += missed.flatMap(\.self)
  }
  return findings
}

/// A question of an article that search finds.
private struct StatedQuestion: Sendable {
  /// The article's number in the index.
  let document: Int
  let path: String
  let question: Located<String>
}

extension Site {
  /// Whether any article states a question.
  var hasQuestions: Bool { articles.contains { !$0.front.questions.isEmpty } }

  fileprivate func questions(language: Int) -> [StatedQuestion] {
    searchDocuments(language: language).enumerated().flatMap { number, document in
      articles[document.source].front.questions.map {
        StatedQuestion(document: number, path: articles[document.source].path, question: $0)
      }
    }
  }
}

// MARK: - What search leaves out

private func unfoundArticles(on site: Site) -> [Diagnostic] {
  site.pages.compactMap { page in
    guard page.showsText, let source = page.source,
      let question = site.articles[source].front.questions.first,
      let (reason, hint) = whyUnfound(page, site.articles[source].front)
    else { return nil }
    return Diagnostic(
      .questionMissed, "search answers nothing with this page: \(reason)",
      file: site.articles[source].path, range: question.range, hint: hint)
  }
}

/// Nil for an article that search finds, or will find on its day.
private func whyUnfound(_ page: Page, _ front: FrontMatter) -> (reason: String, hint: String)? {
  if page.kind != .article {
    return ("it is no article", "state the questions in the articles that answer them")
  }
  if page.state == .unlisted {
    return ("it is unlisted", "take 'questions' out, or list the article")
  }
  if page.state == .published, front.search.exclude {
    return ("it has 'search: {exclude: true}'", "take out that, or 'questions'")
  }
  return nil
}

// MARK: - What search answers

private struct QuestionCheck: ~Copyable {
  private let site: Site
  private let documents: [SearchDocument]
  private let language: String
  private var engine: SearchEngine

  init(_ site: Site, _ index: SearchIndex) {
    self.site = site
    documents = index.documents
    language = index.language
    engine = SearchEngine(index, basePath: site.configuration.baseURL.basePath)
  }

  mutating func finding(for stated: StatedQuestion) -> Diagnostic? {
    let findings = engine.find(stated.question.value, SearchOptions())
    let first = findings.found.prefix(mostPlaces).map(\.document)
    if first.contains(stated.document) { return nil }
    let best = first.first.map { site.articles[documents[$0].source].path }
    let message =
      if let best {
        "search answers this question with '\(best)'"
          + ", and this article is not among the first \(mostPlaces)"
      } else {
        "search finds nothing for this question"
      }
    let missing = missingWords(of: findings.query, in: stated.document)
    return Diagnostic(
      .questionMissed, message, file: stated.path, range: stated.question.range,
      hint: missing.isEmpty ? rankHint(stated) : "add \(missing) to 'keywords'",
      related: best)
  }

  /// The words of the question that the article does not hold, the most telling first.
  private func missingWords(of query: SearchQuery, in document: Int) -> String {
    let words = query.spoken.map { query.words[$0] }
    let missing = zip(words, engine.fits(of: query, in: document)).filter { !$0.1.isStrong }
      .enumerated().sorted {
        // What no article holds tells most.
        let (left, right) = ($0.element.1.idf, $1.element.1.idf)
        if left == right { return $0.offset < $1.offset }
        return left == 0 || right != 0 && left > right
      }.prefix(2).map { quoted($0.element.0.form.text) }
    return missing.joined(separator: " and ")
  }

  private func rankHint(_ stated: StatedQuestion) -> String {
    let path = stated.path.dropFirst("content/\(language)/".utf8.count)
    return "all of its words are here: say them in the title or a heading, or pin '\(path)'"
      + " to the question in site.yml, under 'search'"
  }
}
