import Testing

@testable import SpravkaKit

struct NearestArticlesTests {
  /// Five topics of four articles each; an article's words are its topic's and some of all.
  private static let topics = [
    "вход": "логин пароль вход аккаунт сброс", "оплата": "тариф счёт оплата карта чек",
    "звонки": "номер звонок оператор линия запись", "почта": "письмо ящик вложение сервер отправка",
    "задачи": "задача срок исполнитель проект доска",
  ]

  private static let many: [String: String] = {
    var files: [String: String] = [:]
    for (folder, topic) in zip(["a", "b", "c", "d", "e"], topics.sorted { $0.key < $1.key }) {
      let words = topic.value.split(separator: " ")
      for number in 0..<4 {
        let own = words[number] + " и " + words[number + 1]
        files["ru/\(folder)/\(number).md"] = markdown(
          "title: \(topic.key) \(own)", "Текст про то, как \(own). Нажмите кнопку.")
      }
    }
    return files
  }()

  @Test func `articles of the same topic are chosen, never the article itself`() async throws {
    let site = try await SmallSite(Self.many)
    for page in site.site.pages where page.kind == .article {
      let chosen = site.recommended(at: page.url)
      #expect(!chosen.isEmpty && chosen.count <= 3, "\(page.url)")
      #expect(!chosen.contains(page.url))
      for url in chosen { #expect(url.prefix(2) == page.url.prefix(2), "\(page.url): \(url)") }
    }
  }

  @Test func `the choice is the same by any number of jobs`() async throws {
    let one = try await SmallSite(Self.many, jobs: 1).site.recommended
    for jobs in [2, 7] {
      #expect(try await SmallSite(Self.many, jobs: jobs).site.recommended == one)
    }
  }

  @Test func `what is unlisted, a draft or for later is never chosen`() async throws {
    for key in [
      "unlisted: true", "draft: true", "publish: 2027-01-01", "expire: 2026-11-20",
      "search: {exclude: false}",
    ] {
      var files = Self.many
      files["ru/a/1.md"] = markdown("title: вход логин и пароль сброс\n" + key, "логин пароль")
      let site = try await SmallSite(files)
      let isChosen = site.site.recommended.contains { ids in
        ids.contains { site.site[$0].url == "a/1/" }
      }
      #expect(isChosen == (key == "search: {exclude: false}"), "\(key)")
    }
  }

  @Test func `an unlisted article has recommendations itself`() async throws {
    var files = Self.many
    files["ru/a/1.md"] = files["ru/a/1.md"]?.replacing(
      "---\ntitle", with: "---\nunlisted: true\ntitle")
    #expect(try await SmallSite(files).recommended(at: "a/1/").isEmpty == false)
  }

  @Test func `what the writer says stands, even if it is nothing`() async throws {
    var files = Self.many
    files["ru/a/0.md"] = files["ru/a/0.md"]?.replacing(
      "---\ntitle", with: "---\nrecommended: []\ntitle")
    files["ru/a/1.md"] = files["ru/a/1.md"]?
      .replacing("---\ntitle", with: "---\nrecommended: [../b/0.md]\ntitle")
    let site = try await SmallSite(files)
    #expect(site.recommended(at: "a/0/") == [])
    #expect(site.recommended(at: "a/1/") == ["b/0/"])
    #expect(site.recommended(at: "a/2/") != [])
  }

  @Test(arguments: [
    ("{automatic: false}", 0), ("{count: 0}", 0), ("{count: 1}", 1), ("{count: 2}", 2),
  ])
  func `site.yml says whether and how many`(settings: String, expected: Int) async throws {
    let site = try await SmallSite(Self.many, configuration: "recommended: \(settings)\n")
    #expect(site.recommended(at: "a/1/").count == expected)
  }

  @Test func `an article for readers of another edition is not chosen`() async throws {
    var files = Self.many
    for (path, editions) in [("0", "cloud"), ("1", "box"), ("2", "cloud, box")] {
      files["ru/a/\(path).md"] = files["ru/a/\(path).md"]?
        .replacing("---\ntitle", with: "---\neditions: [\(editions)]\ntitle")
    }
    let site = try await SmallSite(
      files, configuration: "editions: {cloud: Облако, box: Коробка}\n")
    #expect(site.findings == [])
    #expect(Set(site.recommended(at: "a/0/")) == ["a/2/", "a/3/"])
    #expect(Set(site.recommended(at: "a/1/")) == ["a/2/", "a/3/"])
    #expect(Set(site.recommended(at: "a/3/")) == ["a/0/", "a/1/", "a/2/"])
  }

  @Test func `a shared tag and the same category decide between equals`() async throws {
    var files = Self.many
    let text = "Заявка клиента и шаблон договора."
    files["ru/a/x.md"] = markdown("title: Шаблон договора\ntags: [Бумаги]", text)
    files["ru/b/x.md"] = markdown("title: Шаблон договора", text)
    files["ru/c/x.md"] = markdown("title: Шаблон договора\ntags: [бумаги]", text)
    files["ru/d/x.md"] = markdown("title: Шаблон договора", text)
    files["ru/d/y.md"] = markdown("title: Шаблон договора", text)
    let site = try await SmallSite(files)
    #expect(site.recommended(at: "a/x/").first == "c/x/")
    #expect(site.recommended(at: "d/x/") == ["d/y/", "b/x/", "a/x/"])
  }

  @Test func `languages do not mix`() async throws {
    var files = Self.many
    for number in 0..<4 {
      files["en/a/\(number).md"] = files["ru/a/\(number).md"]
    }
    let site = try await SmallSite(files)
    for url in site.recommended(at: "a/1/") { #expect(!url.hasPrefix("en/")) }
    for url in site.recommended(at: "en/a/1/") { #expect(url.hasPrefix("en/")) }
  }

  @Test func `words that say nothing bring nothing together`() async throws {
    var files = Self.many
    files["ru/x.md"] = markdown("title: Это для вас", "Как только все они здесь, это уже не то.")
    files["ru/y.md"] = markdown("title: То для вас", "Если они все здесь, то это уже не так.")
    let site = try await SmallSite(files)
    #expect(site.recommended(at: "x/") == [])
    #expect(site.recommended(at: "y/") == [])
  }

  @Test func `articles that say nothing in common are not recommended`() async throws {
    let site = try await SmallSite([
      "ru/a.md": markdown("title: Первая", "Про одно."), "ru/b.md": markdown("title: Вторая"),
      "ru/c.md": markdown("title: Третья", "12 34"),
    ])
    for url in ["a/", "b/", "c/"] { #expect(site.recommended(at: url) == []) }
  }

  @Test(arguments: [
    (1, 0), (2, 256), (3, 384), (4, 512), (1024, 2560), (1_000_000, 5096), (1_048_575, 5119),
  ])
  func `logarithms are whole numbers`(number: Int, expected: Int) {
    #expect(binaryLogarithm(number) == expected)
  }
}
