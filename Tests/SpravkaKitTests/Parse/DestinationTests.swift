import Foundation
import Testing

@testable import SpravkaKit

struct DestinationTests {
  @Test(arguments: [
    ("b.md", Destination.file(path: "content/ru/b.md", query: "", anchor: nil)),
    ("b.md?x=1#y", .file(path: "content/ru/b.md", query: "?x=1", anchor: "y")),
    ("%D1%84.md#%D1%8F", .file(path: "content/ru/ф.md", query: "", anchor: "я")),
    ("#top", .anchor("top", query: "")),
    ("", .empty),
    ("?x", .anchor("", query: "?x")),
    ("/a/b/#c", .url(path: "a/b/", query: "", anchor: "c")),
    ("https://x.example", .external),
    ("//x.example/y", .external),
    ("mailto:a@b.example", .external),
    ("tg://resolve", .external),
    ("1c:enterprise.md", .file(path: "content/ru/1c:enterprise.md", query: "", anchor: nil)),
    ("../../../x", .outside),
    ("javascript:alert(1)", .unsafe),
    (" \u{1}javascript:alert(1)", .unsafe),
    ("java\nscript\t:alert(1)", .unsafe),
    ("JAVASCRIPT:alert(1)", .unsafe),
    ("vbscript:x", .unsafe),
    ("data:text/html,<script>", .unsafe),
    ("data:image/png;base64,x", .unsafe),
    ("file:///etc/passwd", .unsafe),
  ])
  func `a destination is told apart`(written: String, expected: Destination) {
    #expect(Destination(written, in: "content/ru/a.md") == expected)
  }

  @Test func `only pictures may be data`() {
    let picture = "data:image/png;base64,x"
    #expect(Destination(picture, in: "content/ru/a.md", isImage: true) == .external)
    let drawing = "data:image/svg+xml,<svg onload=x>"
    #expect(Destination(drawing, in: "content/ru/a.md", isImage: true) == .unsafe)
  }

  @Test(.needsSharedMaterial)
  func `no attack string makes an active URL or a tag`() throws {
    let attacks = try String(
      decoding: SharedMaterial.data("material/payloads/xss-html.txt"), as: UTF8.self)
    for attack in attacks.split(separator: "\n") {
      for text in [
        "\(attack)\n", "[x](\(attack))\n", "[x](<\(attack)>)\n", "![\(attack)](\(attack))\n",
        "| \(attack) |\n| --- |\n| \(attack) |\n", "![x](a.png '\(attack)')\n",
        ":::note[\(attack)]\n\(attack)\n:::\n", "> [!NOTE]\n> \(attack)\n",
        ":::details[\(attack)]{group=\"\(attack)\"}\n:::\n",
        "::::tabs{group='\(attack)'}\n:::tab[\(attack)]\n:::\n::::\n",
        ":::edition{only=\"\(attack)\"}\nx\n:::\n", "- [x] \(attack)\n",
        "x[^\(attack)]\n\n[^\(attack)]: \(attack)\n", "~~\(attack)~~ www.a.b/\(attack)\n",
      ] {
        let html = render(text, .article(html: false))
        expectHarmless(html, from: text)
      }
    }
  }

  /// All tags are those that Markdown makes, and no attribute holds an active URL.
  private func expectHarmless(_ html: String, from text: String) {
    let known: Set = [
      "a", "blockquote", "br", "code", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li",
      "ol", "p", "pre", "strong", "ul", "del", "details", "div", "figcaption", "figure", "input",
      "kbd", "section", "span", "summary", "sup", "svg", "table", "tbody", "td", "th", "thead",
      "tr",
      "use",
    ]
    let attributes: Set = [
      "href", "src", "alt", "title", "id", "class", "start", "role", "tabindex", "aria-label",
      "scope", "data-edition", "data-group", "type", "checked", "disabled", "name", "open",
    ]
    // The icons of the theme, which are drawn in it and nowhere else.
    let drawing: [String: Set<String>] = ["svg": ["class", "aria-hidden"], "use": ["href"]]
    for token in rawHTMLTokens(Array(html.utf8)) {
      guard case .tag(let tag) = token else { continue }
      #expect(known.contains(tag.name), "\(text) made <\(tag.name)>")
      for attribute in tag.attributes {
        let allowed = drawing[tag.name] ?? attributes
        #expect(allowed.contains(attribute.name), "\(text) made \(attribute.name)=")
        guard attribute.name == "href" || attribute.name == "src" else { continue }
        let value = String(decoding: Array(html.utf8)[attribute.value], as: UTF8.self)
        let squeezed = resolvingEntities(value).lowercased().filter { !$0.isWhitespace }
        #expect(!squeezed.hasPrefix("javascript:") && !squeezed.hasPrefix("vbscript:"))
        #expect(tag.name != "use" || squeezed.hasPrefix("#i-"), "\(text) draws \(value)")
      }
    }
  }
}
