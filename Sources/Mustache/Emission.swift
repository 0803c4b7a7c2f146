// Trimmed tags and the text between them → nodes of the program. Directly inside a parent only
// overrides count; the rest is never written, so it is remembered for the strict check.

struct Emission {
  private struct Open {
    let node: Int
    let isParent: Bool
    /// What lines lost outside of it.
    let dedent: Range<Int>
    var overrides: Set<Int> = []
  }

  private let template: String
  private let source: [UInt8]
  private let tags: [Tag]?
  private(set) var strays: [TemplateError] = []
  private var open: [Open] = []
  /// Blanks in the source that every line of the override at hand loses, as far as it has them.
  private var dedent = 0..<0

  init(template: String, source: [UInt8], tags: [Tag]?) {
    self.template = template
    self.source = source
    self.tags = tags
  }

  mutating func run(into compiler: inout Compiler) {
    guard let tags else { return }
    var position = 0
    var index = 0
    while index < tags.count {
      let tag = tags[index]
      if open.last?.isParent == true {
        noteStray(text: position..<tag.range.lowerBound)
        if isStray(tag) {
          noteStray(tag)
          index = tag.partner ?? index
          position = tags[index].range.upperBound
          index += 1
          continue
        }
      } else {
        emitText(position..<tag.outer.lowerBound, into: &compiler)
        emitLineStart(before: tag, into: &compiler)
      }
      emit(tag, into: &compiler)
      position = tag.outer.upperBound
      index += 1
    }
    emitText(position..<source.count, into: &compiler)
  }
}

extension Emission {
  private mutating func emit(_ tag: Tag, into compiler: inout Compiler) {
    let name = source.text(tag.name)
    switch tag.kind {
    case .comment, .delimiters: break
    case .variable, .unescaped:
      let path = compiler.path(name)
      compiler.append(.variable(path, isEscaped: tag.kind == .variable), at: tag.name)
    case .section: begin(.section(compiler.path(name), end: 0), tag, in: &compiler)
    case .inverted: begin(.inverted(compiler.path(name), end: 0), tag, in: &compiler)
    case .partial, .parent:
      let indentation = indentation(of: tag, in: &compiler)
      let id = compiler.id(of: name)
      begin(.include(name: id, indentation: indentation, end: 0), tag, in: &compiler)
      if tag.kind == .partial { end(in: &compiler) }
    case .block:
      let indentation = indentation(of: tag, in: &compiler)
      let id = compiler.id(of: name)
      begin(.block(name: id, indentation: indentation, end: 0), tag, in: &compiler)
      // The blanks before the tag were taken from the text: an override would double them.
      if case .lines(let blanks) = indentation, tag.outer.upperBound == tag.range.upperBound {
        compiler.append(.text(blanks, startsLine: true), at: tag.name)
      }
    case .override: beginOverride(tag, in: &compiler)
    case .close: end(in: &compiler)
    }
  }

  private mutating func begin(_ node: Program.Node, _ tag: Tag, in compiler: inout Compiler) {
    let isParent = tag.kind == .parent
    open.append(Open(node: compiler.program.nodes.count, isParent: isParent, dedent: dedent))
    compiler.append(node, at: tag.name)
  }

  private mutating func beginOverride(_ tag: Tag, in compiler: inout Compiler) {
    let id = compiler.id(of: source.text(tag.name))
    if let parent = open.indices.last, !open[parent].overrides.insert(id).inserted {
      stray(tag.name, "the block '\(source.text(tag.name))' is given twice; the first counts")
    }
    begin(.override(name: id, end: 0), tag, in: &compiler)
    dedent = tag.indentation ?? 0..<0
    if tag.indentation == nil {
      // Whatever it fills, an override begins a line there, as do those that follow.
      compiler.append(.text(compiler.literal([]), startsLine: true), at: tag.name)
    }
  }

  private mutating func end(in compiler: inout Compiler) {
    guard let last = open.popLast() else { return }
    dedent = last.dedent
    compiler.end(last.node)
  }

  private func indentation(of tag: Tag, in compiler: inout Compiler) -> Program.Indentation {
    guard let blanks = tag.indentation else { return .inline }
    return .lines(compiler.literal(source[skippingDedent(blanks)]))
  }
}

extension Emission {
  private func emitText(_ range: Range<Int>, into compiler: inout Compiler) {
    guard !range.isEmpty else { return }
    let startsLine = isLineStart(range.lowerBound)
    let literal: Range<Int>
    if dedent.isEmpty {
      literal = compiler.literal(source[range])
    } else {
      let start = compiler.program.literals.count
      var position = range.lowerBound
      while position < range.upperBound {
        let end = source[position..<range.upperBound].firstIndex(of: .newline)
        let line = position..<(end.map { $0 + 1 } ?? range.upperBound)
        let kept = isLineStart(position) ? skippingDedent(line) : line
        _ = compiler.literal(source[kept])
        position = line.upperBound
      }
      literal = start..<compiler.program.literals.count
    }
    compiler.append(.text(literal, startsLine: startsLine), at: range)
  }

  /// A line that begins with a tag begins with an empty text, which carries the indentation.
  private func emitLineStart(before tag: Tag, into compiler: inout Compiler) {
    let start = tag.outer.lowerBound
    guard !tag.takesLineStart, isLineStart(start) else { return }
    compiler.append(.text(compiler.literal([]), startsLine: true), at: tag.name)
  }

  private func isLineStart(_ offset: Int) -> Bool {
    offset == 0 || source[offset - 1] == .newline
  }

  /// A line, or the blanks at its start, without what lines lose here.
  private func skippingDedent(_ line: Range<Int>) -> Range<Int> {
    var count = 0
    while count < min(dedent.count, line.count),
      source[line.lowerBound + count] == source[dedent.lowerBound + count]
    { count += 1 }
    return line.lowerBound + count..<line.upperBound
  }
}

extension Emission {
  private func isStray(_ tag: Tag) -> Bool {
    switch tag.kind {
    case .override, .close, .comment, .delimiters: false
    default: true
    }
  }

  private mutating func noteStray(text: Range<Int>) {
    let trimmed = source.trimmed(text)
    if !trimmed.isEmpty { stray(trimmed, "this text is never written") }
  }

  private mutating func noteStray(_ tag: Tag) {
    stray(tag.name, "this tag is never written")
  }

  private mutating func stray(_ range: Range<Int>, _ message: String) {
    let hint = "directly inside a parent only blocks count, each once"
    strays.append(TemplateError(template: template, range: range, message: message, hint: hint))
  }
}
