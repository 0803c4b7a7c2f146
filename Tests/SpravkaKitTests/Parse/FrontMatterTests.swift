import Testing

@testable import SpravkaKit

@Suite struct FrontMatterTests {
  private let everything = """
    title: "Вход: что делать"
    id: 24946122
    description: >-
      Первая строка
      и вторая.
    author: Наталья
    editor: Пётр
    owner: Команда входа
    revision: 0123
    created: 2024-02-29
    updated: 2025-08-18
    reviewed: 2025-09-01
    changes:
      - {date: 2025-08-18, text: Добавили QR-код}
      - date: 2025-01-09
        text: no
    order: -5
    recommended: [qr.md, ../a/b.md]
    aliases:
      - /old/path/
    anchors: {old: new, login: ../other.md#login}
    editions: [cloud, on-premise]
    counterpart: {on-premise: box.md}
    keywords: [пароль, 404, yes]
    questions: [не приходит СМС]
    tags: [вход]
    search: {exclude: on, boost: 1.5}
    summary: top
    contents: off
    feedback: {reasons: [Устарело]}
    draft: yes
    publish: 2026-01-01
    expire: 2026-12-31
    replacement: новая.md
    unlisted: True
    """

  private func parse(_ yaml: String) -> FrontMatter {
    parseFrontMatter(article(yaml)).frontMatter
  }

  @Test func `every key of the manual is understood without a finding`() {
    #expect(frontMatterReport(everything) == "")
  }

  @Test func `words and numbers are as written`() {
    let matter = parse(everything)
    #expect(matter.title?.value == "Вход: что делать")
    #expect(matter.id?.value == 24_946_122)
    #expect(matter.description == "Первая строка и вторая.")
    #expect([matter.author, matter.editor, matter.owner] == ["Наталья", "Пётр", "Команда входа"])
    #expect(matter.revision == "0123")
    #expect(matter.order == -5)
    #expect(matter.keywords == ["пароль", "404", "yes"])
    #expect(matter.questions.map(\.value) == ["не приходит СМС"])
    #expect(matter.tags.map(\.value) == ["вход"])
    #expect(matter.feedbackReasons == ["Устарело"])
  }

  @Test func `dates are days`() {
    let matter = parse(everything)
    let dates = [
      matter.created?.value, matter.updated?.value, matter.reviewed?.value, matter.publish?.value,
      matter.expire?.value,
    ]
    #expect(
      dates.map { $0?.description } == [
        "2024-02-29", "2025-08-18", "2025-09-01", "2026-01-01", "2026-12-31",
      ])
    #expect(matter.changes.map(\.date.value.description) == ["2025-08-18", "2025-01-09"])
    #expect(matter.changes.map(\.text) == ["Добавили QR-код", "no"])
  }

  @Test func `flags are flags in each of YAML's spellings`() {
    let matter = parse(everything)
    #expect(matter.draft)
    #expect(matter.unlisted)
    #expect(!matter.contents)
    #expect(matter.search == FrontMatter.SearchHints(exclude: true, boost: 1.5))
    #expect(matter.summary == .top)
  }

  @Test func `paths and ids know their places`() {
    let file = article(everything)
    let matter = parseFrontMatter(file).frontMatter
    func source(_ located: Located<String>?) -> String? {
      located.map { String(decoding: file.bytes[$0.range], as: UTF8.self) }
    }
    #expect(matter.recommended?.map { source($0) } == ["qr.md", "../a/b.md"])
    #expect(matter.aliases.map { source($0) } == ["/old/path/"])
    #expect(matter.movedAnchors.map { source($0.old) } == ["old", "login"])
    #expect(matter.movedAnchors.map { source($0.target) } == ["new", "../other.md#login"])
    #expect(matter.editions.map { source($0) } == ["cloud", "on-premise"])
    #expect(matter.counterparts.map { source($0.edition) } == ["on-premise"])
    #expect(matter.counterparts.map { source($0.path) } == ["box.md"])
    #expect(source(matter.replacement) == "новая.md")
    #expect(source(matter.title) == "\"Вход: что делать\"")
    #expect(matter.id.map { String(decoding: file.bytes[$0.range], as: UTF8.self) } == "24946122")
  }

  @Test func `keys that are absent or empty leave the defaults`() {
    for yaml in ["title: а", "title: а\nid:\ntags: ~\nsearch:\ndraft:\nrecommended:\nauthor: ''"] {
      #expect(frontMatterReport(yaml) == "")
      let matter = parse(yaml)
      #expect(matter.id == nil)
      #expect(matter.author == nil)
      #expect(matter.recommended == nil)
      #expect(matter.tags.isEmpty)
      #expect(matter.contents && !matter.draft)
      #expect(matter.search.boost == 1)
    }
    #expect(parse("title: а\nrecommended: []").recommended == [])
  }

  @Test(arguments: ["Нет", "no", "off", "null", "1.10", "2025-01-01", "0123", "да?", "C#", "a - b"])
  func `a title stays the text that was written`(title: String) {
    #expect(frontMatterReport("title: \(title)") == "")
    #expect(parse("title: \(title)").title?.value == title)
  }

  @Test func `one counterpart serves every other edition`() {
    let matter = parse("title: а\ncounterpart: box.md")
    #expect(matter.counterparts.map(\.path.value) == ["box.md"])
    #expect(matter.counterparts.first?.edition == nil)
  }

  @Test func `a title over several lines becomes one`() {
    #expect(parse("title: |\n  Вход\n    по коду\n").title?.value == "Вход по коду")
  }
}
