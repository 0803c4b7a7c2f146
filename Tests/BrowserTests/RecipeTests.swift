import Foundation
import Testing

/// The recipes for CI and for storage, as far as they can be run on one machine: what they download
/// is a file, what they install is there already.
struct RecipeTests {
  /// The lines of a recipe in YAML, by job and step, as Python's YAML reads it.
  private func scripts(_ page: String, _ desk: RecipeDesk) async throws -> [String: String] {
    try await scripts(of: manualBlocks(page, "file", "yaml")[0], desk)
  }

  private func scripts(of block: String, _ desk: RecipeDesk) async throws -> [String: String] {
    try desk.home.write(["recipe.yml": block + "\n"])
    let reader = checkout.appending(path: "Tests/BrowserTests/Readers/workflow.py")
    let json = try await output(
      of: "bash", ["-c", "python3 \"$0\" < recipe.yml", reader.path], in: desk.home)
    return try JSONDecoder().decode([String: String].self, from: Data(json.utf8))
  }

  /// An archive like that of `make dist`, and what it needs to be installed by a recipe.
  private func prepare(_ desk: RecipeDesk) async throws -> [String: String] {
    for name in ["apt-get", "sudo"] { try desk.add(program: name, "echo \"$@\"") }
    try FileManager.default.removeItem(at: desk.home.appending(path: "bin/spravka"))
    try await desk.run(
      """
      mkdir -p dist/spravka-0
      cp '\(spravka.path)' dist/spravka-0/
      tar -czf s.tar.gz -C dist spravka-0
      """)
    return [
      "SPRAVKA_ARCHIVE": "file://\(desk.home.path)/s.tar.gz", "RUNNER_TEMP": desk.home.path + "/t",
      "GITHUB_PATH": desk.home.path + "/path", "GITHUB_WORKSPACE": desk.site.path,
    ]
  }

  @Test func `the workflow for GitHub installs, checks and builds`() async throws {
    try await withRecipeDesk { desk in
      let steps = try await scripts("publishing/github.md", desk)
      #expect(steps.keys.sorted() == ["help/Поставить Spravka", "help/Проверить", "help/Собрать"])
      var environment = try await prepare(desk)
      try await desk.run(steps["help/Поставить Spravka"] ?? "", in: desk.site, environment)
      let added = try String(
        contentsOf: desk.home.appending(path: "path"), encoding: .utf8
      ).trimmingCharacters(in: .newlines)
      environment["PATH"] = "\(added):\(desk.home.path)/bin:/usr/bin:/bin"
      try await desk.run(steps["help/Проверить"] ?? "", in: desk.site, environment)
      try await desk.run(steps["help/Собрать"] ?? "", in: desk.site, environment)
      let page = desk.site.appending(path: "public/a/x/index.html").path
      #expect(FileManager.default.fileExists(atPath: page))

      try desk.site.write(["content/ru/a/b.md": "---\ntitle: Б\n---\n\n[Нет](no.md)\n"])
      await #expect {
        try await desk.run(steps["help/Проверить"] ?? "", in: desk.site, environment)
      } throws: {
        "\($0)".contains("::error file=content/ru/a/b.md,line=5")
      }
    }
  }

  @Test func `the pipeline for GitLab installs, checks, builds and compresses`() async throws {
    try await withRecipeDesk { desk in
      let jobs = try await scripts("publishing/gitlab.md", desk)
      #expect(jobs.keys.sorted() == ["check", "pages"])
      let environment = try await prepare(desk)
      for name in ["check", "pages"] {
        let lines = try #require(jobs[name])
          .replacing("/opt/spravka", with: desk.home.path + "/opt/spravka")
        try await desk.run(lines, in: desk.site, environment)
      }
      for path in ["a/x/index.html", "a/x/index.html.gz", "search/api.js.gz"] {
        let file = desk.site.appending(path: "public/" + path).path
        #expect(FileManager.default.fileExists(atPath: file), "\(path)")
      }
    }
  }

  @Test func `storage gets files before pages, and loses old ones last`() async throws {
    _ = try ChildProgram.path(of: "rclone")
    try await withRecipeDesk { desk in
      let recipes = try manualBlocks("publishing/s3.md", "publish", "sh")
      let bucket = desk.home.appending(path: "bucket/help-example")
      let kind = [
        "RCLONE_CONFIG_HELP_TYPE": "alias",
        "RCLONE_CONFIG_HELP_REMOTE": desk.home.path + "/bucket",
      ]
      let files = {
        Set(try FileManager.default.subpathsOfDirectory(atPath: bucket.path))
          .filter { $0.contains(".") && !$0.hasSuffix(".well-known") }
      }
      try await desk.run(recipes[0], in: desk.site, kind)
      let first = try files()
      #expect(first.isSuperset(of: ["a/x/index.html", "search/api.js", "search/ru.json"]))
      #expect(first.contains { $0.hasPrefix("assets/site.") && $0.hasSuffix(".css") })
      #expect(first.contains { $0.hasPrefix("search/ru/") })
      let hidden: Set = [".spravka", "_headers", "_redirects", "nginx.conf", "redirects.map"]
      #expect(first.isDisjoint(with: hidden))

      try desk.restyle(1)
      try FileManager.default.removeItem(at: desk.site.appending(path: "content/en/a/x.md"))
      try await desk.run(recipes[0], in: desk.site, kind)
      let second = try files()
      #expect(!second.contains("en/a/x/index.html"))
      let isAsset = { (path: String) in path.hasPrefix("assets/") }
      #expect(second.filter(isAsset).isSuperset(of: first.filter(isAsset)))

      try await desk.run("bucket=help:help-example\n" + recipes[1], in: desk.site, kind)
      let last = try files()
      #expect(second.subtracting(last).count == 1)
      #expect(last.subtracting(["x"]).allSatisfy { !hidden.contains($0) })
    }
  }

  @Test func `the parts of GitLab's jobs make one site`() async throws {
    try await withRecipeDesk { desk in
      let block = try manualBlocks("publishing/gitlab.md", "parts", "yaml")[0]
      let jobs = try await scripts(of: "default: {before_script: []}\n" + block, desk)
      for number in 1...3 {
        let runner = ["CI_NODE_INDEX": "\(number)", "CI_NODE_TOTAL": "3"]
        try await desk.run(jobs["parts"] ?? "", in: desk.site, runner)
      }
      try await desk.run(jobs["pages"] ?? "", in: desk.site)
      try await desk.run("spravka build --output whole", in: desk.site)
      try await desk.run("diff -r --exclude=.spravka public whole", in: desk.site)
    }
  }

  @Test func `Netlify and Cloudflare Pages below a path find their files at the top`()
    async throws
  {
    try await withRecipeDesk(at: "/help") { desk in
      try await desk.run(manualBlocks("publishing/base-path.md", "root", "sh")[0])
      for path in ["_headers", "_redirects", "help/index.html"] {
        let file = desk.home.appending(path: "out/" + path).path
        #expect(FileManager.default.fileExists(atPath: file), "\(path)")
      }
    }
  }
}
