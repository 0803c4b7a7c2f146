import Foundation
import Glibc
import Testing

@testable import SpravkaKit

// What is lost, and what the person is told: a repository that git will not or cannot read.

@Suite struct GitLossTests {
  private let scratch: ScratchFolder
  private let repo: GitFixture

  init() throws {
    scratch = try ScratchFolder()
    repo = try GitFixture(scratch)
    try repo.commit(
      [
        "content/site.yml": "title: S\nbaseURL: https://h.example\nlanguages: [ru]\n",
        "content/ru/_index.md": "---\ntitle: S\n---\n",
        "content/ru/a.md": "---\ntitle: A\n---\n\nText.\n",
        "content/ru/b.md": "---\ntitle: B\n---\n\nText.\n",
      ], on: "2026-01-05")
  }

  /// What a build of the repository says.
  private func findings(
    in top: String? = nil, git: GitProgram = .ofTests
  ) async throws -> String {
    let scanned = try await scan(top ?? repo.top, jobs: 2, git: git)
    let today = try #require(CalendarDate("2026-11-20"))
    let result = await build(scanned.tree, scanned: scanned.diagnostics, BuildOptions(today: today))
    let text = TextReport(file: scanned.tree.file(at:)).render(result.diagnostics)
    return String(decoding: text, as: UTF8.self).replacing(scratch.path, with: "…")
  }

  @Test func `a repository that can be read is no finding`() async throws {
    #expect(try await findings() == "")
  }

  @Test func `without a repository nothing is said, and nothing known`() async throws {
    try scratch.remove("repo/.git")
    #expect(try await findings() == "")
    #expect(try await repo.history() == History())
  }

  @Test func `a repository without commits has nothing to tell`() async throws {
    try scratch.remove("repo/.git")
    try repo.git("init", "-q")
    #expect(try await findings() == "")
    #expect(try await repo.history() == History())
  }

  @Test func `git that is not there is missed`() async throws {
    let expected = """
      warning: the last change of 2 articles is not known: there is a git repository, but no program \
      'git' on the PATH [git-history]
        hint: install git, or write 'updated' and 'revision' into the front matter
      1 warning

      """
    for path in ["", scratch.path, "/nowhere:\(scratch.path)"] {
      #expect(try await findings(git: GitProgram(searchPath: path)) == expected)
    }
  }

  @Test func `no program is taken from the folder that is worked on`() async throws {
    let known = FileManager.default.currentDirectoryPath
    #expect(findProgram("git", in: ":.:bin:" + known + "/nowhere") == nil)
    #expect(findProgram("sh", in: "bin::/bin") == "/bin/sh")
    try scratch.makeFolder("bin/git")
    #expect(findProgram("git", in: scratch.at("bin")) == nil)
  }

  @Test func `articles that say all by themselves miss nothing`() async throws {
    let front = "---\ntitle: A\nupdated: 2026-01-01\nrevision: 7\n---\n\nText.\n"
    try scratch.write("repo/content/ru/a.md", front)
    let one = try await findings(git: GitProgram(searchPath: ""))
    #expect(one.contains("the last change of 1 article is not known"))
    try scratch.write("repo/content/ru/b.md", front.replacing("title: A", with: "title: B"))
    #expect(try await findings(git: GitProgram(searchPath: "")) == "")
  }

  @Test func `a shallow clone knows no date from before it begins`() async throws {
    let early = try repo.clone(to: "one", depth: 1)
    #expect(
      try await early.known() == [
        "ru/_index.md": "beyond", "ru/a.md": "beyond", "ru/b.md": "beyond",
      ])
    try repo.commit(["content/ru/a.md": "---\ntitle: A\n---\n\nMore.\n"], on: "2026-02-05")
    let clone = try repo.clone(to: "two", depth: 1)
    try clone.commit(["content/ru/b.md": "---\ntitle: B\n---\n\nMore.\n"], on: "2026-03-05")
    #expect(
      try await clone.days() == [
        "ru/_index.md": "beyond", "ru/a.md": "beyond", "ru/b.md": "2026-03-05",
      ])
    #expect(
      try await findings(in: clone.top) == """
        warning: the last change of 1 article is not known: it lies before the commits that this \
        shallow clone holds [git-history]
          hint: fetch all: 'git fetch --unshallow', or 'fetch-depth: 0' where CI makes the clone
        1 warning

        """)
    try clone.git("worktree", "add", "-q", scratch.at("tree"), "-b", "tree")
    let tree = try await scan(scratch.at("tree"), jobs: 1, git: .ofTests).tree
    #expect(tree.history.changes["content/ru/a.md"] == .beyondClone)
    try clone.git("fetch", "-q", "--unshallow")
    #expect(try await findings(in: clone.top) == "")
  }

  @Test(.enabled(if: geteuid() == 0, "needs root, to give a folder away"))
  func `a repository of somebody else is said to be distrusted, in git's own words`() async throws {
    for path in ["repo", "repo/.git"] { _ = unsafe chown(scratch.at(path), 12345, 12345) }
    #expect(
      try await findings() == """
        warning: the last change of 2 articles is not known: git says: detected dubious ownership in \
        repository at '…/repo' [git-history]
          hint: if you trust it: git config --global --add safe.directory '…/repo'
        1 warning

        """)
    var trusting = GitProgram.ofTests
    trusting.inherited += [
      "GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=safe.directory", "GIT_CONFIG_VALUE_0=\(repo.top)",
    ]
    #expect(try await findings(git: trusting) == "")
  }

  @Test func `a repository that is damaged is told in git's own words`() async throws {
    try scratch.write("repo/.git/HEAD", "ref: refs/heads/gone\n")
    try scratch.write("repo/.git/refs/heads/gone", String(repeating: "0", count: 39) + "1\n")
    let text = try await findings()
    #expect(text.hasPrefix("warning: the last change of 2 articles is not known: git says: "))
    #expect(text.contains("[git-history]\n  hint: see what 'git log' says in the site's folder\n"))
    try scratch.remove("repo/.git")
    try scratch.write("repo/.git", "gitdir: /nowhere\n")
    #expect(try await findings().contains("git says: not a git repository: /nowhere ["))
  }

  @Test func `lines of the ignore file that name no commit are shown`() async throws {
    try scratch.write("repo/.git-blame-ignore-revs", "# Layout\nabc123\n")
    let one = """
      warning: line 2 of '.git-blame-ignore-revs' names no commit [git-history]
        hint: write all digits of the commit's hash, and remarks behind a '#'
      1 warning

      """
    #expect(try await findings() == one)
    try scratch.write("repo/.git-blame-ignore-revs", "# Layout\nabc123\nmain\n")
    #expect(try await findings() == one.replacing("line 2 of", with: "line 2 (and 1 more) of"))
  }

  @Test func `the configuration of a repository changes nothing and starts nothing`() async throws {
    let before = try await repo.known()
    let marker = scratch.at("started")
    try scratch.write("evil", "#!/bin/sh\ntouch '\(marker)'\n")
    try scratch.setPermissions("evil", 0o755)
    let evil = scratch.at("evil")
    let settings = [
      "core.fsmonitor": evil, "core.pager": evil, "pager.log": evil, "core.sshCommand": evil,
      "log.showSignature": "true", "gpg.program": evil, "diff.external": evil,
      "diff.x.command": evil, "diff.x.textconv": evil, "filter.x.clean": evil,
      "color.ui": "always", "log.date": "relative", "log.follow": "true", "log.showRoot": "false",
      "diff.renames": "copies", "diff.relative": "true", "diff.orderFile": "/nowhere",
      "log.decorate": "full", "format.pretty": "oneline", "log.diffMerges": "off",
      "core.abbrev": "4", "core.quotePath": "true", "notes.displayRef": "*",
    ]
    for (key, value) in settings { try repo.git("config", key, value) }
    try scratch.write("repo/.git/info/attributes", "*.md diff=x filter=x\n")
    #expect(try await repo.known() == before)
    #expect(scratch.text("started") == nil)
  }
}
