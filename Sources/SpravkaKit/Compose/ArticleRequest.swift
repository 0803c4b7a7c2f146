/// The article that somebody wants to write.
public struct ArticleRequest: Sendable {
  /// As it was typed.
  public var path: String
  public var title: String
  /// Nil leaves it to the path, or to the order of the site's languages.
  public var language: String?
  /// Nil when nobody is known.
  public var author: String?
  public var today: CalendarDate
  public var standing = Standing()
  /// What stands behind `spravka new` in a command that is proposed: ` --site help`, or nothing.
  public var option = ""

  public init(path: String, title: String, today: CalendarDate) {
    self.path = path
    self.title = title
    self.today = today
  }
}

/// A new article before it is written.
public struct Composition: Equatable, Sendable {
  /// From the site's root: `content/ru/account/qr.md`.
  public let path: String
  public let text: String
  /// What the writer should know, a sentence each.
  public let notes: [String]
}
