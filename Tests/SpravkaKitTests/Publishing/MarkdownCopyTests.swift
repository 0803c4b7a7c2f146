import Foundation
import Testing

@testable import SpravkaKit

/// Copies in Markdown say what the pages say.
struct MarkdownCopyTests {
  /// The words of a text, without what stands between them.
  private func words(_ bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split { !$0.isLetter && !$0.isNumber }
  }

  /// The words of an article's HTML, names of editions and numbers of notes aside.
  private func words(of article: Article) -> [Substring] {
    words(SectionText(of: article).bytes)
  }

  @Test(arguments: ["content", "docs/content"])
  func `what is parsed from a copy has the words of the article`(folder: String) async throws {
    let root = URL(filePath: #filePath).appending(path: "../../../../" + folder).standardized
      .deletingLastPathComponent()
    let scanned = try await scan(root.path, jobs: 2)
    let options = BuildOptions(today: try #require(CalendarDate("2026-11-20")))
    var timer = StageTimer()
    let draft = await Draft(of: scanned.tree, [], options, &timer)
    let renderer = await PageRenderer(site: draft.site, theme: draft.theme, jobs: 2)
    let surroundings = Surroundings.all(
      draft.site.configuration, draft.theme.strings, snippets: [])
    var compared = 0
    for copy in markdownCopies(of: draft.site, renderer) {
      guard case .made(let make) = copy.content,
        let page = draft.site.pages.first(where: { $0.url + markdownCopyName == copy.path }),
        let source = page.source
      else { continue }
      let original = draft.site.articles[source]
      // Titles of links are filled in when a page is made; names of editions and numbers of notes
      // are no words to search.
      let html = String(decoding: original.body.html, as: UTF8.self)
      let isPlain = ["class=\"edition\"", "class=\"footnotes\"", "<kbd>"].allSatisfy {
        !html.contains($0)
      }
      guard isPlain, !original.references.contains(where: \.isEmpty) else { continue }
      let text = String(decoding: make(), as: UTF8.self)
      let body = text.split(separator: "\n---\n\n# ", maxSplits: 1)[1]
      let parsed = parseArticle(
        SourceFile("content/ru/copy.md", "---\ntitle: x\n---\n\n# " + body),
        in: surroundings[draft.site.language(of: page)] ?? Surroundings())
      let found = words(of: parsed.article)
      let expected = words(Array(page.title.utf8)) + words(of: original)
      let same = zip(found, expected).prefix { $0 == $1 }.count
      #expect(
        found.count == expected.count && same == found.count,
        "\(copy.path): \(found.dropFirst(same).prefix(5)) for \(expected.dropFirst(same).prefix(5))"
      )
      compared += 1
    }
    #expect(compared > 20)
  }

  private func markdown(of html: String) -> String {
    var reader = HTMLToMarkdown(Array(html.utf8), address: "https://help.example/a/")
    return String(decoding: reader.markdown(), as: UTF8.self)
  }

  @Test(arguments: [
    ("<p>10. Десять</p>", "10\\. Десять\n"),
    (
      "<p># не заголовок &amp; *не* _курсив_ a_b &lt;b&gt; &amp;amp;</p>",
      "\\# не заголовок & \\*не\\* \\_курсив\\_ a_b \\<b> \\&amp;\n"
    ),
    ("<p>- не пункт</p>", "\\- не пункт\n"),
    ("<p>a<br>\nb</p>", "a\\\nb\n"),
    ("<p>код <code>a `b` c</code></p>", "код ``a `b` c``\n"),
    ("<p>код <code>`</code></p>", "код `` ` ``\n"),
    (
      "<pre><code class=\"language-sh\">  a &lt; b\n\n```\n</code></pre>",
      "````sh\n  a < b\n\n```\n````\n"
    ),
    (
      "<ul>\n<li>a\n<ol start=\"3\">\n<li>b</li>\n</ol>\n</li>\n<li>c</li>\n</ul>\n",
      "- a\n\n  3. b\n- c\n"
    ),
    (
      "<ol>\n<li>\n<p>a</p>\n<pre><code>x\n\ny\n</code></pre>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>",
      "1. a\n\n   ```\n   x\n   \n   y\n   ```\n\n2. b\n"
    ),
    ("<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>\n<p>c</p>", "> a\n>\n> b\n\nc\n"),
    (
      "<p><a href=\"#x\">там</a> <a href=\"https://a.b/(c)\">d]</a></p>",
      "[там](https://help.example/a/#x) [d\\]](https://a.b/%28c%29)\n"
    ),
    ("<p>кусок <video src=\"x\">нет</video> &nbsp;</p>", "кусок нет \\&nbsp;\n"),
    (
      "<ul>\n<li>a\n<div class=\"callout note\" role=\"note\">\n<p class=\"callout-title\">N</p>\n"
        + "<p>q</p>\n</div>\nb</li>\n</ul>\n",
      "- a\n\n  > **N**\n  >\n  > q\n\n  b\n"
    ),
    ("<p>a<strong></strong>b<br></p>\n<p>c</p>", "ab\n\nc\n"),
    ("<p>не закрыт <strong>", "не закрыт **\n"),
    ("<li>без списка</li></div></ul></table><td>x", "без списка x\n"),
    ("", "\n"),
  ])
  func `HTML becomes Markdown that means the same`(html: String, expected: String) {
    #expect(markdown(of: html) == expected)
  }
}
