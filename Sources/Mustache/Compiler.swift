// Sources → one program. Each template is scanned, paired, trimmed and emitted in turn; names get
// their ids here, and includes are tied to templates when all are known.

struct Compiler {
  private(set) var program = Program()
  private(set) var errors: [TemplateError] = []
  private var ids: [String: Int] = [:]

  init(_ sources: [(name: String, bytes: [UInt8])]) {
    for source in sources { compile(source.name, source.bytes) }
    program.templateOfName = Array(repeating: nil, count: program.names.count)
    for (index, template) in program.templates.enumerated() {
      program.templateOfName[id(of: template.name)] = index
    }
    errors.sort(by: TemplateError.precedes)
  }

  /// The id of a name, the same for the same name.
  mutating func id(of name: String) -> Int {
    if let id = ids[name] { return id }
    let id = program.names.count
    ids[name] = id
    program.names.append(Name(name))
    return id
  }

  mutating func path(_ name: String) -> Program.Path {
    let start = program.parts.count
    if name != "." {
      for part in name.split(separator: ".") { program.parts.append(id(of: String(part))) }
    }
    return Program.Path(parts: start..<program.parts.count)
  }

  mutating func literal(_ bytes: some Sequence<UInt8>) -> Range<Int> {
    let start = program.literals.count
    program.literals.append(contentsOf: bytes)
    return start..<program.literals.count
  }

  mutating func append(_ node: Program.Node, at place: Range<Int>) {
    program.nodes.append(node)
    program.places.append(place)
  }

  /// Says of a node that opens something where it ends: at the next node.
  mutating func end(_ index: Int) {
    let end = program.nodes.count
    switch program.nodes[index] {
    case .text, .variable: break
    case .section(let path, _): program.nodes[index] = .section(path, end: end)
    case .inverted(let path, _): program.nodes[index] = .inverted(path, end: end)
    case .override(let name, _): program.nodes[index] = .override(name: name, end: end)
    case .include(let name, let indentation, _):
      program.nodes[index] = .include(name: name, indentation: indentation, end: end)
    case .block(let name, let indentation, _):
      program.nodes[index] = .block(name: name, indentation: indentation, end: end)
    }
  }
}

extension Compiler {
  private mutating func compile(_ name: String, _ bytes: [UInt8]) {
    let start = program.nodes.count
    let errorsBefore = errors.count
    _ = id(of: name)
    var emission = Emission(template: name, source: bytes, tags: tags(name, bytes))
    emission.run(into: &self)
    program.templates.append(
      Program.Template(
        name: name, nodes: start..<program.nodes.count, hasErrors: errors.count > errorsBefore,
        strays: emission.strays))
  }

  /// Nil when the bytes are no template at all.
  private mutating func tags(_ name: String, _ bytes: [UInt8]) -> [Tag]? {
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let range = error.byteOffsets
      errors.append(TemplateError(template: name, range: range, message: "this is not UTF-8"))
      return nil
    }
    var scanner = TagScanner(template: name, source: bytes)
    scanner.scan()
    var pairing = TagPairing(template: name, source: bytes, tags: scanner.tags)
    pairing.pair()
    errors += scanner.errors + pairing.errors
    guard !pairing.isTooDeep else { return nil }
    var trimming = LineTrimming(source: bytes, tags: pairing.tags)
    trimming.trim()
    return trimming.tags
  }
}
