import Glibc
import Testing

@testable import SpravkaKit

// Programs named `git` that do what git never should.

@Suite struct FakeGitTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try scratch.makeFolder("site/.git")
    try scratch.write("site/content/ru/a.md", "---\ntitle: A\n---\n")
  }

  /// What comes of a `git` that is a script.
  private func history(_ script: String, patience: Duration = .seconds(30)) throws -> History {
    try scratch.write("bin/git", script)
    try scratch.setPermissions("bin/git", 0o755)
    var git = GitProgram(searchPath: scratch.at("bin"), inherited: ["PATH=/usr/bin:/bin"])
    git.patience = patience
    let ask = { git.history(of: [RawPath("content/ru/a.md")], in: scratch.at("site/content")) }
    var history = ask()
    // A test beside this one may have started a program while the script was being written, and
    // with it a descriptor that is open for writing still.
    for _ in 1...100 where history.loss?.reason.contains("Text file busy") == true {
      usleep(20_000)
      history = ask()
    }
    return history
  }

  private static let hash = String(repeating: "a", count: 40)
  private static let answer = "printf '\\0\(hash) 2026-01-05\\0\\nA\\0content/ru/a.md\\0'"

  private static let failures: [(script: String, reason: String)] = [
    ("exit 3", "git ended with code 3"),
    ("echo 'warning: hm' >&2; echo 'fatal: no luck' >&2; exit 128", "git says: no luck"),
    ("printf 'fatal: \\033[31m\\377' >&2; exit 1", "git says: \\x1B[31m\\xFF"),
    ("kill -9 $$", "git was ended by signal 9"),
    ("echo hello; printf '\\0\\0x'", "git gave an answer that is no history"),
    ("exec cat /dev/zero", "git gave an answer that is no history"),
    ("exec yes", "git gave an answer that is no history"),
    ("printf '\\0\(hash) 2026-01-05\\0\\nM'", "git gave an answer that is no history"),
    ("printf '\\0\(hash) 2026-01-05\\0\\nM\\0b\\0'; exit 1", "git ended with code 1"),
    ("head -c 1000000 /dev/zero >&2; exit 5", "git ended with code 5"),
  ]

  func `a git that fails leaves no history`(script: String, reason: String) throws {
    let history = try history("#!/bin/sh\n" + script + "\n")
    #expect(history.loss?.reason == reason)
    #expect(history.changes.isEmpty)
  }

  @Test(
    arguments: [
      "sleep 1000", "trap '' TERM INT HUP; sleep 1000", "exec >&- 2>&-; sleep 1000",
      "sleep 1000 & exit 0",
    ])
  func `a git that hangs is ended, with all that it has started`(script: String) throws {
    let script = "#!/bin/sh\necho $$ > '\(scratch.at("number"))'\n\(script)\n"
    let start = ContinuousClock.now
    let history = try history(script, patience: .milliseconds(300))
    #expect(history.loss?.reason == "git gave no answer for too long and was ended")
    #expect(ContinuousClock.now - start < .seconds(20))
    let number = try #require(scratch.text("number").flatMap { pid_t($0.dropLast()) })
    // What was killed may still wait for `init` to take notice.
    for _ in 1...1000 where kill(-number, 0) == 0 { usleep(10_000) }
    #expect(kill(-number, 0) != 0)
  }

  @Test func `a git that goes on and on is ended when all is known`() throws {
    let history = try history(
      "#!/bin/sh\n\(Self.answer)\nwhile :; do printf '\\0'; done\n")
    #expect(history.loss == nil)
    #expect(history.changes.count == 1)
  }

  @Test func `a git that speaks slowly is heard to its end`() throws {
    let history = try history(
      "#!/bin/sh\nsleep 0.3\n\(Self.answer)\nsleep 0.3\n", patience: .seconds(20))
    #expect(history.changes.count == 1)
  }

  @Test func `a program that cannot be started is named`() throws {
    let history = try history("no script")
    #expect(
      history.loss?.reason == "cannot start '\(scratch.at("bin/git"))': Exec format error")
  }

  @Test func `git hears nothing of our own input and variables`() throws {
    let log = scratch.at("heard")
    _ = try history("#!/bin/sh\nenv > '\(log)'; wc -c >> '\(log)'\n\(Self.answer)\n")
    let heard = try #require(scratch.text("heard"))
    #expect(heard.hasSuffix("\n0\n"))
    #expect(heard.contains("GIT_ALLOW_PROTOCOL=none\n"))
    #expect(!heard.contains("GIT_DIR"))
    #expect(!heard.contains("HOME="))
  }
}
