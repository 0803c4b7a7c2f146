import Foundation
import Glibc
import Testing

/// Changes of many files, and changes as programs make them.
struct PreviewChangeTests {
  private static func article(_ number: Int, _ text: String) -> (String, String) {
    ("content/ru/a/n\(number).md", "---\ntitle: Номер \(number)\n---\n\n## Коротко\n\n\(text)\n")
  }

  private static func articles(_ numbers: Range<Int>, _ text: String) -> [String: String] {
    Dictionary(uniqueKeysWithValues: numbers.map { article($0, "\(text)\($0)x") })
  }

  @Test func `a program that never stops writing does not hold up the rest`() async throws {
    try await withSmallSite { preview in
      let log = preview.site.appending(path: "content/ru/scratch.log")
      let noise = Task {
        var lines = 0
        while !Task.isCancelled {
          lines += 1
          try Data("\(lines)".utf8).write(to: log)
          try await Task.sleep(for: .milliseconds(40))
        }
      }
      defer { noise.cancel() }
      try await preview.wait(until: "the noise is heard") { try await preview.version() > 1 }
      try preview.say("content/ru/a/one.md", "title: Первая", "title: Новое имя")
      // Lists wait for the whole site.
      try await preview.wait(for: "/a/", "Новое имя")
    }
  }

  @Test func `a git checkout is one update, right at its end`() async throws {
    try await withSmallSite(adding: Self.articles(0..<300, "old")) { preview in
      func git(_ words: String...) async throws {
        let author = ["-c", "user.name=a", "-c", "user.email=a@help.example"]
        _ = try await output(of: "git", author + words, in: preview.site)
      }
      try await git("init", "-q", "-b", "old")
      try await git("add", "content")
      try await git("commit", "-q", "-m", "old")
      try await git("checkout", "-q", "-b", "new")
      try preview.site.write(Self.articles(0..<150, "new"))
      try preview.site.write(Self.articles(1000..<1100, "new"))
      try preview.remove("content/ru/a/n299.md")
      try await git("add", "-A", "content")
      try await git("commit", "-q", "-m", "new")
      try await preview.wait(for: "/a/n149/", "new149x")
      for (branch, word) in [("old", "old"), ("new", "new"), ("old", "old")] {
        let before = try await preview.quietVersion()
        try await git("checkout", "-q", branch)
        try await preview.wait(for: "/a/n149/", "\(word)149x")
        // A change of a page alone may come before, when git is held up at its first file.
        #expect((1...2).contains(try await preview.quietVersion() - before), "\(branch)")
        for number in stride(from: 0, to: 150, by: 7) {
          #expect(try await preview.page("/a/n\(number)/").contains("\(word)\(number)x"))
        }
        #expect(try await preview.status("/a/n1050/") == (branch == "new" ? 200 : 404))
        #expect(try await preview.status("/a/n299/") == (branch == "new" ? 404 : 200))
      }
    }
  }

  @Test func `what the system had no room to tell is found all the same`() async throws {
    let limit = try #require(
      Int(
        try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
          .trimmingCharacters(in: .whitespacesAndNewlines)))
    try await withSmallSite(adding: Self.articles(0..<40, "old")) { preview in
      _ = try await preview.quietVersion()
      let process = try previewProcess(of: preview.site)
      kill(process, SIGSTOP)
      let files = (0..<40).map { preview.site.appending(path: Self.article($0, "").0) }
      // One after the other, since the same news twice in a row are told once.
      for count in 0...limit { try Data("a".utf8).write(to: files[count % 40]) }
      try preview.site.write(Self.articles(0..<40, "new"))
      try preview.site.write(Self.articles(40..<60, "late"))
      kill(process, SIGCONT)
      try await preview.wait(for: "/a/n59/", "late59x")
      for number in 0..<40 {
        #expect(try await preview.page("/a/n\(number)/").contains("new\(number)x"))
      }
    }
  }

  @Test func `folders that are renamed, removed and made again are followed`() async throws {
    try await withSmallSite(adding: Self.articles(0..<3, "old")) { preview in
      let (old, new) = ("content/ru/a", "content/ru/b")
      try preview.move(old, new)
      try await preview.wait(for: "/b/n1/", "old1x")
      #expect(try await preview.status("/a/n1/") == 404)
      try preview.say("content/ru/b/n1.md", "old1x", "moved")
      try await preview.wait(for: "/b/n1/", "moved")
      try preview.remove(new)
      try await preview.wait(for: "/b/n1/", status: 404)
      try preview.site.write(["content/ru/b/c/_index.md": "---\ntitle: Глубже\n---\n"])
      try preview.site.write(["content/ru/b/c/deep.md": "---\ntitle: Глубоко\n---\n\nГлубина.\n"])
      try await preview.wait(for: "/b/c/deep/", "Глубина")
      try preview.say("content/ru/b/c/deep.md", "Глубина", "Впадина")
      try await preview.wait(for: "/b/c/deep/", "Впадина")
      // The whole content, away and back, with another text.
      try preview.move("content", "away")
      try preview.say("away/ru/b/c/deep.md", "Впадина", "Пучина")
      let before = try await preview.quietVersion()
      try await Task.sleep(for: .seconds(2))
      #expect(try await preview.version() == before, "what is gone is told once")
      #expect(try await preview.page("/b/c/deep/").contains("Впадина"))
      try preview.move("away", "content")
      try await preview.wait(for: "/b/c/deep/", "Пучина")
      try preview.say("content/ru/b/c/deep.md", "Пучина", "Бездна")
      try await preview.wait(for: "/b/c/deep/", "Бездна")
    }
  }

  @Test func `the first template of a site is noticed`() async throws {
    try await withSmallSite { preview in
      let footer = try String(
        contentsOf: checkout.appending(path: "templates/footer.mustache"), encoding: .utf8)
      try preview.site.write(["templates/footer.mustache": footer + "<p>new footer</p>\n"])
      try await preview.wait(for: "/", "new footer")
      try preview.say("templates/footer.mustache", "new footer", "other footer")
      try await preview.wait(for: "/", "other footer")
      try preview.remove("templates")
      try await preview.wait(until: "the footer is the theme's again") {
        !(try await preview.page("/").contains("other footer"))
      }
    }
  }

  @Test func `names that servers ask for are noticed`() async throws {
    try await withSmallSite { preview in
      try preview.site.write(["content/_static/.well-known/security.txt": "Contact"])
      try await preview.wait(for: "/.well-known/security.txt", "Contact")
      #expect(try await preview.status("/.well-known") == 400)
      #expect(try await preview.status("/.well-known/.git/config") == 400)
    }
  }

  @Test func `a file that came out empty on a full disk is shown and heals`() async throws {
    try await withSmallSite { preview in
      let file = preview.site.appending(path: "content/ru/a/one.md")
      let text = try Data(contentsOf: file)
      for _ in 0..<3 {
        try Data().write(to: file)
        try await preview.wait(until: "it is gone from the page") {
          !(try await preview.page("/a/one/").contains("Текст первой"))
        }
        try text.write(to: file)
        try await preview.wait(for: "/a/one/", "Текст первой")
      }
    }
  }
}
