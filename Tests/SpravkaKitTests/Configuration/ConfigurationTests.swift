import Testing

@testable import SpravkaKit

@Suite struct ConfigurationTests {
  private let everything = """
    title: Поддержка24
    baseURL: https://help.example
    languages: [ru, en]
    editions: {cloud: {ru: Облако, en: Cloud}, on-premise: {ru: Коробка, en: On-Premise}}
    brand:
      logo: logo.svg
      icon: icon.svg
      accent: "#006a80"
      support: {ru: {title: Написать в поддержку, url: https://example.org/s}}
      copyright: {ru: © Пример, en: © Example}
    header:
      ru:
        links: [{title: Возможности, url: https://example.org/a}]
        button: {title: Получить, url: https://example.org/b}
        signIn:
          title: Вход
          url: https://example.org/in
          panel:
            title: Ваш портал
            text: Войдите
            question: Ещё нет?
            register: {title: Создайте, url: https://example.org/new}
    footer:
      ru:
        columns: [{title: Помощь, links: [{title: Вопросы, url: registration/faq.md}]}]
        documents: [{title: Соглашение, url: https://example.org/terms}]
    subscription: {ru: {title: Новости, text: Раз в месяц, button: {title: Да, url: /news/}}}
    closingCall: {ru: {title: Помощь, button: {title: Заказать, url: "tel:+7"}}}
    markdown: {html: false}
    summary: top
    recommended: {count: 5, automatic: false}
    reviewAfter: 6 months
    search:
      ru:
        synonyms: [[пароль, password, код доступа]]
        oneWaySynonyms: {симка: [номер телефона]}
        pinned: {"не могу войти": registration/account/forgot-login.md}
        examples: [забыли пароль]
    feedback: {via: collector, address: https://c.example/f, reasons: {ru: [Устарело], en: [Old]}}
    analytics: {script: https://a.example/s.js, origins: [https://b.example]}
    outputs: {feeds: off, markdownCopies: yes, redirects: [html, nginx]}
    levels: {broken-link: error, missing-summary: warning, long-paragraph: off}
    """

  private func parse(_ yaml: String) -> Configuration {
    Configuration.parse(SourceFile("site.yml", yaml)).configuration
  }

  @Test func `every key of the manual is understood without a finding`() {
    #expect(configurationReport(everything) == "")
  }

  @Test func `site, languages and editions are typed`() {
    let site = parse(everything)
    #expect(site.title["ru"] == "Поддержка24")
    #expect(site.title["en"] == "Поддержка24")
    #expect(site.baseURL.text == "https://help.example")
    #expect(site.languages == ["ru", "en"])
    #expect(site.editions.map(\.id) == ["cloud", "on-premise"])
    #expect(site.editions.map { $0.name(in: "en") } == ["Cloud", "On-Premise"])
    #expect(site.summary == .top)
    #expect(site.recommended == RecommendedSettings(count: 5, automatic: false))
    #expect(site.reviewAfter == CalendarDuration(count: 6, unit: .months))
    #expect(site.markdown == MarkdownSettings(html: false))
    let outputs = OutputSettings(feeds: false, markdownCopies: true, redirects: [.html, .nginx])
    #expect(site.outputs == outputs)
    #expect(site.levels == [.brokenLink: .error, .missingSummary: .warning, .longParagraph: .off])
  }

  @Test func `brand and furniture are typed`() {
    let site = parse(everything)
    #expect(site.brand.logo?.value == "logo.svg")
    #expect(site.brand.accent == Colour(red: 0, green: 0x6A, blue: 0x80))
    #expect(site.brand.support["ru"]?.title == "Написать в поддержку")
    #expect(site.brand.support["en"] == nil)
    #expect(site.brand.copyright["en"] == "© Example")
    let header = site.header["ru"]
    #expect(header?.links.map(\.url.value) == ["https://example.org/a"])
    #expect(header?.button?.title == "Получить")
    #expect(header?.signIn?.link.title == "Вход")
    #expect(header?.signIn?.panel?.register?.url.value == "https://example.org/new")
    #expect(site.footer["ru"]?.columns.first?.links.map(\.title) == ["Вопросы"])
    #expect(site.footer["ru"]?.documents.map(\.title) == ["Соглашение"])
    #expect(site.subscription["ru"]?.text == "Раз в месяц")
    #expect(site.closingCall["ru"]?.button?.url.value == "tel:+7")
  }

  @Test func `search, feedback and analytics are typed`() {
    let site = parse(everything)
    let search = site.search["ru"]
    #expect(search?.synonyms == [["пароль", "password", "код доступа"]])
    #expect(search?.oneWaySynonyms == [OneWaySynonym(word: "симка", others: ["номер телефона"])])
    #expect(search?.pinned.map(\.query) == ["не могу войти"])
    #expect(search?.pinned.map(\.article.value) == ["registration/account/forgot-login.md"])
    #expect(search?.examples == ["забыли пароль"])
    #expect(site.feedback.via == .collector)
    #expect(site.feedback.address?.origin == "https://c.example")
    #expect(site.feedback.reasons["en"] == ["Old"])
    #expect(site.analytics?.script.text == "https://a.example/s.js")
    #expect(site.analytics?.origins == ["https://b.example"])
  }

  @Test func `title and base URL are enough`() {
    let yaml = "title: а\nbaseURL: https://a.example"
    #expect(configurationReport(yaml) == "")
    let site = parse(yaml)
    #expect(site.languages == ["ru"])
    #expect(site.feedback.via == .off)
    #expect(site.analytics == nil)
    #expect(site.outputs.redirects == [.html, .netlify, .nginx])
    #expect(site.recommended == RecommendedSettings(count: 3, automatic: true))
    #expect(site.summary == .here)
  }

  @Test(
    arguments: [
      ("https://help.example", "https://help.example", ""),
      ("http://Help.Example:8080/", "http://help.example:8080", ""),
      ("https://example.org/help", "https://example.org", "/help"),
      ("https://example.org/a/b-c_d.e~/", "https://example.org", "/a/b-c_d.e~"),
    ])
  func `the base URL has an origin and a path`(text: String, origin: String, path: String) {
    let yaml = "title: а\nbaseURL: \(text)"
    #expect(configurationReport(yaml) == "")
    #expect(parse(yaml).baseURL == BaseURL(origin: origin, basePath: path))
  }

  @Test func `a site without site yml can be used, and is told so`() {
    let (site, diagnostics) = Configuration.parse(nil)
    #expect(site.languages == ["ru"])
    let expected = """
      content/site.yml: error: the site has no site.yml [missing-configuration]
        hint: write one with two lines: title: … and baseURL: https://…
      """
    #expect(report(diagnostics, on: SourceFile("x", "")) == expected)
  }
}
