import Foundation

// How a reader uses the box of search, and what stands below it then.

extension Browser {
  /// Types into the box and waits until there are results, with pieces of their texts.
  func search(_ text: String, in box: String = "form.search input") async throws {
    try await type(text, into: box)
    try await wait(
      until: """
        document.querySelector('.found:not([hidden]) [role=option]:not(.query)') \
        && !document.querySelector('.found .text:empty:not([hidden])')
        """)
  }

  /// The titles of the results below the box, in order.
  func found() async throws -> [String] {
    try await texts(of: ".found [role=option] :is(.title, .answer)")
  }

  /// What is said above the results: what was changed, for which edition.
  func saidAbove() async throws -> [String] {
    try await texts(of: ".found .above p")
  }

  func texts(of selector: String) async throws -> [String] {
    let texts: [String] = try await evaluate(
      """
      return [...document.querySelectorAll(\(quoted(selector)))]
        .filter(element => element.checkVisibility())
        .map(element => element.textContent.replace(/\\s+/g, ' ').trim())
      """)
    return texts
  }

  /// The option that the keyboard has come to, as its number; nil when it is in the text.
  func chosen() async throws -> Int? {
    try await evaluate(
      """
      const options = [...document.querySelectorAll('.found [role=option]')];
      const id = document.querySelector('form.search input').getAttribute('aria-activedescendant');
      const chosen = options.filter(option => option.getAttribute('aria-selected') === 'true');
      if (!id && !chosen.length) return null;
      return chosen.length === 1 && chosen[0].id === id ? options.indexOf(chosen[0]) : -1
      """)
  }
}
