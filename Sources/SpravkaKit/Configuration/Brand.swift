/// The owner's marks: `brand` of site.yml.
struct Brand: Sendable {
  /// Paths of pictures, below `content/<language>/`.
  var logo: Located<String>?
  var icon: Located<String>?
  var accent: Colour?
  /// Where a reader can write to a person.
  var support = Localized<Link>()
  var copyright = Localized<String>()
}

extension Brand {
  init(from fields: inout Fields, languages: [String]) {
    logo = fields.line("logo")
    icon = fields.line("icon")
    accent = fields.colour("accent")
    support = fields.localized("support", in: languages) { Link(from: &$0) }
    copyright = fields.localizedLine("copyright", in: languages)
  }
}

/// A colour of the screen, as in `#006a80`.
struct Colour: Sendable, Hashable {
  let red: UInt8
  let green: UInt8
  let blue: UInt8
}

extension Colour {
  /// Reads `#006a80` or `#06a`; nil for anything else.
  init?(_ text: String) {
    guard text.utf8.first == .hash else { return nil }
    let digits = text.utf8.dropFirst().map { byte -> UInt8? in
      Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
    }
    let values = digits.compactMap(\.self)
    guard values.count == digits.count else { return nil }
    switch values.count {
    case 3: self.init(red: values[0] * 17, green: values[1] * 17, blue: values[2] * 17)
    case 6:
      self.init(
        red: values[0] * 16 + values[1], green: values[2] * 16 + values[3],
        blue: values[4] * 16 + values[5])
    default: return nil
    }
  }
}

extension Fields {
  fileprivate mutating func colour(_ key: String) -> Colour? {
    guard let node = node(key) else { return nil }
    if case .scalar(let text, _) = node.content, let colour = Colour(text) { return colour }
    reportInvalid(node, quoted(key), "a colour like \"#006a80\"")
    return nil
  }
}
