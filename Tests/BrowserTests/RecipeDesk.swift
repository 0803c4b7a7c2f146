import Foundation
import Testing

// A small site of two languages in a home folder of its own, published by the recipes of the manual:
// their shell lines run as they stand there, in a bash whose `/srv` and home are in a scratch folder.

struct RecipeDesk {
  /// The home, with `my-help` in it; `srv` and `bin` are beside that.
  let home: URL
  /// Without a slash at the end, empty at the top of a host.
  let base: String

  var site: URL { home.appending(path: "my-help") }

  /// The text of a recipe with this folder for the root of the machine.
  func placed(_ recipe: String) -> String {
    recipe.replacing("/srv/", with: home.path + "/srv/")
  }

  /// Runs shell lines as they stand in the manual.
  @discardableResult
  func run(
    _ recipe: String, in folder: URL? = nil, _ environment: [String: String] = [:]
  ) async throws -> String {
    let path = ProcessInfo.processInfo.environment["PATH", default: "/usr/bin:/bin"]
    let given = [
      "HOME": home.path, "PATH": home.path + "/bin:" + path, "USER": "root",
      // 20 November 2026.
      "SOURCE_DATE_EPOCH": "1795132800",
    ].merging(environment) { $1 }
    let words = given.map { "\($0)=\($1)" } + ["bash", "-eu", "-o", "pipefail", "-c"]
    return try await output(of: "env", words + [placed(recipe)], in: folder ?? home)
  }

  /// Adds a program that stands in for one of a real machine.
  func add(program name: String, _ script: String) throws {
    let file = home.appending(path: "bin/" + name)
    try Data(("#!/bin/bash\n" + script + "\n").utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
  }

  /// Changes the style sheet, which changes its name, and with it every page.
  func restyle(_ number: Int) throws {
    try site.write(["templates/assets/custom.css": "p { --number: \(number); }\n"])
  }

  /// The text of a published file, below the folder `srv`.
  func text(_ path: String) throws -> String {
    try String(contentsOf: home.appending(path: "srv/" + path), encoding: .utf8)
  }

  func isThere(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: home.appending(path: "srv/" + path).path)
  }

  /// Makes a file seem to be of some days ago.
  func age(_ path: String, days: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date.now - days * 86_400],
      ofItemAtPath: home.appending(path: "srv/" + path).path)
  }
}

/// Gives `body` the site, not built yet.
func withRecipeDesk<Result>(
  at base: String = "", _ body: (RecipeDesk) async throws -> Result
) async throws -> Result {
  try await withScratch { scratch in
    let desk = RecipeDesk(home: scratch, base: base)
    for folder in ["bin", "srv/help", "srv/www", "srv/example"] {
      try FileManager.default.createDirectory(
        at: scratch.appending(path: folder), withIntermediateDirectories: true)
    }
    try FileManager.default.createSymbolicLink(
      at: scratch.appending(path: "bin/spravka"), withDestinationURL: spravka)
    try desk.site.write(
      recipeFiles.merging([
        "content/site.yml":
          """
        title: {ru: Справка, en: Help}
        baseURL: https://help.example\(base)
        languages: [ru, en]

        """
      ]) { $1 })
    try scratch.write([
      "srv/outside.txt": "outside of all sites", "srv/example/index.html": "another site",
      "srv/example/run.php": "another program",
    ])
    return try await body(desk)
  }
}

private let recipeFiles = [
  "content/ru/_index.md": "---\ntitle: Справка\n---\n",
  "content/ru/a/_index.md": "---\ntitle: Раздел\n---\n",
  "content/ru/a/x.md": """
  ---
  title: Икс
  id: 7
  created: 2026-11-01
  aliases: [old/page, old/page.html, старое/имя с пробелом, "old/a&b;$c.html", "/Prices+100%/"]
  ---

  ## Коротко

  Нажмите. ![Схема](p.svg) и [видео](v.mp4).

  \(String(repeating: "Длинный текст для сжатия. ", count: 20))
  """,
  "content/ru/a/p.svg": """
  <svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="4" height="4"/></svg>
  """,
  "content/ru/a/v.mp4": String(repeating: "0123456789", count: 1000),
  "content/ru/a/secret.md":
    "---\ntitle: Тайна\nid: 9\nunlisted: true\naliases: [old/secret]\n---\n\nСлова.\n",
  "content/en/_index.md": "---\ntitle: Help\n---\n",
  "content/en/a/_index.md": "---\ntitle: Section\n---\n",
  "content/en/a/x.md": """
  ---
  title: X
  id: 7
  created: 2026-11-02
  aliases: [en/old/page]
  ---

  ## In short

  Press.
  """,
  "content/_static/site.webmanifest": "{}\n",
  "content/_static/.well-known/security.txt": "Contact: mailto:help@example.org\n",
]
