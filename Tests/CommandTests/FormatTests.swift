import Foundation
import Testing

// Reports for hosts of code, as an independent reader gets them: paths from the root of the
// repository, wherever the site lies in it.

@Suite struct FormatTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    var site = SampleSite.small
    site["content/ru/_snippets/s.md"] = "[Вход](нет.md) и <b>тег</b>.\n"
    site["content/ru/a/c.md"] = SampleSite.page("Ц", "👩‍👧 [x](x.md)\n\n::include{file=s.md}")
    try site.write(to: scratch, at: "work/repository/my docs")
  }

  private func makeRepository() throws {
    let words = ["git", "init", "-q", scratch.at("work/repository")]
    #expect(try Program(words: words, folder: scratch.path).run().code == 0)
  }

  /// The reader: Python's JSON, and what the schema of SARIF 2.1.0 requires of what we write.
  private static let reader = """
    import json, re, sys
    log = json.load(open(sys.argv[1], encoding='utf-8'))
    assert log['version'] == '2.1.0' and 'sarif-2.1.0' in log['$schema']
    [run] = log['runs']
    driver = run['tool']['driver']
    assert driver['name'] and driver['version']
    assert run['columnKind'] in ('unicodeCodePoints', 'utf16CodeUnits')
    rules = driver['rules']
    assert len({rule['id'] for rule in rules}) == len(rules)
    for rule in rules:
        assert rule['shortDescription']['text']
        assert rule['defaultConfiguration']['level'] in ('none', 'note', 'warning', 'error')
        assert 'helpUri' not in rule
    def place(location):
        place = location['physicalLocation']
        uri = place['artifactLocation']['uri']
        assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", uri), uri
        base = place['artifactLocation']['uriBaseId']
        assert base in run['originalUriBaseIds']
        region = place['region']
        numbers = [region[key] for key in ('startLine', 'startColumn', 'endLine', 'endColumn') if key in region]
        assert all(isinstance(number, int) and number >= 1 for number in numbers)
        return ':'.join([uri] + [str(number) for number in numbers])
    fingerprints = set()
    for result in run['results']:
        assert rules[result['ruleIndex']]['id'] == result['ruleId']
        assert result['level'] in ('none', 'note', 'warning', 'error')
        assert result['message']['text']
        [location] = result['locations']
        for value in result['partialFingerprints'].values():
            assert value not in fingerprints
            fingerprints.add(value)
        related = [place(other) for other in result.get('relatedLocations', [])]
        print(result['ruleId'], place(location), *related)
    """

  private func read(_ sarif: Data) throws -> String {
    try scratch.write("report.sarif", sarif)
    try scratch.write("read.py", Self.reader)
    let program = Program(words: ["python3", "read.py", "report.sarif"], folder: scratch.path)
    let ended = try program.run()
    #expect(ended.code == 0, "\(ended.error)")
    return ended.outputText
  }

  @Test(arguments: ["check", "build"])
  func `SARIF holds what the schema wants, with paths from the root`(command: String) throws {
    try makeRepository()
    let ended = try scratch.spravka(
      command, "--site", "my docs", "--format", "sarif", in: "work/repository")
    #expect(ended.code == 1)
    #expect(ended.error == (command == "build" ? "Nothing was published.\n" : ""))
    let folder = "my%20docs/content/ru"
    #expect(
      try read(ended.output) == """
        broken-link \(folder)/_snippets/s.md:1:1:1:15 \(folder)/a/c.md:7:1:7:21
        raw-html \(folder)/_snippets/s.md:1:18:1:21 \(folder)/a/c.md:7:1:7:21
        broken-link \(folder)/a/c.md:5:5:5:14

        """)
  }

  @Test func `annotations have paths from the root, and one line each`() throws {
    try makeRepository()
    let ended = try scratch.spravka("check", "--format=github", in: "work/repository/my docs")
    #expect(ended.code == 1)
    #expect(ended.error.isEmpty)
    let file = "file=my docs/content/ru"
    let words = ended.outputText.split(separator: "\n").map { $0.prefix { $0 != "'" } }
    try #require(words.count == 3, "\(ended.outputText)")
    #expect(
      words[0].hasPrefix(
        "::error \(file)/_snippets/s.md,line=1,col=1,endLine=1,endColumn=14,title=broken-link::no ")
    )
    #expect(
      words[1].hasPrefix(
        "::error \(file)/a/c.md,line=5,col=5,endLine=5,endColumn=13,title=broken-link::no article"))
    #expect(words[2].hasPrefix("::warning \(file)/_snippets/s.md,line=1,col=18,"))
    #expect(ended.outputText.contains("%0Aincluded by my docs/content/ru/a/c.md:7"))
  }

  @Test func `without a repository the workspace of the host is the root, else the site`() throws {
    let site = "work/repository/my docs"
    let workspace = ["GITHUB_WORKSPACE": scratch.at("work")]
    let hosted = try scratch.spravka("check", "--format=github", in: site, environment: workspace)
    #expect(hosted.outputText.hasPrefix("::error file=repository/my docs/content/"))
    let elsewhere = ["GITHUB_WORKSPACE": scratch.at("work/repo")]
    let alone = try scratch.spravka("check", "--format=github", in: site, environment: elsewhere)
    #expect(alone.outputText.hasPrefix("::error file=content/"))
    // A repository in the workspace is nearer.
    try makeRepository()
    let both = try scratch.spravka("check", "--format=github", in: site, environment: workspace)
    #expect(both.outputText.hasPrefix("::error file=my docs/content/"))
    // A link to the site changes nothing.
    try scratch.link("way", to: site)
    let linked = try scratch.spravka("check", "--site", "way", "--format=github")
    #expect(linked.output == both.output)
  }

  @Test func `without findings SARIF is a whole report, and there are no annotations`() throws {
    try scratch.remove("work/repository/my docs/content/ru/a/c.md")
    try scratch.remove("work/repository/my docs/content/ru/_snippets")
    let site = scratch.at("work/repository/my docs")
    let sarif = try scratch.spravka("check", "--site", site, "--format", "sarif")
    #expect(sarif.code == 0)
    #expect(try read(sarif.output).isEmpty)
    let github = try scratch.spravka("check", "--site", site, "--format", "github")
    #expect(github.output.isEmpty)
    #expect(github.code == 0)
  }
}
