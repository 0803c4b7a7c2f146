// «здесь, по ссылке, …» → whether a text is one of these phrases, however it is written: case, «ё»,
// gaps, and quotes, dots or arrows around it do not count.

struct PhraseList: Sendable, Equatable {
  private var phrases: Set<String> = []
  /// In bytes.
  private var longest = 0

  /// - Parameter list: phrases with commas between them.
  init(_ list: String = "") {
    phrases = Set(list.split(separator: ",").map { Self.bare($0) }).subtracting([""])
    longest = phrases.map(\.utf8.count).max() ?? 0
  }

  /// Whether a text that begins like this may be a phrase of the list: most links are too long.
  func mayContain(textFrom beginning: String) -> Bool {
    let marks = 16
    return !phrases.isEmpty && beginning.utf8.count <= longest + marks
  }

  func contains(_ text: String) -> Bool { phrases.contains(Self.bare(text)) }

  /// A text without what does not count.
  static func bare(_ text: some StringProtocol) -> String {
    let scalars = folded(text).unicodeScalars
    guard let first = scalars.firstIndex(where: isOfWord),
      let last = scalars.lastIndex(where: isOfWord)
    else { return "" }
    return String(scalars[first...last])
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
