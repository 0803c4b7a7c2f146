import Foundation

extension SampleSite {
  /// Many short articles, ten in a category, six of these in one above.
  ///
  /// Two versions differ in a third of the articles and in a picture; each has articles and a
  /// category that the other has not.
  static func many(_ count: Int, version: Int) -> SampleSite {
    var site = SampleSite()
    site["content/site.yml"] = "title: Справка\nbaseURL: https://help.example\nlanguages: [ru]\n"
    site["content/ru/_index.md"] = page("Справка", "Ответы на вопросы.")
    for number in 0..<count where number % 29 != 7 + version {
      let category = "content/ru/c\(number / 60)"
      let folder = "\(category)/s\(number / 10 % 6)"
      site[category + "/_index.md"] = page("Раздел \(number / 60)", "Подразделы.")
      site[folder + "/_index.md"] = page("Подраздел \(number / 10)", "Статьи.")
      let change = number % 3 == 0 ? "Версия \(version)." : "Без перемен."
      site["\(folder)/a\(number).md"] = page(
        "Статья \(number)", "Что делать. \(change)\n\n## Коротко\n\n- [раздел](_index.md)")
    }
    let own = "content/ru/own-\(version)"
    site[own + "/_index.md"] = page("Раздел версии \(version)", "![экран](screen.png)")
    site.files[own + "/screen.png"] =
      picture + Data(String(repeating: "\(version)", count: 20_000).utf8)
    site.files["content/ru/c0/s0/screen.png"] =
      picture + Data(String(repeating: "\(version)", count: 300).utf8)
    site["content/ru/c0/s0/a0.md"] = page("Статья 0", "Версия \(version). ![экран](screen.png)")
    return site
  }

  /// Sixty articles of the many, a dozen of them in English too; with pictures.
  static func bilingual(version: Int) -> SampleSite {
    var site = many(60, version: version)
    site["content/site.yml"] =
      "title: {ru: Справка, en: Help}\nbaseURL: https://help.example\nlanguages: [ru, en]\n"
    site["content/en/_index.md"] = page("Help", "Answers.")
    for number in 0..<12 where number != 7 + version {
      let folder = "content/en/c0/s\(number / 10)"
      site[folder + "/_index.md"] = page("Part \(number / 10)", "Articles.")
      site["\(folder)/a\(number).md"] = page(
        "Article \(number)", "Version \(version). ![](../../../ru/c0/s0/screen.png)")
    }
    return site
  }
}
