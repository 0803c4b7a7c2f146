import Mustache
import Testing

struct RenderTests {
  @Test func `text is escaped and markup is not`() {
    let shape = Shape("page", ["text": .text, "markup": .markup, "flag": .flag])
    let value = shape.record([
      "text": .text("<a> & \"b\""), "markup": .markup(Array("<b>&amp;</b>".utf8)),
      "flag": .flag(true),
    ])
    let library = library(["page": "{{text}} {{markup}} {{{markup}}} {{{text}}} {{flag}}"])
    #expect(
      library.text("page", value)
        == "&lt;a&gt; &amp; &quot;b&quot; <b>&amp;</b> <b>&amp;</b> <a> & \"b\" true")
  }

  @Test func `a section is written over what is neither empty nor false`() {
    let library = library(["page": "{{#.}}yes{{/.}}{{^.}}no{{/.}}"])
    let falsy: [Value] = [.none, .flag(false), .text(""), .markup([]), .list([])]
    let truthy: [Value] = [
      .flag(true), .text("0"), .markup([48]), .list([.none]), Shape("", []).record([:]),
    ]
    #expect(falsy.map { library.text("page", $0) } == Array(repeating: "no", count: 5))
    #expect(truthy.map { library.text("page", $0) } == Array(repeating: "yes", count: 5))
    #expect(falsy.map(\.isTruthy) == Array(repeating: false, count: 5))
    #expect(truthy.map(\.isTruthy) == Array(repeating: true, count: 5))
  }

  @Test func `a tree is written by a partial that includes itself, indented`() {
    let leaf = Shapes.chapter.record(["name": .text("b\nc"), "chapters": .list([])])
    let tree = Shapes.chapter.record(["name": .text("a"), "chapters": .list([leaf, leaf])])
    let library = library([
      "page": "<ul>\n  {{>tree}}\n</ul>\n",
      "tree": "<li>{{name}}\n{{#chapters}}\n  {{>tree}}\n{{/chapters}}\n</li>\n",
    ])
    #expect(
      library.text("page", tree) == """
        <ul>
          <li>a
            <li>b
        c
            </li>
            <li>b
        c
            </li>
          </li>
        </ul>

        """)
  }

  @Test func `a line that begins with a tag is indented whatever the tag writes`() {
    let library = library([
      "page": "  {{>part}}\n|", "part": "{{#no}}x{{/no}}1\n{{>in}}{{>in}}\n{{! - }}2\n",
      "in": "a\nb",
    ])
    #expect(library.text("page") == "  1\n  a\nba\nb\n  2\n|")
  }

  @Test func `an override keeps its own blocks from the parent's other overrides`() {
    let library = library([
      "page": """
      {{<layout}}{{$title}}page{{/title}}{{$body}}{{<box}}{{$title}}box{{/title}}{{/box}}\
      {{$title}}own{{/title}}{{/body}}{{/layout}}
      """, "layout": "{{$title}}{{/title}}: {{$body}}{{/body}}", "box": "[{{$title}}{{/title}}]",
    ])
    #expect(library.text("page") == "page: [box]own")
  }

  @Test func `an override takes the indentation of the block and loses its own`() {
    let page = """
      {{<layout}}
        {{$body}}
          <p>
            text

          </p>
          {{>part}}
        {{/body}}
        {{$empty}}
        {{/empty}}
      {{/layout}}
      """
    let layout = "<body>\r\n  {{$body}}{{/body}}\n  {{$empty}}\n  default\n  {{/empty}}\n</body>\n"
    let library = library(["page": page, "layout": layout, "part": "1\n2\n"])
    #expect(
      library.text("page")
        == "<body>\r\n  <p>\n    text\n  \n  </p>\n  1\n  2\n\n</body>\n")
  }

  @Test func `a template that there is not is an error and writes nothing`() {
    var output: [UInt8] = []
    let error = library(["a": ""]).render("b", .none, into: &output)
    #expect(error?.text == "b:0..<0: there is no template 'b'")
    #expect(output == [])
  }

  @Test func `of several templates with one name the last counts`() {
    let library = library(["page": "{{>part}}", "part": "one", "part": "two"])
    #expect(library.text("page") == "two")
    #expect(library.text("part") == "two")
  }

  @Test func `a record gives its values by name`() throws {
    let names = (0..<40).map { "name\($0)" }
    let shape = Shape("strings", names.map { ($0, .text) })
    let value = shape.record(inOrder: names.map { .text($0.uppercased()) })
    guard case .record(let record) = value else { return #expect(Bool(false)) }
    for name in names {
      guard case .text(let text) = record[name] else { return #expect(Bool(false), "\(name)") }
      #expect(text == name.uppercased())
    }
    #expect(record["name40"] == nil)
    #expect(library(["a": "{{name7}}{{name39}}{{name40}}"]).text("a", value) == "NAME7NAME39")
  }
}
