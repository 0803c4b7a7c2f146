import Foundation

// Edits of more than one article at a time, and of what stands beside articles.

extension EditedSite {
  /// Folders of articles with all that they hold, below the first language.
  private var categories: [String] {
    Set(site.files.keys.map(Self.folder)).filter { $0.hasPrefix("content/ru/c") }.sorted()
  }

  /// Under another name or into another category, with its articles, pictures and categories; its
  /// old place may become that of an article.
  mutating func moveCategory() -> String {
    let from = draw(categories)
    let above = Bool.random(using: &generator) ? "content/ru" : draw(categories)
    let to = "\(above)/cat-\(count % 4)"
    let isBelow = (above + "/").hasPrefix(from + "/")
    guard from.hasPrefix("content/ru/c"), !isBelow, !categories.contains(to) else {
      return "nothing"
    }
    for path in site.files.keys where path.hasPrefix(from + "/") {
      site.files[to + path.dropFirst(from.count)] = site.files[path]
      site.files[path] = nil
    }
    if Bool.random(using: &generator) { site[from + ".md"] = SampleSite.page("Вместо", "Статья.") }
    return "move the category \(from) to \(to)"
  }

  mutating func deleteCategory() -> String {
    let folder = draw(categories)
    // The site would be empty soon.
    guard categories.count > 3 else { return "nothing" }
    for path in site.files.keys where path.hasPrefix(folder + "/") { site.files[path] = nil }
    return "delete the category \(folder)"
  }

  mutating func changeStaticFile() -> String {
    let path = "content/_static/" + draw(["CNAME", "deep/verify.html", "deep/empty", "robots.txt"])
    if site[path] == nil || Bool.random(using: &generator) {
      site[path] = path.hasSuffix("empty") ? "" : "static \(count)\n"
    } else {
      site.files[path] = nil
    }
    return "change \(path)"
  }

  mutating func changeOutputs() -> String {
    let line = draw([
      "outputs: {feeds: false}\n", "outputs: {markdownCopies: false}\n",
      "outputs: {redirects: [nginx]}\n", "feedback: {via: log}\n",
      "recommended: {automatic: false}\n", "brand: {accent: \"#703010\"}\n",
    ])
    let path = "content/site.yml"
    let key = String(line.prefix { $0 != ":" })
    var lines = (site[path] ?? "").split(separator: "\n").map { String($0) + "\n" }
    let isThere = lines.contains(line)
    lines.removeAll { $0.hasPrefix(key + ":") }
    site[path] = lines.joined() + (isThere ? "" : line)
    return "toggle \(line)"
  }

  mutating func changeFrontMatter() -> String {
    let line = draw([
      "order: \(count)", "tags: [Общий, Тег \(count % 3)]", "unlisted: true",
      "description: Строка \(count)", "aliases: [old-\(count)]", "id: \(count)",
      "expire: 2026-11-21", "publish: 2026-11-21", "keywords: [слово\(count)]",
    ])
    let key = String(line.prefix { $0 != ":" })
    return changeArticle("'\(line)' of") { text in
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      lines.removeAll { $0.hasPrefix(key + ":") }
      lines.insert(line, at: min(1, lines.count))
      return lines.joined(separator: "\n")
    }
  }
}
