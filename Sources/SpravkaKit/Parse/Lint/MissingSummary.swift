// The rendered text of an article → whether it is long enough to need a short answer. Words are
// counted in the HTML, where snippets are in their places and addresses are in tags.

extension MarkdownBody {
  /// The name of the section that the text lacks; nil when it needs none.
  func missingSummary(named name: String) -> String? {
    guard !name.isEmpty, !hasSummary, holds(words: Lint.shortestWithSummary) else { return nil }
    return name
  }

  private func holds(words limit: Int) -> Bool {
    let html = fragment.html.span
    var words = 0
    var isInTag = false
    var isInWord = false
    var index = 0
    while index < html.count {
      let byte = html[index]
      if byte == .lessThan || byte == .greaterThan {
        isInTag = byte == .lessThan
      } else if !isInTag, byte == 0xC2 || byte == 0xE2 {
        // What typography puts for a typed sign is no word either.
        let sign = html.sign(at: index)
        if sign == .noBreakSpace || sign == .dash { isInWord = false }
        index += byte == 0xC2 ? 1 : 2
      } else if !isInTag, byte >= 0x80 || byte.isASCIILetter || byte.isASCIIDigit {
        if !isInWord { words += 1 }
        isInWord = true
        if words >= limit { return true }
      } else if byte.isASCIIWhitespace {
        isInWord = false
      }
      index += 1
    }
    return false
  }
}
