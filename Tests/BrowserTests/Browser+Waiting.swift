import Foundation

// What happens on a page after it is loaded is waited for by its effect, never by time: the machine
// may be busy.

extension Browser {
  /// Asks the page until a JavaScript expression is true; fails when a minute passes.
  func wait(until condition: String) async throws {
    try await waitUntil(condition) {
      // A page that is being left has no answer.
      (try? await evaluate("return !!(\(condition))", as: Bool.self)) == true
    }
  }

  /// Lets the browser draw what has changed.
  func draw() async throws {
    try await run(
      """
      return new Promise(done =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))
      """)
  }

  /// Loads the page anew.
  func reload() async throws {
    try await session.post("refresh")
  }

  /// A script that runs in every page opened from now on, before the page's own.
  func runFirst(_ script: String) async throws {
    try await devTools("Page.addScriptToEvaluateOnNewDocument", ["source": .string(script)])
  }

  /// The text of what the selector matches first, white space at its ends cut off.
  func text(of selector: String) async throws -> String {
    let text: String = try await evaluate(
      "return document.querySelector(\(quoted(selector))).textContent.trim()")
    return text.replacing("\u{A0}", with: " ")
  }

  /// An attribute of what the selector matches first; empty when there is none.
  func attribute(_ name: String, of selector: String) async throws -> String {
    try await evaluate(
      "return document.querySelector(\(quoted(selector))).getAttribute(\(quoted(name))) ?? ''")
  }

  /// Whether what the selector matches first is there and shown.
  func shows(_ selector: String) async throws -> Bool {
    try await evaluate(
      "return !!document.querySelector(\(quoted(selector)))?.checkVisibility()")
  }

  /// Whether what has the focus is matched by the selector.
  func focuses(_ selector: String) async throws -> Bool {
    try await evaluate("return document.activeElement.matches(\(quoted(selector)))")
  }
}

/// A text as JavaScript writes it.
func quoted(_ text: String) -> String {
  let escaped = text.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
    .replacing("\n", with: "\\n")
  return "'\(escaped)'"
}
