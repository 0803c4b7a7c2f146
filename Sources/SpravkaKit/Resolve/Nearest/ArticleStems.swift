// Articles → their stems: a word of the title weighs more than one of the text. Slices of a site
// are read side by side, each with a vocabulary of its own; TermVectors puts them together.

/// The stems of some articles.
struct ArticleStems: Sendable {
  let vocabulary: Vocabulary
  /// By a stem's number, how many of the articles use it.
  let articleCounts: [Int32]
  let ofArticle: [[WeighedStem]]

  /// What is not said by then is not what the article is about, in bytes.
  private static let longestText = 64 * 1024

  init(of articles: [Article]) {
    var reader = WordReader()
    var tally = StemTally()
    var all: [[WeighedStem]] = []
    all.reserveCapacity(articles.count)
    for article in articles {
      for (text, weight) in Self.fields(of: article) {
        reader.read(text) { tally.add($0, $1, weight: weight) }
      }
      let html = article.body.html.prefix(Self.longestText)
      reader.read(html.span, isHTML: true) { tally.add($0, $1, weight: 1) }
      all.append(tally.finish())
    }
    ofArticle = all
    vocabulary = tally.stems
    articleCounts = tally.articleCounts
  }

  /// What stands apart from the text, and how much its words weigh beside one of it.
  ///
  /// Headings are part of the text, too.
  private static func fields(of article: Article) -> [(text: String, weight: Int32)] {
    let front = article.front
    return [(article.title, 12), (front.description ?? "", 5)]
      + front.tags.map { ($0.value, 10) } + front.keywords.map { ($0, 8) }
      + article.headings.map { ($0.text, 4) }
  }
}
