import Testing

@testable import SpravkaKit

/// Questions that articles state, asked of the search.
struct QuestionFindingsTests {
  /// Articles about signing in and about payment; what is given is added or put in their place.
  private static func site(_ more: [String: String], settings: String = "") -> SourceTree {
    var files = [
      "ru/_index.md": markdown("title: Справка"),
      "ru/in/_index.md": markdown("title: Вход"),
      "ru/in/password.md": markdown("title: Забыли пароль", "Нажмите на ссылку и откройте письмо."),
      "ru/in/code.md": markdown("title: Не приходит код", "Подождите минуту, код придёт в СМС."),
      "ru/in/key.md": markdown("title: Вход по QR-коду", "Наведите камеру на экран."),
      "ru/in/phone.md": markdown("title: Смена номера", "Подтвердите новый номер кодом."),
      "ru/in/mail.md": markdown("title: Смена почты", "Подтвердите новую почту письмом."),
    ]
    files.merge(more) { $1 }
    let start = "title: Справка\nbaseURL: https://help.example\nlanguages: [ru, en]\n"
    let markdown = files.sorted { pathPrecedes($0.key, $1.key) }.map {
      SourceFile("content/" + $0.key, $0.value)
    }
    return SourceTree(
      configuration: SourceFile("content/site.yml", start + settings), markdown: markdown)
  }

  private func findings(
    _ more: [String: String], settings: String = "", day: String = "2026-11-20"
  ) async throws -> String {
    let tree = Self.site(more, settings: settings)
    var options = BuildOptions(today: try #require(CalendarDate(day)))
    let checked = Self.report(await check(tree, options), of: tree)
    options.jobs = 7
    #expect(Self.report(await build(tree, options), of: tree) == checked)
    return checked
  }

  private static func report(_ result: BuildResult, of tree: SourceTree) -> String {
    let questions = result.diagnostics.filter { $0.id == .questionMissed }
    return String(decoding: TextReport(file: tree.file(at:)).render(questions), as: UTF8.self)
  }

  @Test func `a question that search answers is not spoken of`() async throws {
    let article = markdown("title: Забыли пароль\nquestions: [не помню пароль, gfhjkm]", "Письмо.")
    #expect(try await findings(["ru/in/password.md": article]) == "")
  }

  @Test func `a word that the article lacks is named`() async throws {
    let front = "title: Вход по QR-коду\nquestions:\n  - навести камеру\n  - где аквариум"
    #expect(
      try await findings(["ru/in/key.md": markdown(front, "Наведите камеру.")]) == """
        content/ru/in/key.md:5:5: warning: search finds nothing for this question [question-missed]
            - где аквариум
              ^~~~~~~~~~~~
          hint: add 'аквариум' to 'keywords'
        1 warning

        """)
  }

  @Test func `what comes first instead is named`() async throws {
    let text = "Здесь обо всём: код, почта, экран. " + String(repeating: "Слова. ", count: 30)
    let article = markdown("title: Правила\nquestions: [код, смена аквариума и кода]", text)
    #expect(
      try await findings(["ru/in/rules.md": article]) == """
        content/ru/in/rules.md:3:13: warning: search answers this question with \
        'content/ru/in/code.md', and this article is not among the first 3 [question-missed]
          questions: [код, смена аквариума и кода]
                      ^~~
          hint: all of its words are here: say them in the title or a heading, or pin \
        'in/rules.md' to the question in site.yml, under 'search'
        content/ru/in/rules.md:3:18: warning: search answers this question with \
        'content/ru/in/phone.md', and this article is not among the first 3 [question-missed]
          questions: [код, смена аквариума и кода]
                           ^~~~~~~~~~~~~~~~~~~~~~
          hint: add 'аквариума' and 'смена' to 'keywords'
        2 warnings

        """)
  }

  @Test func `keywords and pinned answers mend it`() async throws {
    let front = "title: Вход по QR-коду\nquestions: [где аквариум]\n"
    #expect(
      try await findings(["ru/in/key.md": markdown(front + "keywords: [аквариум]", "Текст.")]) == ""
    )
    let pinned = "search: {ru: {pinned: {где аквариум: in/key.md}}}\n"
    #expect(try await findings(["ru/in/key.md": markdown(front)], settings: pinned) == "")
  }

  @Test func `questions of pages that search leaves out are spoken of`() async throws {
    let found = try await findings([
      "ru/in/_index.md": markdown("title: Вход\nquestions: [вход]"),
      "ru/in/a.md": markdown("title: Раз\nsearch: {exclude: true}\nquestions: [раз]"),
      "ru/in/b.md": markdown("title: Два\nunlisted: true\nid: 7\nquestions: [два, раз]"),
    ])
    #expect(
      found == """
        content/ru/in/_index.md:3:13: warning: search answers nothing with this page: it is no \
        article [question-missed]
          questions: [вход]
                      ^~~~
          hint: state the questions in the articles that answer them
        content/ru/in/a.md:4:13: warning: search answers nothing with this page: it has 'search: \
        {exclude: true}' [question-missed]
          questions: [раз]
                      ^~~
          hint: take out that, or 'questions'
        content/ru/in/b.md:5:13: warning: search answers nothing with this page: it is unlisted \
        [question-missed]
          questions: [два, раз]
                      ^~~
          hint: take 'questions' out, or list the article
        3 warnings

        """)
  }

  @Test func `drafts and articles of another day are not asked about`() async throws {
    let states = ["draft: true", "publish: 2027-01-01", "expire: 2026-01-01"]
    let files = states.enumerated().map { number, state in
      let front = "title: Статья \(number)\n\(state)\nquestions: [аквариум]"
      return ("ru/in/s\(number).md", markdown(front))
    }
    #expect(try await findings(Dictionary(uniqueKeysWithValues: files)) == "")
    let later = try await findings(Dictionary(uniqueKeysWithValues: files), day: "2027-01-02")
    #expect(later.contains("content/ru/in/s1.md:4:13: warning: search finds nothing"))
    #expect(!later.contains("s0.md") && !later.contains("s2.md"))
  }

  @Test func `each language has questions of its own`() async throws {
    let english = markdown("title: Forgot password\nquestions: [forgot pasword, пароль]", "Text.")
    #expect(
      try await findings(["en/in/password.md": english, "en/_index.md": markdown("title: Help")])
        == """
        content/en/in/password.md:3:29: warning: search finds nothing for this question \
        [question-missed]
          questions: [forgot pasword, пароль]
                                      ^~~~~~
          hint: add 'пароль' to 'keywords'
        1 warning

        """)
  }

  @Test func `a site may have them as errors, or not at all`() async throws {
    let article = ["ru/in/key.md": markdown("title: Вход\nquestions: [где аквариум]")]
    let off = try await findings(article, settings: "levels: {question-missed: off}\n")
    #expect(off == "")
  }

  @Test func `hundreds of questions come out the same by any number of jobs`() async throws {
    var files: [String: String] = [:]
    for number in 0..<150 {
      let questions = "[статья \(number * 7 % 150), аквариум \(number), статья номер \(number)]"
      files["ru/in/n\(number).md"] = markdown("title: Статья \(number)\nquestions: \(questions)")
    }
    // `findings` compares one job with seven.
    #expect(try await findings(files).split(separator: "\n").count > 300)
  }
}
