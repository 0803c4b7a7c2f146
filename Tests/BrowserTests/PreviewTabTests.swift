import Foundation
import Testing

/// Open pages while the server, or what they show, goes away and comes back.
struct PreviewTabTests {
  private static let page = "registration/account/forgot-login/"
  private static let file = "content/ru/registration/account/forgot-login.md"

  @Test func `a server that is gone is said, and one that is back shows what is there now`()
    async throws
  {
    try await withScratch { site in
      try copyHelpDesk(to: site, baseURL: "https://help.example")
      let (first, url) = try await startPreview(of: site, port: .random(in: 30000..<32000))
      defer { first.stop() }
      let preview = RunningPreview(url: url, site: site)
      try await withBrowser { browser in
        try await browser.open(try preview.address(Self.page))
        try await browser.wait(
          until: "document.querySelector('#_spravka')?.textContent.includes('Замечаний нет')")
        for round in 1...2 {
          if round == 1 { first.stop() }
          try await browser.wait(until: "document.querySelector('#_spravka[data-lost]')")
          #expect(try await browser.text(of: "#_spravka").contains("Нет связи"))
          #expect(try await browser.shows("main h1"), "the page stays readable")
          try preview.edit(Self.file, "## Коротко", "Правка раунда \(round).\n\n## Коротко")
          let (again, same) = try await startPreview(
            of: site, port: try #require(url.port.flatMap(UInt16.init(exactly:))))
          #expect(same == url)
          try await browser.wait(
            until: "document.querySelector('#_spravka:not([data-lost])')")
          try await browser.wait(
            until: "document.querySelector('main').textContent.includes('раунда \(round)')")
          try await browser.wait(
            until: "document.querySelector('#_spravka').textContent.includes('Замечаний нет')")
          again.stop()
        }
      }
    }
  }

  @Test func `eight tabs show what was saved and hold one stream`() async throws {
    try await withPreview { preview, browser in
      var tabs = [try await browser.session.get("window", as: String.self)]
      try await browser.open(try preview.address(Self.page))
      for _ in 1..<8 {
        let tab: [String: String] = try await browser.session.post("window/new", ["type": "tab"])
        let handle = try #require(tab["handle"])
        tabs.append(handle)
        try await browser.session.post("window", ["handle": .string(handle)])
        try await browser.open(try preview.address(Self.page))
      }
      for round in 1...3 {
        try preview.edit(Self.file, "## Коротко", "Вкладка \(round).\n\n## Коротко")
        for tab in tabs {
          try await browser.session.post("window", ["handle": .string(tab)])
          try await browser.wait(
            until:
              "document.querySelector('main').textContent.replace('\\xa0', ' ').includes('Вкладка \(round)')"
          )
        }
        // The tab that was first, and held the stream, goes.
        if round == 2 {
          try await browser.session.post("window", ["handle": .string(tabs[0])])
          try await browser.session.delete("window")
          tabs.removeFirst()
        }
      }
      let port = try #require(preview.url.port)
      try await waitUntil("one connection is left, the stream") {
        try connections(to: port) == 1
      }
    }
  }

  @Test func `a page that is removed or renamed says so and leads to the nearest`() async throws {
    try await withPreview { preview, browser in
      try await browser.open(try preview.address(Self.page))
      try await browser.wait(
        until: "document.querySelector('#_spravka')?.textContent.includes('Замечаний нет')")
      let title = try await browser.text(of: "main h1")
      try await browser.run("window.mark = 1")
      let file = preview.site.appending(path: Self.file)
      let other = preview.site.appending(path: "content/ru/registration/forgot-login.md")
      try FileManager.default.moveItem(at: file, to: other)
      try await browser.wait(
        until: "document.querySelector('#_nearest a')?.pathname === '/registration/forgot-login/'")
      #expect(try await browser.text(of: "main h1") != title)
      #expect(try await browser.evaluate("return window.mark === 1"))
      try FileManager.default.moveItem(at: other, to: file)
      try await browser.wait(
        until:
          "document.querySelector('main h1').textContent.trim().replaceAll('\\xa0', ' ') === \(quoted(title))"
      )
    }
  }

  @Test func `a style is changed and changed back`() async throws {
    try await withPreview { preview, browser in
      try await browser.open(try preview.address(Self.page))
      try await browser.wait(
        until: "document.querySelector('#_spravka')?.textContent.includes('Замечаний нет')")
      try await browser.run("window.mark = 1")
      let sheets = "[...document.head.querySelectorAll('link[rel=stylesheet]')].map(l => l.href)"
      let before = try await browser.evaluate("return \(sheets).join()") as String
      let accent = "getComputedStyle(document.documentElement).getPropertyValue('--link').trim()"
      let first = try await browser.evaluate("return " + accent) as String
      for (old, new) in [("#006a80", "#7a1fa2"), ("#7a1fa2", "#006a80"), ("#006a80", "#7a1fa2")] {
        try preview.edit("content/site.yml", old, new)
        let isBack = new == "#006a80"
        try await browser.wait(until: "(\(accent) === \(quoted(first))) === \(isBack)")
        try await browser.wait(until: "(\(sheets).join() === \(quoted(before))) === \(isBack)")
        // As many as before: those that the page no longer has are gone.
        try await browser.wait(
          until: "\(sheets).length === \(before.split(separator: ",").count)")
      }
      #expect(try await browser.evaluate("return window.mark === 1"))
    }
  }

  @Test func `a new article stands in the sidebar of an open neighbour`() async throws {
    try await withPreview { preview, browser in
      try await browser.open(try preview.address(Self.page))
      try await browser.wait(
        until: "document.querySelector('#_spravka')?.textContent.includes('Замечаний нет')")
      try preview.site.write([
        "content/ru/registration/account/quite-new.md":
          "---\ntitle: Совсем новая\n---\n\n## Коротко\n\nТекст.\n"
      ])
      try await browser.wait(
        until:
          "[...document.querySelectorAll('nav a')].some((a) => a.pathname.endsWith('/account/quite-new/'))"
      )
    }
  }
}

/// Connections to a port of this machine that stand, as the server has them.
private func connections(to port: Int) throws -> Int {
  // A file without a size, and longer than what is read of such a one at once.
  let file = try #require(FileHandle(forReadingAtPath: "/proc/net/tcp"))
  var bytes = Data()
  while let more = try file.read(upToCount: 4096), !more.isEmpty { bytes += more }
  let table = String(decoding: bytes, as: UTF8.self)
  let place = ":" + String(port, radix: 16, uppercase: true)
  return table.split(separator: "\n").count { line in
    let fields = line.split(separator: " ")
    return fields.count > 3 && fields[1].hasSuffix(place) && fields[3] == "01"
  }
}
