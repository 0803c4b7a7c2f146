import Foundation
import Testing

@testable import spravka

/// The page of the manual that changes a theme step by step, done as it says.
@Suite struct ManualStepsTests {
  private let scratch: ScratchFolder
  private let steps: [Step]

  /// A section with a file to write, what is published then, and what a slip is told.
  private struct Step {
    var path = ""
    var file = ""
    var results: [String] = []
    var complaint: [Substring] = []
  }

  init() throws {
    scratch = try ScratchFolder()
    steps = Self.steps(in: try Self.page("templates/by-steps.md"))
  }

  @Test func `each step publishes what its section shows`() throws {
    #expect(steps.map(\.results.isEmpty) == [false, false, false, false, false])
    #expect(try scratch.spravka("init", "my-help").code == 0)
    for step in steps {
      try scratch.write("my-help/" + step.path, step.file)
      let built = try scratch.spravka("build", "--strict", "--site", "my-help")
      #expect(built.code == 0, "\(step.path): \(built.error)")
      let published = try published()
      for result in step.results { #expect(published.contains(result), "\(result)") }
    }
  }

  @Test func `the slip is told about as it says`() throws {
    let step = try #require(steps.first { !$0.complaint.isEmpty })
    #expect(try scratch.spravka("init", "my-help").code == 0)
    let slip = step.file.replacing("site.copyright}}{{.}}", with: "site.copyrigth}}{{.}}")
      .replacing("{{.}}{{/site.copyright}}", with: "{{.}}{{/site.copyrigth}}")
    try scratch.write("my-help/" + step.path, slip)
    let checked = try scratch.spravka("check", "--site", "my-help")
    #expect(checked.code == 1)
    for line in step.complaint { #expect(checked.error.contains(line + "\n"), "\(line)") }
  }

  @Test func `pages have the policy that the manual gives`() throws {
    #expect(try scratch.spravka("init", "my-help").code == 0)
    #expect(try scratch.spravka("build", "--site", "my-help").code == 0)
    let text = try Self.page("reading/policy.md")
    let policy = try #require(text.firstMatch(of: /\n```\n(default-src [^`]*)\n```/)).output.1
    #expect(try published().contains("\"Content-Security-Policy\" content=\"\(policy)\""))
  }

  @Test func `the form below an article asks for what the manual says`() throws {
    #expect(try scratch.spravka("init", "my-help").code == 0)
    let settings = try scratch.text("my-help/content/site.yml") + "\nfeedback: {via: log}\n"
    try scratch.write("my-help/content/site.yml", settings)
    #expect(try scratch.spravka("build", "--site", "my-help").code == 0)
    let text = try Self.page("reading/feedback.md")
    let section = try #require(text.components(separatedBy: "{#request}").last)
    let request = try #require(section.firstMatch(of: /\n\/feedback\/\?(.*)\n/)).output.1
    let published = try published()
    #expect(published.contains("action=\"../../feedback/\""))
    for field in request.split(separator: "&") {
      let parts = field.split(separator: "=")
      #expect(published.contains("name=\"\(parts[0])\""), "\(field)")
      if ["vote", "reason"].contains(parts[0]) {
        #expect(published.contains("name=\"\(parts[0])\" value=\"\(parts[1])\""), "\(field)")
      }
    }
    #expect(published.contains("<textarea name=\"comment\" rows=\"2\" maxlength=\"500\">"))
  }

  /// - Parameter path: below `docs/content/ru/`.
  private static func page(_ path: String) throws -> String {
    let folder = URL(filePath: #filePath).appending(path: "../../../docs/content/ru").standardized
    return try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// A page and the style sheet, one after the other.
  private func published() throws -> String {
    let page = try scratch.text("my-help/public/first-steps/welcome/index.html")
    let sheets = try scratch.names("my-help/public/assets").filter { $0.hasPrefix("site.") }
      .filter { $0.hasSuffix(".css") }
    return try sheets.reduce(into: page) { $0 += try scratch.text("my-help/public/assets/" + $1) }
  }

  /// The first block behind a path that is named is the file; a block without a language is what a
  /// slip is told, any other is published.
  private static func steps(in page: String) -> [Step] {
    page.components(separatedBy: "\n## ").compactMap { section in
      guard let path = section.firstMatch(of: /(?:Создайте|Запишите в) `([^`]+)`/) else {
        return nil
      }
      var step = Step(path: String(path.output.1))
      for block in section.matches(of: /\n```([a-z]*)\n([^`]*)\n```/) {
        let text = String(block.output.2)
        if block.output.1.isEmpty {
          step.complaint = text.split(separator: "\n")
        } else if step.file.isEmpty {
          step.file = text + "\n"
        } else {
          step.results.append(text)
        }
      }
      return step
    }
  }
}
