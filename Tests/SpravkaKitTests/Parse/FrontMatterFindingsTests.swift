import Testing

@testable import SpravkaKit

@Suite struct FrontMatterFindingsTests {
  @Test(arguments: values + keys)
  func `a wrong value is shown with what was expected`(example: Case) {
    #expect(frontMatterReport("title: а\n" + example.input) == example.report)
  }

  @Test(arguments: ["id: 5", "title:\nid: 5", "title: ''", "title: ~", "# только комментарий", ""])
  func `a missing title is asked for`(yaml: String) {
    let expected = """
      a.md:1:1: error: the title is missing [missing-title]
        ---
        ^~~
        hint: add «title: …» between the lines of three hyphens
      """
    #expect(frontMatterReport(yaml) == expected)
  }

  @Test(arguments: ["", "Текст.\n", "\n---\ntitle: а\n---\n", "----\n", "-- -\n", " ---\n"])
  func `a file without front matter has no title`(text: String) {
    let file = SourceFile("content/ru/_index.md", text)
    let expected = """
      content/ru/_index.md: error: there is no front matter, and so no title [missing-title]
        hint: begin the file with a line of three hyphens, «title: …», and three hyphens again
      """
    #expect(report(parseFrontMatter(file).diagnostics, on: file) == expected)
  }

  @Test func `front matter that nothing closes is said to be open`() {
    let file = SourceFile("a.md", "---\ntitle: а\n\nТекст.\n")
    let expected = """
      a.md:1:1: error: the front matter that opens here is never closed [invalid-yaml]
        ---
        ^~~
        hint: add a line of three hyphens below its last key
      """
    #expect(report(parseFrontMatter(file).diagnostics, on: file) == expected)
  }

  @Test func `all faults of a file come in one run, in its order`() {
    let file = article("tags: один\ntitle: а\nautor: б\ntitle: в\norder: x")
    let ids = parseFrontMatter(file).diagnostics.map(\.id)
    #expect(ids == [.invalidValue, .unknownKey, .duplicateKey, .invalidValue])
  }
}

private let values = [
  Case(
    "id: 0123",
    """
    a.md:3:5: error: 'id' must be a whole number from 1 to 9999999999, not '0123' [invalid-value]
      id: 0123
          ^~~~
    """),
  Case(
    "id: [5]",
    """
    a.md:3:5: error: 'id' must be a whole number from 1 to 9999999999, not a list [invalid-value]
      id: [5]
          ^~~
    """),
  Case(
    "created: 31.03.2026",
    """
    a.md:3:10: error: 'created' must be a date like 2026-03-31, not '31.03.2026' [invalid-value]
      created: 31.03.2026
               ^~~~~~~~~~
      hint: write 2026-03-31
    """),
  Case(
    "updated: 2026-03-31T10:00:00+03:00",
    """
    a.md:3:10: error: 'updated' must be a date like 2026-03-31, \
    not '2026-03-31T10:00:00+03:00' [invalid-value]
      updated: 2026-03-31T10:00:00+03:00
               ^~~~~~~~~~~~~~~~~~~~~~~~~
      hint: write 2026-03-31
    """),
  Case(
    "publish: 2025-02-29",
    """
    a.md:3:10: error: 'publish' is a day that the calendar does not have: 2025-02-29 [invalid-value]
      publish: 2025-02-29
               ^~~~~~~~~~
    """),
  Case(
    "expire: завтра",
    """
    a.md:3:9: error: 'expire' must be a date like 2026-03-31, not 'завтра' [invalid-value]
      expire: завтра
              ^~~~~~
    """),
  Case(
    "draft: может быть",
    """
    a.md:3:8: error: 'draft' must be true or false, not 'может быть' [invalid-value]
      draft: может быть
             ^~~~~~~~~~
    """),
  Case(
    "summary: tpo",
    """
    a.md:3:10: error: 'summary' must be here or top, not 'tpo' [invalid-value]
      summary: tpo
               ^~~
      hint: did you mean 'top'?
    """),
  Case(
    "search: {boost: 0x10}",
    """
    a.md:3:17: error: 'boost' must be a number from 0.1 to 10.0, not '0x10' [invalid-value]
      search: {boost: 0x10}
                      ^~~~
    """),
  Case(
    "keywords: вход, пароль",
    """
    a.md:3:11: error: 'keywords' must be a list, not 'вход, пароль' [invalid-value]
      keywords: вход, пароль
                ^~~~~~~~~~~~
      hint: write it as a list: [вход, пароль]
    """),
  Case(
    "tags: {вход: да}",
    """
    a.md:3:7: error: 'tags' must be a list, not a map [invalid-value]
      tags: {вход: да}
            ^~~~~~~~~~
    """),
  Case(
    "questions:\n  - Вход: как",
    """
    a.md:4:5: error: an item of 'questions' must be text, not a map [invalid-value]
        - Вход: как
          ^~~~~~~~~
      hint: if this is text with a colon or a hyphen in it, put it in quotes
    """),
  Case(
    "author: [Пётр]",
    """
    a.md:3:9: error: 'author' must be text, not a list [invalid-value]
      author: [Пётр]
              ^~~~~~
      hint: if this is text that begins with a bracket, put it in quotes
    """),
  Case(
    "feedback: off",
    """
    a.md:3:11: error: 'feedback' must be a map of keys and values, not 'off' [invalid-value]
      feedback: off
                ^~~
    """),
  Case(
    "changes:\n  - date: 2025-01-01\n  - завтра",
    """
    a.md:4:5: error: 'text' is missing in 'changes' [missing-key]
        - date: 2025-01-01
          ^~~~~~~~~~~~~~~~
      hint: add «text: …»
    a.md:5:5: error: an item of 'changes' must be a map of keys and values, \
    not 'завтра' [invalid-value]
        - завтра
          ^~~~~~
    """),
  Case(
    "description: Ошибка #404",
    """
    a.md:3:21: error: 'description' ends here: '#' begins a comment [invalid-value]
      description: Ошибка #404
                          ^~~~
      hint: put the value in quotes; a comment has a space behind its sign
    """),
  Case(
    "author: #хэштег",
    """
    a.md:3:9: error: 'author' has no value: '#' begins a comment [invalid-value]
      author: #хэштег
              ^~~~~~~
      hint: put the value in quotes: author: "#хэштег"
    """),
]

private let keys = [
  Case(
    "autor: Пётр",
    """
    a.md:3:1: warning: unknown key 'autor' [unknown-key]
      autor: Пётр
      ^~~~~
      hint: did you mean 'author'?
    """),
  Case(
    "автор: Пётр",
    """
    a.md:3:1: warning: unknown key 'автор' [unknown-key]
      автор: Пётр
      ^~~~~
    """),
  Case(
    "search: {exclud: yes}",
    """
    a.md:3:10: warning: unknown key 'exclud' in 'search' [unknown-key]
      search: {exclud: yes}
               ^~~~~~
      hint: did you mean 'exclude'?
    """),
  Case(
    "changes: [{date: 2025-01-01, text: а, autor: б}]",
    """
    a.md:3:39: warning: unknown key 'autor' in 'changes' [unknown-key]
      changes: [{date: 2025-01-01, text: а, autor: б}]
                                            ^~~~~
    """),
  Case(
    "title: б",
    """
    a.md:3:1: error: the key 'title' stands here again; it is already on line 2 [duplicate-key]
      title: б
      ^~~~~
      hint: keep one of the two
    """),
]
