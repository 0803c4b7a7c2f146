// What waits for a writer, list by list. Each list is worked out when it is looked at.

/// A list of the writer's desk.
public enum DeskSection: String, CaseIterable, Sendable {
  case findings
  /// Drafts, what waits for its day, what is in no list, what has expired.
  case states
  case stale
  case summaries
  /// Articles at whose end nothing is recommended.
  case recommendations
  /// Articles to which no text leads and which no writer recommends.
  case links
  case translations
  case pictures
  case questions
  case readers
}

/// A file that waits for its writer.
struct DeskEntry {
  /// From the site's root; empty for what belongs to no file.
  let file: String
  var findings: [Diagnostic] = []
}

/// The lists of a site as it is now.
struct Desk {
  private let draft: Draft
  /// All findings with their levels, sorted by file.
  private let findings: [Diagnostic]

  init(_ draft: Draft, _ findings: [Diagnostic]) {
    self.draft = draft
    self.findings = findings
  }

  /// The files of a list.
  ///
  /// Those with errors come first, else they go by path. What readers say has no files.
  func entries(of section: DeskSection) -> [DeskEntry] {
    let entries =
      switch section {
      case .findings: grouped(findings)
      case .states: articles { _, article in draft.readersState(of: article) != nil }
      case .stale: grouped(draft.findings.filter { $0.id == .staleArticle })
      case .summaries: grouped(missingSummaries(on: draft.site))
      case .recommendations: listed { id in recommended(by: id).isEmpty }
      case .links: unlinked()
      case .translations: translations()
      case .pictures: grouped(findings.filter { $0.id == .missingAlt })
      case .questions: grouped(findings.filter { $0.id == .questionMissed })
      case .readers: [DeskEntry]()
      }
    let urgent = entries.filter { $0.findings.contains { $0.level == .error } }
    let rest = entries.filter { !$0.findings.contains { $0.level == .error } }
    return urgent + rest
  }

  /// Whether site.yml leaves the check out that a list is made of.
  func isOff(_ section: DeskSection) -> Bool {
    switch section {
    case .stale:
      draft.site.configuration.reviewAfter == nil
        || draft.levels.level(of: .staleArticle) == .off
    case .pictures: draft.levels.level(of: .missingAlt) == .off
    case .questions: draft.levels.level(of: .questionMissed) == .off
    case .findings, .states, .summaries, .recommendations, .links, .translations, .readers: false
    }
  }
}

extension Desk {
  private func grouped(_ findings: [Diagnostic]) -> [DeskEntry] {
    let byFile = Dictionary(grouping: findings, by: \.file)
    return byFile.map { DeskEntry(file: $0, findings: $1) }.sorted {
      pathPrecedes($0.file, $1.file)
    }
  }

  private func articles(_ isMeant: (PageID, Article) -> Bool) -> [DeskEntry] {
    draft.site.pages.indices.compactMap { index in
      let id = PageID(index: index)
      guard let article = draft.article(of: id), isMeant(id, article) else { return nil }
      return DeskEntry(file: article.path)
    }.sorted { pathPrecedes($0.file, $1.file) }
  }

  /// Articles that are in the lists of the site.
  private func listed(_ isMeant: (PageID) -> Bool) -> [DeskEntry] {
    articles { id, _ in
      let page = draft.site[id]
      return page.kind == .article && page.state == .published && page.showsText && isMeant(id)
    }
  }

  private func recommended(by id: PageID) -> [PageID] {
    draft.site[id].source.map { draft.site.recommended[$0] } ?? []
  }

  private func unlinked() -> [DeskEntry] {
    let site = draft.site
    let byHand = site.articles.indices.filter { site.articles[$0].front.recommended != nil }
    let named = Set(byHand.flatMap { site.recommended[$0] })
    return listed { site.backlinks[$0.index].isEmpty && !named.contains($0) }
  }

  /// What is missing, behind or astray, whatever levels the site gives it.
  private func translations() -> [DeskEntry] {
    let wanted: [DiagnosticID] = [.missingTranslation, .orphanTranslation, .outdatedTranslation]
    let check = TranslationCheck(
      draft.site, ContentPaths(languages: draft.site.languages),
      unpublished: draft.resolver.tree.unpublished, levels: Levels([.missingTranslation: .warning]))
    return grouped(check.findings().filter { wanted.contains($0.id) })
  }
}
