import Testing

@Suite struct InitTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static func words(_ folder: String) -> String {
    let files = [
      "ru/_index.md", "ru/first-steps/_index.md", "ru/first-steps/new-article.md",
      "ru/first-steps/welcome.md", "site.yml",
    ]
    return files.map { "wrote \(folder)/content/\($0)\n" }.joined()
      + "Now try: spravka build --site \(folder)\n"
  }

  @Test(arguments: ["new", "new/and/deep", "имя с пробелом", "./new", "here/../there"])
  func `a new site passes the strictest check, and builds`(folder: String) throws {
    try scratch.makeFolder("here")
    let made = try scratch.spravka("init", folder)
    #expect(made.error == Self.words(folder))
    #expect(made.code == 0)
    #expect(made.output.isEmpty)
    let checked = try scratch.spravka("check", "--strict", "--site", folder)
    #expect(checked.error == "2 articles: nothing to find fault with\n")
    #expect(checked.code == 0)
    #expect(try scratch.spravka("build", "--strict", "--site", folder).code == 0)
    #expect(scratch.exists(folder + "/public/first-steps/welcome/index.html"))
  }

  @Test func `a folder that is there already may get a site, and keeps what it holds`() throws {
    try scratch.write("here/README.md", "mine")
    #expect(try scratch.spravka("init", ".", in: "here").error == Self.words("."))
    #expect(try scratch.names("here") == ["README.md", "content"])
    #expect(try scratch.text("here/README.md") == "mine")
  }

  @Test func `a folder that has content is left alone`() throws {
    try scratch.makeFolder("empty/content")
    try scratch.write("full/content/ru/a.md", "mine")
    let before = try FolderStamps(scratch.path)
    for folder in ["empty", "full"] {
      let ended = try scratch.spravka("init", folder)
      #expect(
        ended.error
          == "spravka: '\(folder)' has content already, and nothing was touched; choose another"
          + " folder\n")
      #expect(ended.code == 2)
    }
    #expect(try FolderStamps(scratch.path) == before)
  }

  @Test(arguments: ["file", "file/below"])
  func `a file in the way is wrong usage`(folder: String) throws {
    try scratch.write("file", "mine")
    let ended = try scratch.spravka("init", folder)
    #expect(
      ended.error
        == "spravka: '\(folder)' cannot be a folder: a file stands in its way; choose another"
        + " one\n")
    #expect(ended.code == 2)
    #expect(try scratch.text("file") == "mine")
  }

  @Test func `a place where nothing can be made is the machine's failure`() throws {
    let ended = try scratch.spravka("init", "/proc/spravka")
    #expect(
      ended.error
        == "spravka: cannot make the folder '/proc/spravka': No such file or directory\n")
    #expect(ended.code == 3)
  }
}
