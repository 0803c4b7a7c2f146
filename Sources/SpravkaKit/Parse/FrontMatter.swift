// What stands above an article between two lines of three hyphens. Values that a later stage
// checks against the site (paths, ids, editions) keep their places.

/// The front matter of one file; what is not written is nil or empty.
struct FrontMatter: Sendable {
  /// Nil only together with a finding.
  var title: Located<String>?
  /// The permanent number of the article.
  var id: Located<Int>?
  var description: String?
  var author: String?
  var editor: String?
  var owner: String?
  /// A version in the owner's own words; without it git's.
  var revision: String?
  var created: Located<CalendarDate>?
  /// The last change; without it git's.
  var updated: Located<CalendarDate>?
  var reviewed: Located<CalendarDate>?
  var changes: [Change] = []
  /// The place among its siblings.
  var order: Int?
  /// Paths of articles; nil when the key is absent, and then articles are chosen.
  var recommended: [Located<String>]?
  /// Old URL paths of the article.
  var aliases: [Located<String>] = []
  var movedAnchors: [MovedAnchor] = []
  /// Ids of editions; empty means all.
  var editions: [Located<String>] = []
  var counterparts: [Counterpart] = []
  /// Words under which search must find the article.
  var keywords: [String] = []
  /// What search must answer with the article.
  var questions: [Located<String>] = []
  var tags: [Located<String>] = []
  var search = SearchHints()
  /// Where the summary is shown; nil leaves it to site.yml.
  var summary: SummaryPlace?
  /// Whether the list of contents is shown.
  var contents = true
  /// Why the article did not help, for the reader to choose from; empty leaves it to site.yml.
  var feedbackReasons: [String] = []
  var draft = false
  /// The first day on which the article is public.
  var publish: Located<CalendarDate>?
  /// The first day on which it is no longer.
  var expire: Located<CalendarDate>?
  /// The path of the article to read instead of an expired one.
  var replacement: Located<String>?
  var unlisted = false

  /// A change worth telling readers.
  struct Change: Sendable, Equatable {
    let date: Located<CalendarDate>
    let text: String
  }

  /// An anchor that was renamed or went to another article.
  struct MovedAnchor: Sendable, Equatable {
    let old: Located<String>
    /// `new` or `../other.md#new`.
    let target: Located<String>
  }

  /// The article to read instead for another edition.
  struct Counterpart: Sendable, Equatable {
    /// Nil means every edition that the article is not about.
    let edition: Located<String>?
    let path: Located<String>
  }

  /// What search is told about the article.
  struct SearchHints: Sendable, Equatable {
    var exclude = false
    /// What the score is multiplied by.
    var boost = 1.0
  }
}

extension FrontMatter {
  /// Anchors of old whose new ones should be on the same page.
  var anchorsWithinPage: [(name: String, target: String)] {
    movedAnchors.compactMap { move in
      let target = move.target.value
      if target.hasPrefix("#") { return (move.old.value, String(target.dropFirst())) }
      return target.contains("#") || target.hasSuffix(".md") ? nil : (move.old.value, target)
    }
  }
}
