// The modules of `templates/search/` → few files, so that a browser asks once. What the door,
// `api.js`, imports is put together with it; what is only imported when it is needed, by
// `import("./readings.js")`, becomes a file of its own, named by its content. Imports of modules in
// the same file are dropped, and so is `export` but for the door's own: all end up in one scope,
// which is why no name may be used twice at the top of two modules.

struct ScriptBundle: Sendable {
  /// `search/api.js`.
  let door: [UInt8]
  /// Files that the door loads later.
  let others: [(path: String, bytes: [UInt8])]

  /// - Parameter modules: by name (`api.js`), each already trimmed where that is allowed.
  init(_ modules: [(name: String, bytes: [UInt8])]) {
    let known = Dictionary(
      modules.map { ($0.name, ScriptModule($0.bytes)) }, uniquingKeysWith: { first, _ in first })
    let core = Self.reachable(from: Self.doorName, in: known, without: [])
    let later = core.flatMap { known[$0]?.later ?? [] }
    var text = Self.joined(core, known)
    var others: [(path: String, bytes: [UInt8])] = []
    var shared: [String] = []
    for name in later where known[name] != nil {
      let own = Self.reachable(from: name, in: known, without: Set(core))
      let outer = own.flatMap { known[$0]?.imports ?? [] }.filter { core.contains($0.module) }
      let names = outer.flatMap(\.names).reduce(into: [String]()) {
        if !$0.contains($1) { $0.append($1) }
      }
      shared += names.filter { !shared.contains($0) }
      var bytes = Array("import { \(names.joined(separator: ", ")) } from \"./api.js\";\n".utf8)
      bytes += Self.joined(own, known, exporting: name)
      let stem = name.dropLast(".js".utf8.count)
      let file = "\(stem).\(Digest(of: bytes).hex.prefix(10)).js"
      text = text.replacing("import(\"./\(name)\")", with: "import(\"./\(file)\")")
      others.append(("search/" + file, bytes))
    }
    if !shared.isEmpty { text += "export { \(shared.joined(separator: ", ")) };\n" }
    door = Array(text.utf8)
    self.others = others
  }

  static let doorName = "api.js"

  /// A module and all that it imports, each before those that import it.
  private static func reachable(
    from name: String, in modules: [String: ScriptModule], without known: Set<String>
  ) -> [String] {
    var found: [String] = []
    var seen = known
    func visit(_ name: String) {
      guard seen.insert(name).inserted, let module = modules[name] else { return }
      for entry in module.imports { visit(entry.module) }
      found.append(name)
    }
    visit(name)
    return found
  }

  private static func joined(
    _ names: [String], _ modules: [String: ScriptModule]
  ) -> String {
    names.map { name in modules[name]?.text(isExported: name == doorName) ?? "" }.joined()
  }

  private static func joined(
    _ names: [String], _ modules: [String: ScriptModule], exporting last: String
  ) -> [UInt8] {
    Array(names.map { modules[$0]?.text(isExported: $0 == last) ?? "" }.joined().utf8)
  }
}

/// One module, taken apart by lines: an import takes one line, at the top of the file.
private struct ScriptModule {
  var imports: [(names: [String], module: String)] = []
  /// Modules that it loads when they are needed.
  var later: [String] = []
  private var lines: [Substring] = []

  init(_ bytes: [UInt8]) {
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("import {"), let module = Self.module(in: line) {
        let names = line.dropFirst("import {".utf8.count).prefix { $0 != "}" }
        imports.append((names.split { ", ".contains($0) }.map(String.init), module))
        continue
      }
      if line.contains("import(\"./"), let module = Self.module(in: line) { later.append(module) }
      lines.append(line)
    }
  }

  func text(isExported: Bool) -> String {
    lines.map { line in
      let isHidden = !isExported && line.hasPrefix("export ")
      return (isHidden ? line.dropFirst("export ".utf8.count) : line) + "\n"
    }.joined()
  }

  /// `words.js` of `from "./words.js"` or `import("./words.js")`.
  private static func module(in line: Substring) -> String? {
    guard let start = line.firstRange(of: "\"./")?.upperBound,
      let end = line[start...].firstIndex(of: "\"")
    else { return nil }
    return String(line[start..<end])
  }
}
