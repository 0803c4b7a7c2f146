import Foundation
import Glibc
import Testing

/// How editors write a file: nobody should see what stands there meanwhile.
struct PreviewEditorTests {
  private static let file = "content/ru/a/one.md"
  private static func text(_ word: String) -> String {
    "---\ntitle: Первая\n---\n\n## Коротко\n\nСлово \(word).\n"
  }

  /// Each saves a text to the file in the folder.
  static let editors: [(name: String, save: @Sendable (Folder, String) throws -> Void)] = [
    (
      "in place",
      { folder, text in try folder.write("one.md", text) }
    ),
    (
      "vim",
      { folder, text in
        try folder.write(".one.md.swp", "swap")
        try folder.write("4913", "")
        try folder.remove("4913")
        try folder.move("one.md", "one.md~")
        try folder.write("one.md", text)
        try folder.remove("one.md~")
        try folder.remove(".one.md.swp")
      }
    ),
    (
      "emacs",
      { folder, text in
        try folder.link(".#one.md", "writer@desk.1234:5678")
        try folder.write("#one.md#", "half of it")
        try folder.write("one.md", text)
        try folder.remove("#one.md#")
        try folder.remove(".#one.md")
      }
    ),
    (
      "JetBrains",
      { folder, text in
        try folder.write("one.md___jb_tmp___", text)
        try folder.move("one.md", "one.md___jb_old___")
        try folder.move("one.md___jb_tmp___", "one.md")
        try folder.remove("one.md___jb_old___")
      }
    ),
    (
      "Kate, gedit and others that rename",
      { folder, text in
        try folder.write("one.md.AbC123", text)
        try folder.move("one.md.AbC123", "one.md")
      }
    ),
    (
      "sed -i",
      { folder, text in
        try folder.write("sedXyZ", text)
        try folder.move("sedXyZ", "one.md")
      }
    ),
  ]

  @Test(arguments: editors.map(\.name))
  func `nobody sees what an editor has there meanwhile`(name: String) async throws {
    let save = try #require(Self.editors.first { $0.name == name }).save
    try await withSmallSite(adding: [Self.file: Self.text("word0x")]) { preview in
      let folder = Folder(url: preview.site.appending(path: "content/ru/a"))
      _ = try await preview.quietVersion()
      let reader = Task {
        var seen: Set<String> = []
        while !Task.isCancelled {
          let page = try await preview.page("/a/one/")
          seen.insert(page.firstMatch(of: #/word\d+x/#).map { String($0.output) } ?? "nothing")
          try? await Task.sleep(for: .milliseconds(2))
        }
        return seen
      }
      for number in 1...12 {
        try save(folder, Self.text("word\(number)x"))
        try await preview.wait(for: "/a/one/", "word\(number)x")
        // Some saves come before the last is settled, some after.
        if number % 4 == 0 { _ = try await preview.quietVersion() }
      }
      _ = try await preview.quietVersion()
      reader.cancel()
      let seen = try await reader.value
      #expect(seen.allSatisfy { $0.hasPrefix("word") }, "\(seen)")
      let home = try await preview.page("/_spravka/page/a/one/")
      #expect(home.contains(#""findings":[]"#), "\(home)")
      #expect(try await preview.page("/a/one/").contains("word12x"))
    }
  }

  @Test func `a file that comes in two parts is right at its end`() async throws {
    try await withSmallSite { preview in
      let file = preview.site.appending(path: Self.file)
      for pause in [0, 5, 100, 400] {
        let text = Self.text("part\(pause)x") + "\nКонец.\n"
        try Data(text.utf8.prefix(20)).write(to: file)
        try await Task.sleep(for: .milliseconds(pause))
        let handle = try FileHandle(forWritingTo: file)
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(text.utf8.dropFirst(20)))
        try handle.close()
        try await preview.wait(for: "/a/one/", "part\(pause)x")
        _ = try await preview.quietVersion()
        let said = try await preview.page("/_spravka/page/a/one/")
        #expect(said.contains(#""findings":[]"#), "\(said)")
      }
    }
  }
}

/// What editors do in a folder.
struct Folder: Sendable {
  let url: URL

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: url.appending(path: name))
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(at: url.appending(path: name))
  }

  /// Over what stands there, as programs do.
  func move(_ from: String, _ to: String) throws {
    let status = unsafe rename(url.appending(path: from).path, url.appending(path: to).path)
    #expect(status == 0)
  }

  func link(_ name: String, _ target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: url.appending(path: name).path, withDestinationPath: target)
  }
}
