import Foundation
import FoundationNetworking
import Testing

// The two programs that the tests of built sites stand on see what they are there to see.

@Test func `nginx serves a folder below a base path, directories by their index`() async throws {
  let folder = try makeSite(["index.html": "home", "a/index.html": "article", "404.html": "lost"])
  defer { try? FileManager.default.removeItem(at: folder) }
  try await withSite(at: folder, basePath: "/help/") { url in
    let article = try await fetch(url.appending(path: "a/"))
    #expect(article.text == "article")
    #expect(article.status == 200)
    #expect(article.type == "text/html; charset=utf-8")
    let missing = try await fetch(url.appending(path: "b/"))
    #expect(missing.text == "lost")
    #expect(missing.status == 404)
  }
}

@Test func `a configuration that nginx refuses is said in its own words`() async throws {
  let folder = try makeSite([:])
  defer { try? FileManager.default.removeItem(at: folder) }
  let failure = await #expect(throws: ProgramFailure.self) {
    try await withSite(at: folder, configuration: "no_such_directive;") { _ in }
  }
  #expect(failure?.description.contains("unknown directive \"no_such_directive\"") == true)
}

@Test func `a browser sees what a page writes, draws and complains of`() async throws {
  let folder = try makeSite([
    "index.html": """
    <!doctype html><html lang="ru"><title>Справка</title><link rel="icon" href="data:,">
    <body><button onclick="document.title = 'нажато'">Кнопка</button><input>
    """,
    "broken.html": """
    <!doctype html><title>x</title><link rel="icon" href="data:,">
    <script>throw new Error("на странице")</script><img src="missing.png">
    """,
  ])
  defer { try? FileManager.default.removeItem(at: folder) }
  try await withSite(at: folder) { url in
    try await withBrowser { browser in
      try await browser.open(url)
      #expect(try await browser.evaluate("return document.title") == "Справка")
      #expect(try await browser.evaluate("return [innerWidth, innerHeight]") == [1280, 900])
      #expect(try await browser.consoleMessages().isEmpty)
      try await browser.click("button")
      #expect(try await browser.evaluate("return document.title") == "нажато")
      try await browser.type("пароль", into: "input")
      #expect(
        try await browser.evaluate("return document.querySelector('input').value") == "пароль")

      try await browser.open(url.appending(path: "broken.html"))
      let messages = try await browser.consoleMessages().map(\.description)
      #expect(messages.contains { $0.contains("Uncaught Error: на странице") })
      #expect(messages.contains { $0.contains("missing.png") && $0.contains("404") })
    }
  }
}

@Test func `a browser shows a page in the size and the colours that a test asks for`() async throws
{
  try await withBrowser { browser in
    try await browser.setViewport(width: 390, height: 844)
    try await browser.setColorScheme("dark")
    #expect(try await browser.evaluate("return [innerWidth, innerHeight]") == [390, 844])
    #expect(
      try await browser.evaluate("return matchMedia('(prefers-color-scheme: dark)').matches"))
    let picture = try await browser.screenshot()
    #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    // The width and the height stand in the first chunk of a PNG, high bytes first.
    #expect(Array(picture[16..<24]) == [0, 0, 0x01, 0x86, 0, 0, 0x03, 0x4C])
  }
}

@Test func `a script that fails is an error of the test, in the page's words`() async throws {
  let failure = await #expect(throws: WebDriverError.self) {
    try await withBrowser { try await $0.run("nothing.there()") }
  }
  #expect(failure?.description.contains("nothing is not defined") == true)
}

@Test func `a program ends with all that it has started, and its folder goes`() async throws {
  let program = try ChildProgram(
    "bash", ["-c", "sleep 600 & echo $!; wait"], scratch: ChildProgram.makeScratch())
  let sleeper = try await program.wait(for: "pid") { Int(program.output.dropLast()) }
  let commandLine = URL(filePath: "/proc/\(sleeper)/cmdline")
  #expect(try Data(contentsOf: commandLine).starts(with: Data("sleep".utf8)))
  program.stop()
  // One that nobody has asked after yet keeps its number, but has no command line.
  #expect((try? Data(contentsOf: commandLine)) ?? Data() == Data())
  #expect(!FileManager.default.fileExists(atPath: program.scratch.path))
}

@Test func `a program that is not there is said to be brought by make test`() throws {
  let scratch = try ChildProgram.makeScratch()
  defer { try? FileManager.default.removeItem(at: scratch) }
  let failure = #expect(throws: ProgramFailure.self) {
    try ChildProgram("no-such-browser", [], scratch: scratch)
  }
  #expect(
    failure?.description == "no-such-browser is not there: run make test, which installs them")
}

private func makeSite(_ files: [String: String]) throws -> URL {
  let folder = try ChildProgram.makeScratch()
  for (path, text) in files {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }
  return folder
}

private func fetch(_ url: URL) async throws -> (status: Int, type: String, text: String) {
  let (data, response) = try await URLSession.shared.data(from: url)
  let answer = try #require(response as? HTTPURLResponse)
  let type = answer.value(forHTTPHeaderField: "Content-Type") ?? ""
  return (answer.statusCode, type, String(decoding: data, as: UTF8.self))
}
