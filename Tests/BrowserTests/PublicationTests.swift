import Foundation
import Testing

/// The recipes that bring a new build to readers, run as they stand in the manual, behind nginx.
struct PublicationTests {
  /// The lines that send a release.
  private static func release() throws -> String {
    try manualBlocks("publishing/rsync.md", "publish", "sh")[0]
  }

  /// What a page asks for from `assets/`, below the base path.
  private func assets(of page: String) -> [String] {
    page.matches(of: #/(?:href|src)="[^"]*?(assets/[^"]+)"/#).map { String($0.output.1) }
  }

  @Test(arguments: NginxDesk.bases)
  func `a page of the last build still gets its files, for a week`(base: String) async throws {
    try await withNginxDesk(at: base) { nginx in
      let publication = try NginxRecipe(at: base).publication()
      let first = try await nginx.get("a/x/")
      let before = assets(of: first.text)
      #expect(before.count > 2)
      try nginx.desk.restyle(1)
      try await nginx.desk.run(publication)
      let second = try await nginx.get("a/x/")
      let gone = Set(before).subtracting(assets(of: second.text))
      #expect(gone.count == 1)
      let old = try #require(gone.first)
      #expect(!FileManager.default.fileExists(atPath: nginx.folder.appending(path: old).path))
      for path in before {
        let answer = try await nginx.get(path)
        #expect(answer.status == 200, "\(path)")
        #expect(answer.headers["cache-control"] == "public, max-age=31536000, immutable")
      }
      #expect(try await nginx.ask("/.kept\(base)/\(old)").status == 404)

      // What leaves the build today is kept for a week from today, however old the file is.
      let kept = (base.isEmpty ? "help/www/.kept/" : "www/.kept/help/") + old
      for (days, isThere) in [(6.9, true), (8.1, false)] {
        try nginx.desk.age(kept, days: days)
        try await nginx.desk.run(publication)
        #expect(try await nginx.get(old).status == (isThere ? 200 : 404), "\(days)")
      }
      for path in assets(of: second.text) { #expect(try await nginx.get(path).status == 200) }
    }
  }

  @Test func `compressed files in the folder of a build grow old, as the manual warns`()
    async throws
  {
    try await withNginxDesk { nginx in
      let gzip = ["Accept-Encoding: gzip"]
      try await nginx.desk.run("gzip -k /srv/help/www/a/x/index.html")
      let before = try await nginx.get("a/x/", gzip)
      try nginx.desk.restyle(1)
      try await nginx.desk.run(NginxRecipe(at: "").publication())
      #expect(try await nginx.get("a/x/", gzip).body == before.body)
      let stale = try await unpacked(before.body, nginx)
      #expect(try await nginx.get("a/x/").text != stale)
    }
  }

  @Test(arguments: NginxDesk.bases)
  func `a build that fails changes nothing`(base: String) async throws {
    try await withNginxDesk(at: base) { nginx in
      let before = try await nginx.get("a/x/")
      try nginx.desk.site.write(["content/ru/a/b.md": "---\ntitle: Б\n---\n\n[Нет](no.md)\n"])
      await #expect(throws: ProgramFailure.self) {
        try await nginx.desk.run(NginxRecipe(at: base).publication())
      }
      #expect(try await nginx.get("a/x/").body == before.body)
      for path in assets(of: before.text) { #expect(try await nginx.get(path).status == 200) }
    }
  }

  @Test(arguments: NginxDesk.bases)
  func `who reads while builds are swapped in never misses a file`(base: String) async throws {
    try await withNginxDesk(at: base) { nginx in
      try await readDuring(nginx, restyling: NginxRecipe(at: base).publication())
    }
  }

  @Test func `who reads while releases are sent never misses a file`() async throws {
    try await withReleases { nginx in
      try await readDuring(nginx, restyling: Self.release())
    }
  }

  /// Publishes three times while at least fifty pages are read, each with all that it needs.
  private func readDuring(_ nginx: NginxDesk, restyling publication: String) async throws {
    let seen = Styles()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for number in 1...3 {
          try nginx.desk.restyle(number)
          try await nginx.desk.run(publication)
        }
        await seen.end()
      }
      for page in ["", "a/x/", "en/a/x/", "search/", "no"] {
        group.addTask {
          while await seen.goesOn {
            let answer = try await nginx.get(page)
            #expect(answer.status == (page == "no" ? 404 : 200))
            let needed = assets(of: answer.text)
            #expect(!needed.isEmpty)
            for path in needed {
              #expect(try await nginx.get(path).status == 200, "\(page): \(path)")
            }
            await seen.add(needed.filter { $0.hasSuffix(".css") })
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(await seen.names.count >= 3, "pages of several builds have been read")
  }

  @Test func `releases are switched by a link, compressed, and the last three stay`() async throws {
    try await withReleases { nginx in
      let gzip = ["Accept-Encoding: gzip"]
      let publication = try Self.release()
      let page = try await nginx.get("a/x/", gzip)
      #expect(page.headers["content-encoding"] == "gzip")
      #expect(page.headers["content-length"] != nil, "compressed before it was asked for")
      let before = assets(of: try await nginx.get("a/x/").text)
      for number in 1...4 {
        try nginx.desk.restyle(number)
        try await nginx.desk.run(publication)
      }
      let now = try await nginx.get("a/x/")
      let packed = try await nginx.get("a/x/", gzip)
      #expect(try await unpacked(packed.body, nginx) == now.text)
      #expect(now.text != page.text)
      for path in before {
        #expect(try await nginx.get(path, gzip).status == 200, "\(path)")
        #expect(try await nginx.get(path).status == 200, "\(path)")
      }
      let releases = nginx.desk.home.appending(path: "srv/help/releases")
      let names = try FileManager.default.contentsOfDirectory(atPath: releases.path).sorted()
      #expect(names.count == 3)

      let back = try manualBlocks("publishing/rsync.md", "back", "sh")[0]
        .replacing("20261120-120000", with: names[0])
      try await nginx.desk.run("cd /srv/help\n" + back)
      #expect(try await nginx.get("a/x/").text != now.text)
    }
  }

  private func unpacked(_ body: Data, _ nginx: NginxDesk) async throws -> String {
    let file = nginx.desk.home.appending(path: "page.gz")
    try body.write(to: file)
    return try await output(of: "gzip", ["-dc", file.path], in: nginx.desk.home)
  }

  @Test func `a host with one folder gets files before pages and drops old ones last`()
    async throws
  {
    try await withReleases { nginx in
      let recipes = try manualBlocks("publishing/rsync.md", "plain", "sh")
      let srv = nginx.desk.home.appending(path: "srv/example/www")
      try FileManager.default.createDirectory(at: srv, withIntermediateDirectories: true)
      let send = { (recipe: String) in
        let lines = recipe.replacing("server:www", with: "server:/srv/example/www")
        try await nginx.desk.run("server=help\n" + lines, in: nginx.desk.site)
      }
      try await send(recipes[0])
      let old = assets(of: try nginx.desk.text("example/www/a/x/index.html"))
      try nginx.desk.restyle(1)
      try FileManager.default.removeItem(at: nginx.desk.site.appending(path: "content/en/a/x.md"))
      try await nginx.desk.run("spravka build", in: nginx.desk.site)
      try await send(recipes[0])
      let new = assets(of: try nginx.desk.text("example/www/a/x/index.html"))
      #expect(old != new)
      #expect((old + new).allSatisfy { nginx.desk.isThere("example/www/" + $0) })
      #expect(!nginx.desk.isThere("example/www/en/a/x/index.html"))
      try await send(recipes[1])
      #expect(new.allSatisfy { nginx.desk.isThere("example/www/" + $0) })
      #expect(old.filter { !nginx.desk.isThere("example/www/" + $0) }.count == 1)
    }
  }

  /// The site published once by rsync and served from its releases.
  ///
  /// In the place of ssh stands a program that runs the same words here; each publication has a
  /// second of its own.
  private func withReleases(_ body: (NginxDesk) async throws -> Void) async throws {
    _ = try ChildProgram.path(of: "rsync")
    try await withRecipeDesk { desk in
      try desk.add(
        program: "ssh",
        """
        while [ "${1#-}" != "$1" ]; do shift 2; done
        shift
        eval "$*"
        """)
      try desk.add(
        program: "date",
        """
        n=$(cat ~/.releases 2>/dev/null || echo 10)
        echo $((n + 1)) > ~/.releases
        echo 20261120-1200$n
        """)
      try await desk.run(Self.release())
      let blocks = try NginxRecipe(at: "").blocks().replacing("help/www", with: "help/current")
      try await withOwnServer(desk.placed(blocks)) { url in
        try await body(
          NginxDesk(
            desk: desk, port: #require(url.port.flatMap(UInt16.init(exactly:))),
            folder: desk.home.appending(path: "srv/help/current")))
      }
    }
  }
}

/// Which style sheets readers have come upon, and whether they are to go on.
private actor Styles {
  private(set) var names: Set<String> = []
  private var pages = 0
  private var isOver = false

  var goesOn: Bool { !isOver || pages < 50 }

  func add(_ sheets: [String]) {
    names.formUnion(sheets)
    pages += 1
  }

  func end() { isOver = true }
}
