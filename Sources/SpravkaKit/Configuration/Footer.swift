/// What stands below every page in one language: `footer: {ru: {…}}`.
struct Footer: Sendable, Equatable {
  var columns: [Column] = []
  /// Links of the legal row, beside the copyright.
  var documents: [Link] = []

  struct Column: Sendable, Equatable {
    let title: String
    let links: [Link]
  }
}

extension Footer {
  init(from fields: inout Fields) {
    columns = fields.maps("columns") { Column(from: &$0) } ?? []
    documents = fields.maps("documents") { Link(from: &$0) } ?? []
  }
}

extension Footer.Column {
  init?(from fields: inout Fields) {
    let title = fields.require(fields.line("title"), "title")
    let links = fields.maps("links") { Link(from: &$0) } ?? []
    guard let title else { return nil }
    self.init(title: title.value, links: links)
  }
}
