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
    try scratch.makeFolder("home/site/.git/empty")
    for (name, target) in [
      ("root", "/"), ("itself", "site/."), ("theme", "site/templates"), ("git", "site/.git"),
      ("above", "site/.."), ("user", "../fresh"),
    ] { try scratch.link("home/\(name)", to: target) }
    try scratch.write("fresh/.profile", "umask 077\n")
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
    ("site/.git", "the output folder 'site/.git' lies in '.git', which is git's own"),
    ("site/.git/empty", "the output folder 'site/.git/empty' lies in '.git', which is git's own"),
    ("site/.git/new", "the output folder 'site/.git/new' lies in '.git', which is git's own"),
    (".git/pages", "the output folder '.git/pages' lies in '.git', which is git's own"),
    ("root", "the output folder 'root' is the root of the file system"),
    ("itself", "the output folder 'itself' is the site's own folder"),
    ("above", "the output folder 'above' holds the site itself"),
    ("theme", "the output folder 'theme' lies in the site's folder 'templates'"),
    ("theme/new", "the output folder 'theme/new' lies in the site's folder 'templates'"),
    ("git/new", "the output folder 'git/new' lies in '.git', which is git's own"),
    ("../fresh", "the output folder '../fresh' is your home folder, or holds it"),
    ("user", "the output folder 'user' is your home folder, or holds it"),
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
    let ended = try scratch.spravka(
      "build", "--site", "site", "--output", output, in: "home",
      environment: ["HOME": scratch.at("fresh")])
    #expect(ended.code == 2)
    // What lies in /etc is not the same everywhere.
    if output == "/etc" {
      #expect(ended.error.hasSuffix("and Spravka did not make it: \(Self.choose)\n"))
    } else {
      // Git has a word to say before, of the folder that only has the name of its own.
      #expect(ended.error.hasSuffix("spravka: \(words)\n"), "\(ended.error)")
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
