import Foundation
import Testing

/// Which address nginx answers how, served as the manual says: at the top of a host and below a path.
struct NginxAddressTests {
  /// «старое/имя с пробелом».
  private static let cyrillic =
    "%D1%81%D1%82%D0%B0%D1%80%D0%BE%D0%B5/%D0%B8%D0%BC%D1%8F%20%D1%81%20"
    + "%D0%BF%D1%80%D0%BE%D0%B1%D0%B5%D0%BB%D0%BE%D0%BC"

  /// Addresses of old and where they lead, both without the base path.
  private static let old = [
    ("open/7/", "a/x/"), ("open/7", "a/x/"), ("old/page/", "a/x/"), ("old/page", "a/x/"),
    ("old/page.html", "a/x/"), ("en/open/7/", "en/a/x/"), ("en/old/page", "en/a/x/"),
    (cyrillic + "/", "a/x/"), (cyrillic.lowercased(), "a/x/"),
    ("old/a&b;$c.html", "a/x/"), ("old/a%26b%3B%24c.html", "a/x/"), ("Prices+100%25/", "a/x/"),
    ("old//page", "a/x/"), ("a/../old/page", "a/x/"), ("OLD/page", "a/x/"),
  ]

  @Test(arguments: NginxDesk.bases)
  func `old addresses lead on in one step and keep the query`(base: String) async throws {
    try await withNginxDesk(at: base) { nginx in
      for (source, target) in Self.old {
        let plain = try await nginx.get(source)
        #expect(plain.status == 301, "\(source)")
        #expect(plain.headers["location"] == "\(base)/\(target)", "\(source)")
        let asked = try await nginx.get(source + "?edition=box&q=%D1%84%0D%0AX:1")
        #expect(
          asked.headers["location"] == "\(base)/\(target)?edition=box&q=%D1%84%0D%0AX:1")
        #expect(asked.headers["x"] == nil)
        #expect(try await nginx.get(target).status == 200)
      }
    }
  }

  @Test(arguments: NginxDesk.bases)
  func `addresses of unlisted articles are pages, and no list names them`(
    base: String
  ) async throws {
    try await withNginxDesk(at: base) { nginx in
      for address in ["open/9/", "old/secret/"] {
        let answer = try await nginx.get(address)
        #expect(answer.status == 200)
        #expect(answer.text.contains("http-equiv=\"refresh\""))
      }
      let list = nginx.folder.appending(path: "redirects.map")
      #expect(try String(contentsOf: list, encoding: .utf8).contains("secret") == false)
    }
  }

  @Test(arguments: NginxDesk.bases)
  func `every address of the manifest is answered, and every other file of the site`(
    base: String
  ) async throws {
    try await withNginxDesk(at: base) { nginx in
      let data = try Data(contentsOf: nginx.folder.appending(path: "manifest.json"))
      let manifest = try JSONDecoder().decode(Manifest.self, from: data)
      #expect(manifest.pages.count > 10 && manifest.redirects.count == 8)
      for page in manifest.pages.keys {
        #expect(try await nginx.get(encoded(page)).status == 200, "\(page)")
      }
      for (source, target) in manifest.redirects {
        let answer = try await nginx.get(encoded(source))
        #expect(answer.status == 301, "\(source)")
        #expect(answer.headers["location"] == "\(base)/" + encoded(target), "\(source)")
        #expect(manifest.pages[target] != nil)
      }
      var count = 0
      for path in try FileManager.default.subpathsOfDirectory(atPath: nginx.folder.path) {
        let file = nginx.folder.appending(path: path)
        let isFile = try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile
        guard isFile == true, !Self.hidden.contains(path) else { continue }
        count += 1
        let status = try await nginx.get(encoded(path)).status
        #expect(status == 200 || status == 301 && path.hasPrefix("old/"), "\(path)")
      }
      #expect(count > 40)
    }
  }

  private struct Manifest: Decodable {
    let pages: [String: [String]]
    let redirects: [String: String]
  }

  private func encoded(_ path: String) -> String {
    let plain = CharacterSet(charactersIn: "/._-").union(.alphanumerics)
    return path.addingPercentEncoding(withAllowedCharacters: plain) ?? path
  }

  private static let hidden = [
    ".spravka", "_headers", "_redirects", "nginx.conf", "redirects.map",
  ]

  @Test(arguments: NginxDesk.bases)
  func `what is missing or hidden gets the page of its language, with 404`(
    base: String
  ) async throws {
    try await withNginxDesk(at: base) { nginx in
      try nginx.folder.write([
        ".git/config": "secret", "a/.env": "secret", "b/.x/index.md": "s", "en/.env": "secret",
      ])
      let russian = try await nginx.get("404.html").text
      let english = try await nginx.get("en/404.html").text
      #expect(russian.contains("lang=\"ru\"") && english.contains("lang=\"en\""))
      let missing =
        ["no", "no/such/page/", "a/x/no", "open/", "assets/", "assets/no.css", "ru"]
        + ["no/index.md", "no/feed.xml", "english/index.md"]
      let concealed = Self.hidden + [".git/config", "a/.env", "b/.x/index.md", "a/%2eenv"]
      for path in missing + concealed {
        let answer = try await nginx.get(path)
        #expect(answer.status == 404, "\(path)")
        #expect(answer.text == russian, "\(path)")
      }
      for path in [
        "en/no", "en/a/no/such/", "en/open/", "en/no/index.md", "en/no/feed.xml", "en/.env",
      ] {
        let answer = try await nginx.get(path)
        #expect(answer.status == 404, "\(path)")
        #expect(answer.text == english, "\(path)")
      }
      #expect(try await nginx.get(".well-known/security.txt").status == 200)
    }
  }

  @Test(arguments: NginxDesk.bases)
  func `no answer leads to another host`(base: String) async throws {
    try await withNginxDesk(at: base) { nginx in
      let paths = [
        "\(base)/a", "\(base)//a", "/\(base)/a", "//evil.example\(base)/old/page",
        "\(base)//evil.example/..//old/page", "\(base)/old/page?//evil.example",
        "\(base)/\\evil.example/", "\(base)/a?x=%0d%0aLocation:%20//evil.example",
        "http://evil.example\(base)/old/page", "\(base)/old/page#//evil.example", base,
      ]
      for path in paths where !path.isEmpty {
        for host in ["evil.example", "help.example"] {
          let answer = try await nginx.ask(path, host: host)
          let location = answer.headers["location"] ?? "/"
          #expect(location.hasPrefix("/") && !location.hasPrefix("//"), "\(path)")
          #expect(!location.contains("\\"), "\(path)")
        }
      }
      if !base.isEmpty {
        #expect(try await nginx.ask(base + "?q=1").headers["location"] == "\(base)/?q=1")
      }
    }
  }

  @Test func `thousands of old addresses, and very long ones, do not stop nginx`() async throws {
    try await withRecipeDesk { desk in
      let long = (1...3).map { _ in String(repeating: "щ", count: 120) }.joined(separator: "/")
      let aliases = (0..<3000).map { "old/number-\($0)" } + [long]
      let article = "---\ntitle: М\naliases: [\(aliases.joined(separator: ", "))]\n---\n\nСлова.\n"
      try desk.site.write(["content/ru/a/many.md": article])
      let recipe = NginxRecipe(at: "")
      try await desk.run(recipe.publication())
      try await withOwnServer(desk.placed(recipe.blocks())) { url in
        let port = try #require(url.port.flatMap(UInt16.init(exactly:)))
        for address in ["old/number-0", "old/number-2999/", long + "/"] {
          let answer = try await rawRequest("GET", "/" + encoded(address), port: port)
          #expect(answer.headers["location"] == "/a/many/")
        }
      }
    }
  }

  @Test func `two sites on one nginx keep their old addresses apart`() async throws {
    try await withRecipeDesk { desk in
      try await desk.run(NginxRecipe(at: "").publication())
      for folder in ["ru/a/", "en/a/"] {
        let articles = desk.site.appending(path: "content/" + folder)
        try FileManager.default.moveItem(
          at: articles.appending(path: "x.md"), to: articles.appending(path: "y.md"))
      }
      try desk.home.write(["srv/docs/made": ""])
      try await desk.run("spravka build --site ~/my-help --output /srv/docs/www")

      let one = try NginxRecipe(at: "").blocks()
      let server = one.components(separatedBy: "\nserver {")[1]
      let maps = try manualBlocks("publishing/nginx.md", "two", "nginx")[0]
      let sizes = one.components(separatedBy: "\nmap $uri")[0]
      let blocks = """
        \(sizes)
        \(maps)
        server {\(server)
        server {\(server.replacing("help.example", with: "docs.example")
          .replacing("/srv/help/", with: "/srv/docs/"))
        """
      try await withOwnServer(desk.placed(blocks)) { url in
        let port = try #require(url.port.flatMap(UInt16.init(exactly:)))
        for (host, target) in [("help.example", "/a/x/"), ("docs.example", "/a/y/")] {
          let answer = try await rawRequest("GET", "/open/7/", host: host, port: port)
          #expect(answer.headers["location"] == target)
        }
      }
    }
  }

  @Test func `below a base path the rest of the server stays as it is`() async throws {
    try await withNginxDesk(at: "/help") { nginx in
      let other = try await nginx.ask("/")
      #expect(other.text == "another site")
      #expect(other.headers["content-security-policy"] == nil)
      #expect(other.headers["cache-control"] == nil)
      #expect(try await nginx.ask("/run.php").text == "another program")
      let missing = try await nginx.ask("/no")
      #expect(missing.status == 404)
      #expect(missing.headers["content-security-policy"] == nil)
    }
  }
}
