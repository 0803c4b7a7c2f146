import Foundation
import Testing

/// What a writer has opened, chosen and focused on a page stays when the page changes.
struct PreviewPlaceTests {
  private static let page = "registration/tabs/"
  private static let file = "content/ru/registration/tabs.md"
  private static let text = """
    ---
    title: Вкладки
    ---

    ## Коротко

    Раз. [Логин забыт](account/forgot-login.md).

    ::::tabs
    :::tab[Облако]
    Текст облака.
    :::
    :::tab[Коробка]
    Текст коробки.
    :::
    ::::

    :::details[Подробности]
    Скрытое.
    :::

    Хвост.
    """

  /// Gives `body` the page, opened, with its details open and the second of its tabs chosen.
  private func withTabs(_ body: (RunningPreview, Browser) async throws -> Void) async throws {
    try await withPreview(adding: [Self.file: Self.text]) { preview, browser in
      try await browser.open(try preview.address(Self.page))
      try await browser.wait(until: "document.querySelector('#_spravka summary span')")
      try await browser.click("main details summary")
      try await browser.click("main [role=tab]:nth-child(2)")
      try await body(preview, browser)
    }
  }

  @Test func `open details and chosen tabs stay as they are`() async throws {
    try await withTabs { preview, browser in
      try preview.edit(Self.file, "Хвост.", "Хвост длиннее.")
      try await browser.wait(
        until: "document.querySelector('main').textContent.includes('длиннее')")
      try await browser.wait(
        until: "document.querySelector('main [role=tab]:nth-child(2)')?.ariaSelected === 'true'")
      #expect(try await browser.evaluate("return document.querySelector('main details').open"))
    }
  }

  @Test func `what is open and chosen stays so when a block is put above`() async throws {
    try await withTabs { preview, browser in
      try preview.edit(
        Self.file, "::::tabs\n",
        """
        :::details[Новое]
        Новое.
        :::

        ::::tabs
        :::tab[Раньше]
        Было.
        :::
        :::tab[Теперь]
        Стало.
        :::
        ::::

        ::::tabs
        :::tab[Ещё одна]
        Новая вкладка.
        :::

        """)
      let chosen = "[...document.querySelectorAll('main [role=tab][aria-selected=true]')]"
      try await browser.wait(
        until: "\(chosen).map(tab => tab.textContent).join() === 'Раньше,Коробка'")
      let opened = "[...document.querySelectorAll('main details')].map(({ open }) => open).join()"
      #expect(try await browser.evaluate("return " + opened) == "false,true")
    }
  }

  @Test func `of blocks with the same name that stays open which says the same`() async throws {
    try await withTabs { preview, browser in
      try preview.edit(
        Self.file, ":::details[Подробности]", ":::details[Подробности]\nДругое.\n:::\n\n$&")
      try preview.edit(Self.file, "$&", ":::details[Подробности]")
      let opened = "[...document.querySelectorAll('main details')].map(({ open }) => open).join()"
      try await browser.wait(until: "document.querySelectorAll('main details').length === 2")
      try await browser.wait(until: "\(opened) === 'false,true'")
      try preview.edit(Self.file, "Подробности]\nСкрытое", "Мелочи]\nСкрытое")
      try await browser.wait(
        until: "document.querySelectorAll('main summary')[1].textContent.includes('Мелочи')")
      #expect(try await browser.evaluate("return " + opened) == "false,true")
    }
  }

  @Test(arguments: ["main p a", "main [role=tab]:nth-child(2)", "nav.tree a[href]", "main summary"])
  func `what has the keyboard keeps it when the page changes`(selector: String) async throws {
    try await withTabs { preview, browser in
      try await browser.run("document.querySelector(\(quoted(selector))).focus()")
      try preview.edit(Self.file, "Хвост.", "Хвост длиннее.")
      try await browser.wait(
        until: "document.querySelector('main').textContent.includes('длиннее')")
      try await browser.wait(
        until:
          "document.activeElement === document.querySelector(\(quoted(selector)))")
    }
  }

  @Test func `who types into search goes on typing`() async throws {
    try await withTabs { preview, browser in
      try await browser.type("логин", into: ".search input")
      let input = "document.querySelector('.search input')"
      try await browser.run("\(input).setSelectionRange(2, 3)")
      try preview.edit(Self.file, "Хвост.", "Хвост длиннее.")
      try await browser.wait(
        until: "document.querySelector('main').textContent.includes('длиннее')")
      try await browser.wait(until: "document.activeElement === \(input)")
      let caret = "[\(input).value, \(input).selectionStart, \(input).selectionEnd].join()"
      try await browser.wait(until: "\(caret) === 'логин,2,3'")
      // Search answers there.
      try await browser.wait(until: "document.querySelector('.search [role=option]')")
    }
  }

  @Test func `who is at a finding stays there, also when its line moves`() async throws {
    try await withTabs { preview, browser in
      try preview.edit(Self.file, "Хвост.", "[Нет](нет-такой.md)\n\nХвост.")
      try await browser.wait(until: "document.querySelector('#_spravka li button')")
      try await browser.click("#_spravka summary")
      try await browser.run(
        """
        window.had = document.querySelector('#_spravka li button');
        had.focus();
        """)
      try preview.edit(Self.file, "Хвост.", "Хвост длиннее.")
      try await browser.wait(
        until: "document.querySelector('main').textContent.includes('длиннее')")
      // The panel tells again when another page has got a finding of its own.
      try preview.edit(
        "content/ru/registration/account/forgot-login.md", "## Коротко",
        "[Нет](нет-такой.md)\n\n## Коротко")
      let all = "document.querySelector('#_spravka > p a').textContent"
      try await browser.wait(until: "\(all).endsWith(': 2')")
      #expect(try await browser.text(of: "#_spravka > p a") == "Все замечания: 2")
      let focused = "document.activeElement.closest('#_spravka li')"
      #expect(try await browser.evaluate("return !!\(focused)"))
      let place = try await browser.evaluate("return document.activeElement.title") as String
      try preview.edit(Self.file, "## Коротко", "Выше.\n\n## Коротко")
      try await browser.wait(
        until: "document.querySelector('#_spravka li button').title !== \(quoted(place))")
      #expect(try await browser.evaluate("return !!\(focused)"))
    }
  }

  @Test func `a report that says the same is not drawn again`() async throws {
    try await withTabs { preview, browser in
      try preview.edit(Self.file, "Хвост.", "[Нет](нет-такой.md)\n\nХвост.")
      try await browser.wait(until: "document.querySelector('#_spravka li button')")
      try await browser.run(
        """
        window.had = document.querySelector('#_spravka li button');
        const own = window.fetch;
        window.reports = 0;
        window.fetch = async (...given) => {
          const answer = await own(...given);
          if (String(given[0]).startsWith("/_spravka/page")) {
            const json = answer.json.bind(answer);
            answer.json = async () => {
              const said = await json();
              setTimeout(() => { window.reports += 1; });
              return said;
            };
          }
          return answer;
        };
        """)
      try preview.edit(Self.file, "Хвост.", "Хвост длиннее.")
      try await browser.wait(until: "window.reports > 0")
      #expect(try await browser.evaluate("return had.isConnected"))
    }
  }

  @Test func `findings that opened by themselves close when they are mended`() async throws {
    try await withTabs { preview, browser in
      let isOpen = "document.querySelector('#_spravka details').open"
      let isMended = "!document.querySelector('#_spravka li')"
      #expect(try await !browser.evaluate("return " + isOpen))
      for isTouched in [false, true] {
        try preview.edit("content/site.yml", "baseURL:", "baseURL: [\nolder:")
        try await browser.wait(until: "document.querySelector('#_spravka [open] li')")
        // Closed by the writer, and opened again.
        if isTouched {
          try await browser.click("#_spravka summary")
          try await browser.click("#_spravka summary")
        }
        try preview.edit("content/site.yml", "baseURL: [\nolder:", "baseURL:")
        try await browser.wait(until: isMended)
        try await browser.wait(until: "\(isOpen) === \(isTouched)")
      }
    }
  }
}
