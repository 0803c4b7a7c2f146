// Program and data → bytes, straight into the caller's buffer. What changes while rendering is a
// value of its own beside the program: so the compiler knows that the program stays as it is, and
// counts no references to it, which threads that render pages side by side would quarrel about.

/// How deep templates may include one another.
let includeDepthLimit = 100
/// How deep all that is open, sections and blocks counted too, may be where one more template is
/// included: the machine's own stack grows with it.
let nestingLimit = 1000

struct Renderer {
  struct State {
    /// What sections have been entered, the innermost last.
    var contexts: [Context]
    var overrides = OverrideStack()
    /// What goes before each line of a template's own text.
    var indentation: [UInt8] = []
    var includeDepth = 0
    var nesting = 0
    /// The include at which rendering was given up: templates went on including one another.
    var endlessInclude: Int?

    init(_ value: Value) { contexts = [Context(value)] }
  }

  let program: Program

  func render(_ nodes: Range<Int>, _ state: inout State, into output: inout [UInt8]) {
    state.nesting += 1
    defer { state.nesting -= 1 }
    var index = nodes.lowerBound
    while index < nodes.upperBound, state.endlessInclude == nil {
      switch program.nodes[index] {
      case .text(let literal, let startsLine):
        write(literal, startsLine: startsLine, indentation: state.indentation, into: &output)
        index += 1
      case .variable(let path, let isEscaped):
        write(value(at: path, state.contexts), isEscaped: isEscaped, into: &output)
        index += 1
      case .section(let path, let end):
        renderSection(
          over: value(at: path, state.contexts), index + 1..<end, &state, into: &output)
        index = end
      case .inverted(let path, let end):
        if !value(at: path, state.contexts).isTruthy {
          render(index + 1..<end, &state, into: &output)
        }
        index = end
      case .include(let name, let indentation, let end):
        renderInclude(index, name, indentation, &state, into: &output)
        index = end
      case .block(let name, let indentation, let end):
        renderBlock(index + 1..<end, name, indentation, &state, into: &output)
        index = end
      case .override(_, let end):
        index = end
      }
    }
  }
}

extension Renderer {
  private func write(
    _ literal: Range<Int>, startsLine: Bool, indentation: [UInt8], into output: inout [UInt8]
  ) {
    let text = program.literals.span.extracting(literal)
    guard !indentation.isEmpty else { return output.append(text) }
    if startsLine { output.append(indentation.span) }
    var lineStart = 0
    for index in text.indices where text[index] == .newline && index + 1 < text.count {
      output.append(text.extracting(lineStart...index))
      output.append(indentation.span)
      lineStart = index + 1
    }
    output.append(text.extracting(lineStart..<text.count))
  }

  private func write(_ value: Value, isEscaped: Bool, into output: inout [UInt8]) {
    switch value {
    case .text(let text) where isEscaped: appendEscaped(text, to: &output)
    case .text(let text): output.append(text.utf8.span)
    case .markup(let bytes): output.append(bytes.span)
    case .flag(let flag): output.append(flag ? "true" : "false")
    case .none, .list, .record: break
    }
  }

  private func renderSection(
    over value: Value, _ nodes: Range<Int>, _ state: inout State, into output: inout [UInt8]
  ) {
    if case .list(let items) = value {
      for index in items.indices {
        state.contexts.append(Context(items.span, at: index))
        render(nodes, &state, into: &output)
        state.contexts.removeLast()
      }
    } else if value.isTruthy {
      state.contexts.append(Context(value))
      render(nodes, &state, into: &output)
      state.contexts.removeLast()
    }
  }
}

extension Renderer {
  private func renderInclude(
    _ include: Int, _ name: Int, _ indentation: Program.Indentation, _ state: inout State,
    into output: inout [UInt8]
  ) {
    guard let template = program.templateOfName[name] else { return }
    guard state.includeDepth < includeDepthLimit, state.nesting < nestingLimit else {
      return state.endlessInclude = include
    }
    state.includeDepth += 1
    state.overrides.push(include: include)
    let nodes = program.templates[template].nodes
    render(nodes, indented: indentation, &state, into: &output)
    state.overrides.pop()
    state.includeDepth -= 1
  }

  private func renderBlock(
    _ ownContent: Range<Int>, _ name: Int, _ indentation: Program.Indentation,
    _ state: inout State, into output: inout [UInt8]
  ) {
    guard let (node, frame) = state.overrides.override(of: name, in: program),
      case .override(_, let end) = program.nodes[node]
    else { return render(ownContent, &state, into: &output) }
    let current = state.overrides.enter(frame: frame)
    render(node + 1..<end, indented: indentation, &state, into: &output)
    _ = state.overrides.enter(frame: current)
  }

  private func render(
    _ nodes: Range<Int>, indented indentation: Program.Indentation, _ state: inout State,
    into output: inout [UInt8]
  ) {
    let outer = state.indentation
    switch indentation {
    case .inline: state.indentation = []
    case .lines(let blanks): state.indentation += program.literals[blanks]
    }
    render(nodes, &state, into: &output)
    state.indentation = outer
  }
}

extension Renderer {
  /// What a name stands for here; `none` for a name that nothing has.
  private func value(at path: Program.Path, _ contexts: [Context]) -> Value {
    guard let first = path.parts.first else { return contexts[contexts.count - 1].value }
    guard let (index, slot) = place(ofHash: hash(ofPart: first), contexts.span) else {
      return .none
    }
    if path.parts.count == 1 { return contexts[index][slot] }
    return value(at: path.parts.dropFirst(), of: contexts[index].context(at: slot))
  }

  /// The innermost context that has the name, and where.
  private func place(
    ofHash hash: UInt64, _ contexts: Span<Context>
  ) -> (context: Int, slot: Int)? {
    var index = contexts.count - 1
    while index >= 0 {
      if let slot = contexts[index].slot(ofHash: hash) { return (index, slot) }
      index -= 1
    }
    return nil
  }

  private func value(at parts: Range<Int>, of context: Context) -> Value {
    var context = context
    for part in parts.dropLast() {
      guard let slot = context.slot(ofHash: hash(ofPart: part)) else { return .none }
      context = context.context(at: slot)
    }
    guard let slot = context.slot(ofHash: hash(ofPart: parts.upperBound - 1)) else {
      return .none
    }
    return context[slot]
  }

  private func hash(ofPart part: Int) -> UInt64 { program.names[program.parts[part]].hash }
}
