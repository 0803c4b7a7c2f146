import Testing

@testable import SpravkaKit

/// Where a path and a title put a new article, and where they cannot.
struct ArticlePlaceTests {
  private let site = SiteToExtend()

  @Test(arguments: [
    ("account/qr.md", "content/ru/account/qr.md"),
    ("account/qr", "content/ru/account/qr.md"),
    ("account//./password/../qr.MD", "content/ru/account/qr.md"),
    ("account/Вход по QR.md", "content/ru/account/vkhod-po-qr.md"),
    ("account/v1.2", "content/ru/account/v1-2.md"),
    ("account/_draft.md", "content/ru/account/draft.md"),
    ("account/-x.md", "content/ru/account/x.md"),
    ("qr.md", "content/ru/qr.md"),
    ("billing/qr.md", "content/ru/billing/qr.md"),
    ("en/account/qr.md", "content/en/account/qr.md"),
    ("content/en/account/qr.md", "content/en/account/qr.md"),
    ("content/ru/qr.md", "content/ru/qr.md"),
    ("account", "content/ru/account/novaya.md"),
    ("account/", "content/ru/account/novaya.md"),
    ("en", "content/en/novaya.md"),
    ("content/ru/", "content/ru/novaya.md"),
    ("account/phone/_index.md", "content/ru/account/phone/_index.md"),
    ("account/phone/_index", "content/ru/account/phone/_index.md"),
    ("Телефон и SMS/_index.md", "content/ru/telefon-i-sms/_index.md"),
    ("billing/_index.md", "content/ru/billing/_index.md"),
  ])
  func `a path is below the folder of its language`(path: String, place: String) async throws {
    #expect(try await site.path(path) == place)
  }

  @Test func `another language is asked for by its name`() async throws {
    #expect(try await site.path("account/qr.md", language: "en") == "content/en/account/qr.md")
    #expect(try await site.path("en/account/qr.md", language: "en") == "content/en/account/qr.md")
  }

  @Test func `a path is meant from where one stands, where that leads into the content`()
    async throws
  {
    #expect(
      try await site.path("qr.md", from: "content/ru/account/qr.md", inside: true)
        == "content/ru/account/qr.md")
    #expect(
      try await site.path("../qr.md", from: "content/ru/account/qr.md", inside: true)
        == "content/ru/account/qr.md")
    #expect(
      try await site.path(".", from: "content/ru/account", inside: true)
        == "content/ru/account/novaya.md")
    #expect(
      try await site.path("help/content/en/account/qr.md", from: "content/en/account/qr.md")
        == "content/en/account/qr.md")
    // Nothing is there by this name, but it is from the top.
    #expect(
      try await site.path(
        "security/qr.md", from: "content/ru/account/security/qr.md", inside: true)
        == "content/ru/security/qr.md")
    // The translation of what one stands at.
    #expect(
      try await site.path(
        "qr.md", language: "en", from: "content/ru/account/qr.md", inside: true)
        == "content/en/account/qr.md")
  }

  @Test func `a name that was changed is said`() async throws {
    let notes = try await site.compose("account/Вход.md").notes
    #expect(
      notes[0]
        == "The name is 'vkhod.md': addresses are of small Latin letters, digits and hyphens.")
    #expect(
      try await site.compose("account/").notes[0]
        == "The title gave the file its name: 'novaya.md'.")
  }

  @Test func `a long title gives a name of sixty letters at most`() async throws {
    let title = String(repeating: "слово ", count: 40)
    let path = try await site.path("account/", title: title)
    #expect(
      path == "content/ru/account/slovo-slovo-slovo-slovo-slovo-slovo-slovo-slovo-slovo-slovo.md")
    let word = try await site.path("account/", title: String(repeating: "a", count: 300))
    #expect(word.count == "content/ru/account/.md".count + 60)
  }

  private static let refused: [(path: String, words: [String])] = [
    (
      "acount/qr.md",
      [
        "there is no category 'content/ru/acount'", "did you mean 'account/'?",
        "to make it: spravka new acount/_index.md --title \"…\"",
      ]
    ),
    (
      "Account/qr.md",
      [
        "there is no category 'content/ru/Account'", "did you mean 'account/'?",
      ]
    ),
    (
      "account\\qr.md",
      ["the path has a backslash: 'account\\qr'", "write '/' between folders"]
    ),
    (
      "en/password/qr.md",
      [
        "there is no category 'content/en/password'", "the categories are en/account",
        "to make it: spravka new en/password/_index.md --title \"…\"",
      ]
    ),
    (
      "account/Телефон/sms/qr.md",
      [
        "there is no category 'content/ru/account/Телефон/sms'",
        "the categories are account/password",
        "to make it: spravka new account/telefon/_index.md --title \"…\"",
      ]
    ),
    (
      "account/a/b/_index.md",
      [
        "there is no category 'content/ru/account/a'", "the categories are account/password",
        "to make it: spravka new account/a/_index.md --title \"…\"",
      ]
    ),
    (
      "account/login.md",
      [
        "'content/ru/account/login.md' is there already, and was not touched",
        "choose another name",
      ]
    ),
    (
      "account/_index.md",
      [
        "'content/ru/account/_index.md' is there already, and was not touched",
        "choose another name",
      ]
    ),
    (
      "account/password.md",
      [
        "the URL '/account/password/' is taken by 'content/ru/account/password/_index.md'",
        "for an article in this category write a slash behind it: 'account/password/'",
      ]
    ),
    (
      "account/login/_index.md",
      [
        "the URL '/account/login/' is taken by 'content/ru/account/login.md'",
        "choose another name",
      ]
    ),
    (
      "account/name.md",
      [
        "the URL '/account/name/' is taken by 'content/ru/account/login.md'",
        "it is one of its 'aliases': choose another name",
      ]
    ),
    ("search.md", ["'/search/' is reserved for pages that Spravka makes", "choose another name"]),
    (
      "en/tags/_index.md",
      ["'/en/tags/' is reserved for pages that Spravka makes", "choose another name"]
    ),
    ("en.md", ["'/en/' is reserved for pages that Spravka makes", "choose another name"]),
    (
      "_snippets/a.md",
      [
        "'_snippets' is no category: folders that begin with '_' are not published",
        "a snippet needs no title, so write the file yourself and include it with '::include'",
      ]
    ),
    (
      "account/_static/",
      [
        "'_static' is no category: folders that begin with '_' are not published",
        "choose a category for the article",
      ]
    ),
    (
      "account/.qr.md",
      [
        "'.qr' begins with a dot, and Spravka does not read such files and folders",
        "choose a name without it",
      ]
    ),
    (
      ".git/qr.md",
      [
        "'.git' begins with a dot, and Spravka does not read such files and folders",
        "choose a name without it",
      ]
    ),
    (
      "account/README.md",
      [
        "'README.md' would be an article of that name, not the page of the category",
        "for the page of a category write '_index.md', for an article another name",
      ]
    ),
    (
      "account/日本.md",
      [
        "nothing of the name '日本' can stand in an address",
        "use small Latin letters, digits and hyphens",
      ]
    ),
  ]

  @Test(arguments: refused)
  func `what is in the way is said, and what to do`(path: String, words: [String]) async throws {
    #expect(try await site.refusal(path) == words)
  }

  @Test(arguments: [
    "../qr.md", "account/../../qr.md", "/etc/qr.md", "./qr.md", "content/_static/qr.md",
    "content/de/qr.md", "content/", "content",
  ])
  func `what leads out of the articles is refused`(path: String) async throws {
    #expect(
      try await site.refusal(path) == [
        "'\(path)' does not lead to the articles of this site",
        "they are in 'content/ru/', 'content/en/'; write a path below, such as"
          + " 'category/article.md'",
      ])
  }

  @Test func `languages that are not there or contradict each other are refused`() async throws {
    #expect(
      try await site.refusal("qr.md", language: "de")
        == ["this site has no language 'de'", "its languages are ru, en"])
    #expect(
      try await site.refusal("en/qr.md", language: "ru")
        == ["the path says 'en', and '--language' says 'ru'", "take one of the two out"])
  }

  @Test func `a title without a letter for an address gives no name`() async throws {
    #expect(
      try await site.refusal("account/", title: "😀 日本") == [
        "the title has no letter that could stand in an address",
        "name the file yourself: end the path with 'NAME.md'",
      ])
  }

  @Test func `a name that differs only by case is refused`() async throws {
    var site = site
    site.files["ru/account/QR.md"] = "title: QR"
    site.files["ru/Phone/_index.md"] = "title: Телефон"
    let hint = "macOS and Windows take them for one: choose another name"
    #expect(
      try await site.refusal("account/qr.md") == [
        "'content/ru/account/qr.md' differs only by case from 'content/ru/account/QR.md'", hint,
      ])
    #expect(
      try await site.refusal("phone/_index.md")
        == ["'content/ru/phone' differs only by case from 'content/ru/Phone'", hint])
    // A category with such a name is taken as it is.
    #expect(try await site.path("Phone/qr.md") == "content/ru/Phone/qr.md")
  }

  @Test func `an empty folder is no category yet`() async throws {
    var site = site
    site.folders = ["content/ru/empty"]
    #expect(try await site.refusal("empty/qr.md")[0] == "there is no category 'content/ru/empty'")
    #expect(try await site.path("empty/_index.md") == "content/ru/empty/_index.md")
  }

  @Test func `broken articles are in nobody's way`() async throws {
    var site = site
    site.files["ru/account/broken.md"] = "title: [\nid: x"
    site.files["ru/account/unknown.md"] = "titel: x\nid: 26014430"
    #expect(try await site.path("account/qr.md") == "content/ru/account/qr.md")
    #expect(
      try await site.refusal("account/broken.md")[0]
        == "'content/ru/account/broken.md' is there already, and was not touched")
  }

  @Test(arguments: ["title: [", "- x", "languages: {ru: en}", "languages: [RU]"])
  func `a site.yml that does not say the languages is shown`(text: String) async throws {
    var site = site
    site.configuration = text + "\n"
    do {
      let made = try await site.compose("account/qr.md")
      Issue.record("made \(made.path)")
    } catch ComposeError.unknownLanguages(let findings) {
      #expect(findings.count == 1)
      #expect(findings.allSatisfy { $0.file == "content/site.yml" })
    }
  }

  @Test func `other faults of site.yml are no hindrance`() async throws {
    var site = site
    site.configuration += "brand: {accent: schön}\nbaseUrl: x\nlevels: {nonsense: off}\n"
    #expect(try await site.path("account/qr.md") == "content/ru/account/qr.md")
  }
}
