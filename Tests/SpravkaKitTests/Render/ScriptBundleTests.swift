import Testing

@testable import SpravkaKit

struct ScriptBundleTests {
  private func bundle(_ modules: [(String, String)]) -> (
    door: String, others: [(path: String, text: String)]
  ) {
    let made = ScriptBundle(modules.map { ($0.0, Array($0.1.utf8)) })
    return (
      String(decoding: made.door, as: UTF8.self),
      made.others.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    )
  }

  @Test func `what the door imports is put before it, once, without imports and exports`() {
    let made = bundle([
      (
        "api.js",
        "import { a } from \"./a.js\";\nimport { b } from \"./b.js\";\nexport function open() { return a + b; }\n"
      ),
      ("a.js", "import { b } from \"./b.js\";\nexport const a = b;\n"),
      ("b.js", "export const b = 1;\n"),
    ])
    #expect(made.door == "const b = 1;\nconst a = b;\nexport function open() { return a + b; }\n")
    #expect(made.others.isEmpty)
  }

  @Test func `what is loaded later is a file named by its content, with what the door shares`()
    throws
  {
    let made = bundle([
      (
        "api.js",
        "import { a } from \"./a.js\";\nexport const open = () => import(\"./later.js\");\n"
      ),
      ("a.js", "export const a = 1;\n"),
      (
        "later.js",
        "import { a } from \"./a.js\";\nimport { c } from \"./c.js\";\nexport const d = a + c;\n"
      ),
      ("c.js", "export const c = 2;\n"),
      ("unused.js", "export const e = 3;\n"),
    ])
    let later = try #require(made.others.first)
    #expect(later.path.wholeMatch(of: /search\/later\.[0-9a-f]{10}\.js/) != nil)
    #expect(
      later.text == "import { a } from \"./api.js\";\nconst c = 2;\nexport const d = a + c;\n")
    let name = later.path.dropFirst("search/".count)
    #expect(
      made.door == "const a = 1;\nexport const open = () => import(\"./\(name)\");\nexport { a };\n"
    )
  }

  @Test func `the theme's modules share one scope, so no name is declared twice at the top`() throws
  {
    let modules = BuiltinTheme.files().filter { $0.path.hasPrefix("search/") }
    var places: [Substring: String] = [:]
    for module in modules {
      for line in String(decoding: module.bytes, as: UTF8.self).split(separator: "\n") {
        guard
          let name = line.prefixMatch(
            of: /(?:export )?(?:async )?(?:function\*?|const|let|class) (\w+)/)?.output.1
        else { continue }
        #expect(places[name] == nil, "\(name) in \(places[name] ?? "") and \(module.path)")
        places[name] = module.path
      }
    }
    #expect(places.count > 50)
  }
}
