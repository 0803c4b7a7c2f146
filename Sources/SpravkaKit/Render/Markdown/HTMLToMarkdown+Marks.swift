// Tags of emphasis → marks, of which the writer has to know what comes behind them.

extension HTMLToMarkdown {
  mutating func mark(_ mark: String, _ tag: HTMLTag) {
    tag.isClosing
      ? writer.closeMark(before: follower()) : writer.openMark(mark, before: follower())
  }

  /// Whether an opening tag of emphasis stands beside another such mark, with which its own would
  /// be read as one.
  func isAmongMarks(_ tag: HTMLTag) -> Bool {
    if tag.isClosing { return false }
    if writer.isBehindMark { return true }
    let end = tag.end(in: html.span)
    guard end < html.count, html[end] == .lessThan else { return false }
    let next = HTMLTag(html.span, at: end)
    switch MarkdownElement(next) {
    case .strong, .emphasis: return !next.isClosing
    default: return false
    }
  }

  /// What readers of the copy find behind the marks that are being written.
  private func follower() -> Neighbour {
    var index = index
    while index < html.count {
      if html[index] == .ampersand {
        return [characterReference(in: html, at: index, before: html.count).byte].neighbour(at: 0)
      }
      guard html[index] == .lessThan else { return html.neighbour(at: index) }
      let tag = HTMLTag(html.span, at: index)
      index = tag.range.upperBound
      switch MarkdownElement(tag) {
      case nil, .strong, .emphasis: continue
      case .hidden: if !tag.isClosing { index = tag.end(in: html.span) }
      case .deleted, .code, .key, .link, .lineBreak, .picture, .note, .task: return .punctuation
      default: return .end
      }
    }
    return .end
  }
}
