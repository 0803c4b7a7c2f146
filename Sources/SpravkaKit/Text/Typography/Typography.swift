// A text as it was typed → as a typographer sets it: no-break spaces, quotation marks, dashes, the
// ellipsis. Russian and English have rules; texts of other languages stay as they are.

/// How texts of a language are set.
struct Typography: Sendable {
  /// Nil for a language without any.
  let rules: TypographyRules?

  /// - Parameter language: a code as in site.yml; what follows its hyphen does not matter.
  init(language: String) {
    switch language.split(separator: "-").first {
    case "ru": rules = .russian
    case "en": rules = .english
    default: rules = nil
    }
  }

  /// A text for where no markup may stand.
  func plain(_ text: String) -> String {
    guard rules != nil else { return text }
    var plain = PlainText()
    set(text, to: &plain)
    return String(decoding: plain.bytes, as: UTF8.self)
  }

  /// A text as HTML, escaped, with elements around hyphenated words.
  func markup(_ text: String) -> [UInt8] {
    var html = HTMLWriter()
    set(text, to: &html)
    return html.bytes
  }

  private func set(_ text: String, to sink: inout some TextSink) {
    var typesetter = Typesetter(self)
    // Of a bridged string there would be no span.
    let bytes = Array(text.utf8)
    typesetter.set(bytes.span, to: &sink)
  }
}

/// The rules of a language.
struct TypographyRules: Sendable {
  enum Style: Sendable {
    /// «Ёлочки», „лапки“, a dash between spaces, words bound to their neighbours.
    case russian
    /// “Curly”, a dash without spaces.
    case english
  }

  let style: Style
  let words: WordTable

  static let russian = TypographyRules(
    style: .russian,
    words: WordTable([
      (
        .short,
        withCapitals(
          """
          а без бы в во вы где для до его ее если её же за и из или их к как ко ли мы на не ни но \
          о об он от по под при про с со то у чем через что
          """)
      ),
      (.particle, words("бы же ли")),
      (.unit, latinUnits + words("КБ МБ ГБ ТБ Кб Мб Гб Тб Кбит Мбит Гбит Вт Гц МГц ГГц")),
      (.abbreviation, withCapitals("гл п пп рис с ст стр табл ч")),
    ]))

  static let english = TypographyRules(
    style: .english,
    words: WordTable([
      (.unit, latinUnits), (.shortened, words("tis twas em til cause Tis Twas")),
    ]))

  // No «A» and no «I», which are words.
  private static let latinUnits = words(
    """
    px pt em rem dpi bit kB KB MB GB TB KiB MiB GiB TiB kbit Mbit Gbit kbps Mbps Gbps ms s min h \
    mm cm m km mg g kg ml W kW Hz kHz MHz GHz USD EUR RUB
    """)

  private static func words(_ list: String) -> [String] {
    list.split(separator: " ").map(String.init)
  }

  /// The words as they stand in a sentence and at its beginning.
  private static func withCapitals(_ list: String) -> [String] {
    words(list).flatMap { [$0, $0.prefix(1).uppercased() + $0.dropFirst()] }
  }
}
