import Testing

@testable import SpravkaKit

/// A site in two languages, to which tests add articles.
struct SiteToExtend {
  var files = [
    "ru/_index.md": "title: Справка",
    "ru/account/_index.md": "title: Аккаунт",
    "ru/account/login.md": "title: Логин\nid: 26014430\naliases: [account/name]",
    "ru/account/password/_index.md": "title: Пароль",
    "ru/account/password/lost.md": "title: Пароль забыт\nid: 26014431",
    "ru/billing/pay.md": "title: Оплата",
    "ru/security/_index.md": "title: Безопасность\nid: 500",
    "en/_index.md": "title: Help",
    "en/account/_index.md": "title: Account",
    "en/account/only-here.md": "title: Only here\nid: 26014439",
  ]
  var configuration = "title: Справка\nbaseURL: https://help.example\nlanguages: [ru, en]\n"
  /// Files below `templates/`.
  var templates: [String: String] = [:]
  var folders: [String] = []

  func scanned() -> ScanResult {
    let markdown = files.map {
      SourceFile("content/" + $0.key, "---\n\($0.value)\n---\n\nТекст.\n")
    }
    let own = templates.map { SourceFile("templates/" + $0.key, $0.value) }
    let tree = SourceTree(
      configuration: SourceFile("content/site.yml", configuration),
      markdown: markdown.sorted { pathPrecedes($0.path, $1.path) }, templates: own)
    let above = markdown.flatMap { foldersAbove($0.path) }
    return ScanResult(tree: tree, diagnostics: [], folders: Set(above + folders).sorted())
  }

  /// What becomes of a path and a title.
  func compose(
    _ path: String, title: String = "Новая", language: String? = nil, author: String? = nil,
    from target: String? = nil, inside: Bool = false, seed: UInt64 = 1
  ) async throws -> Composition {
    var request = ArticleRequest(
      path: path, title: title, today: try #require(CalendarDate("2026-11-20")))
    request.language = language
    request.author = author
    request.standing.target = target
    request.standing.isInside = inside
    var generator = CountingGenerator(next: seed)
    return try await SpravkaKit.compose(scanned(), request, jobs: 2, using: &generator)
  }

  /// The path of what is made.
  func path(
    _ path: String, title: String = "Новая", language: String? = nil, from target: String? = nil,
    inside: Bool = false
  ) async throws -> String {
    try await compose(path, title: title, language: language, from: target, inside: inside).path
  }

  /// What is said of a path that makes no article, and its hints.
  func refusal(
    _ path: String, title: String = "Новая", language: String? = nil, from target: String? = nil
  ) async throws -> [String] {
    do {
      let made = try await compose(path, title: title, language: language, from: target)
      return ["made \(made.path)"]
    } catch ComposeError.refused(let refusal) {
      return [refusal.message] + refusal.hints
    }
  }
}

/// Numbers that rise by a fixed step, so that a test knows which come.
struct CountingGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(next: UInt64) { state = next }

  mutating func next() -> UInt64 {
    defer { state &+= 0x0123_4567_89AB_CDEF }
    return state
  }
}
