// Translations that are missing, behind their originals, or numbered apart. The original is the
// article of the first language; where that has none, nothing can be said but that.

struct TranslationCheck {
  private let site: Site
  private let paths: ContentPaths
  private let levels: Levels
  /// Paths of articles that are there, but not published.
  private let unpublished: Set<String>

  /// - Parameter levels: those of the site when nil.
  init(
    _ site: Site, _ paths: ContentPaths, unpublished: Set<String>, levels: Levels? = nil
  ) {
    self.site = site
    self.paths = paths
    self.unpublished = unpublished
    self.levels = levels ?? Levels(site.configuration.levels)
  }

  func findings() -> [Diagnostic] {
    guard paths.languages.count > 1 else { return [] }
    return site.pages.indices.flatMap { index -> [Diagnostic] in
      let id = PageID(index: index)
      guard let article = article(of: id) else { return [] }
      if site[id].language == 0 { return missing(article, id) }
      guard let original = site.translations.page(0, for: id) else {
        return site[id].kind == .article ? orphan(article) : []
      }
      return self.article(of: original).map { comparison(of: article, with: $0) } ?? []
    }
  }

  private func article(of id: PageID) -> Article? {
    site[id].showsText ? site[id].source.map { site.articles[$0] } : nil
  }

  /// The languages in which an article of the first one is not to be had.
  private func missing(_ article: Article, _ id: PageID) -> [Diagnostic] {
    guard levels.level(of: .missingTranslation) != .off else { return [] }
    guard site[id].kind == .article, site[id].state == .published else { return [] }
    return paths.languages.indices.dropFirst().filter {
      site.translations.page($0, for: id) == nil
    }.map { language in
      let path = paths.translated(article.path, to: language)
      if unpublished.contains(path) {
        return Diagnostic(
          .missingTranslation, "the translation '\(path)' is not published yet",
          file: article.path, hint: "publish it when it is ready")
      }
      return Diagnostic(
        .missingTranslation, "the article has no translation in '\(paths.languages[language])'",
        file: article.path, hint: "it is expected at '\(path)'")
    }
  }

  private func orphan(_ article: Article) -> [Diagnostic] {
    let path = paths.translated(article.path, to: 0)
    if unpublished.contains(path) {
      return [
        Diagnostic(
          .orphanTranslation, "the original '\(path)' is not published yet", file: article.path,
          hint: "let the translation wait for it, by the same 'draft' or 'publish'")
      ]
    }
    return [
      Diagnostic(
        .orphanTranslation, "this translates nothing: there is no original at '\(path)'",
        file: article.path,
        hint: "if the original was renamed, rename this file too; if there is none on purpose, "
          + "set 'orphan-translation: off' under 'levels' in content/site.yml")
    ]
  }

  private func comparison(of article: Article, with original: Article) -> [Diagnostic] {
    [outdated(article, original), numbered(article, original)].compactMap(\.self)
  }

  private func outdated(_ article: Article, _ original: Article) -> Diagnostic? {
    guard let own = lastChange(of: article), let other = lastChange(of: original), own < other
    else { return nil }
    return Diagnostic(
      .outdatedTranslation,
      "this translation is of \(own), its original '\(original.path)' of \(other)",
      file: article.path, hint: "bring it up to date, then set 'updated'")
  }

  private func lastChange(of article: Article) -> CalendarDate? { article.updated }

  private func numbered(_ article: Article, _ original: Article) -> Diagnostic? {
    let own = article.front.id
    guard own?.value != original.front.id?.value else { return nil }
    guard let id = original.front.id?.value else {
      return own.map {
        Diagnostic(
          .translationID, "the original '\(original.path)' does not have this id",
          file: article.path, range: $0.range, hint: "add 'id: \($0.value)' there")
      }
    }
    return Diagnostic(
      .translationID, "the original '\(original.path)' has the id \(id)", file: article.path,
      range: own?.range,
      hint: "a translation bears the same id: \(own == nil ? "add" : "write") 'id: \(id)'")
  }
}

extension ContentPaths {
  /// Where the translation of a file stands: `content/ru/a.md` → `content/en/a.md`.
  func translated(_ path: String, to language: Int) -> String {
    split(path).map { "content/\(languages[language])/\($0.rest)" } ?? path
  }
}
