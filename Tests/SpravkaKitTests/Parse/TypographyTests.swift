import Testing

@testable import SpravkaKit

struct TypographyTests {
  private func body(_ markdown: String, language: String = "ru", html: Bool = false) -> Article {
    let text = "---\ntitle: A\n---\n" + markdown
    let file = SourceFile(path: "content/ru/a.md", bytes: Array(text.utf8))
    let surroundings = Surroundings(
      language: language, html: html, typography: Typography(language: language))
    return parseArticle(file, in: surroundings).article
  }

  private func check(_ markdown: String, _ expected: String, language: String = "ru") {
    let shown = shownTypography(body(markdown, language: language).body.html)
    #expect(shown == "<p>\(expected)</p>\n")
  }

  @Test(arguments: [
    ("в **портале**", "в~<strong>портале</strong>"),
    ("**в** портале", "<strong>в</strong>~портале"),
    ("в `коде` и *в* коде", "в~<code>коде</code> и~<em>в</em>~коде"),
    ("в\nпортале\nсразу", "в~портале\nсразу"),
    ("**Слово**\n— это", "<strong>Слово</strong>~— это"),
    ("Слово **— это**", "Слово~<strong>— это</strong>"),
    ("**слово** - это", "<strong>слово</strong>~— это"),
    ("слово -\nэто", "слово~—\nэто"),
    ("`код` - это", "<code>код</code>~— это"),
    ("\"**слово**\"", "«<strong>слово</strong>»"),
    ("**\"слово\"**", "<strong>«слово»</strong>"),
    ("\"[слово](#_a)\" \"*и*\"", "«слово» «<em>и</em>»"),
    ("\"`код`\"", "«<code>код</code>»"),
    ("\"один **\"два\"** три\"", "«один <strong>„два“</strong> три»"),
    ("5\nминут", "5~минут"),
    ("**5** минут", "<strong>5</strong>~минут"),
    ("**QR**-код", "<strong>QR</strong>-код"),
    ("QR-**код**", "QR-<strong>код</strong>"),
    ("хотел\nбы", "хотел~бы"),
    ("~~в~~ портале", "<del>в</del>~портале"),
    ("в  \nпортале", "в<br>\nпортале"),
    ("`a - b ... \"c\"`", "<code>a - b ... &quot;c&quot;</code>"),
  ])
  func `rules look across elements and lines`(markdown: String, expected: String) {
    check(markdown, expected)
  }

  @Test func `an English dash takes the spaces of its neighbours`() {
    check("one *-* two", "one<em>—</em>two", language: "en")
    check("one -\ntwo", "one—two", language: "en")
    check("**it**'s", "<strong>it</strong>’s", language: "en")
  }

  @Test func `quotes of one block say nothing of the next`() {
    let html = shownTypography(body("\"один\n\n\"два\"\n").body.html)
    #expect(html == "<p>«один</p>\n<p>«два»</p>\n")
  }

  @Test func `titles, cells, items and tabs are set as well`() {
    let html = shownTypography(
      body(
        """
        ## В "портале"

        - в портале

        | В портале | 5 МБ |
        |---|---|
        | "a" | - |

        :::note[В "портале"]
        :::

        :::details[О портале]
        :::

        ::::tabs
        :::tab[На портале]
        в портале
        :::
        ::::
        """
      ).body.html)
    for expected in [
      "<h2 id=\"v-portale\">В~«портале»</h2>", "<li>в~портале</li>", "<th scope=\"col\">В~портале",
      "5~МБ</th>", "<td>«a»</td>", "callout-title\">В~«портале»", "<summary>О~портале",
      "tab-name\">На~портале",
    ] {
      #expect(html.contains(expected), "\(expected)\n\(html)")
    }
  }

  @Test func `what is read of an article stays as it was typed`() {
    let article = body(
      "В \"портале\" - что-то\n\n## В \"QR-коде\"\n\n![a](b.png \"В \\\"a\\\"\")\n")
    #expect(article.firstParagraph == "В \"портале\" - что-то")
    #expect(article.headings == [Heading(level: 2, text: "В \"QR-коде\"", anchor: "v-qr-kode")])
    #expect(article.references.last?.title == "В\u{A0}«a»")
    #expect(article.references.last?.alternative == "a")
  }

  @Test func `addresses and code in raw HTML stay as they are`() {
    let article = body("<https://a.ru/b--c...d> www.a.ru/e-mail", language: "en")
    let shown = shownTypography(article.body.html)
    #expect(shown == "<p>https://a.ru/b--c...d www.a.ru/e-mail</p>\n")
    let html = shownTypography(body("<code>в \"a\"</code> в \"a\"", html: true).body.html)
    #expect(html == "<p><code>в &quot;a&quot;</code> в~«a»</p>\n")
  }

  @Test func `set words have the stems that typed ones have`() {
    let typed = "QR-код - это \"вход\" в портал, что-то, 5 МБ... Ctrl+N"
    let set = Typography(language: "ru").markup(typed)
    let words = [(Array(typed.utf8), false), (set, true)].map { text, isHTML in
      var reader = WordReader()
      var words: [[UInt8]] = []
      reader.read(text.span, isHTML: isHTML) { word, _ in
        words.append(word.indices.map { word[$0] })
      }
      return words
    }
    #expect(words[0] == words[1])
  }

  @Test(arguments: [
    ("**Пароли › Вход**", "<strong class=\"path\">Пароли<span>~›⟧ Вход</strong>"),
    ("**Файл > Открыть**", "<strong class=\"path\">Файл<span>~›⟧ Открыть</strong>"),
    ("**A › В меню › C**", "<strong class=\"path\">A<span>~›⟧ В~меню<span>~›⟧ C</strong>"),
    ("**Пароли ›\nВход**", "<strong class=\"path\">Пароли<span>~›⟧ \nВход</strong>"),
    ("**5 > 3**", "<strong>5 &gt; 3</strong>"),
    ("**a>b**", "<strong>a&gt;b</strong>"),
    ("**›**", "<strong>›</strong>"),
    ("Пароли › Вход", "Пароли › Вход"),
  ])
  func `strong text with signs between names is a path through menus`(
    markdown: String, expected: String
  ) {
    check(markdown, expected)
    check(markdown, expected.replacing("В~меню", with: "В меню"), language: "de")
  }

  @Test(arguments: [
    ("Ctrl+Shift+N", ["Ctrl", "Shift", "N"]), ("Ctrl + C", ["Ctrl", "C"]), ("Esc", ["Esc"]),
    ("F12", ["F12"]), ("⌘+C", ["⌘", "C"]), ("Ctrl++", ["Ctrl", "+"]), ("Пробел", ["Пробел"]),
    ("Ctrl+Home", ["Ctrl", "Home"]), ("Page Up", ["Page Up"]), ("Alt+F4", ["Alt", "F4"]),
    ("Ctrl+,", ["Ctrl", ","]), ("Ctrl+Я", ["Ctrl", "Я"]), ("Ctrl+Alt", ["Ctrl", "Alt"]),
  ])
  func `code that names keys is keys`(text: String, expected: [String]) {
    #expect(keys(of: text) == expected)
  }

  @Test(arguments: [
    "Home", "End", "Delete", "A", "C+N", "esc", "F25", "Ctrl+", "+", "", "ctrl+c", "Ctrl+Save",
    "Ctrl+C+V", "Ctrl-C", "Space", "Enter text", "A+B", "Home+End", "Ctrl+ ",
  ])
  func `what may be code stays code`(text: String) {
    #expect(keys(of: text) == nil)
  }

  @Test func `keys stand in elements of their own`() {
    check("`Ctrl + N` и `Esc`", "<kbd>Ctrl</kbd>+<kbd>N</kbd> и~<kbd>Esc</kbd>")
  }

  @Test func `without typography all stays as it was typed`() {
    let markdown = "в \"QR-коде\" - `Ctrl+N` **A › B**\n"
    let file = SourceFile(path: "a.md", bytes: Array(markdown.utf8))
    let body = renderMarkdown(
      file, body: 0..<file.bytes.count, dialect: .article(html: false),
      in: Surroundings(language: "ru"))
    #expect(
      String(decoding: body.fragment.html, as: UTF8.self)
        == "<p>в &quot;QR-коде&quot; - <code>Ctrl+N</code> <strong>A › B</strong></p>\n")
  }

  @Test func `a snippet is set by the rules of its own language`() {
    let snippet = SourceFile(
      path: "content/ru/_snippets/s.md", bytes: Array("\"в портале\"\n".utf8))
    let surroundings = Surroundings(
      language: "en", snippets: Snippets(files: [snippet], languages: ["en", "ru"]),
      typography: Typography(language: "en"))
    let text = "---\ntitle: A\n---\n\"a\"\n\n::include{file=s.md}\n\n\"b\"\n"
    let file = SourceFile(path: "content/en/a.md", bytes: Array(text.utf8))
    let html = shownTypography(parseArticle(file, in: surroundings).article.body.html)
    #expect(
      html == "<p>“a”</p>\n<div lang=\"ru\">\n<p>«в~портале»</p>\n</div>\n<p>“b”</p>\n")
  }
}
