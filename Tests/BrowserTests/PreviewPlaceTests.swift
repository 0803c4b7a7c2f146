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

    Раз. [Ссылка](account/forgot-login.md) здесь.

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
}
