import Foundation

// The help desk with a section of specimens: one page of each kind that a site can have, with
// everything in it that an article can hold, and what is hard to fit.

enum Gallery {
  /// One page of each kind, below the address of the site.
  static let kinds = [
    "", "en/", "registration/", "registration/account/", "registration/account/recover-password/",
    "en/registration/account/two-factor/", "specimen/everything/", "specimen/wide/",
    "specimen/on-premise-only/", "specimen/old/", "specimen/many/page-2/", "new/", "changes/",
    "tags/", "tags/parol/", "search/", "feedback/", "no/such/page",
  ]

  /// The article that has all that a script or a reader can do something with.
  static let everything = "specimen/everything/"

  static let files: [String: String] = {
    var files = [
      "content/ru/specimen/_index.md": "---\ntitle: Образцы\n---\n\nВсё, что бывает.\n",
      "content/ru/specimen/everything.md": everythingArticle,
      "content/ru/specimen/wide.md": wideArticle,
      "content/ru/specimen/on-premise-only.md": onPremiseArticle,
      "content/ru/specimen/old.md": oldArticle,
      "content/ru/specimen/wide.svg": picture(3000, 300),
      "content/ru/specimen/small.svg": picture(200, 100),
      "content/ru/specimen/many/_index.md": "---\ntitle: Много статей\n---\n",
    ]
    for number in 1...101 {
      files["content/ru/specimen/many/n\(number).md"] =
        "---\ntitle: Короткая статья \(number)\n---\n\nСлово.\n"
    }
    return files
  }()

  private static func picture(_ width: Int, _ height: Int) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
    viewBox="0 0 \(width) \(height)"><path fill="#888" d="M0 0h\(width)v\(height)H0z"/></svg>
    """
  }
}

/// Builds the help desk with the gallery; see `withHelpDesk`.
func withGallery(
  at basePath: String = "/", configuration: String = "",
  _ body: (HelpDesk, Browser) async throws -> Void
) async throws {
  try await withHelpDesk(
    at: basePath, adding: Gallery.files, configuration: configuration, body)
}

private let onPremiseArticle = """
  ---
  title: Только для коробки
  editions: [on-premise]
  counterpart: everything.md
  ---

  Текст.
  """

private let oldArticle = """
  ---
  title: Старая статья
  expire: 2026-01-01
  replacement: everything.md
  ---

  Текст.
  """

/// What is hard to fit into a narrow column.
private let wideArticle = """
  ---
  title: Превысокомногорассмотрительствующий и-другие-слова-через-дефис-без-единого-пробела
  tags: [превысокомногорассмотрительствующий-тег-без-единого-пробела]
  author: \(String(repeating: "Автор", count: 20))
  ---

  ## Электрофотополупроводниковый-и-прочий-заголовок-второго-уровня

  Адрес https://example.org/\(String(repeating: "long/", count: 40)), ![картинка](wide.svg).

  `\(String(repeating: "code", count: 60))` и \(String(repeating: "слово", count: 60)).

      \(String(repeating: "код и ещё ", count: 30))

  > > > 1. - 2. - \(String(repeating: "глубоко", count: 20))

  1. Шаг \(String(repeating: "слово", count: 30))

     | \(String(repeating: "а", count: 90)) | \(String(repeating: "б", count: 90)) | в | г |
     |---|---|---|---|
     | \(String(repeating: "слово ", count: 20)) | д | е | ж |

     ![картинка](wide.svg "\(String(repeating: "подпись", count: 20))")

  :::note[\(String(repeating: "Заголовок", count: 20))]
  \(String(repeating: "слово", count: 40))
  :::

  :::details[\(String(repeating: "Заголовок", count: 20))]
  \(String(repeating: "слово", count: 40))
  :::

  ::::tabs
  :::tab[\(String(repeating: "Вкладка", count: 12))]
  \(String(repeating: "слово", count: 40))
  :::
  :::tab[\(String(repeating: "Другая", count: 12))]
  \(String(repeating: "слово", count: 40))
  :::
  ::::

  ## \(String(repeating: "ЗАГОЛОВОК", count: 20))

  [\(String(repeating: "ссылка", count: 30))](#\(slug)): так она и выглядит.

  ### Имя {#\(slug)}

  [](everything.md)

  ## Коротко

  Широко.
  """

private let slug = String(repeating: "slug", count: 40)
