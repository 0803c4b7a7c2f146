import Foundation

// Sites for tests, as values: paths and bytes.

/// A site's files, by path from the site's root.
struct SampleSite {
  var files: [String: Data] = [:]

  subscript(path: String) -> String? {
    get { files[path].map { String(decoding: $0, as: UTF8.self) } }
    set { files[path] = newValue.map { Data($0.utf8) } }
  }

  /// Writes all files; the order is that in which a file system may list them.
  func write(to scratch: ScratchFolder, at name: String, reversed: Bool = false) throws {
    let paths = files.keys.sorted()
    for path in reversed ? paths.reversed() : paths {
      try scratch.write(name + "/" + path, files[path] ?? Data())
    }
  }

  /// Two articles in one category.
  static let small: SampleSite = {
    var site = SampleSite()
    site["content/site.yml"] = "title: Справка\nbaseURL: https://help.example\nlanguages: [ru]\n"
    site["content/ru/_index.md"] = page("Справка", "Ответы на вопросы.")
    site["content/ru/a/_index.md"] = page("Раздел", "Статьи.")
    site["content/ru/a/a.md"] = page("Первая", "Смотрите [вторую](b.md#kak-byt).")
    site["content/ru/a/b.md"] = page("Вторая", "Назад к [первой](a.md).\n\n## Как быть\n\nТак.")
    return site
  }()

  /// The beginning of a picture; what comes after it is no part of its size.
  static let picture = Data("GIF89a\u{3}\u{0}\u{2}\u{0}".utf8)

  /// An article with all that it needs to have no finding.
  static func page(_ title: String, _ body: String) -> String {
    "---\ntitle: \(title)\n---\n\n\(body)\n"
  }
}
