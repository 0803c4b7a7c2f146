/// What the pages of a harmless site are made of: hostile ones must not be made of anything else.
struct HarmlessPages {
  private var elements: [String: Int] = [:]
  private var attributes: Set<String> = []

  /// Elements that Markdown can make any number of; of the others no page may have more than a
  /// harmless one has.
  private static let plenty: Set = [
    "a", "blockquote", "br", "code", "del", "details", "div", "em", "figcaption", "figure", "h2",
    "h3", "h4", "h5", "h6", "hr", "img", "input", "kbd", "li", "nav", "ol", "p", "pre", "section",
    "small", "span", "strong", "summary", "sup", "svg", "table", "tbody", "td", "th", "thead", "tr",
    "ul", "use",
  ]

  /// All that Markdown and its extensions can make.
  private static let article = """
    ---
    title: Третья
    description: Слова.
    author: Анна
    updated: 2026-11-20
    unlisted: true
    recommended: [a.md]
    ---

    Слово *одно* **два** `три` что-то **Раз › Два** `Ctrl+C`\\
    и [ссылка](a.md "название"), ![экран](a.png "подпись"), <https://example.com>.

    ## Два

    ### Три
    #### Четыре
    ##### Пять
    ###### Шесть

    > - раз
    > - два

    3. раз
    4. два

    ---

    ```sh
    код
    ```

        код

    # Один

    ## Два

    | а | б |
    |---|--:|
    | ~~в~~ | www.example.com |

    - [x] да
    - [ ] нет

    :::note[Заголовок]
    Сноска[^1].
    :::

    > [!TIP]
    > Совет.

    > [!IMPORTANT]
    > Важное.

    > [!WARNING]
    > Внимание.

    > [!CAUTION]
    > Осторожно.

    :::details{group=a open}
    Текст.
    :::

    ::::tabs{group=os}
    :::tab[Раз]
    Текст.
    :::
    ::::

    ![экран](a.png "подпись")

    [Карточка](a.md)

    ## Коротко

    Слово.

    [^1]: Сноска.
    """

  /// Builds a site that has all that Markdown and the theme can make.
  init() throws {
    let scratch = try ScratchFolder()
    var site = SampleSite.small
    site["content/ru/a/c.md"] = Self.article
    site.files["content/ru/a/a.png"] = SampleSite.picture
    let front = "---\ntitle: Четвёртая\ntags: [Общий]\naliases: [old]\n---\n"
    site["content/ru/a/d.md"] = front + "\nЕщё слово.\n"
    try site.write(to: scratch, at: "site")
    let ended = try scratch.spravka("build", "--site", "site")
    guard ended.code == 0 else { throw ProgramFailure(description: ended.error) }
    for (path, thing) in try FolderSnapshot(scratch.at("site/public")).things {
      guard case .file(_, let bytes) = thing, path.hasSuffix(".html") else { continue }
      let page = PageReading(Array(bytes))
      guard page.faults.isEmpty else {
        throw ProgramFailure(description: "\(path): \(page.faults)")
      }
      elements.merge(page.elements) { max($0, $1) }
      attributes.formUnion(page.attributes)
    }
  }

  func faults(of page: PageReading) -> [String] {
    let foreign = page.attributes.subtracting(attributes).sorted()
    let excess = page.elements.filter { name, count in
      let harmless = elements[name] ?? 0
      return harmless == 0 || !Self.plenty.contains(name) && count > harmless
    }
    return page.faults + foreign.map { "attribute \($0)" }
      + excess.map { "\($0.value) <\($0.key)>" }.sorted()
  }
}
