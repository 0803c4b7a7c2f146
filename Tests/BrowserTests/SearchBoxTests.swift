import Foundation
import Testing

/// The box of search: what it shows while one types, and how it is used.
struct SearchBoxTests {
  private static let article = "registration/account/forgot-login/"
  private static let input = "form.search input"

  @Test(arguments: HelpDesk.basePaths)
  func `what is typed is found, at any base path`(basePath: String) async throws {
    try await withHelpDesk(at: basePath) { desk, browser in
      try await browser.open(try desk.address(Self.article))
      try await browser.search("вход по QR-коду")
      let first = try #require(try await browser.found().first)
      #expect(first.contains("QR"))
      #expect(try await browser.shows(".found mark"))
      #expect(try await browser.texts(of: ".found .below a") != [])
      try await browser.press(.down)
      try await browser.press(.enter)
      try await browser.wait(
        until: "location.pathname.startsWith('\(basePath)registration/sign-in/')")
      #expect(try await browser.consoleMessages().map(\.description) == [])
    }
  }

  @Test func `the box of the home page and those of other languages find too`() async throws {
    try await withHelpDesk(at: "/help/") { desk, browser in
      for (page, text, word) in [
        ("", "пароль", "пароль"), ("en/", "password", "password"),
        ("en/security/", "password", "password"), ("no/such/page", "пароль", "пароль"),
        ("tags/", "пароль", "пароль"),
      ] {
        try await browser.open(try desk.address(page))
        try await browser.search(text)
        let found = try await browser.found()
        #expect(found.contains { $0.lowercased().contains(word) }, "\(page)")
      }
    }
  }

  @Test func `nothing is loaded before the box is touched`() async throws {
    try await withHelpDesk { desk, browser in
      let loaded = """
        performance.getEntriesByType('resource').map(entry => new URL(entry.name).pathname)
          .filter(path => /search|words/.test(path))
        """
      for page in [Self.article, "", "registration/", "search/"] {
        try await browser.open(try desk.address(page))
        try await browser.draw()
        #expect(try await browser.evaluate("return \(loaded)") == [String](), "\(page)")
      }
      try await browser.press(.slash)
      try await browser.wait(until: "\(loaded).some(path => path.endsWith('/search/ru.json'))")
      // Files of the index come with the first letters.
      #expect(
        try await browser.evaluate("return \(loaded).filter(path => path.endsWith('.bin'))")
          == [String]())
    }
  }

  @Test func `a correction is said and can be undone`() async throws {
    try await withHelpDesk { desk, browser in
      try await browser.open(try desk.address(Self.article))
      try await browser.search("gfhjkm")
      #expect(
        try await browser.saidAbove()
          == ["Показаны результаты по запросу «пароль». Искать «gfhjkm»"])
      #expect(try await browser.text(of: ".found .above strong") == "«пароль»")
      try await browser.click(".found .above button")
      try await browser.wait(until: "/ничего\\sне\\sнашлось/.test(\(Self.above))")
      #expect(try await browser.focuses(Self.input))
      #expect(
        try await browser.evaluate("return document.querySelector('\(Self.input)').value")
          == "gfhjkm")
    }
  }

  @Test func `arrows choose, Enter opens, Escape closes and then clears`() async throws {
    try await withHelpDesk { desk, browser in
      try await browser.open(try desk.address(Self.article))
      try await browser.search("пароль")
      let last = try await browser.found().count - 1
      #expect(last >= 3)
      #expect(try await browser.chosen() == nil)
      for (key, expected) in [
        (Key.down, 0), (.down, 1), (.up, 0), (.up, last), (.down, 0), (.home, nil), (.up, last),
      ] as [(Key, Int?)] {
        try await browser.press(key)
        #expect(try await browser.chosen() == expected, "\(key)")
        #expect(try await browser.focuses(Self.input))
      }
      try await browser.press(.escape)
      #expect(try await !browser.shows(".found"))
      #expect(try await browser.attribute("aria-expanded", of: Self.input) == "false")
      #expect(try await browser.evaluate(Self.value) == "пароль")
      try await browser.press(.down)
      #expect(try await browser.shows(".found [role=option]"))
      try await browser.press(.escape)
      try await browser.press(.escape)
      #expect(try await browser.evaluate(Self.value) == "")
      try await browser.search("двухфакторная")
      try await browser.press(.down)
      try await browser.press(.enter)
      try await browser.wait(until: "location.pathname.endsWith('/two-factor/')")
    }
  }

  @Test func `keys lead to the box and out of it`() async throws {
    try await withHelpDesk { desk, browser in
      try await browser.open(try desk.address(Self.article))
      try await browser.press(.k, with: .control)
      #expect(try await browser.focuses(Self.input))
      try await browser.search("пароль")
      try await browser.press(.tab)
      #expect(try await browser.focuses(".search .clear"))
      try await browser.press(.tab)
      #expect(try await browser.focuses(".found .below a"))
      #expect(try await browser.shows(".found"))
      try await browser.press(.tab)
      #expect(try await !browser.focuses(".search *"))
      #expect(try await !browser.shows(".found"))
      try await browser.press(.tab, with: .shift)
      try await browser.press(.k, with: .control)
      #expect(try await browser.shows(".found"), "the results are still there")
      try await browser.tap(x: 1200, y: 700)
      #expect(try await !browser.shows(".found"), "a click elsewhere closes them")
      try await browser.click(".search .clear")
      #expect(try await browser.evaluate(Self.value) == "")
      #expect(try await browser.focuses(Self.input))
      #expect(try await !browser.shows(".search .clear"))
    }
  }

  @Test func `a program that reads aloud is told what there is`() async throws {
    try await withHelpDesk { desk, browser in
      try await browser.open(try desk.address(Self.article))
      try await browser.press(.slash)
      try await browser.wait(until: "document.querySelector('\(Self.input)').role === 'combobox'")
      for (name, value) in [
        ("role", "combobox"), ("aria-expanded", "false"), ("aria-autocomplete", "list"),
      ] {
        #expect(try await browser.attribute(name, of: Self.input) == value)
      }
      try await browser.search("пароль")
      #expect(try await browser.attribute("aria-expanded", of: Self.input) == "true")
      let faults: [String] = try await browser.evaluate(
        """
        const list = document.getElementById(
          document.querySelector('\(Self.input)').getAttribute('aria-controls'));
        const faults = [];
        if (list.getAttribute('role') !== 'listbox' || !list.getAttribute('aria-label')) faults.push('list');
        for (const child of list.children) {
          if (child.getAttribute('role') !== 'group' || !child.getAttribute('aria-label')) faults.push('group');
          for (const option of child.children) {
            const isHidden = option.getAttribute('aria-hidden') === 'true';
            if (option.getAttribute('role') !== 'option' && !isHidden) faults.push(option.outerHTML);
          }
        }
        for (const option of list.querySelectorAll('[role=option]')) {
          if (!option.id || !option.href || option.tabIndex !== -1) faults.push(option.outerHTML);
          if (option.querySelector('a, button')) faults.push('nested ' + option.outerHTML);
        }
        return faults
        """)
      #expect(faults == [])
      try await browser.wait(
        until:
          "/^Найден[ао] \\d+ стат/.test(document.querySelector('.search [role=status]').textContent)"
      )
      try await browser.press(.escape)
      try await browser.press(.escape)
      try await browser.type("щщщщщщщщ", into: Self.input)
      try await browser.wait(
        until:
          "/ничего\\sне\\sнашлось/.test(document.querySelector('.search [role=status]').textContent)"
      )
    }
  }

  @Test func `results stay until newer ones come, and older ones never come later`() async throws {
    try await withHelpDesk { desk, browser in
      // The files of the first words come last.
      try await browser.runFirst(
        """
        const load = window.fetch;
        window.delay = 0;
        window.fetch = (...asked) =>
          new Promise(done => setTimeout(done, window.delay)).then(() => load(...asked));
        """)
      try await browser.open(try desk.address(Self.article))
      try await browser.search("пароль")
      let shown: Int = try await browser.evaluate(
        """
        window.fewest = Infinity;
        const panel = document.querySelector('.found');
        const count = () => panel.hidden ? 0 : panel.querySelectorAll('[role=option]').length;
        new MutationObserver(() => { window.fewest = Math.min(window.fewest, count()); })
          .observe(panel, { subtree: true, childList: true, attributes: true });
        return count()
        """)
      #expect(shown > 3)
      try await browser.run("window.delay = 1500")
      try await browser.type(" администратор ушёл", into: Self.input)
      try await browser.run("window.delay = 0; document.querySelector('\(Self.input)').select()")
      try await browser.type("распознать поддельное письмо", into: Self.input)
      try await browser.wait(
        until:
          "/поддельное/.test(document.querySelector('.found .answer, .found .title')?.textContent)")
      try await browser.run("return new Promise(done => setTimeout(done, 2000))")
      let first = try #require(try await browser.found().first)
      #expect(first.contains("поддельное"))
      #expect(try await browser.evaluate("return window.fewest > 0"), "the panel was never empty")
    }
  }

  @Test func `what is typed is text and nothing else`() async throws {
    try await withHelpDesk { desk, browser in
      let text = "<img src=x onerror=hacked=1> пароль </p>"
      try await browser.open(try desk.address(Self.article))
      try await browser.search(text)
      try await browser.press(.enter)
      try await browser.wait(until: "document.querySelector('.hits .rows')")
      #expect(try await browser.text(of: "h1").contains(text))
      #expect(try await browser.evaluate("return document.title.includes(\(quoted(text)))"))
      #expect(
        try await browser.evaluate("return document.querySelectorAll('.hits img').length") == 0)
      #expect(try await browser.evaluate("return window.hacked === undefined"))
      try await browser.open(try desk.address(Self.article))
      try await browser.click(Self.input)
      try await browser.wait(until: "document.querySelector('.found .query')")
      #expect(try await browser.texts(of: ".found .query") == [text])
      #expect(try await browser.consoleMessages().map(\.description) == [])
    }
  }

  private static let value = "return document.querySelector('\(input)').value"
  private static let above = "document.querySelector('.found .above').textContent"
}
