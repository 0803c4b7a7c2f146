import Foundation

extension SampleSite {
  /// Two languages, nested categories, pictures, files, templates and texts of the site's own, a
  /// draft, warnings: something of all that a site can hold.
  static let rich: SampleSite = {
    var site = SampleSite()
    site["content/site.yml"] = richConfiguration
    site["content/ru/_index.md"] = page("Справка", "С чего [начать](c0/a0.md)?")
    site["content/en/_index.md"] = page("Help", "Where to [begin](c0/a0.md)?")
    for category in 0..<3 {
      let folder = "content/ru/" + (category == 2 ? "c1/c2" : "c\(category)")
      site[folder + "/_index.md"] = page("Раздел \(category)", "Введение.")
      for number in 0..<5 { site["\(folder)/a\(number).md"] = richArticle(number) }
      site.files[folder + "/screen.png"] =
        picture + Data((0..<3000).map { UInt8($0 * (category + 3) % 251) })
    }
    site["content/en/c0/a0.md"] = page(
      "Ёlka", "See [the next](a1.md) and ![](../../ru/c0/screen.png).")
    site["content/en/c0/a1.md"] = page("Next", "See [the first](a0.md).")
    site["content/ru/c0/draft.md"] = "---\ntitle: Черновик\ndraft: true\n---\n\nПотом.\n"
    site["content/ru/c0/price list.pdf"] = "%PDF-1.4"
    site["content/ru/c0/unused.zip"] = "PK"
    site["content/_static/CNAME"] = "help.example\n"
    site["templates/footer.mustache"] = "<footer><p>{{site.title}}, 2026</p></footer>\n"
    site["templates/assets/site.css"] = "body { margin: 0 }\n"
    site["templates/strings/ru.yml"] = "to-home: Домой\n"
    return site
  }()

  static let richConfiguration = """
    title: {ru: Справка, en: Help}
    baseURL: https://help.example/help
    languages: [ru, en]
    levels: {broken-link: warning, broken-image: warning, broken-anchor: warning, invalid-image: warning}

    """

  private static let letters = ["Ёлка", "Елка", "яблоко", "Яблоко", "10 шагов"]

  private static func richArticle(_ number: Int) -> String {
    """
    ---
    title: \(letters[number])
    author: Анна
    updated: 2026-11-\(10 + number)
    order: \(number / 2)
    \(number < 3 ? "recommended: [a\(number + 1).md]" : "tags: [Общий, Тег \(number)]")
    ---

    Текст со ссылками: [сосед](a\((number + 2) % 5).md), [](a\((number + 3) % 5).md#vtoroi),
    [прайс](<../c0/price list.pdf>), [нет](нет\(number).md), <b>HTML</b>.

    ![Экран](screen.png "Подпись")

    ## Коротко

    - раз
    - два

    ## Второй

    ```sh
    echo \(number)
    ```

    """
  }
}
