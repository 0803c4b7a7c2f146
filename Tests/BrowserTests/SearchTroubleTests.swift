import Foundation
import Testing

/// Search where something is missing: room, files, an edition, the memory of what was searched.
struct SearchTroubleTests {
  private static let article = "registration/account/forgot-login/"
  private static let input = "form.search input"
  private static let above = "document.querySelector('.found .above').textContent"

  @Test(arguments: [320, 390])
  func `on a small screen results fill what is below the box`(width: Int) async throws {
    try await withHelpDesk { desk, browser in
      try await browser.setViewport(width: width, height: 700)
      for page in [Self.article, "", "search/"] {
        try await browser.open(try desk.address(page))
        try await browser.search("не приходит код")
        let faults: [String] = try await browser.evaluate(
          """
          const panel = document.querySelector('.found'), box = panel.getBoundingClientRect();
          const input = document.querySelector('\(Self.input)').getBoundingClientRect();
          const root = document.documentElement, faults = [];
          if (box.left !== 0 || box.right !== root.clientWidth) faults.push('width');
          if (Math.abs(box.bottom - innerHeight) > 1) faults.push('bottom ' + box.bottom);
          if (box.top < input.bottom || input.top < 0) faults.push('top');
          if (panel.scrollWidth > panel.clientWidth) faults.push('overflow');
          if (root.scrollWidth > root.clientWidth) faults.push('page');
          if (getComputedStyle(root).overflowY !== 'hidden') faults.push('the page scrolls');
          return faults
          """)
        #expect(faults == [], "\(page)")
        try await browser.press(.escape)
        #expect(
          try await browser.evaluate(
            "return getComputedStyle(document.documentElement).overflowY !== 'hidden'"))
      }
    }
  }

  @Test func `the last searches stay in this browser until they are forgotten`() async throws {
    try await withHelpDesk { desk, browser in
      try await browser.open(try desk.address(Self.article))
      try await browser.click(Self.input)
      try await browser.wait(until: "document.querySelector('.found')")
      #expect(try await !browser.shows(".found"))
      for text in ["пароль", "код", "почта", "qr", "вход", "портал", "код"] {
        try await browser.open(try desk.address(Self.article))
        try await browser.type(text, into: Self.input)
        try await browser.press(.enter)
        try await browser.wait(until: "document.querySelector('#_search .hits')")
      }
      try await browser.open(try desk.address("security/"))
      try await browser.click(Self.input)
      try await browser.wait(until: "document.querySelector('.found .query')")
      #expect(
        try await browser.texts(of: ".found .query") == ["код", "портал", "вход", "qr", "почта"])
      try await browser.press(.up)
      try await browser.press(.enter)
      try await browser.wait(until: "document.querySelector('.found .title')")
      #expect(
        try await browser.evaluate("return document.querySelector('\(Self.input)').value")
          == "почта")
      try await browser.click(".search .clear")
      try await browser.click(".found .below button")
      #expect(try await !browser.shows(".found"))
      try await browser.open(try desk.address("security/"))
      try await browser.click(Self.input)
      try await browser.wait(until: "document.querySelector('.found')")
      #expect(try await !browser.shows(".found"))
    }
  }

  @Test func `a reader of one edition finds what is about it, or searches all`() async throws {
    try await withHelpDesk { desk, browser in
      let box = "Как войти в коробку"
      try await browser.open(try desk.address(Self.article))
      try await browser.search("войти в коробку")
      #expect(try await browser.found().contains { $0.hasPrefix(box) })
      #expect(try await browser.saidAbove() == [], "nobody has chosen an edition")
      try await browser.open(try desk.address(Self.article + "?edition=cloud"))
      try await browser.search("войти в коробку")
      #expect(try await browser.saidAbove() == ["Показаны статьи для: Облако · Искать во всех"])
      #expect(try await !browser.found().contains { $0.hasPrefix(box) })
      try await browser.click(".found .above button")
      try await browser.wait(until: "!document.querySelector('.found .above p')")
      #expect(try await browser.found().contains { $0.hasPrefix(box) })
      try await browser.click(".bar .editions [value=on-premise]")
      try await browser.click(Self.input)
      try await browser.wait(until: "/Коробка/.test(\(Self.above))")
      #expect(try await browser.found().contains { $0.hasPrefix(box) })
    }
  }

  @Test func `what could not be loaded is said, and asked for again`() async throws {
    try await withHelpDesk { desk, browser in
      let blocks = try manifest(desk).blocks
      let files = stride(from: 0, to: blocks.count, by: 6).map { start in
        desk.folder.appending(path: "search/ru/\(blocks.dropFirst(start).prefix(6)).bin")
      }
      #expect(files.count > 2)
      let lost = try Data(contentsOf: files[0])
      try FileManager.default.removeItem(at: files[0])
      try await browser.open(try desk.address(Self.article))
      try await browser.search("пароль")
      #expect(try await browser.saidAbove() == ["Не всё загрузилось. Ещё раз"])
      #expect(try await browser.found() != [], "the others are shown")
      try lost.write(to: files[0])
      try await browser.click(".found .above button")
      try await browser.wait(until: "!document.querySelector('.found .above p')")
      #expect(try await browser.found() != [])
    }
  }

  @Test func `words in quotes that stand together nowhere are shown apart, and that is said`()
    async throws
  {
    try await withHelpDesk { desk, browser in
      try await browser.open(try desk.address(Self.article))
      try await browser.search("«пароль из поддержки»")
      #expect(try await browser.saidAbove().contains { $0.hasPrefix("Подряд этих слов нигде нет") })
      #expect(try await browser.found() != [])
    }
  }

  @Test func `without its engine the box says so, and is a form all the same`() async throws {
    try await withHelpDesk { desk, browser in
      let door = desk.folder.appending(path: "search/api.js")
      let engine = try Data(contentsOf: door)
      try FileManager.default.removeItem(at: door)
      try await browser.open(try desk.address(Self.article))
      try await browser.type("пароль", into: Self.input)
      try await browser.wait(until: "/Поиск\\sне\\sзагрузился/.test(\(Self.above))")
      try engine.write(to: door)
      try await browser.click(".found .above button")
      try await browser.wait(until: "document.querySelector('.found .title')")
      try FileManager.default.removeItem(at: door)
      try await browser.open(try desk.address(Self.article))
      try await browser.type("вход", into: Self.input)
      try await browser.press(.enter)
      try await browser.wait(until: "location.pathname.endsWith('/search/')")
      try await browser.wait(
        until: "/Поиск\\sне\\sзагрузился/.test(document.querySelector('main').textContent)")
      #expect(try await browser.shows("main nav .rows a"), "the sections are there instead")
    }
  }

  @Test(arguments: HelpDesk.basePaths)
  func `an address that leads nowhere is searched by its words`(basePath: String) async throws {
    try await withHelpDesk(at: basePath) { desk, browser in
      for (page, word, start) in [
        ("zz/zabyl-parol/", "парол", ""), ("zz/двухэтапный-вход", "двухфакторная", ""),
        ("en/zz/lost_password.html", "password", "en/"),
      ] {
        try await browser.open(try desk.address(page))
        try await browser.wait(until: "document.querySelector('#_nearest').dataset.found")
        let titles = try await browser.texts(of: "#_nearest a")
        #expect(titles.count == 3 && Set(titles).count == 3, "\(page)")
        #expect(titles.contains { $0.lowercased().contains(word) }, "\(page): \(titles)")
        let address: String = try await browser.evaluate(
          "return document.querySelector('#_nearest a').href")
        #expect(address.hasPrefix(desk.url.absoluteString + start))
      }
    }
  }

  @Test func `few results name those in another language`() async throws {
    let page = "---\ntitle: Article on quokkas\n---\n\nAll about quokkas.\n"
    let other = "---\ntitle: Статья о кенгуру\n---\n\nЗдесь о них.\n"
    let more = ["content/en/kangaroo.md": page, "content/ru/kangaroo.md": other]
    try await withHelpDesk(at: "/help/", adding: more) { desk, browser in
      try await browser.open(try desk.address(Self.article))
      try await browser.type("quokkas", into: Self.input)
      try await browser.wait(until: "document.querySelector('.found .below [hreflang=en]')")
      #expect(try await browser.text(of: ".found .below [hreflang=en]") == "На английском: 1")
      try await browser.click(".found .below [hreflang=en]")
      try await browser.wait(until: "document.querySelector('.hits .rows, .hits .summary')")
      #expect(try await browser.address() == desk.url.absoluteString + "en/search/?q=quokkas")
      try await browser.open(try desk.address(Self.article))
      try await browser.search("пароль")
      #expect(try await !browser.shows(".found .below [hreflang]"), "there are enough")
    }
  }

  private struct Manifest: Decodable {
    let blocks: String
  }

  private func manifest(_ desk: HelpDesk) throws -> Manifest {
    let file = desk.folder.appending(path: "search/ru.json")
    return try JSONDecoder().decode(Manifest.self, from: Data(contentsOf: file))
  }
}
