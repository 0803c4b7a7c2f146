import Testing

@testable import SpravkaKit

// Real repositories: what is taken for the last change of an article.

@Suite struct GitHistoryTests {
  private let repo: GitFixture

  init() throws {
    repo = try GitFixture(ScratchFolder())
  }

  @Test func `each file has the day and the hash of the last commit that touched it`() async throws
  {
    let first = try repo.commit(["content/ru/a.md": "1", "content/ru/b.md": "1"], on: "2026-01-05")
    let second = try repo.commit(["content/ru/b.md": "2", "README": "r"], on: "2026-02-05")
    try repo.commit(["README": "s"], on: "2026-03-05")
    #expect(
      try await repo.known() == [
        "ru/a.md": "2026-01-05 " + first.prefix(8), "ru/b.md": "2026-02-05 " + second.prefix(8),
      ])
  }

  @Test func `the day is the one of the committer's own zone`() async throws {
    try repo.commit(["content/ru/a.md": "1"], on: "2026-01-01T23:30:00-1100")
    try repo.commit(["content/ru/b.md": "1"], on: "2026-01-03T00:30:00+1400")
    #expect(try await repo.days() == ["ru/a.md": "2026-01-01", "ru/b.md": "2026-01-03"])
  }

  @Test func `what is not committed, or only written, changes nothing`() async throws {
    try repo.commit(["content/ru/a.md": "1"], on: "2026-01-05")
    try repo.scratch.write("repo/content/ru/a.md", "2")
    try repo.scratch.write("repo/content/ru/new.md", "1")
    try repo.scratch.write("repo/content/ru/added.md", "1")
    try repo.git("add", "content/ru/added.md")
    #expect(try await repo.days() == ["ru/a.md": "2026-01-05"])
  }

  @Test func `names may hold anything`() async throws {
    let names = ["ru/ёж.md", "ru/с пробелом.md", "ru/a\"b\\.md", "ru/:(top)x.md", "ru/*.md"]
    for (month, name) in names.enumerated() {
      try repo.commit(["content/" + name: name], on: "2026-0\(month + 1)-05")
    }
    let days = try await repo.days()
    #expect(names.map { days[$0] } == (1...5).map { "2026-0\($0)-05" })
  }

  @Test func `a file that only got another name has not changed`() async throws {
    try repo.commit(["content/ru/a.md": "one", "content/ru/b.md": "two"], on: "2026-01-05")
    try repo.move("content/ru/a.md", "content/ru/x/c.md")
    try repo.commit(on: "2026-02-05")
    try repo.move("content/ru/x/c.md", "content/ru/d.md")
    try repo.commit(on: "2026-03-05")
    // A new one under the oldest name.
    try repo.commit(["content/ru/a.md": "three"], on: "2026-04-05")
    #expect(
      try await repo.days() == [
        "ru/a.md": "2026-04-05", "ru/b.md": "2026-01-05", "ru/d.md": "2026-01-05",
      ])
  }

  @Test func `a file that was renamed and edited has changed`() async throws {
    let text = String(repeating: "A line of an article.\n", count: 50)
    try repo.commit(["content/ru/a.md": text], on: "2026-01-05")
    try repo.move("content/ru/a.md", "content/ru/b.md")
    try repo.commit(["content/ru/b.md": text + "One more.\n"], on: "2026-02-05")
    #expect(try await repo.days() == ["ru/b.md": "2026-02-05"])
  }

  @Test func `a file that was deleted and came back is as old as its return`() async throws {
    try repo.commit(["content/ru/a.md": "1"], on: "2026-01-05")
    try repo.git("rm", "-q", "content/ru/a.md")
    try repo.commit(on: "2026-02-05")
    try repo.commit(["content/ru/a.md": "1"], on: "2026-03-05")
    #expect(try await repo.days() == ["ru/a.md": "2026-03-05"])
  }

  @Test func `a merge counts only for what it has changed itself`() async throws {
    let lines = (1...9).map { "line \($0)\n" }
    let text = { (first: String, last: String) in
      ([first] + lines + [last]).joined(separator: "")
    }
    try repo.commit(
      ["content/ru/a.md": text("a\n", "a\n"), "content/ru/b.md": "1"], on: "2026-01-05")
    try repo.git("checkout", "-q", "-b", "side")
    try repo.commit(
      ["content/ru/a.md": text("a\n", "side\n"), "content/ru/s.md": "1"], on: "2026-02-05")
    try repo.git("checkout", "-q", "main")
    try repo.commit(["content/ru/a.md": text("main\n", "a\n")], on: "2026-03-05")
    try repo.git("merge", "-q", "--no-ff", "-m", "m", "side", date: "2026-04-05T12:00:00+0300")
    // Git put the two edits of a.md together, so that the text is of neither side.
    #expect(
      try await repo.days() == [
        "ru/a.md": "2026-04-05", "ru/b.md": "2026-01-05", "ru/s.md": "2026-02-05",
      ])
  }

  @Test func `commits of the ignore file are left out, and renames in them followed`() async throws
  {
    let first = try repo.commit(["content/ru/a.md": "1", "content/ru/b.md": "2"], on: "2026-01-05")
    try repo.move("content/ru/b.md", "content/ru/c.md")
    let layout = try repo.commit(
      ["content/ru/a.md": "1\n", "content/ru/new.md": "3"], on: "2026-02-05")
    try repo.scratch.write(
      "repo/.git-blame-ignore-revs",
      "# Layout\n\n\(layout)  # all of it\nmain\n\(layout.prefix(9))\n")
    let history = try await repo.history()
    #expect(history.misreadLines == [4, 5])
    #expect(
      try await repo.known() == [
        "ru/a.md": "2026-01-05 " + first.prefix(8), "ru/c.md": "2026-01-05 " + first.prefix(8),
      ])
  }

  @Test func `a site may lie deep in its repository`() async throws {
    try repo.commit(
      ["docs/Сайт/content/ru/a.md": "1", "content/ru/a.md": "other"], on: "2026-01-05")
    try repo.commit(["content/ru/a.md": "another"], on: "2026-02-05")
    #expect(try await repo.days(site: "docs/Сайт") == ["ru/a.md": "2026-01-05"])
  }

  @Test func `the content folder may be a repository of its own, or a link to another folder`()
    async throws
  {
    let scratch = repo.scratch
    try scratch.makeFolder("site")
    let inner = try GitFixture(scratch, "site/content")
    try inner.commit(["ru/a.md": "1"], on: "2026-01-05")
    let history = try await scan(scratch.at("site"), jobs: 1, git: .ofTests).tree.history
    #expect(Array(history.changes.keys) == ["content/ru/a.md"])
    try repo.commit(["texts/ru/a.md": "1"], on: "2026-02-05")
    try scratch.link("repo/content", to: "texts")
    #expect(try await repo.days() == ["ru/a.md": "2026-02-05"])
  }

  @Test func `a worktree and a submodule know the history as well`() async throws {
    try repo.commit(["content/ru/a.md": "1"], on: "2026-01-05")
    try repo.git("worktree", "add", "-q", repo.scratch.at("tree"), "-b", "tree")
    let other = try GitFixture(repo.scratch, "outer")
    try other.git(
      "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", repo.top, "help")
    for place in ["tree", "outer/help"] {
      let tree = try await scan(repo.scratch.at(place), jobs: 1, git: .ofTests).tree
      #expect(tree.history.changes.count == 1, "\(place)")
    }
  }

  @Test func `a hundred commits that touch no article do not hide the one that does`() async throws
  {
    try repo.commit(["content/ru/a.md": "1"], on: "2026-01-05")
    for number in 1...100 { try repo.commit(["x": "\(number)"], on: "2026-02-05") }
    #expect(try await repo.days() == ["ru/a.md": "2026-01-05"])
  }
}
