import Testing

@testable import SpravkaKit

/// The examples of keys: each key has one, and all of them are what Spravka takes.
struct ManualExamplesTests {
  @Test(arguments: ["writing/front-matter.md", "configuration/site-yml.md"])
  func `every key is shown in an example`(path: String) throws {
    let page = try ManualPage(path)
    let examples = page.examples.joined(separator: "\n")
    let words = Set(examples.split { " {[\n".contains($0) })
    for name in try page.names("all") {
      let key = name.split(separator: ".").last ?? ""
      #expect(words.contains("\(key):"), "\(name)")
    }
  }

  @Test func `every example of front matter is right`() throws {
    for example in try ManualPage("writing/front-matter.md").examples {
      let file = SourceFile("example.yml", example)
      let (pairs, range, findings) = parseRootMap(file, in: file.textRange, limits: .frontMatter)
      var fields = Fields(of: try #require(pairs), at: range, in: file)
      _ = FrontMatter(from: &fields)
      #expect(report(findings + fields.finish(), on: file) == "")
    }
  }

  @Test(arguments: ["configuration/site-yml.md", "templates/style.md", "reading/feedback.md"])
  func `every example of site.yml is right`(path: String) throws {
    let required = ["title: Справка", "baseURL: https://help.example", "languages: [ru, en]"]
    for example in try ManualPage(path).examples {
      let missing = required.filter { line in
        let key = line.prefix { $0 != ":" } + ":"
        return !example.hasPrefix(key) && !example.contains("\n" + key)
      }
      let text = (missing + [example]).joined(separator: "\n")
      let file = SourceFile("content/site.yml", text)
      #expect(report(Configuration.parse(file).diagnostics, on: file) == "")
    }
  }
}

extension ManualPage {
  /// The blocks of YAML, in order.
  fileprivate var examples: [String] {
    var examples: [[String]] = []
    var isInside = false
    for line in sections.flatMap(\.lines) {
      if line.hasPrefix("```") {
        isInside = line == "```yaml"
        if isInside { examples.append([]) }
      } else if isInside {
        examples[examples.count - 1].append(line)
      }
    }
    return examples.map { $0.joined(separator: "\n") }
  }
}
