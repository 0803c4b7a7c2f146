import Foundation
import Glibc
import Testing

// What an ordinary user may not do. Where the tests run as root, the program runs as nobody; what
// it works on belongs to nobody then.

@Suite(.enabled(if: OrdinaryUser.isPossible, "this root cannot run programs as another user"))
struct PermissionTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try SampleSite.small.write(to: scratch, at: "site")
    try OrdinaryUser.own(scratch.path)
  }

  private func spravka(_ words: String...) throws -> Ended {
    try Program(words: OrdinaryUser.words + [Program.spravka] + words, folder: scratch.path).run()
  }

  private func allow(_ name: String, _ permissions: mode_t) {
    unsafe chmod(scratch.at(name), permissions)
  }

  @Test func `an article that may not be read is an error, and nothing is published`() throws {
    #expect(try spravka("build", "--site", "site").code == 0)
    let before = try FolderStamps(scratch.at("site/public"))
    allow("site/content/ru/a/a.md", 0)
    let ended = try spravka("build", "--site", "site")
    #expect(
      ended.error.hasPrefix(
        """
        content/ru/a/a.md: error: cannot be read: Permission denied [unreadable-file]
          hint: give yourself the right to read it, with chmod or chown

        """), "\(ended.error)")
    #expect(ended.code == 1)
    #expect(try FolderStamps(scratch.at("site/public")).touched(since: before) == [])
  }

  @Test func `a folder that may not be listed is an error`() throws {
    allow("site/content/ru/a", 0)
    let ended = try spravka("check", "--site", "site")
    allow("site/content/ru/a", 0o755)
    #expect(ended.error.hasPrefix("content/ru/a: error: cannot be read: Permission denied"))
    #expect(ended.code == 1)
  }

  @Test func `an output folder that may not be written is the machine's failure`() throws {
    #expect(try spravka("build", "--site", "site", "--output", "www/site").code == 0)
    try scratch.write("site/content/ru/a/a.md", SampleSite.page("Первая", "Новый текст."))
    let before = try FolderSnapshot(scratch.at("www/site"))
    allow("www/site", 0o555)
    allow("www", 0o555)
    let ended = try spravka("build", "--site", "site", "--output", "www/site")
    #expect(
      ended.error
        == "spravka: cannot make the folder 'www/site/.spravka-new': no permission; give this user"
        + " the right to it; the old site stands\n")
    #expect(ended.code == 3)
    allow("www", 0o755)
    allow("www/site", 0o755)
    #expect(try FolderSnapshot(scratch.at("www/site")).difference(from: before) == nil)
  }

  @Test func `a new output folder that may not be made is the machine's failure`() throws {
    try scratch.makeFolder("www")
    allow("www", 0o555)
    try OrdinaryUser.own(scratch.path)
    let ended = try spravka("build", "--site", "site", "--output", "www/a/b")
    #expect(
      ended.error
        == "spravka: cannot make the folder '\(scratch.path)/www/a': no permission; give this user"
        + " the right to it; nothing was published\n")
    #expect(ended.code == 3)
  }

  @Test func `a folder above that may not be written makes it go file by file`() throws {
    #expect(try spravka("build", "--site", "site", "--output", "www/site").code == 0)
    try scratch.write("site/content/ru/a/a.md", SampleSite.page("Первая", "Новый текст."))
    allow("www", 0o555)
    let ended = try spravka("build", "--site", "site", "--output", "www/site")
    allow("www", 0o755)
    #expect(
      ended.error.hasSuffix(
        "The site was published file by file: the folder above the output folder cannot be written:"
          + " Permission denied.\n"), "\(ended.error)")
    #expect(ended.code == 0)
    #expect(try spravka("build", "--site", "site", "--output", "reference").code == 0)
    let reference = try FolderSnapshot(scratch.at("reference"))
    #expect(try FolderSnapshot(scratch.at("www/site")).difference(from: reference) == nil)
  }

  @Test func `a site of somebody else's may be read and built elsewhere`() throws {
    for name in ["site/content", "site"] { allow(name, 0o555) }
    let ended = try spravka("build", "--site", "site")
    #expect(ended.code == 3)
    #expect(ended.error.contains("no permission"), "\(ended.error)")
    #expect(try spravka("build", "--site", "site", "--output", "www").code == 0)
    allow("site", 0o755)
  }

  @Test func `a new site where nothing may be written is the machine's failure`() throws {
    try scratch.makeFolder("closed")
    allow("closed", 0o555)
    let ended = try spravka("init", "closed/site")
    #expect(ended.error == "spravka: cannot make the folder 'closed/site': Permission denied\n")
    #expect(ended.code == 3)
  }

  @Test func `a new article where nothing may be written is the machine's failure`() throws {
    allow("site/content/ru/a", 0o555)
    let ended = try spravka("new", "a/qr.md", "--title", "x", "--site", "site")
    allow("site/content/ru/a", 0o755)
    #expect(
      ended.error == "spravka: cannot write 'site/content/ru/a/qr.md': Permission denied\n")
    #expect(ended.code == 3)
    allow("site/content/ru", 0o555)
    let category = try spravka("new", "b/_index.md", "--title", "x", "--site", "site")
    allow("site/content/ru", 0o755)
    #expect(
      category.error == "spravka: cannot make the folder 'site/content/ru/b': Permission denied\n")
    #expect(category.code == 3)
  }

  @Test func `the user does not show in the output`() throws {
    #expect(try spravka("build", "--site", "site", "--output", "www").code == 0)
    #expect(try scratch.spravka("build", "--site", "site", "--output", "reference").code == 0)
    let reference = try FolderSnapshot(scratch.at("reference"))
    #expect(try FolderSnapshot(scratch.at("www")).difference(from: reference) == nil)
  }
}

/// Somebody who is not root.
private enum OrdinaryUser {
  private static let nobody: uid_t = 65534

  /// The words before those of a program that make it run as that user.
  static let words: [String] =
    geteuid() == 0
    ? ["setpriv", "--reuid=\(nobody)", "--regid=\(nobody)", "--clear-groups"] : []

  static let isPossible: Bool = {
    let program = Program(words: words + [Program.spravka, "--version"], folder: "/")
    return (try? program.run().code) == 0
  }()

  /// Gives a folder and all below it to that user.
  static func own(_ path: String) throws {
    guard geteuid() == 0 else { return }
    try FolderStamps.walk(path) { name, _ in unsafe chown(path + "/" + name, nobody, nobody) }
  }
}
