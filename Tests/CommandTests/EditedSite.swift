import Foundation

// A site under the hands of many: each step is one edit, drawn by a seeded generator, so that every
// run of the tests makes the same ones.

struct EditedSite {
  var site = SampleSite.rich
  var generator: SeededGenerator
  private(set) var count = 0
  private var last = SampleSite()

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// Makes one edit; answers what it was.
  mutating func edit() -> String {
    count += 1
    last = site
    let count = count
    switch Int.random(in: 0..<20, using: &generator) {
    case 0, 1: return addArticle()
    case 2, 3: return changeArticle("text of") { $0 + "\nЕщё \(count).\n" }
    case 4: return changeArticle("title of") { Self.retitled($0, count) }
    case 5: return changeArticle("letters of") { $0.replacing("раз", with: "два") }
    case 6: return delete(draw(articles))
    case 7, 8: return rename()
    case 9: return changePicture()
    case 10: return changeTemplate()
    case 11: return changeStrings()
    case 12: return changeConfiguration()
    case 13: return changeFrontMatter()
    case 14, 15: return moveCategory()
    case 16: return deleteCategory()
    case 17: return changeStaticFile()
    case 18: return changeOutputs()
    default: return toggleDraft()
    }
  }

  /// Takes the last edit back, as people do when they are told of an error.
  mutating func undo() { site = last }

  private var articles: [String] {
    site.files.keys.filter { $0.hasPrefix("content/") && $0.hasSuffix(".md") }.sorted()
  }

  private var folders: [String] {
    Set(articles.filter { $0.hasPrefix("content/ru/c") }.map(Self.folder)).sorted()
  }

  mutating func draw(_ paths: [String]) -> String {
    paths.randomElement(using: &generator) ?? "content/ru/_index.md"
  }

  static func folder(of path: String) -> String {
    String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
  }

  private mutating func addArticle() -> String {
    let target = draw(articles).split(separator: "/").dropFirst(2).joined(separator: "/")
    // Sometimes below an article of the same name, so that a page's folder gets others in it.
    let folder = Bool.random(using: &generator) ? draw(folders) : String(draw(articles).dropLast(3))
    let path = "\(folder)/new-\(count % 7).md"
    site[path] = SampleSite.page("Новая \(count)", "Смотрите [это](/\(target)) и [то](a1.md).")
    return "add \(path)"
  }

  mutating func changeArticle(_ what: String, _ edit: (String) -> String) -> String {
    let path = draw(articles)
    site[path] = edit(site[path] ?? "")
    return "change the \(what) \(path)"
  }

  private static func retitled(_ text: String, _ count: Int) -> String {
    text.replacing(/(?m)^title: .*/, with: "title: \(count % 3 == 0 ? "Ё" : "Я")зык \(count)")
  }

  private mutating func delete(_ path: String) -> String {
    site.files[path] = nil
    return "delete \(path)"
  }

  private mutating func rename() -> String {
    let path = draw(articles)
    let isIndex = path.hasSuffix("_index.md")
    // `a.md` and `a/_index.md` have the same URL.
    let target =
      isIndex ? Self.folder(of: path) + ".md" : String(path.dropLast(3)) + "/_index.md"
    let other = "\(draw(folders))/moved-\(count % 5).md"
    let new =
      Bool.random(using: &generator) && target.split(separator: "/").count > 3
      ? target : other
    guard site[new] == nil else { return "nothing" }
    site.files[new] = site.files[path]
    site.files[path] = nil
    return "rename \(path) to \(new)"
  }

  private mutating func changePicture() -> String {
    let path = draw(site.files.keys.filter { $0.hasSuffix(".png") }.sorted())
    switch Int.random(in: 0..<3, using: &generator) {
    case 0:
      site.files[path] = nil
      return "delete \(path)"
    case 1:
      site.files[draw(folders) + "/screen.png"] = Data("PNG \(count)".utf8)
      return "another picture"
    default:
      // Of the same size.
      site.files[path] = site.files[path].map { Data($0.reversed()) }
      return "turn \(path) round"
    }
  }

  private mutating func changeTemplate() -> String {
    let name = ["footer.mustache", "assets/site.css", "assets/icon.svg"].randomElement(
      using: &generator)
    let path = "templates/\(name ?? "")"
    if site[path] == nil {
      site[path] = name == "footer.mustache" ? "<footer>\(count)</footer>\n" : "/* \(count) */\n"
    } else {
      site.files[path] = nil
    }
    return "toggle \(path)"
  }

  private mutating func changeStrings() -> String {
    site["templates/strings/ru.yml"] =
      count.isMultiple(of: 2) ? nil : "to-home: Домой, шаг \(count)\n"
    return "change strings"
  }

  private mutating func changeConfiguration() -> String {
    let changes = [
      ("languages: [ru, en]", "languages: [ru]"), ("example/help", "example"),
      ("ru: Справка", "ru: Помощь"), ("broken-link: warning", "broken-link: error"),
    ]
    var text = site["content/site.yml"] ?? ""
    let (one, other) = changes.randomElement(using: &generator) ?? changes[0]
    text = text.contains(one) ? text.replacing(one, with: other) : text.replacing(other, with: one)
    site["content/site.yml"] = text
    return "site.yml: \(one) or \(other)"
  }

  private mutating func toggleDraft() -> String {
    changeArticle("draft of") { text in
      text.contains("draft: true\n")
        ? text.replacing("draft: true\n", with: "")
        : text.replacing(/(?m)^title/, with: "draft: true\ntitle", maxReplacements: 1)
    }
  }
}
