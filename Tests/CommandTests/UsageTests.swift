import Testing

// What the command says to words that make no sense: exit code 2, the mistake and what to do on
// standard error, nothing on standard output.

@Suite struct UsageTests {
  private static let mistakes: [(words: String, message: String)] = [
    ("", "no command\n  hint: try 'spravka build' or 'spravka --help'"),
    ("biuld", "unknown command 'biuld'\n  hint: did you mean 'build'?"),
    ("chekc --strict", "unknown command 'chekc'\n  hint: did you mean 'check'?"),
    ("--verison", "unknown command '--verison'\n  hint: did you mean '--version'?"),
    ("publish", "unknown command 'publish'\n  hint: 'spravka --help' lists the commands"),
    ("publish --help", "unknown command 'publish'\n  hint: 'spravka --help' lists the commands"),
    ("build --ouput x", "unknown option '--ouput'\n  hint: did you mean '--output'?"),
    ("check --stirct", "unknown option '--stirct'\n  hint: did you mean '--strict'?"),
    ("build --Now=2026-01-01", "unknown option '--Now'\n  hint: did you mean '--now'?"),
    ("build -x", "unknown option '-x'"),
    ("build here", "unexpected 'here'\n  hint: the site's folder is given by '--site'"),
    ("build --site", "'--site' needs a value"),
    ("build --output=", "'--output' needs a value"),
    ("build --output --strict", "'--output' needs a value, and '--strict' is an option"),
    ("check --now", "'--now' needs a value"),
    ("build --strict=yes", "'--strict' takes no value, but has 'yes'"),
    ("build --now tomorrow", "'--now' needs a date like 2026-11-20, not 'tomorrow'"),
    ("build --now 2026-02-30", "'--now' needs a date like 2026-11-20, not '2026-02-30'"),
    ("build --jobs 0", "'--jobs' needs a number from 1 to 1024, not '0'"),
    ("build --jobs many", "'--jobs' needs a number from 1 to 1024, not 'many'"),
    (
      "build --jobs 99999999999999999999",
      "'--jobs' needs a number from 1 to 1024, not"
        + " '99999999999999999999'"
    ),
    (
      "check --format xml",
      "unknown format 'xml'\n  hint: the formats are text, json, github, sarif"
    ),
    ("search x --format sarif", "unknown format 'sarif'\n  hint: the formats are text, json"),
    ("check --output x", "'check' writes no site and has no option '--output'"),
    ("check --clean", "'check' writes no site and has no option '--clean'"),
    ("check --part 1/2", "'check' writes no site and has no option '--part'"),
    (
      "build --against x",
      "'build' has no option '--against'\n  hint: 'check' has it"
    ),
    (
      "build --write-baseline x",
      "'build' has no option '--write-baseline'\n  hint: 'check' has it"
    ),
    ("build --links", "'build' has no option '--links'\n  hint: 'check' has it"),
    ("check --links-limit 5", "'--links-limit' needs '--links'"),
    (
      "check --links --links-limit 0",
      "'--links-limit' needs a number from 1 to 1000000, not '0'"
    ),
    (
      "check --baseline a --write-baseline b",
      "'--baseline' and '--write-baseline' do not go together"
    ),
    (
      "build --part 1/2",
      "'--part' needs '--output'\n  hint: each part of a site has a folder of its own"
    ),
    (
      "new --title x",
      "'new' needs the path of the article\n  hint: write 'spravka new CATEGORY/NAME.md --title"
        + " \"TITLE\"'"
    ),
    (
      "new a/b.md",
      "'new' needs a title\n  hint: write 'spravka new CATEGORY/NAME.md --title \"TITLE\"'"
    ),
    ("new a/b.md --title", "'--title' needs a value\n  hint: write --title=\"TITLE\""),
    (
      "new a/b.md --title --x",
      "'--title' needs a value, and '--x' is an option\n  hint: write --title=\"TITLE\""
    ),
    (
      "new a/b.md --title Как войти",
      "unexpected 'войти'\n  hint: a title or a path with spaces stands in quotes"
    ),
    ("new a.md --titel x", "unknown option '--titel'\n  hint: did you mean '--title'?"),
    (
      "new a.md --title x --now 1",
      "'--now' needs a date like 2026-11-20, not '1'"
    ),
    ("init", "'init' needs one folder\n  hint: write 'spravka init FOLDER'"),
    ("init a b", "'init' needs one folder\n  hint: write 'spravka init FOLDER'"),
    ("init --site a", "'init' has no option '--site'\n  hint: write 'spravka init FOLDER'"),
    ("build", "this folder is no site: it has no folder 'content'; `spravka init .` makes one"),
    (
      "check --site gone",
      "this folder is no site: No such file or directory;"
        + " `spravka init gone` makes one"
    ),
  ]

  @Test(arguments: mistakes)
  func `a mistake in the words is called by its name`(words: String, message: String) throws {
    let scratch = try ScratchFolder()
    let words = words.split(separator: " ").map(String.init)
    let program = Program(words: [Program.spravka] + words, folder: scratch.path)
    let ended = try program.run()
    #expect(ended.error == "spravka: \(message)\n")
    #expect(ended.code == 2)
    #expect(ended.output.isEmpty)
    #expect(try scratch.names().isEmpty)
  }

  @Test func `words may be written with an equals sign or apart, and the last one holds`() throws {
    let scratch = try ScratchFolder()
    try SampleSite.small.write(to: scratch, at: "a site")
    let ended = try scratch.spravka(
      "build", "--site=a site", "--output=x=y", "--jobs", "3", "--jobs=2", "--output", "z")
    #expect(ended.code == 0)
    #expect(try scratch.names() == ["a site", "z"])
  }

  @Test func `a site is built where one stands, into its folder public`() throws {
    let scratch = try ScratchFolder()
    try SampleSite.small.write(to: scratch, at: "site")
    let ended = try scratch.spravka("build", in: "site")
    #expect(ended.error == "2 articles, 41 files in 'public': 41 written, 0 unchanged\n")
    #expect(ended.code == 0)
    #expect(ended.output.isEmpty)
    #expect(try scratch.names("site") == ["content", "public"])
  }

  @Test func `an output is meant from where one stands, not from the site`() throws {
    let scratch = try ScratchFolder()
    try SampleSite.small.write(to: scratch, at: "site")
    #expect(try scratch.spravka("build", "--site", "site", "--output", "www").code == 0)
    #expect(try scratch.names() == ["site", "www"])
    #expect(try scratch.names("site") == ["content"])
  }

  @Test func `errors in the content are exit code 1, and nothing is published`() throws {
    let scratch = try ScratchFolder()
    try SampleSite.small.write(to: scratch, at: "site")
    try scratch.write("site/content/ru/a/bad.md", "---\ntitle: Статья\n---\n\n[x](нет.md)\n")
    let built = try scratch.spravka("build", "--site", "site")
    let words = """
      content/ru/a/bad.md:5:1: error: no article at 'нет.md' [broken-link]
        [x](нет.md)
        ^~~~~~~~~~~
      1 error

      """
    #expect(built.error == words + "Nothing was published.\n")
    #expect(built.code == 1)
    let checked = try scratch.spravka("check", "--site", "site")
    #expect(checked.error == words)
    #expect(checked.code == 1)
    #expect(try scratch.names("site") == ["content"])
  }

  @Test func `with --strict a warning is an error`() throws {
    let scratch = try ScratchFolder()
    try SampleSite.small.write(to: scratch, at: "site")
    try scratch.write("site/content/ru/a/c.md", "---\ntitle: В\nодрер: 1\n---\n\nТекст.\n")
    let lax = try scratch.spravka("build", "--site", "site", "--output", "lax")
    #expect(lax.code == 0)
    #expect(lax.error.contains("warning: unknown key 'одрер'"))
    #expect(lax.error.contains("\n1 warning\n"))
    let strict = try scratch.spravka("build", "--site", "site", "--output", "strict", "--strict")
    #expect(strict.code == 1)
    #expect(strict.error.contains("error: unknown key 'одрер'"))
    #expect(strict.error.hasSuffix("\n1 error\nNothing was published.\n"))
    #expect(try scratch.spravka("check", "--site", "site", "--strict").code == 1)
    #expect(try scratch.names() == ["lax", "site"])
  }
}
