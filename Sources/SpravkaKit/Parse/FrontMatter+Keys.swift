// The keys of front matter, each read once: this is the only list of their names.

extension FrontMatter {
  init(from fields: inout Fields) {
    title = fields.line("title")
    id = fields.integer("id", in: 1...9_999_999_999)
    description = fields.line("description")?.value
    readPeopleAndDates(from: &fields)
    order = fields.integer("order", in: -1_000_000...1_000_000)?.value
    readLinks(from: &fields)
    keywords = fields.lines("keywords")?.map(\.value) ?? []
    questions = fields.lines("questions") ?? []
    tags = fields.lines("tags") ?? []
    search = fields.map("search") { SearchHints(from: &$0) } ?? search
    summary = fields.choice("summary", of: SummaryPlace.self)
    contents = fields.flag("contents") ?? contents
    feedbackReasons = fields.map("feedback") { $0.lines("reasons")?.map(\.value) } ?? []
    draft = fields.flag("draft") ?? draft
    publish = fields.date("publish")
    expire = fields.date("expire")
    replacement = fields.line("replacement")
    unlisted = fields.flag("unlisted") ?? unlisted
  }

  private mutating func readPeopleAndDates(from fields: inout Fields) {
    author = fields.line("author")?.value
    editor = fields.line("editor")?.value
    owner = fields.line("owner")?.value
    revision = fields.line("revision")?.value
    created = fields.date("created")
    updated = fields.date("updated")
    reviewed = fields.date("reviewed")
    changes = fields.maps("changes") { Change(from: &$0) } ?? []
  }

  private mutating func readLinks(from fields: inout Fields) {
    recommended = fields.lines("recommended")
    aliases = fields.lines("aliases") ?? []
    movedAnchors =
      fields.entries("anchors") { fields, pair in
        fields.line(pair.value, quoted(pair.key)).map {
          MovedAnchor(old: Located(value: pair.key, range: pair.keyRange), target: $0)
        }
      } ?? []
    editions = fields.lines("editions") ?? []
    counterparts = fields.counterparts("counterpart")
  }
}

extension FrontMatter.Change {
  init?(from fields: inout Fields) {
    let date = fields.require(fields.date("date"), "date")
    let text = fields.require(fields.line("text"), "text")
    guard let date, let text else { return nil }
    self.init(date: date, text: text.value)
  }
}

extension FrontMatter.SearchHints {
  init(from fields: inout Fields) {
    exclude = fields.flag("exclude") ?? exclude
    boost = fields.number("boost", in: 0.1...10) ?? boost
  }
}

extension Fields {
  /// A path, or a map from editions to paths.
  fileprivate mutating func counterparts(_ key: String) -> [FrontMatter.Counterpart] {
    guard let node = node(key) else { return [] }
    guard case .mapping = node.content else {
      return line(node, quoted(key)).map { [.init(edition: nil, path: $0)] } ?? []
    }
    return entries(key) { fields, pair in
      fields.line(pair.value, quoted(pair.key)).map {
        .init(edition: Located(value: pair.key, range: pair.keyRange), path: $0)
      }
    } ?? []
  }
}
