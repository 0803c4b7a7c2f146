import Testing

@testable import SpravkaKit

struct ParallelMapTests {
  @Test(arguments: [0, 1, 63, 64, 65, 1000], [1, 2, 7])
  func `results stand in the order of the elements`(count: Int, jobs: Int) async {
    let numbers = Array(0..<count)
    #expect(await numbers.parallelMap(jobs: jobs) { $0 * 2 } == numbers.map { $0 * 2 })
  }

  @Test func `slices cover everything once`() async {
    let slices = await parallelSlices(1000, jobs: 3, size: 64) { $0 }
    #expect(slices.count == 16)
    #expect(slices.flatMap { Array($0) } == Array(0..<1000))
  }

  @Test func `a site of hundreds of articles comes out the same by any number of jobs`()
    async throws
  {
    let tree = Self.site(articles: 400)
    let alone = try await Self.bytes(of: tree, jobs: 1)
    #expect(alone.count > 400)
    for jobs in [2, 7] { #expect(try await Self.bytes(of: tree, jobs: jobs) == alone) }
  }

  private static func site(articles: Int) -> SourceTree {
    var files = (0..<articles).map { number in
      SourceFile(
        "content/ru/section-\(number % 9)/article-\(number).md",
        """
        ---
        title: Статья \(number * 7919 % articles)
        \(number % 3 == 0 ? "recommended: [article-\(number % 9).md, none-\(number).md]" : "tags: [тег \(number % 50), общий]")
        ---

        ## Раздел

        Слово \(["пароль", "тариф", "звонок", "письмо", "задача"][number % 5]), ещё слово
        \(["касса", "отчёт", "заявка", "номер", "клиент", "договор", "сделка"][number % 7]).
        См. [соседнюю](article-\((number + 9) % articles).md#razdel) и [нет](gone-\(number).md).

        """)
    }
    files += (0..<8).map {
      SourceFile("content/ru/section-\($0)/_index.md", "---\ntitle: Раздел \($0)\n---\n")
    }
    files.sort { pathPrecedes($0.path, $1.path) }
    let settings = SourceFile("content/site.yml", "title: Справка\nbaseURL: https://help.example\n")
    return SourceTree(configuration: settings, markdown: files)
  }

  /// All findings and the bytes of all outputs.
  private static func bytes(of tree: SourceTree, jobs: Int) async throws -> [String] {
    var options = BuildOptions(today: try #require(CalendarDate("2026-11-20")))
    options.jobs = jobs
    let result = await build(tree, options)
    let findings = TextReport(file: tree.file(at:)).render(result.diagnostics)
    return [String(decoding: findings, as: UTF8.self)]
      + result.outputs.map { output in
        switch output.content {
        case .made(let make): output.path + "\n" + String(decoding: make(), as: UTF8.self)
        case .bytes(let bytes): output.path + "\n" + String(decoding: bytes, as: UTF8.self)
        case .copy(let source): output.path + "\n" + source
        }
      }
  }
}
