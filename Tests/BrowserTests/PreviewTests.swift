import Foundation
import Testing

/// What a writer sees while an article is being written.
struct PreviewTests {
  private static let page = "registration/account/forgot-login/"
  private static let file = "content/ru/registration/account/forgot-login.md"

  @Test func `what is saved is on the page at once, and the reader stays where he was`()
    async throws
  {
    try await withPreview { preview, browser in
      try await browser.open(try preview.address(Self.page))
      try await browser.wait(until: "document.querySelector('#_spravka summary span')")
      try await browser.run("window.mark = 1; scrollTo(0, 300)")
      let before = try await browser.evaluate("return scrollY") as Double
      try preview.edit(Self.file, "## Коротко", "Новое предложение без спроса.\n\n## Коротко")
      try await browser.wait(
        until: "document.querySelector('main').textContent.includes('Новое предложение')")
      #expect(try await browser.evaluate("return window.mark === 1"), "the page was not left")
      #expect(try await browser.evaluate("return scrollY") == before)
      #expect(try await browser.consoleMessages().isEmpty)
    }
  }

  @Test func `what is saved before the preview has looked at its page is shown, too`() async throws
  {
    try await withPreview { preview, browser in
      // The page has come; the look at it waits.
      try await browser.runFirst(
        """
        const send = XMLHttpRequest.prototype.send;
        const held = new Promise((release) => window.release = release);
        XMLHttpRequest.prototype.send = function () { held.then(() => send.call(this)); };
        """)
      try await browser.open(try preview.address(Self.page))
      try preview.edit(Self.file, "## Коротко", "Новое предложение без спроса.\n\n## Коротко")
      try await browser.wait(until: "document.querySelector('#_spravka summary span')")
      try await browser.run("release()")
      try await browser.wait(
        until: "document.querySelector('main').textContent.includes('Новое предложение')")
    }
  }

  @Test func `a mistake is said on its page and gone when it is mended`() async throws {
    try await withPreview { preview, browser in
      try await browser.open(try preview.address(Self.page))
      try await browser.wait(until: "document.querySelector('#_spravka summary span')")
      #expect(try await browser.text(of: "#_spravka summary span") == "Замечаний нет")
      try preview.edit(Self.file, "## Коротко", "[Ссылка](нет-такой.md)\n\n## Коротко")
      try await browser.wait(until: "document.querySelector('#_spravka li[data-level=error]')")
      try await browser.click("#_spravka summary")
      let said = try await browser.text(of: "#_spravka li[data-level=error]")
      #expect(said.contains("broken-link"))
      let place = "document.querySelector('#_spravka li[data-level=error] button').title"
      #expect((try await browser.evaluate("return " + place) as String).hasPrefix(Self.file + ":"))
      try preview.edit(Self.file, "[Ссылка](нет-такой.md)\n\n", "")
      try await browser.wait(until: "!document.querySelector('#_spravka li')")
      #expect(try await browser.text(of: "#_spravka summary span") == "Замечаний нет")
    }
  }

  @Test func `a mistake in site yml leaves the last good site, and heals`() async throws {
    try await withPreview { preview, browser in
      try await browser.open(try preview.address(Self.page))
      try await browser.wait(until: "document.querySelector('#_spravka summary span')")
      try preview.edit("content/site.yml", "baseURL:", "baseURL: [\nolder:")
      try await browser.wait(
        until: "document.querySelector('#_spravka [open] li[data-level=error]')")
      #expect(try await browser.shows("main h1"))
      let said = try await browser.text(of: "#_spravka summary strong")
      #expect(said.contains("последняя исправная"))
      try preview.edit("content/site.yml", "baseURL: [\nolder:", "baseURL:")
      try await browser.wait(until: "!document.querySelector('#_spravka li')")
    }
  }

  @Test func `an article of which nothing can be shown shows why`() async throws {
    try await withPreview { preview, browser in
      try await browser.open(try preview.address(Self.page))
      try await browser.wait(until: "document.querySelector('#_spravka summary span')")
      let file = preview.site.appending(path: Self.file)
      let good = try Data(contentsOf: file)
      try (Data("---\ntitle: Проба\n---\n\n".utf8) + Data([0xD0, 0x20, 0xFF])).write(to: file)
      try await browser.wait(
        until: "document.querySelector('#_spravka [open] li[data-level=error] pre')")
      #expect(try await browser.text(of: "#_spravka li").contains("not-utf8"))
      try good.write(to: file)
      try await browser.wait(until: "document.querySelector('main h2')")
      try await browser.wait(until: "!document.querySelector('#_spravka li')")
    }
  }

  @Test func `the panel says how long a change took, and leaves room for the end of the page`()
    async throws
  {
    try await withPreview { preview, browser in
      try await browser.open(try preview.address(Self.page))
      try await browser.wait(until: "document.querySelector('#_spravka summary span')")
      try preview.edit(Self.file, "## Коротко", "Новое предложение.\n\n## Коротко")
      let status = "document.querySelector('#_spravka [role=status]').textContent"
      try await browser.wait(until: "/^Обновлено за \\d+ мс$/.test(\(status))")
      let room = "parseFloat(getComputedStyle(document.body).paddingBlockEnd)"
      let panel = "document.getElementById('_spravka').offsetHeight"
      #expect(try await browser.evaluate("return \(panel) > 20 && \(room) === \(panel)"))
    }
  }

  @Test func `a draft is shown and called one`() async throws {
    let draft = "---\ntitle: Проба\ndraft: true\n---\n\n## Коротко\n\nТекст пробы.\n"
    try await withPreview(adding: ["content/ru/registration/draft.md": draft]) { preview, browser in
      try await browser.open(try preview.address("registration/draft/"))
      try await browser.wait(until: "document.querySelector('#_spravka .state')")
      #expect(try await browser.text(of: "#_spravka .state") == "Черновик")
      #expect(try await browser.text(of: "main h1") == "Проба")
    }
  }

  @Test func `new, renamed and removed articles come and go`() async throws {
    try await withPreview { preview, browser in
      let text = "---\ntitle: Новая\n---\n\n## Коротко\n\nНовая статья.\n"
      let file = preview.site.appending(path: "content/ru/registration/new.md")
      try await browser.open(try preview.address("registration/new/"))
      #expect(try await browser.text(of: "main h1") != "Новая")
      try Data(text.utf8).write(to: file)
      try await browser.wait(until: "document.querySelector('main h1')?.textContent === 'Новая'")
      try FileManager.default.removeItem(at: file)
      try await browser.wait(until: "document.querySelector('main h1')?.textContent !== 'Новая'")
    }
  }

  @Test func `a site that cannot be shown yet says why, and comes when it is mended`() async throws
  {
    try await withScratch { site in
      try copyHelpDesk(to: site, baseURL: "https://help.example")
      let settings = site.appending(path: "content/site.yml")
      let good = try Data(contentsOf: settings)
      try Data("title: [\n".utf8).write(to: settings)
      try await withPreview(of: site) { url in
        try await withBrowser { browser in
          try await browser.open(url)
          try await browser.wait(
            until: "document.querySelector('#_spravka [open] li[data-level=error]')")
          #expect(try await browser.text(of: "h1") == "Сайт пока нельзя показать")
          try good.write(to: settings)
          try await browser.wait(until: "document.querySelector('form.search')")
        }
      }
    }
  }

  @Test func `a content folder that is gone is said, and healed when it is back`() async throws {
    try await withPreview { preview, browser in
      try await browser.open(try preview.address(Self.page))
      try await browser.wait(until: "document.querySelector('#_spravka summary span')")
      let content = preview.site.appending(path: "content")
      let away = preview.site.appending(path: "away")
      try FileManager.default.moveItem(at: content, to: away)
      try await browser.wait(
        until: "document.querySelector('#_spravka summary').textContent.includes('content')")
      #expect(try await browser.shows("main h1"))
      try FileManager.default.moveItem(at: away, to: content)
      try await browser.wait(
        until: "document.querySelector('#_spravka summary span').textContent === 'Замечаний нет'")
      try preview.edit(Self.file, "## Коротко", "Снова здесь.\n\n## Коротко")
      try await browser.wait(
        until: "document.querySelector('main').textContent.includes('Снова')")
    }
  }

  @Test func `an article in a new folder is noticed`() async throws {
    try await withPreview { preview, browser in
      let folder = preview.site.appending(path: "content/ru/fresh")
      try await browser.open(try preview.address("fresh/one/"))
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
      try await Task.sleep(for: .seconds(2))
      let text = "---\ntitle: Свежая\n---\n\n## Коротко\n\nТекст.\n"
      try Data(text.utf8).write(to: folder.appending(path: "one.md"))
      try await browser.wait(until: "document.querySelector('main h1')?.textContent === 'Свежая'")
    }
  }

  /// Also when it was drawn before the preview has had its first look at it.
  @Test(arguments: [false, true])
  func `a picture that was drawn anew is shown anew`(isEarly: Bool) async throws {
    let draw = { (width: Int) in
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"40\"/>"
    }
    let path = "content/ru/registration/picture"
    let text = "---\ntitle: Картинка\n---\n\n## Коротко\n\n![Схема](picture.svg)\n"
    let more = [path + ".md": text, path + ".svg": draw(80)]
    try await withPreview(adding: more) { preview, browser in
      try await browser.runFirst(
        """
        const own = window.fetch;
        const held = new Promise((release) => window.release = release);
        window.fetch = async (url, options) => {
          const isPicture = String(url).includes("picture.svg");
          if (isPicture && \(isEarly)) await held;
          const answer = await own(url, options);
          if (isPicture) window.fetch.looked = true;
          return answer;
        };
        """)
      try await browser.open(try preview.address("registration/picture/"))
      let picture = "document.querySelector('main img[src*=\"picture.svg\"]')"
      try await browser.wait(until: "\(picture)?.naturalWidth === 80")
      if !isEarly { try await browser.wait(until: "fetch.looked") }
      try Data(draw(80).replacing("height=\"40\"", with: "height=\"40\" id=\"new\"").utf8)
        .write(to: preview.site.appending(path: path + ".svg"))
      if isEarly { try await browser.run("release()") }
      try await browser.wait(until: "\(picture).src.includes('?')")
      try await browser.wait(until: "\(picture).complete && \(picture).naturalWidth === 80")
    }
  }

  @Test func `a changed template changes every page`() async throws {
    let notice = try String(
      contentsOf: checkout.appending(path: "templates/footer.mustache"), encoding: .utf8)
    try await withPreview(adding: ["templates/footer.mustache": notice]) { preview, browser in
      try await browser.open(try preview.address(Self.page))
      try await browser.wait(until: "document.querySelector('#_spravka summary span')")
      let file = preview.site.appending(path: "templates/footer.mustache")
      try Data((notice + "<p id=\"added\">ещё</p>\n").utf8).write(to: file)
      try await browser.wait(until: "document.getElementById('added')")
    }
  }
}
