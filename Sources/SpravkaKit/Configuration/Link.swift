// What the furniture of a page is made of. Labels are the owner's words; where they lead is
// checked here only for what could do harm, and by Resolve for articles that do not exist.

/// A label and where it leads: `{title: Возможности, url: https://…}`.
struct Link: Sendable, Equatable {
  let title: String
  /// An address of the web, `mailto:`, `tel:`, or a path of the site.
  let url: Located<String>
}

extension Link {
  /// - Parameter isButton: whether the label stands in the header, where there is little room.
  init?(from fields: inout Fields, isButton: Bool = false) {
    let title = fields.require(fields.line("title"), "title")
    if isButton, let title { fields.checkLength(of: title) }
    let url = fields.require(fields.url("url"), "url")
    guard let title, let url else { return nil }
    self.init(title: title.value, url: url)
  }
}

/// Some words and a button: the subscription, the closing call.
struct Banner: Sendable, Equatable {
  let title: String
  let text: String?
  let button: Link?
}

extension Banner {
  init?(from fields: inout Fields) {
    let title = fields.require(fields.line("title"), "title")
    let text = fields.line("text")
    let button = fields.map("button") { Link(from: &$0) }
    guard let title else { return nil }
    self.init(title: title.value, text: text?.value, button: button)
  }
}

extension Fields {
  /// A longer label pushes the search field out of the header of a small screen.
  fileprivate mutating func checkLength(of label: Located<String>) {
    let longest = 24
    guard label.value.count > longest else { return }
    report(
      .longLabel,
      "the label has \(label.value.count) characters: more than \(longest) do not fit into the header",
      at: label.range, hint: "say it in two or three words")
  }

  /// Where a link leads; schemes that run something are refused.
  mutating func url(_ key: String) -> Located<String>? {
    guard let line = line(key) else { return nil }
    if line.value.utf8.contains(where: \.isASCIIWhitespace) {
      report(
        .invalidValue, "\(quoted(key)) has a space in it: \(quoted(line.value))", at: line.range,
        hint: "write %20 for a space")
      return nil
    }
    let head = line.value.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
    guard line.value.dropFirst(head.count).first == ":",
      !["http", "https", "mailto", "tel"].contains(head.lowercased())
    else { return line }
    report(
      .unsafeURL, "\(quoted(key)) has the scheme '\(head):'", at: line.range,
      hint: "use https:, http:, mailto:, tel: or a path of the site")
    return nil
  }

  /// An address of the web, complete with scheme and host.
  mutating func webAddress(_ key: String) -> WebAddress? {
    guard let line = line(key) else { return nil }
    return webAddress(line, quoted(key))
  }

  mutating func webAddress(_ line: Located<String>, _ name: String) -> WebAddress? {
    do throws(WebAddressProblem) {
      return try WebAddress(line.value)
    } catch {
      report(
        .invalidValue, "\(name) \(error.rawValue): \(quoted(line.value))", at: line.range,
        hint: "write it like https://example.org/path")
      return nil
    }
  }
}
