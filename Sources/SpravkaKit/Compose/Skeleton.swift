// What stands in a new file: front matter, and the text with which a language begins its articles.

struct Skeleton {
  let title: String
  let id: Int?
  let author: String?
  let created: CalendarDate
  /// The page of a category has neither author nor day, and is no draft: its title is all it needs.
  let isIndex: Bool
  let strings: Strings

  var text: String {
    var lines = ["---", "title: " + yamlText(title)]
    if let id { lines.append("id: \(id)") }
    if !isIndex {
      if let author { lines.append("author: " + yamlText(author)) }
      lines += ["created: \(created)", "draft: true"]
    }
    lines.append("---")
    let pattern = strings[isIndex ? "skeleton-category" : "skeleton-article"] ?? ""
    let body = filled(pattern, ["summary": strings["summary"] ?? ""])
    let last = body.lastIndex { !$0.isWhitespace }
    if let last { lines += ["", String(body[...last])] }
    return lines.joined(separator: "\n") + "\n"
  }
}
