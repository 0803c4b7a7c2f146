import Foundation
import Testing

/// The page of results, `/search/?q=…`, and what it is without them.
struct SearchPageTests {
  @Test(arguments: HelpDesk.basePaths)
  func `all results are there, ten at a time, as links`(basePath: String) async throws {
    try await withHelpDesk(at: basePath) { desk, browser in
      try await browser.open(try desk.address("search/?q=%D0%BF%D0%B0%D1%80%D0%BE%D0%BB%D1%8C"))
      try await browser.wait(until: "document.querySelector('.hits .rows')")
      #expect(try await browser.text(of: "h1") == "Результаты по запросу «пароль»")
      let title: String = try await browser.evaluate("return document.title")
      #expect(title.contains("«пароль»") && title.hasSuffix("Поддержка24"))
      #expect(
        try await browser.evaluate("return document.querySelector('form.search input').value")
          == "пароль")
      #expect(try await !browser.shows("#_search nav"), "the sections make room")
      let total = try #require(
        try await browser.text(of: ".hits .count").split(separator: " ").compactMap { Int($0) }
          .first)
      #expect(total > 10)
      let links = "document.querySelectorAll('.hits .rows > li > a, .hits .summary .open')"
      #expect(try await browser.evaluate("return \(links).length") == 10)
      while try await browser.shows(".hits > .button") {
        let before: Int = try await browser.evaluate("return \(links).length")
        try await browser.run("document.querySelector('.hits > .button').focus()")
        try await browser.press(.enter)
        try await browser.wait(until: "\(links).length > \(before)")
        #expect(try await browser.focuses(".hits .rows a"), "the first of the new ones")
      }
      #expect(try await browser.evaluate("return \(links).length") == total)
      let urls: [String] = try await browser.evaluate(
        "return [...\(links)].map(link => new URL(link.href).pathname)")
      #expect(Set(urls).count == total, "none twice")
      #expect(urls.allSatisfy { $0.hasPrefix(basePath) })
      #expect(try await browser.consoleMessages().map(\.description) == [])
    }
  }

  @Test func `Back leads to the results as they were`() async throws {
    try await withHelpDesk { desk, browser in
      try await browser.open(try desk.address("search/?q=%D0%BA%D0%BE%D0%B4"))
      try await browser.wait(until: "document.querySelector('.hits > .button')")
      try await browser.click(".hits > .button")
      try await browser.wait(until: "document.querySelectorAll('.hits .rows > li').length > 12")
      let count: Int = try await browser.evaluate(
        "return document.querySelectorAll('.hits .rows > li').length")
      try await browser.run("scrollTo({ top: 700, behavior: 'instant' })")
      try await browser.run("document.querySelector('.hits .rows a').click()")
      try await browser.wait(until: "!location.pathname.endsWith('/search/')")
      try await browser.run("history.back()")
      try await browser.wait(
        until: "document.querySelectorAll('.hits .rows > li').length === \(count)")
      try await browser.wait(until: "scrollY === 700")
      // Another query is another entry of the history.
      try await browser.run("scrollTo(0, 0)")
      try await browser.click(".search .clear")
      try await browser.type("портал", into: "form.search input")
      try await browser.press(.enter)
      try await browser.wait(until: "document.querySelector('h1').textContent.includes('портал')")
      #expect(try await browser.focuses("h1"))
      #expect(try await !browser.shows(".found"))
      try await browser.run("history.back()")
      try await browser.wait(until: "document.querySelector('h1').textContent.includes('код')")
      #expect(
        try await browser.evaluate("return document.querySelector('form.search input').value")
          == "код")
    }
  }

  @Test func `a correction can be undone by a link`() async throws {
    try await withHelpDesk { desk, browser in
      try await browser.open(try desk.address("search/?q=gfhjkm"))
      try await browser.wait(until: "document.querySelector('.hits .changed a')")
      #expect(try await browser.text(of: "h1") == "Результаты по запросу «пароль»")
      #expect(
        try await browser.texts(of: ".hits .changed")
          == ["Показаны результаты по запросу «пароль». Искать «gfhjkm»"])
      try await browser.click(".hits .changed a")
      try await browser.wait(until: "document.querySelector('h1').textContent.includes('gfhjkm')")
      #expect(try await browser.text(of: "h1") == "По запросу «gfhjkm» ничего не нашлось")
      #expect(try await browser.address() == desk.url.absoluteString + "search/?q=gfhjkm&exact=1")
    }
  }

  @Test func `an edition can be chosen for the results alone`() async throws {
    try await withHelpDesk { desk, browser in
      try await browser.open(
        try desk.address("search/?q=%D0%BA%D0%BE%D1%80%D0%BE%D0%B1%D0%BA%D0%B0"))
      try await browser.wait(until: "document.querySelector('.filter')")
      #expect(try await browser.texts(of: ".filter button") == ["Для всех", "Облако", "Коробка"])
      #expect(try await browser.texts(of: ".filter [aria-pressed=true]") == ["Для всех"])
      let all = try await browser.text(of: ".hits .count")
      try await browser.click(".filter button:nth-child(2)")
      try await browser.wait(
        until: "document.querySelector('.filter [aria-pressed=true]').textContent === 'Облако'")
      #expect(try await browser.text(of: ".hits .count") != all)
      #expect(try await browser.address().hasSuffix("&in=cloud"))
      #expect(try await browser.focuses(".filter [aria-pressed=true]"))
      #expect(
        try await browser.evaluate("return localStorage.getItem('spravka-edition')") == String?.none
      )
      try await browser.reload()
      try await browser.wait(
        until: "document.querySelector('.filter [aria-pressed=true]')?.textContent === 'Облако'")
    }
  }

  @Test(arguments: HelpDesk.basePaths)
  func `a page that has found nothing helps on`(basePath: String) async throws {
    try await withHelpDesk(at: basePath) { desk, browser in
      try await browser.open(try desk.address("search/?q=%D1%89%D1%89%D1%89%D1%89%D1%89%D1%89"))
      try await browser.wait(until: "document.querySelector('.hits .missing a')")
      #expect(try await browser.text(of: "h1") == "По запросу «щщщщщщ» ничего не нашлось")
      #expect(try await browser.shows("main nav .rows a"))
      #expect(try await browser.shows("main .callout a[href$='/support']"))
      #expect(requests(desk, basePath).isEmpty, "nothing is reported before a click")
      try await browser.click(".hits .missing a")
      try await browser.wait(
        until: "/Спасибо/.test(document.querySelector('.hits .missing').textContent)")
      #expect(try await browser.address().contains("/search/"))
      #expect(
        requests(desk, basePath)
          == ["\(basePath)feedback/?search=%D1%89%D1%89%D1%89%D1%89%D1%89%D1%89&results=0"])
      #expect(try await browser.consoleMessages().map(\.description) == [])
    }
  }

  @Test func `a page of results does not move while it comes`() async throws {
    try await withHelpDesk { desk, browser in
      try await browser.runFirst(
        """
        window.moved = 0;
        new PerformanceObserver(list => {
          for (const entry of list.getEntries()) window.moved += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        """)
      for width in [390, 1280] {
        try await browser.setViewport(width: width, height: 800)
        for query in ["%D0%BF%D0%B0%D1%80%D0%BE%D0%BB%D1%8C", "%D1%89%D1%89%D1%89%D1%89%D1%89"] {
          try await browser.open(try desk.address("search/?q=" + query))
          try await browser.wait(until: "document.querySelector('.hits')?.children.length")
          try await browser.draw()
          #expect(try await browser.evaluate("return window.moved") == 0.0, "\(width) \(query)")
        }
      }
    }
  }

  @Test func `without JavaScript the form leads to the sections`() async throws {
    try await withHelpDesk(at: "/help/") { desk, browser in
      try await browser.setScripts(on: false)
      for page in ["", "registration/"] {
        try await browser.open(try desk.address(page))
        try await browser.type("пароль", into: "form.search input")
        try await browser.press(.enter)
        try await browser.wait(until: "location.pathname === '/help/search/'")
        #expect(try await browser.shows("main nav .rows a"))
        #expect(try await browser.shows("h1"))
        #expect(try await !browser.shows(".server"))
      }
    }
  }

  @Test func `from a folder the page says that search needs a server`() async throws {
    try await withHelpDesk { desk, browser in
      try await browser.open(desk.folder.appending(path: "index.html"))
      try await browser.type("пароль", into: "form.search input")
      try await browser.press(.enter)
      try await browser.wait(until: "location.pathname.endsWith('/search/index.html')")
      try await browser.wait(until: "document.querySelector('.server').checkVisibility()")
      #expect(try await browser.shows("main nav .rows a"))
      #expect(try await browser.consoleMessages().map(\.description) == [])
    }
  }

  /// What the log of the server has of `/feedback/`, as it was asked for.
  private func requests(_ desk: HelpDesk, _ basePath: String) -> [String] {
    desk.server.requests()
      .compactMap { $0.firstMatch(of: #/"GET (\S+) /#).map { String($0.output.1) } }
      .filter { $0.hasPrefix(basePath + "feedback/") }
  }
}
