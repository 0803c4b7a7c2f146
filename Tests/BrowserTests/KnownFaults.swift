// A small site that has each kind of fault in each kind of place, and what is wrong with it, by hand.

enum KnownFaults {
  static let site: [String: String] = [
    "content/site.yml": """
    title: Справка
    baseURL: https://help.example/desk
    languages: [ru]

    """,
    "content/ru/_index.md": """
    ---
    title: Справка
    ---
    [Раздел](a/_index.md), [нет](b/_index.md)

    """,
    "content/ru/a/_index.md": "---\ntitle: Раздел\n---\n",
    "content/ru/a/p.png": "GIF89a\u{1}\u{0}\u{1}\u{0}",
    "content/ru/a/имя файла.pdf": "",
    "content/ru/a/target.md": """
    ---
    title: Цель
    ---

    ## Вход {#login}

    ## Если забыли логин

    <a name="raw"></a> <span id="other">текст</span>

    """,
    "content/ru/a/links.md": article,
  ]

  private static let article = """
    ---
    title: Ссылки
    ---
    [да](target.md), [да](target.md#login), [да](./target.md#esli-zabyli-login), [нет](traget.md),
    [да](../a/target.md?x=1#login), [нет](target.md#logout), [да](#here), [нет](#there), [да](#top),
    [да](%D0%B8%D0%BC%D1%8F%20файла.pdf), [да](<имя файла.pdf>), [нет](<имя фала.pdf>), [нет](),
    [нет](../a/), [нет](../../../x.md), [да](/a/target/#login), [нет](/a/target/#no), [нет](/b/),
    [да](https://help.example/desk/a/target/), [нет](https://help.example/desk/none/),
    [да](https://elsewhere.example/), [да](mailto:a@b.example), [да](/desk/a/p.png),
    ![да](p.png), ![нет](q.png), ![нет](target.md), ![нет](https://elsewhere.example/p.png)

    `[в коде](none.md)`, \\[не ссылка](none.md), `код
    на двух строках` и [нет
    такого](none-1.md), [см.][r], [![нет](none-2.png)](none-3.md)\\
    после разрыва [нет](none-4.md "имя
    в две строки") и [нет](none-5.md)

    > цитата
    > > в цитате [нет](none-6.md)
    лениво [нет](none-7.md), ![нет](#here), ![нет](/a/target/), ![нет](/a/q.png)

    1. Список

       - в списке [нет](none-8.md)
         и ещё [нет](none-9.md)

    ## Здесь [нет](none-10.md) {#here}

    [r]: none-11.md

    Текст <a href="none-12.md">нет</a>, <a
      href="target.md#raw">да</a> <img alt="" src='none-13.png'>

    <div>
      <p>Блок <a href="target.md#other">да</a>,
      <a class="x" href="none-14.md">нет</a></p>
      <img alt="" src="p.png" srcset="p.png 2x,
        none-15.png 3x">
      <img alt="" src="https://elsewhere.example/raw.png">
    </div>

    """

  /// Faults of the links article: id, line and column, target.
  static let always = """
    broken-link 4:78 traget.md
    broken-anchor 5:33 #logout
    broken-anchor 5:71 #there
    broken-link 6:62 имя фала.pdf
    broken-link 6:85
    broken-link 7:1 ../a/
    broken-link 7:15 ../../../x.md
    broken-anchor 7:61 #no
    broken-link 7:83 /b/
    broken-link 8:44 https://help.example/desk/none/
    broken-image 10:15 q.png
    broken-image 10:30 target.md
    external-image 10:49 https://elsewhere.example/p.png
    broken-link 13:20 none-1.md
    broken-link 14:21 none-11.md
    broken-image 14:32 none-2.png
    broken-link 14:31 none-3.md
    broken-link 15:15 none-4.md
    broken-link 16:18 none-5.md
    broken-link 19:14 none-6.md
    broken-link 20:8 none-7.md
    broken-image 20:26 #here
    broken-image 20:41 /a/target/
    broken-image 20:61 /a/q.png
    broken-link 24:15 none-8.md
    broken-link 25:12 none-9.md
    broken-link 27:10 none-10.md
    """

  /// Those of its raw HTML, where that is allowed; without it two anchors of the target are missing
  /// that only raw links ask for.
  static let raw = """
    broken-link 31:16 none-12.md
    broken-image 32:46 none-13.png
    broken-link 36:22 none-14.md
    broken-image 38:9 none-15.png
    external-image 39:24 https://elsewhere.example/raw.png
    """

  static let home = "broken-link 4:24 b/_index.md"
}
