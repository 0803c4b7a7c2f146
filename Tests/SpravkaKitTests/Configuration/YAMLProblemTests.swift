import Testing

@testable import SpravkaKit

@Suite struct YAMLProblemTests {
  @Test(arguments: quoting + structure + characters)
  func `wrong YAML is shown at its place, with a way out`(example: Case) {
    #expect(frontMatterReport(example.input) == example.report)
  }

  @Test(arguments: ["@admin", "`code`", "%d", "*важно*", "&name", "!тег", "| текст", "> т", ", т"])
  func `a value that begins with a sign of YAML belongs in quotes`(value: String) {
    let expected = """
      a.md:2:8: error: a value cannot begin with '\(value.prefix(1))' [invalid-yaml]
        title: \(value)
               ^
        hint: put the value in quotes: title: "\(value)"
      """
    #expect(frontMatterReport("title: \(value)") == expected)
  }

  @Test func `a long value is not repeated in the hint`() {
    let value = String(repeating: "длинное: ", count: 10)
    #expect(frontMatterReport("title: \(value)").hasSuffix("\n  hint: put the value in quotes"))
  }

  @Test func `site yml begins with a byte order mark and ends its lines as Windows does`() {
    let text = "\u{FEFF}title: Вход\r\nbaseURL: https://a.example\r\nкто: я\r\n"
    let expected = """
      site.yml:3:1: warning: unknown key 'кто' [unknown-key]
        кто: я
        ^~~
      """
    #expect(configurationReport(text) == expected)
  }
}

/// Values that need quotes, and quotes that need mending.
private let quoting = [
  Case(
    "title: Вход: как",
    """
    a.md:2:12: error: a second colon in the value [invalid-yaml]
      title: Вход: как
                 ^
      hint: put the value in quotes: title: "Вход: как"
    """),
  Case(
    "title: Ошибка \"404\": что делать",
    """
    a.md:2:20: error: a second colon in the value [invalid-yaml]
      title: Ошибка "404": что делать
                         ^
      hint: put the value in quotes: title: 'Ошибка "404": что делать'
    """),
  Case(
    "title: \"Вход\nid: 5",
    """
    a.md:2:8: error: the quote that opens here is never closed [invalid-yaml]
      title: "Вход
             ^~~~~
      hint: close it with " at the end of the value
    """),
  Case(
    "id: 5\ntitle: 'Вход",
    """
    a.md:3:8: error: the quote that opens here is never closed [invalid-yaml]
      title: 'Вход
             ^~~~~
      hint: close it with ' at the end of the value
    """),
  Case(
    "title: \"Вход\" по коду\nid: 1",
    """
    a.md:2:15: error: text after the end of the value [invalid-yaml]
      title: "Вход" по коду
                    ^~~~~~~
      hint: put the value in quotes: title: '"Вход" по коду'
    """),
  Case(
    "title: [Решено] как войти",
    """
    a.md:2:17: error: text after the end of the value [invalid-yaml]
      title: [Решено] как войти
                      ^~~~~~~~~
      hint: put the value in quotes: title: "[Решено] как войти"
    """),
  Case(
    "title: {{ name }}",
    """
    a.md:2:9: error: a key must be a word, not a list or a map [invalid-yaml]
      title: {{ name }}
              ^~~~~~~~
      hint: put the value in quotes: title: "{{ name }}"
    """),
  Case(
    "title: - Вход",
    """
    a.md:2:8: error: a list cannot begin on the line of its key [invalid-yaml]
      title: - Вход
             ^
      hint: put each item on a line of its own, or a text in quotes
    """),
  Case(
    "title: \"C:\\qt\"",
    """
    a.md:2:11: error: in double quotes a backslash begins an escape, and this is none [invalid-yaml]
      title: "C:\\qt"
                ^~
      hint: write \\\\ for a backslash, or put the value in single quotes
    """),
  Case(
    "title: \"\\u12\"",
    """
    a.md:2:11: error: this escape names no character [invalid-yaml]
      title: "\\u12"
                ^
      hint: write the character itself
    """),
]

/// Indentation, colons, brackets, documents.
private let structure = [
  Case(
    "title: Вход\nsearch:\n\texclude: yes",
    """
    a.md:4:1: error: a tab in the indentation [invalid-yaml]
      \texclude: yes
      ^
      hint: indent with spaces, two for each level
    """),
  Case(
    "title: Вход\n\tid: 5",
    """
    a.md:3:1: error: a tab in the indentation [invalid-yaml]
      \tid: 5
      ^
      hint: indent with spaces, two for each level
    """),
  Case(
    "title:Вход\nid: 5",
    """
    a.md:2:6: error: no space after the colon [invalid-yaml]
      title:Вход
           ^
      hint: write 'key: value' with a space between them
    """),
  Case(
    "title:Вход",
    """
    a.md:2:6: error: no space after the colon [invalid-yaml]
      title:Вход
           ^
      hint: write 'key: value' with a space between them
    """),
  Case(
    "title: Вход\nбез двоеточия\nid: 5",
    """
    a.md:3:1: error: this line is not of the form 'key: value' [invalid-yaml]
      без двоеточия
      ^~~~~~~~~~~~~
      hint: a long value goes on in lines that are indented
    """),
  Case(
    "title: Вход\n id: 5",
    """
    a.md:3:2: error: the indentation of this line fits no line above it [invalid-yaml]
       id: 5
       ^~~~~
      hint: let the keys of one level begin in the same column
    """),
  Case(
    "search:\n   boost: 1\n  exclude: no",
    """
    a.md:4:3: error: the indentation of this line fits no line above it [invalid-yaml]
        exclude: no
        ^~~~~~~~~~~
      hint: let the keys of one level begin in the same column
    """),
  Case(
    "  title: Вход\nid: 5",
    """
    a.md:3:1: error: the indentation of this line fits no line above it [invalid-yaml]
      id: 5
      ^~~~~
      hint: let the keys of one level begin in the same column
    """),
  Case(
    "tags:\n  - один\n  два: 2",
    """
    a.md:4:3: error: this line stands among the items of a list and is none [invalid-yaml]
        два: 2
        ^~~~~~
      hint: begin it with a hyphen and a space, or indent it as the key it belongs to
    """),
  Case(
    "title: Вход\n- один",
    """
    a.md:3:1: error: a list item where a key should be [invalid-yaml]
      - один
      ^~~~~~
      hint: indent the items below the key they belong to
    """),
  Case(
    "tags: [один, два\nid: 5",
    """
    a.md:2:7: error: the bracket that opens here is not closed [invalid-yaml]
      tags: [один, два
            ^
      hint: close it with ], or put the value in quotes if it is text
    """),
  Case(
    "search: {boost:",
    """
    a.md:2:15: error: a bracket that opened before is not closed here, at the end [invalid-yaml]
      search: {boost:
                    ^
      hint: close it with ] or }
    """),
  Case(
    "search: {boost: #два",
    """
    a.md:2:20: error: a bracket that opened before is not closed here, at the end [invalid-yaml]
      search: {boost: #два
                         ^
      hint: close it with ] or }
    """),
  Case(
    "tags: [Вход:, почта]",
    """
    a.md:2:12: error: a text in brackets cannot end with a colon [invalid-yaml]
      tags: [Вход:, почта]
                 ^
      hint: put the text in quotes
    """),
  Case(
    ": Вход",
    """
    a.md:2:1: error: a colon without a key before it [invalid-yaml]
      : Вход
      ^
    """),
  Case(
    "- один\n- два",
    """
    a.md:2:1: error: this is not of the form 'key: value' [invalid-yaml]
      - один
      ^~~~~~
      hint: begin each line with a key and a colon
    """),
  Case(
    "title: Вход\n...\nid: 5",
    """
    a.md:4:1: error: a second YAML document begins here [invalid-yaml]
      id: 5
      ^~~~~
      hint: keep one, without lines of three hyphens or dots between its keys
    """),
  Case(
    "title: Вход\n--- id: 5",
    """
    a.md:3:1: error: a second YAML document begins here [invalid-yaml]
      --- id: 5
      ^~~~~~~~~
      hint: keep one, without lines of three hyphens or dots between its keys
    """),
  Case(
    "%YAML 1.2",
    """
    a.md:2:1: error: a line cannot begin with '%' [invalid-yaml]
      %YAML 1.2
      ^
      hint: take the line out, or put the value in quotes
    """),
]

/// Characters that one cannot see.
private let characters = [
  Case(
    "title: Вход\u{2028}как",
    """
    a.md:2:12: error: an invisible line separator, U+2028 [invalid-yaml]
      title: Вход\u{FFFD}как
                 ^
      hint: delete it
    """),
  Case(
    "title: Вход\u{7}",
    """
    a.md:2:12: error: the control character U+0007 [invalid-yaml]
      title: Вход␇
                 ^
      hint: delete it
    """),
  Case(
    "title: \"Вход\\u0000\"",
    """
    a.md:2:8: error: a value holds the control character U+0000 [invalid-yaml]
      title: "Вход\\u0000"
             ^~~~~~~~~~~~
      hint: take the escape out of the value
    """),
]
