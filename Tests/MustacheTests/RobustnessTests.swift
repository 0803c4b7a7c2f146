import Mustache
import Testing

struct RobustnessTests {
  @Test(.timeLimit(.minutes(1)), arguments: ["{{>a}}{{>a}}", "x{{<a}}{{$b}}{{/b}}{{/a}}"])
  func `templates that include one another without end are stopped`(source: String) {
    var output: [UInt8] = []
    let error = library(["a": source]).render("a", .flag(true), into: &output)
    #expect(error?.message == "templates include one another too deeply")
    #expect(error?.template == "a")
  }

  @Test func `sections may stand in one another a hundred deep and not deeper`() {
    let deep = nested(100)
    #expect(library(["page": deep]).text("page", .flag(true)) == "x")
    #expect(
      syntaxErrors(nested(101)) == [
        "page:603..<604: sections stand in one another more than 100 deep"
      ])
    #expect(syntaxErrors(String(repeating: "{{#.}}", count: 100_000)).count == 1)
  }

  @Test func `the deepest of everything fits on the stack`() {
    var output: [UInt8] = []
    let round = library(["page": nested(100, "{{>page}}")])
    #expect(round.render("page", .flag(true), into: &output) != nil)
    let names = (0..<200).map { "t\($0)" }
    let chain = zip(names, names.dropFirst() + ["t0"]).map { name, next in
      (name, Array(nested(100, "{{>\(next)}}").utf8))
    }
    #expect(
      TemplateLibrary(chain).check("t0", against: Shapes.page).map(\.text) == [
        "t9:603..<606: templates include one another too deeply"
      ])
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "{{", "{{! ", "{{= ", "{{{a", "{{#a}}{{/b}}", "{{#a}}{{/a}} \n", "{{nope}} ", "{{/a}}",
      "{{a", "{{$b}}\n\n", "{{<p}} x ", "{{<p}}{{$b}}\n  {{/b}}{{/p}}\n", " \t ", "\n", "}}",
    ])
  func `a long template of anything takes a moment`(unit: String) {
    let count = 250_000 / unit.utf8.count
    let library = library(["page": String(repeating: unit, count: count), "p": "{{$b}}{{/b}}"])
    _ = library.check("page", against: Shapes.page)
    _ = library.text("page", .none)
  }

  private func nested(_ depth: Int, _ content: String = "x") -> String {
    String(repeating: "{{#.}}", count: depth) + content
      + String(repeating: "{{/.}}", count: depth)
  }
}
