// `~~text~~` and `~text~` (GitHub Flavored Markdown, section «Strikethrough»): one or two tildes
// that open, and as many that close, by the rules for the delimiters of emphasis.

extension TreeShaper {
  /// Puts what stands between matching tildes of a node's own texts into elements.
  mutating func strikeThrough(childrenOf parent: MarkdownNode) {
    let children = parent.children
    let runs = tildeRuns(of: children)
    guard runs.count > 1 else { return }
    let cuts = matched(runs)
    guard !cuts.isEmpty else { return }
    var open: [MarkdownNode] = []
    for (index, child) in children.enumerated() {
      if let cuts = cuts[index] {
        cut(child, at: cuts, &open)
      } else {
        open.last?.append(child)
      }
    }
  }

  /// Parts a text at its tildes; what they open goes on in the siblings behind it.
  private mutating func cut(
    _ child: MarkdownNode, at cuts: [TildeCut], _ open: inout [MarkdownNode]
  ) {
    let literal = Array(child.literal.utf8)
    func place(_ node: MarkdownNode) {
      if let element = open.last { element.append(node) } else { child.insertBefore(node) }
    }
    var start = 0
    for cut in cuts {
      if start < cut.range.lowerBound {
        place(.text(String(decoding: literal[start..<cut.range.lowerBound], as: UTF8.self)))
      }
      start = cut.range.upperBound
      if cut.opens {
        let element = inline(.strikethrough)
        place(element)
        open.append(element)
      } else {
        open.removeLast()
      }
    }
    if start < literal.count {
      place(.text(String(decoding: literal[start...], as: UTF8.self)))
    }
    child.remove()
  }

  /// Which runs make pairs, by the texts that hold them.
  ///
  /// Pairs are never across each other: what
  /// closes takes all that was opened inside with it.
  private func matched(_ runs: [TildeRun]) -> [Int: [TildeCut]] {
    // Openers by the number of their tildes, so that none is looked at twice.
    var openers: [[Int]] = [[], [], []]
    var opens = [Bool?](repeating: nil, count: runs.count)
    for (index, run) in runs.enumerated() {
      if run.closes, let opener = openers[run.count].last {
        opens[opener] = true
        opens[index] = false
        for count in 1...2 {
          while let last = openers[count].last, last >= opener { openers[count].removeLast() }
        }
      } else if run.opens {
        openers[run.count].append(index)
      }
    }
    var cuts: [Int: [TildeCut]] = [:]
    for (run, opens) in zip(runs, opens) {
      guard let opens else { continue }
      let range = run.offset..<(run.offset + run.count)
      cuts[run.child, default: []].append(TildeCut(range: range, opens: opens))
    }
    return cuts
  }

  private func tildeRuns(of children: [MarkdownNode]) -> [TildeRun] {
    var runs: [TildeRun] = []
    for (child, node) in children.enumerated() where node.kind == .text {
      let text = Array(node.literal.utf8)
      var index = 0
      while let start = text[index...].firstIndex(of: .tilde) {
        let end = text[start...].firstIndex { $0 != .tilde } ?? text.count
        let before = scalar(before: start, of: text, previous: node.previous)
        let after = scalar(from: end, of: text, next: node.next)
        if end - start <= 2 {
          runs.append(TildeRun(child: child, offset: start, count: end - start, before, after))
        }
        index = end
      }
    }
    return runs
  }

  /// The scalar before a run; an element counts as punctuation, which is how it is written.
  private func scalar(
    before offset: Int, of text: [UInt8], previous: MarkdownNode?
  ) -> Unicode.Scalar {
    if offset > 0 {
      return String(decoding: text[..<offset].suffix(4), as: UTF8.self).unicodeScalars.last ?? " "
    }
    guard let previous, previous.kind != .softBreak, previous.kind != .lineBreak else { return " " }
    return "*"
  }

  private func scalar(from offset: Int, of text: [UInt8], next: MarkdownNode?) -> Unicode.Scalar {
    if offset < text.count {
      return String(decoding: text[offset...].prefix(4), as: UTF8.self).unicodeScalars.first ?? " "
    }
    guard let next, next.kind != .softBreak, next.kind != .lineBreak else { return " " }
    return "*"
  }
}

/// Tildes that begin or end an element.
private struct TildeCut {
  let range: Range<Int>
  let opens: Bool
}

/// One or two tildes in a text.
private struct TildeRun {
  let child: Int
  let offset: Int
  let count: Int
  let opens: Bool
  let closes: Bool

  /// The rules of left- and right-flanking runs (CommonMark 0.30, section «Emphasis»).
  init(
    child: Int, offset: Int, count: Int, _ before: Unicode.Scalar, _ after: Unicode.Scalar
  ) {
    self.child = child
    self.offset = offset
    self.count = count
    let isBlankBefore = before.properties.isWhitespace
    let isBlankAfter = after.properties.isWhitespace
    opens = !isBlankAfter && (!after.isPunctuation || isBlankBefore || before.isPunctuation)
    closes = !isBlankBefore && (!before.isPunctuation || isBlankAfter || after.isPunctuation)
  }
}

extension Unicode.Scalar {
  var isPunctuation: Bool {
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      true
    case .mathSymbol, .currencySymbol, .modifierSymbol: isASCII
    // The stand-ins of escaped marks.
    case .control: StandIn.mark(of: self) != nil
    default: false
    }
  }
}
