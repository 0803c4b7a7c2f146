import Testing

@testable import SpravkaKit

@Suite struct SiteWatcherTests {
  @Test(arguments: [true, false])
  func `changes are noticed, whether the system tells of them or not`(isTold: Bool) async throws {
    let scratch = try ScratchFolder()
    try scratch.write("content/site.yml", "title: С\nbaseURL: https://help.example\n")
    try scratch.write("content/ru/_index.md", "---\ntitle: С\n---\n")
    try scratch.write("content/ru/a.md", "---\ntitle: А\n---\n\nold\n")
    let today = try #require(CalendarDate("2026-11-20"))
    let preview = Preview(site: scratch.path, BuildOptions(today: today))
    await preview.start(git: nil)
    let watcher = SiteWatcher(scratch.path, of: preview.board, isTold: isTold)
    let following = Task {
      for await paths in watcher.changes {
        await preview.take(paths)
        await preview.settle()
      }
    }
    defer { following.cancel() }
    func wait(for path: String, _ holds: (PreviewAnswer) -> Bool) async throws {
      let deadline = ContinuousClock.now + .seconds(60)
      while !holds(preview.board.snapshot.answer(at: path)) {
        try #require(ContinuousClock.now < deadline, "nothing came at \(path)")
        try await Task.sleep(for: .milliseconds(10))
      }
    }
    func says(_ text: String) -> (PreviewAnswer) -> Bool {
      { answer in
        guard case .file(_, let bytes) = answer else { return false }
        return String(decoding: bytes, as: UTF8.self).contains(text)
      }
    }
    try await wait(for: "a/", says("old"))
    try scratch.write("content/ru/a.md", "---\ntitle: А\n---\n\nfresh\n")
    try await wait(for: "a/", says("fresh"))
    try scratch.write("content/ru/b/c.md", "---\ntitle: В\n---\n\ndeep\n")
    try await wait(for: "b/c/", says("deep"))
    try scratch.remove("content/ru/b")
    try await wait(for: "b/c/") { if case .missing = $0 { true } else { false } }
    try scratch.write("content/_static/note.bin", "bytes")
    try await wait(for: "note.bin") { if case .copy = $0 { true } else { false } }
  }
}
