// Program and shape → what a template asks for in vain. The walk does what rendering would do,
// with shapes for values: it enters every section once, and every include once for each situation
// in which it is met, so that it ends even where templates include one another.

struct Checker {
  private struct Report: Hashable {
    let node: Int
    let message: String
  }

  let program: Program
  var scopes: [Scope]
  private(set) var errors: [TemplateError] = []
  private var overrides = OverrideStack()
  private var visited: Set<Situation> = []
  /// The includes that are open, and how many sections over trees were open before each.
  private var path: [(situation: Situation, treeSections: Int)] = []
  private var treeSections = 0
  private var nesting = 0
  private var reported: Set<Report> = []
  private var templatesWithStrays: Set<Int> = []

  init(_ program: Program, _ shape: Shape) {
    self.program = program
    self.scopes = [.record(shape)]
  }

  mutating func check(_ template: Int) {
    guard !program.templates[template].hasErrors else { return }
    visit(Situation(template: template, overrides: [:], scopes: scopes))
    errors.sort(by: TemplateError.precedes)
  }

  /// A mistake that is met in several situations is reported once.
  mutating func report(_ node: Int, _ message: String, hint: String?) {
    guard reported.insert(Report(node: node, message: message)).inserted else { return }
    errors.append(
      TemplateError(
        template: program.template(ofNode: node).name, range: program.places[node],
        message: message, hint: hint))
  }
}

extension Checker {
  private mutating func walk(_ nodes: Range<Int>) {
    nesting += 1
    defer { nesting -= 1 }
    var index = nodes.lowerBound
    while index < nodes.upperBound {
      switch program.nodes[index] {
      case .text: index += 1
      case .variable(let path, let isEscaped):
        checkVariable(path, isEscaped: isEscaped, at: index)
        index += 1
      case .section(let path, let end):
        walkSection(over: scope(of: path, at: index), index + 1..<end)
        index = end
      case .inverted(let path, let end):
        _ = scope(of: path, at: index)
        walk(index + 1..<end)
        index = end
      case .include(let name, _, let end):
        walkInclude(index, name)
        index = end
      case .block(let name, _, let end):
        walkBlock(name, index + 1..<end)
        index = end
      case .override(_, let end):
        index = end
      }
    }
  }

  private mutating func walkSection(over scope: Scope, _ content: Range<Int>) {
    let isTree = if case .tree = scope { 1 } else { 0 }
    treeSections += isTree
    scopes.append(scope.entered)
    walk(content)
    scopes.removeLast()
    treeSections -= isTree
  }

  private mutating func walkBlock(_ name: Int, _ ownContent: Range<Int>) {
    guard let (node, frame) = overrides.override(of: name, in: program),
      case .override(_, let end) = program.nodes[node]
    else { return walk(ownContent) }
    let current = overrides.enter(frame: frame)
    walk(node + 1..<end)
    _ = overrides.enter(frame: current)
  }
}

extension Checker {
  private mutating func walkInclude(_ node: Int, _ name: Int) {
    guard let template = program.templateOfName[name] else {
      let names = program.templates.map(\.name)
      return reportUnknown("template", program.names[name].text, among: names, at: node)
    }
    // Where the syntax is wrong, what is missing says nothing.
    guard !program.templates[template].hasErrors else { return }
    checkOverrides(of: node, areUsedBy: template)
    overrides.push(include: node)
    let situation = Situation(
      template: template, overrides: overrides.effective(in: program), scopes: scopes)
    if let start = path.lastIndex(where: { $0.situation == situation }),
      path[start].treeSections == treeSections
    {
      reportCycle(from: start, at: node)
    } else if path.count > includeDepthLimit || nesting >= nestingLimit {
      report(node, "templates include one another too deeply", hint: nil)
    } else if !visited.contains(situation) {
      visit(situation)
    }
    overrides.pop()
  }

  private mutating func visit(_ situation: Situation) {
    let template = program.templates[situation.template]
    visited.insert(situation)
    if templatesWithStrays.insert(situation.template).inserted { errors += template.strays }
    path.append((situation, treeSections))
    walk(template.nodes)
    path.removeLast()
  }

  private mutating func checkOverrides(of include: Int, areUsedBy template: Int) {
    let overrides = program.overrides(of: include)
    guard !overrides.isEmpty else { return }
    let used = program.blocks(of: template)
    for case (let node, .override(let name, _)) in overrides.map({ ($0, program.nodes[$0]) })
    where !used.contains(name) {
      let names = used.map { program.names[$0].text }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      let parent = program.templates[template].name
      report(
        node, "the parent '\(parent)' has no block '\(program.names[name].text)'",
        hint: hint(for: program.names[name].text, among: names))
    }
  }

  private mutating func reportCycle(from start: Int, at node: Int) {
    let names = path[start...].map { program.templates[$0.situation.template].name }
    let round = (names + [names[0]]).joined(separator: " → ")
    report(
      node, "'\(names[0])' includes itself without end: \(round)",
      hint: "only a section over a list of the same kind of records ends such a round")
  }
}
