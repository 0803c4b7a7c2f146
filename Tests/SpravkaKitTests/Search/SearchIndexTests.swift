import Testing

@testable import SpravkaKit

struct SearchIndexTests {
  private static func files(_ count: Int, edited: Int? = nil) -> [String: String] {
    var random = SeededNumbers(seed: 5)
    let words = (0..<2000).map { number in
      String(
        (0..<(4 + number % 7)).map { _ in Array("абвгдежзиклмнопрстуфхцчшыюя")[random.next(27)] })
    }
    var files = ["ru/_index.md": markdown("title: Справка")]
    for number in 0..<count {
      let text = (0..<110).map { _ in words[random.next(2000)] }.joined(separator: " ")
      let change = number == edited ? " Ещё одно предложение." : ""
      files["ru/a\(1000 + number).md"] = markdown(
        "title: Статья \(words[number])\nid: \(1000 + number)", text + change)
    }
    return files
  }

  private func index(_ files: [String: String], _ configuration: String = "") async throws
    -> SearchIndex
  {
    let site = try await SmallSite(files, configuration: configuration).site
    return try #require(await searchIndexes(of: site, jobs: 2).first)
  }

  @Test func `an edit of one article changes few files`() async throws {
    let before = Set(try await index(Self.files(300)).files.map(\.name))
    #expect(before.count > 400)
    var counts: [Int] = []
    for edited in stride(from: 3, to: 300, by: 60) {
      let after = Set(try await index(Self.files(300, edited: edited)).files.map(\.name))
      counts.append(after.subtracting(before).count)
    }
    // Its block, its texts, and the shards of three words. Now and then its length comes to the next
    // step, and all its words weigh anew.
    counts.sort()
    #expect(counts[2] <= 8, "\(counts)")
  }

  @Test
  func `a new article with an id comes last and leaves the others' texts and most blocks alone`()
    async throws
  {
    let before = try await index(Self.files(300))
    var files = Self.files(300)
    files["ru/a0000.md"] = markdown("title: Новая\nid: 99999", "Текст новой статьи.")
    let after = try await index(files)
    #expect(after.manifest.documents == 301)
    #expect(Array(after.manifest.blocks.prefix(50)) == Array(before.manifest.blocks.prefix(50)))
  }

  @Test func `the number of jobs changes no byte`() async throws {
    let site = try await SmallSite(Self.files(200)).site
    let alone = await searchIndexes(of: site, jobs: 1)
    let shared = await searchIndexes(of: site, jobs: 7)
    for (one, other) in zip(alone, shared) {
      #expect(one.manifest.json() == other.manifest.json())
      #expect(one.files.map(\.name) == other.files.map(\.name))
      #expect(one.files.map(\.content.bytes) == other.files.map(\.content.bytes))
    }
  }

  @Test func `drafts, unlisted, expired and excluded articles are not in it`() async throws {
    let index = try await index([
      "ru/_index.md": markdown("title: Справка"),
      "ru/seen.md": markdown("title: Видна"),
      "ru/draft.md": markdown("title: Черновик\ndraft: true"),
      "ru/later.md": markdown("title: Потом\npublish: 2027-01-01"),
      "ru/gone.md": markdown("title: Устарела\nexpire: 2026-01-01"),
      "ru/hidden.md": markdown("title: Скрыта\nunlisted: true"),
      "ru/excluded.md": markdown("title: Убрана\nsearch: {exclude: true}"),
      "ru/closed/_index.md": markdown("title: Закрытый раздел\nunlisted: true"),
      "ru/closed/inside.md": markdown("title: Внутри"),
    ])
    #expect(index.manifest.documents == 1)
    let bytes = index.files.map { String(decoding: $0.content.bytes, as: UTF8.self).lowercased() }
    for word in ["черновик", "потом", "устарела", "скрыта", "убрана", "внутри"] {
      #expect(!bytes.contains { $0.contains(word) }, "\(word)")
    }
  }

  @Test func `what the owner says of search is in the manifest`() async throws {
    let index = try await index(
      [
        "ru/_index.md": markdown("title: Справка"),
        "ru/a.md": markdown("title: Первая\nsearch: {boost: 2.5}\neditions: [cloud]"),
        "ru/b.md": markdown("title: Вторая\nid: 7"),
      ],
      """
      editions: {cloud: {ru: Облако}, box: {ru: Коробка}}
      search:
        ru:
          synonyms: [[пароль, код доступа]]
          oneWaySynonyms: {вход: [авторизация]}
          pinned: {"не \\"могу\\" войти": a.md}
      """)
    let json = String(decoding: index.manifest.json(), as: UTF8.self)
    #expect(json.contains(#""boosts":{"1":2.5}"#))
    #expect(json.contains(#""synonyms":[["пароль","код доступа"]]"#))
    #expect(json.contains(#""oneWay":[["вход",["авторизация"]]]"#))
    #expect(json.contains(#""pinned":[["не \"могу\" войти",1]]"#))
    #expect(index.manifest.editions.map(\.id) == ["box"])
  }

  @Test func `a pinned article that is not there is a broken link in site yml`() async throws {
    let site = try await SmallSite(
      ["ru/_index.md": markdown("title: Справка"), "ru/b/_index.md": markdown("title: Раздел")],
      configuration: "search: {ru: {pinned: {войти: no.md, раздел: b/_index.md}}}")
    #expect(
      site.findings.filter { $0.contains("broken-link") } == [
        "content/site.yml: no article at 'no.md' [broken-link]",
        "content/site.yml: 'b/_index.md' is no article that search could put first [broken-link]",
      ])
  }

  @Test func `names of files differ where contents do, and collisions get other names`() {
    var names = FileNames()
    let digest = Digest(of: Array("одно".utf8))
    let first = names.name(for: digest)
    #expect(first.count == 6)
    #expect(first.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz234567".utf8.contains($0) })
    #expect(names.name(for: digest) != first)
  }
}

private struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
