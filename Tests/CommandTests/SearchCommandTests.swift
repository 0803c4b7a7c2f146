import Foundation
import Testing

@testable import spravka

// The reader's search in the terminal, as people and scripts call it.

@Suite struct SearchCommandTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try Self.site.write(to: scratch, at: "site")
  }

  private static let site: SampleSite = {
    var site = SampleSite()
    site["content/site.yml"] = """
      title: Справка
      baseURL: https://help.example/desk
      languages: [ru, en]
      editions: {cloud: Облако, box: Коробка}

      """
    site["content/ru/_index.md"] = "---\ntitle: Справка\n---\n"
    site["content/ru/in/_index.md"] = "---\ntitle: Вход\n---\n"
    site["content/ru/in/password.md"] = """
      ---
      title: Забыли пароль
      editions: [cloud]
      ---

      ## Коротко

      Нажмите на ссылку.

      ## Письма нет {#no-letter}

      Поищите письмо в спаме.

      """
    site["content/ru/in/code.md"] = "---\ntitle: Код из письма\n---\n\nКод живёт минуту.\n"
    site["content/ru/in/draft.md"] = "---\ntitle: Пароль потом\ndraft: true\n---\n\nТекст.\n"
    site["content/en/_index.md"] = "---\ntitle: Help\n---\n"
    site["content/en/in/code.md"] = "---\ntitle: A code by letter\n---\n\nIt lives a minute.\n"
    return site
  }()

  private func search(_ words: String...) throws -> Ended {
    try run(words)
  }

  private func run(_ words: [String]) throws -> Ended {
    let program = [Program.spravka, "search", "--site", "site"]
    return try Program(words: program + words, folder: scratch.path).run()
  }

  @Test func `results are shown with their places`() throws {
    let ended = try search("gfhjkm")
    #expect(
      ended.outputText
        == """
        Searched instead: 'пароль'

        Short answer: Забыли пароль
          Нажмите на ссылку.

        1. Забыли пароль (SCORE)
           /desk/in/password/
           content/ru/in/password.md
           in Вход, cloud

        1 found in 2 articles

        """.replacing("SCORE", with: Self.score(in: ended)))
    #expect(ended.error.isEmpty)
    #expect(ended.code == 0)
  }

  @Test func `a result leads to its best section, and says what it holds if asked`() throws {
    let ended = try search("--explain", "письмо", "в", "спаме", "аквариум")
    let lines = ended.outputText.split(separator: "\n").map(String.init)
    #expect(lines.contains("   /desk/in/password/#no-letter Письма нет"))
    #expect(lines.contains { $0.contains("words: письмо 1.000 as письм, спаме 1.000 as спам, ") })
    #expect(lines.contains { $0.hasSuffix(", аквариум -") })
    #expect(!(try search("письмо").outputText.contains("words:")))
  }

  @Test func `drafts, editions, languages and limits are heeded`() throws {
    #expect(try search("пароль", "--drafts").outputText.contains("2 found in 3 articles"))
    #expect(try search("пароль", "--edition", "box").outputText == "Nothing found in 2 articles\n")
    #expect(try search("code", "--language=en").outputText.contains("/desk/en/in/code/"))
    let one = try search("код письма", "--limit", "1").outputText
    #expect(one.contains("1. ") && !one.contains("2. ") && one.contains("2 found"))
  }

  @Test func `phrases in quotes that nothing holds are said so`() throws {
    let ended = try search("\"письма код\"")
    #expect(ended.outputText.hasPrefix("No article holds what is in quotes.\n\n1. Код из письма ("))
  }

  @Test func `nothing found is no error, and text may begin with a hyphen`() throws {
    for words in [["аквариум"], ["--", "--now"], ["!!!"]] {
      let ended = try run(words)
      #expect(ended.outputText == "Nothing found in 2 articles\n")
      #expect(ended.code == 0)
    }
  }

  @Test func `scripts get one object`() throws {
    let ended = try search("gfhjkm", "--format", "json")
    let object = try #require(
      JSONSerialization.jsonObject(with: ended.output) as? [String: Any])
    #expect(object["query"] as? String == "gfhjkm")
    #expect(object["corrected"] as? String == "пароль")
    #expect(object["total"] as? Int == 1)
    #expect((object["answer"] as? [String: Any])?["title"] as? String == "Забыли пароль")
    let result = try #require((object["results"] as? [[String: Any]])?.first)
    #expect(result["url"] as? String == "/desk/in/password/")
    #expect(result["file"] as? String == "content/ru/in/password.md")
    #expect(result["editions"] as? [String] == ["cloud"])
    #expect((result["words"] as? [[String: Any]])?.first?["inTitle"] as? Bool == true)
    let none = try search("аквариум", "--format=json").outputText
    #expect(none == "{\"query\":\"аквариум\",\"total\":0,\"results\":[]}\n")
  }

  @Test func `what is wrong with the content does not matter`() throws {
    try scratch.write("site/content/ru/in/bad.md", "[ссылка](нет.md)\n")
    let ended = try search("пароль")
    #expect(ended.outputText.contains("1. Забыли пароль"))
    #expect(ended.code == 0)
  }

  @Test func `mistakes are called by their names`() throws {
    let mistakes: [([String], String)] = [
      ([], "'search' needs a text\n  hint: write 'spravka search \"TEXT\"'"),
      (["  "], "'search' needs a text\n  hint: write 'spravka search \"TEXT\"'"),
      (["a", "--limit", "0"], "'--limit' needs a number from 1 to 1000, not '0'"),
      (["a", "--explain=yes"], "'--explain' takes no value, but has 'yes'"),
      (
        ["a", "--langauge", "x"], "unknown option '--langauge'\n  hint: did you mean '--language'?"
      ),
      (["a", "--language"], "'--language' needs a value"),
      (["a", "--output", "x"], "unknown option '--output'"),
      (["a", "--format", "xml"], "unknown format 'xml'\n  hint: the formats are text, json"),
      (
        ["a", "--language", "de"],
        "this site has no language 'de'\n  hint: its languages are ru, en"
      ),
      (
        ["a", "--edition", "x"], "this site has no edition 'x'\n  hint: its editions are cloud, box"
      ),
    ]
    for (words, message) in mistakes {
      let ended = try run(words)
      #expect(ended.error.hasPrefix("spravka: \(message)"), "\(words)")
      #expect(ended.code == 2)
      #expect(ended.output.isEmpty)
    }
    let nowhere = try scratch.spravka("search", "a", "--site", "gone")
    #expect(nowhere.error.hasPrefix("spravka: this folder is no site"))
    #expect(nowhere.code == 2)
  }

  private static func score(in ended: Ended) -> String {
    String(ended.outputText.firstMatch(of: /\(([0-9.]+)\)/)?.output.1 ?? "")
  }
}
