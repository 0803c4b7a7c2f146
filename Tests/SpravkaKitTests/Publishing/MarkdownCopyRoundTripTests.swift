import Testing

@testable import SpravkaKit

/// What a reader of CommonMark or GitHub's Markdown sees in a copy is the text of the article.
struct MarkdownCopyRoundTripTests {
  private func html(of text: String) -> String {
    let file = SourceFile("content/ru/a.md", "---\ntitle: x\n---\n\n" + text)
    let article = parseArticle(file, in: Surroundings()).article
    return String(decoding: article.body.html, as: UTF8.self)
  }

  private func copy(of html: String) -> String {
    var reader = HTMLToMarkdown(Array(html.utf8), address: "https://help.example/a/")
    return String(decoding: reader.markdown(), as: UTF8.self)
  }

  /// HTML without what readers do not see: paragraphs of items, spaces that keep a line together,
  /// line breaks in headings, white space at the ends of lines.
  private func seen(_ html: String) -> String {
    var text = html.replacing("\u{A0}", with: " ").replacing("<br>", with: "\n")
    for tag in ["<p>", "</p>", "<li>", "</li>"] {
      text = text.replacing(tag, with: tag.contains("p") ? "" : "\n" + tag + "\n")
    }
    let lines = text.split(separator: "\n").map { line in
      line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
    }
    return lines.filter { !$0.isEmpty }.map { String($0) }.joined(separator: "\n")
  }

  /// Texts whose copies are read as the same HTML, paragraphs of items aside.
  @Test(arguments: [
    "- пункт\n  ```\n  код\n  ```\n  текст после кода\n- второй\n\nАбзац",
    "- a\n  # h\n  текст\n- b",
    "- # h\n  текст\n- ***\n  текст",
    "- a\n  ***\n  текст",
    "- a\n  > q\n\n  > r\n",
    "1. a\n   - b\n   # h\n   текст",
    "- a\n  | x | y |\n  |---|---|\n  | 1 | 2 |\n  # h\n  b",
    "- ```\n  код\n  ```\n  текст\n  ```\n  код\n  ```",
    "- # h\n  3. три\n  4. четыре",
    "текст[^a] и[^b]\n\n[^a]: до\n\n    - раз\n    - два\n\n      1. х\n\n[^b]: после",
    "текст[^a]\n\n[^a]:\n    - раз\n    - два",
    "**\\\\**", "*x\\\\*", "`a`\\\\`b`", "a\\\\[b](https://c.example)", "конец \\\\",
    "_файл_**.txt**", "файл<!-- -->**.txt**", "**a.**<!-- -->b",
    "**a**<!-- -->**b**", "`a`<!-- -->`b`", "**a**_b_", "_a_*b*", "*a*_b_*c*", "**a**__b__",
    "_a_**b**c", "a**b**c",
    "**a *b***", "***a** b*", "***a* b**", "*a **b***", "a***b***c", "*«a»* b, *c*.", "«_a_»",
    "~~a~~**b**", "**a**~~b~~", "\\~~~a~~", "\\~a\\~", "**\\*a\\***",
    "Внимание\\![x](https://c.example)", "Внимание\\![^a]\n\n[^a]: b", "Да! [x](https://c.example)",
    "\\---", "\\- -", "a\\\n\\===", "a\\\n\\---", "a\\\n= б", "a | b\\\n\\:-- | --:",
    "a\\\n\\| - |",
    "\\<?php echo 1; ?>", "\\<!-- a -->", "\\</b>", "\\<b>", "\\+ a", "\\-\u{A0}a", "1\\.\u{A0}a",
    "\\_—\\_a\\_—\\_",
    "## Язык C \\#", "## \\#", "## a \\## ##", "## C#", "a\\\nb\n---",
    "1. a\n2. b\n3. c\n\n10) d\n11) e", "- a\n- b\n\n* c\n* d\n\n- e",
    "- a\n  - b\n  * c\n- d", "1. a\n\n2) b\n\n3. c", "999999999. a\n1. b",
    "`` ` ``", "`  a  `", "- - -", "- - a",
  ])
  func `a copy is read as what the article says`(text: String) {
    let article = html(of: text)
    let copy = copy(of: article)
    #expect(seen(html(of: copy)) == seen(article), "\(copy)")
  }

  @Test(arguments: [
    ("Язык C #", "Язык C \\#"), ("##", "\\##"), ("C#", "C#"), ("# и диез", "# и диез"),
    ("путь C:\\", "путь C:\\\\"),
  ])
  func `a title keeps its last word`(title: String, expected: String) {
    var text: [UInt8] = []
    text.append(markdown: title, isHeading: true)
    #expect(String(decoding: text, as: UTF8.self) == expected)
  }
}
