/// The headings so far, as one reader meets them: of tabs and of editions that stand beside each
/// other, everybody reads one.
struct Outline {
  /// The level of the last heading; that of the page's title when there is none yet.
  private(set) var level = 1
  /// Whether there was a heading.
  private(set) var hasBegun = false
  /// The levels at the starts of the tabs and editions that are open.
  private var starts: [Int] = []

  mutating func note(level: Int) {
    self.level = level
    hasBegun = true
  }

  mutating func enterChoice() { starts.append(level) }

  /// - Parameter isLast: whether what follows is no choice beside this one.
  mutating func leaveChoice(isLast: Bool) {
    guard let start = starts.popLast(), !isLast else { return }
    level = start
  }
}
