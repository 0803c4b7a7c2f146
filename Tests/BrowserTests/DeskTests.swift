import Foundation
import Testing

/// What a writer sees on the desk.
struct DeskTests {
  private static let page = "registration/account/forgot-login/"
  private static let file = "content/ru/registration/account/forgot-login.md"

  @Test func `the desk tells of a mistake when it is made, and forgets it when it is mended`()
    async throws
  {
    try await withPreview { preview, browser in
      try await browser.open(try preview.address("_spravka/"))
      try await browser.wait(until: "document.querySelector('main h1')")
      #expect(try await browser.text(of: "main h1") == "Замечания")
      #expect(try await !browser.text(of: "main").contains("forgot-login.md"))
      try preview.edit(Self.file, "## Коротко", "[Ссылка](нет-такой.md)\n\n## Коротко")
      try await browser.wait(until: "document.querySelector('main .findings .error')")
      #expect(try await browser.text(of: "main .rows > li:first-child").contains(Self.file))
      try preview.edit(Self.file, "[Ссылка](нет-такой.md)\n\n", "")
      try await browser.wait(
        until: "!document.querySelector('main').textContent.includes('forgot-login.md')")
      #expect(try await browser.consoleMessages().isEmpty)
    }
  }

  @Test func `the panel leads to all that is known of its article`() async throws {
    try await withPreview { preview, browser in
      try await browser.open(try preview.address(Self.page))
      try await browser.wait(until: "document.querySelector('#_spravka summary span')")
      try await browser.click("#_spravka > p a")
      try await browser.wait(until: "document.querySelector('.choice input')")
      #expect(try await browser.text(of: "main h1").contains("не помните логин"))
      #expect(try await browser.text(of: "main").contains("Сюда ссылаются"))
      let first = "document.querySelector('.choice input')"
      let before = try await browser.text(of: "main pre")
      #expect(before.hasPrefix("recommended:\n  - "))
      #expect(try await browser.evaluate("return \(first).checked"))
      try await browser.click(".choice input")
      let after = try await browser.text(of: "main pre")
      #expect(after.split(separator: "\n").count == before.split(separator: "\n").count - 1)
    }
  }

  @Test func `every list opens from the keyboard`()
    async throws
  {
    try await withPreview { preview, browser in
      try await browser.open(try preview.address("_spravka/"))
      try await browser.wait(until: "document.querySelectorAll('nav a').length === 11")
      for place in 1...10 {
        try await browser.run("document.querySelectorAll('nav a')[\(place)].focus()")
        let title =
          try await browser.evaluate(
            "return document.querySelectorAll('nav a span')[\(place)].textContent") as String
        try await browser.press(.enter)
        try await browser.wait(
          until: "document.querySelector('main h1')?.textContent === \(quoted(title))")
        #expect(try await browser.text(of: "nav [aria-current]").hasPrefix(title))
      }
      #expect(try await browser.consoleMessages().isEmpty)
    }
  }

  @Test func `a long list is searched, and what is typed stays when the site changes`()
    async throws
  {
    var more: [String: String] = [:]
    for number in 1...130 {
      more["content/ru/many/a\(number).md"] = "---\ntitle: Проба \(number)\ndraft: true\n---\n"
    }
    try await withPreview(adding: more) { preview, browser in
      try await browser.open(try preview.address("_spravka/#states"))
      try await browser.wait(until: "document.querySelectorAll('.rows > li').length === 100")
      try await browser.click("main button.more")
      try await browser.wait(until: "document.querySelectorAll('.rows > li').length === 130")
      try await browser.type("проба 77", into: "#filter")
      try await browser.wait(until: "document.querySelectorAll('.rows > li').length === 1")
      try preview.edit("content/ru/many/a77.md", "Проба 77", "Проба 77 и ещё")
      try await browser.wait(
        until: "document.querySelector('.rows')?.textContent.includes('и ещё')")
      #expect(try await browser.evaluate("return document.activeElement.id") == "filter")
      #expect(try await browser.evaluate("return document.activeElement.value") == "проба 77")
    }
  }

  @Test func `the desk fits narrow screens`() async throws {
    try await withPreview { preview, browser in
      try await browser.setViewport(width: 390, height: 844)
      for place in ["", "#translations", "#page=/\(Self.page)"] {
        try await browser.open(try preview.address("_spravka/" + place))
        try await browser.wait(until: "document.querySelector('main h1')")
        #expect(
          try await browser.evaluate(
            "return document.documentElement.scrollWidth <= innerWidth"), "\(place)")
      }
    }
  }

  @Test func `what is ticked and focused stays when the site changes`() async throws {
    try await withPreview { preview, browser in
      try await browser.open(try preview.address("_spravka/#page=/\(Self.page)"))
      try await browser.wait(until: "document.querySelector('.choice input')")
      let ticked = "[...document.querySelectorAll('.choice :checked')].map(e => e.id).sort().join()"
      let first = try await browser.evaluate("return " + ticked) as String
      try await browser.click(".choice input:checked")
      try await browser.click(".choice li:last-child input")
      let before = try await browser.evaluate("return " + ticked) as String
      #expect(before != first)
      try preview.edit(Self.file, "## Коротко", "[Ссылка](нет-такой.md)\n\n## Коротко")
      try await browser.wait(until: "document.querySelector('main .findings .error')")
      #expect(try await browser.evaluate("return " + ticked) == before)
      #expect(try await browser.focuses(".choice li input:checked"))
      let lines = "document.querySelector('main pre').textContent.trim().split('\\n').length"
      #expect(
        try await browser.evaluate(
          "return \(lines) === 1 + document.querySelectorAll('.choice :checked').length"))
      // Another article has ticks of its own.
      try await browser.run("location.hash = '#page=/registration/account/'")
      try await browser.wait(until: "!document.querySelector('.choice')")
      // What has no id keeps the focus, too.
      try await browser.run("document.querySelectorAll('nav a')[3].focus()")
      try preview.edit(Self.file, "[Ссылка](нет-такой.md)\n\n", "")
      try await browser.wait(until: "!document.querySelector('nav a[href=\"#findings\"] b')")
      #expect(
        try await browser.evaluate(
          "return document.activeElement === document.querySelectorAll('nav a')[3]"))
    }
  }

  @Test func `what is no finding is not called one`() async throws {
    try await withPreview { preview, browser in
      try await browser.open(try preview.address("_spravka/#translations"))
      try await browser.wait(until: "document.querySelector('main .findings li')")
      #expect(try await !browser.text(of: "main").contains("[object"))
    }
  }

  @Test(arguments: ["%", "%D0", "__proto__", "constructor", "toString", "page"])
  func `a list that is not there is said`(name: String) async throws {
    try await withPreview { preview, browser in
      try await browser.open(try preview.address("_spravka/"))
      try await browser.wait(until: "document.querySelector('main h1')")
      try await browser.run("location.hash = \(quoted(name))")
      try await browser.wait(
        until: "document.querySelector('main h1').textContent === 'Такого списка нет.'")
      #expect(try await browser.consoleMessages().isEmpty)
    }
  }

  @Test func `the desk knows articles by any name`() async throws {
    let names = ["50%", "a#b", "a?b", "a%41b", "раз два"]
    var more: [String: String] = [:]
    for name in names {
      more["content/ru/odd/\(name).md"] =
        "---\ntitle: Статья «\(name)»\ndraft: true\n---\n\nТекст.\n"
    }
    try await withPreview(adding: more) { preview, browser in
      for name in names {
        let isHere =
          "document.querySelector('main h1')?.textContent.replaceAll('\\xa0', ' ').includes('\(name)')"
        let row =
          "[...document.querySelectorAll('.rows li')].find(e => e.textContent.includes('/\(name).md'))"
        try await browser.open(try preview.address("_spravka/#states"))
        try await browser.wait(until: row)
        try await browser.run("\(row).querySelector('[href^=\"#page=\"]').click()")
        try await browser.wait(until: isHere)
        try await browser.click("main .facts a")
        try await browser.wait(until: "document.querySelector('#_spravka > p a[href*=page]')")
        try await browser.click("#_spravka > p a")
        try await browser.wait(until: "location.pathname === '/_spravka/'")
        try await browser.wait(until: isHere)
      }
      #expect(try await browser.consoleMessages().isEmpty)
    }
  }
}
