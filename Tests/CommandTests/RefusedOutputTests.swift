import Testing

// Folders that a site must not take the place of: wrong usage, and nothing in them is touched.

@Suite struct RefusedOutputTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try SampleSite.small.write(to: scratch, at: "home/site")
    try scratch.makeFolder("home/site/templates")
    try scratch.write("home/photos/me.jpg", "JPEG")
    try scratch.write("home/file", "text")
    try scratch.write("home/marked/.spravka/x", "not ours")
    try scratch.link("home/content", to: "site/content")
    try scratch.link("home/nowhere", to: "gone/deeper")
  }

  private static let choose = "choose another output folder, or empty this one"
  private static let refusals: [(output: String, words: String)] = [
    ("/", "the output folder '/' is the root of the file system"),
    ("/..", "the output folder '/..' is the root of the file system"),
    ("site", "the output folder 'site' is the site's own folder"),
    ("site/.", "the output folder 'site/.' is the site's own folder"),
    (".", "the output folder '.' holds the site itself"),
    ("..", "the output folder '..' holds the site itself"),
    ("/etc", "/etc"),
    ("site/content", "the output folder 'site/content' lies in the site's folder 'content'"),
    (
      "site/content/ru/x",
      "the output folder 'site/content/ru/x' lies in the site's folder"
        + " 'content'"
    ),
    ("content", "the output folder 'content' lies in the site's folder 'content'"),
    ("site/templates", "the output folder 'site/templates' lies in the site's folder 'templates'"),
    (
      "photos",
      "the folder 'photos' is not empty (it holds 'me.jpg'), and Spravka did not make it:"
        + " \(choose)"
    ),
    ("marked", "'marked/.spravka' is not a file that Spravka wrote: \(choose)"),
    (
      "nowhere",
      "the output folder 'nowhere' is a link that leads nowhere: make the folder that it leads to,"
        + " or choose another one"
    ),
    ("file", "the output folder 'file' cannot be one: a file stands in its way"),
    ("file/below", "the output folder 'file/below' cannot be one: a file stands in its way"),
  ]

  @Test(arguments: refusals)
  func `a folder that is not Spravka's is refused and not touched`(
    output: String, words: String
  ) throws {
    let before = try FolderStamps(scratch.path)
    let ended = try scratch.spravka("build", "--site", "site", "--output", output, in: "home")
    #expect(ended.code == 2)
    // What lies in /etc is not the same everywhere.
    if output == "/etc" {
      #expect(ended.error.hasSuffix("and Spravka did not make it: \(Self.choose)\n"))
    } else {
      #expect(ended.error == "spravka: \(words)\n")
    }
    #expect(try FolderStamps(scratch.path).touched(since: before) == [])
  }

  @Test func `an empty folder, or one with nothing but dotfiles, is taken`() throws {
    try scratch.makeFolder("home/empty")
    try scratch.write("home/cloned/.gitignore", "*\n")
    for output in ["empty", "cloned"] {
      let ended = try scratch.spravka("build", "--site", "site", "--output", output, in: "home")
      #expect(ended.code == 0)
    }
    #expect(try scratch.text("home/cloned/.gitignore") == "*\n")
  }
}
