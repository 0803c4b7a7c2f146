import Testing

@testable import SpravkaKit

/// What stands in a new article.
struct ComposeTests {
  private let site = SiteToExtend()

  @Test func `an article begins with all that it needs`() async throws {
    let made = try await site.compose("account/qr.md", title: "Вход по QR", author: "Анна Белова")
    let id = try #require(made.text.firstMatch(of: /\nid: ([1-9][0-9]{7})\n/)).output.1
    #expect(
      made.text == """
        ---
        title: Вход по QR
        id: \(id)
        author: Анна Белова
        created: 2026-11-20
        draft: true
        ---

        ## Коротко

        <!-- Ответ в двух-трёх предложениях: что сделать, чтобы получилось. -->

        ## Что сделать

        <!-- Назовите этот раздел словами читателя. Шаги — по порядку, одно действие — один пункт. -->

        """)
    #expect(made.path == "content/ru/account/qr.md")
    #expect(made.notes == ["It is a draft: when it is written, take out 'draft: true'."])
  }

  @Test func `in another language the words are of that language`() async throws {
    let made = try await site.compose("en/account/qr.md", title: "QR")
    #expect(made.text.contains("\n## In brief\n"))
    #expect(!made.text.contains("author"))
  }

  @Test func `a site's own words are used`() async throws {
    var site = site
    site.templates["strings/ru.yml"] =
      "summary: Суть\nskeleton-article: |\n  ## {summary}\n\n  ## Причина\n\n  ## Решение\n"
    let made = try await site.compose("account/qr.md")
    #expect(made.text.hasSuffix("---\n\n## Суть\n\n## Причина\n\n## Решение\n"))
  }

  @Test func `the page of a category has a title and an introduction`() async throws {
    let made = try await site.compose("account/phone/_index.md", title: "Телефон", author: "А")
    #expect(made.path == "content/ru/account/phone/_index.md")
    #expect(
      made.text == """
        ---
        title: Телефон
        ---

        <!-- Что здесь найдёт читатель, в одном-двух предложениях. Можно и без них. -->

        """)
  }

  @Test func `a new article brings no finding`() async throws {
    var site = site
    site.files["ru/billing/_index.md"] = "title: Оплата и счета"
    site.files["en/security/_index.md"] = "title: Security\nid: 500"
    site.files["en/account/only-here.md"] = nil
    for path in ["account/qr.md", "en/account/qr.md", "account/new/_index.md"] {
      let made = try await site.compose(path, author: "N")
      var scanned = site.scanned()
      scanned.tree.markdown.append(SourceFile(made.path, made.text))
      scanned.tree.markdown.sort { pathPrecedes($0.path, $1.path) }
      let options = BuildOptions(today: try #require(CalendarDate("2026-11-20")))
      let checked = await check(scanned.tree, options)
      #expect(checked.diagnostics == [], "\(path)")
    }
  }

  @Test(arguments: [
    "Просто слова", "«Кавычки» и тире — тоже", "Как быть: первое", "Пункт #1", "a: b # c",
    "- список", "--ключ", "-5 °C", "\"в кавычках\"", "'x'", "C:\\Users\\new", "[x]", "{y}", "&a *b",
    "!важно", "100%", "%TAG", "@все", "`код`", "? и :", "да?", "no", "null", "~", "true", "42",
    "2026-11-20", "|", ">", "👨‍👩‍👧 семья", "\u{FEFF}знак", "конец:", "a\u{A0}b", "e\u{301}", "---",
    "...",
  ])
  func `a title is read back as it was given`(title: String) async throws {
    let made = try await site.compose("account/qr.md", title: title, author: title)
    let read = parseFrontMatter(SourceFile(made.path, made.text))
    #expect(read.diagnostics == [])
    #expect(read.frontMatter.title?.value == title)
    #expect(read.frontMatter.author == title)
    #expect(read.frontMatter.draft)
  }

  @Test(arguments: ["  a \n b\t\tc ", "a\r\nb\u{2028}c", "a\u{1B}b\u{0}\u{85}c", "a\nb c\u{FFFF}"])
  func `a title is one line without control characters`(title: String) async throws {
    let made = try await site.compose("account/qr.md", title: title)
    #expect(made.text.hasPrefix("---\ntitle: a b c\n"))
  }

  @Test func `a title without words is refused`() async throws {
    #expect(try await site.refusal("account/qr.md", title: " \n") == ["a title needs words"])
  }

  @Test func `the same title in the category is mentioned`() async throws {
    let made = try await site.compose("account/login-2.md", title: "логин")
    #expect(made.notes[0] == "'content/ru/account/login.md' in this category has the same title.")
  }
}

/// The number of a new article.
struct NewIDTests {
  private var site = SiteToExtend()

  private func id(of made: Composition) -> Int? {
    parseFrontMatter(SourceFile(made.path, made.text)).frontMatter.id?.value
  }

  @Test func `a number that is in use is not given again, be it of a draft`() async throws {
    let first = try #require(id(of: try await site.compose("account/qr.md")))
    var site = site
    site.files["en/account/taken.md"] = "title: Taken\ndraft: true\nid: \(first)"
    let second = try #require(id(of: try await site.compose("account/qr.md")))
    #expect(first != second)
    #expect((10_000_000...99_999_999).contains(second))
  }

  @Test func `another source gives another number`() async throws {
    let one = try await site.compose("account/qr.md", seed: 1)
    let other = try await site.compose("account/qr.md", seed: 0x9E37_79B9_7F4A_7C15)
    #expect(id(of: one) != id(of: other))
  }

  @Test func `a translation bears the number of its original`() async throws {
    let made = try await site.compose("en/account/login.md", title: "Login")
    #expect(id(of: made) == 26_014_430)
    #expect(
      made.notes[0]
        == "'content/ru/account/login.md' is the same article in another language and gave its id.")
  }

  @Test func `an original bears the number of the translation that was first`() async throws {
    let made = try await site.compose("account/only-here.md")
    #expect(id(of: made) == 26_014_439)
  }

  @Test func `a translation of an article without a number has none`() async throws {
    var site = site
    site.files["ru/account/plain.md"] = "title: Просто"
    let made = try await site.compose("en/account/plain.md")
    #expect(id(of: made) == nil)
    #expect(
      made.notes[0]
        == "'content/ru/account/plain.md' is the same article in another language and has no id, so"
        + " this one has none either.")
  }

  @Test func `the page of a category has that of its translation alone`() async throws {
    #expect(id(of: try await site.compose("en/security/_index.md")) == 500)
    #expect(id(of: try await site.compose("account/phone/_index.md")) == nil)
  }

  @Test func `what translates nothing is mentioned, unless the site wants it so`() async throws {
    let note = "There is no 'content/ru/account/qr.md' that this could translate."
    #expect(try await site.compose("en/account/qr.md").notes[0] == note)
    var site = site
    site.configuration += "levels: {orphan-translation: off}\n"
    #expect(try await !site.compose("en/account/qr.md").notes.contains(note))
  }
}
