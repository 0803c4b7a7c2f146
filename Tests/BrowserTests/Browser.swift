import Foundation

/// A headless Chromium, driven as a reader would use it; see `withBrowser`.
struct Browser: Sendable {
  let session: WebDriver

  /// Opens a page and waits until it is loaded, deferred scripts included.
  func open(_ url: URL) async throws {
    try await session.post("url", ["url": .string(url.absoluteString)])
  }

  /// The address in the bar.
  func address() async throws -> String {
    try await session.get("url")
  }

  /// Runs the body of a function in the page and gives what it returns; a promise is waited for.
  ///
  ///     let title: String = try await browser.evaluate("return document.title")
  func evaluate<Value: Decodable>(
    _ script: String, as: Value.Type = Value.self
  ) async throws -> Value {
    try await session.post("execute/sync", ["script": .string(script), "args": []])
  }

  /// Runs the body of a function in the page for what it does.
  func run(_ script: String) async throws {
    try await session.post("execute/sync", ["script": .string(script), "args": []])
  }

  /// What the console has received since the last call, what the page could not load included.
  func consoleMessages() async throws -> [ConsoleMessage] {
    try await session.post("se/log", ["type": "browser"])
  }

  /// The visible part of the page as PNG.
  func screenshot() async throws -> Data {
    let text: String = try await session.get("screenshot")
    guard let data = Data(base64Encoded: text) else {
      throw ProgramFailure("a screenshot that is not base64")
    }
    return data
  }
}

/// A line of the browser's console.
struct ConsoleMessage: Sendable, Decodable, CustomStringConvertible {
  /// `SEVERE`, `WARNING`, `INFO` or `DEBUG`.
  let level: String
  /// The address, the place in it and the words.
  let message: String

  var description: String { "\(level) \(message)" }
}

/// Keys by their WebDriver names (w3.org/TR/webdriver2, section «Keyboard actions»).
enum Key: String {
  case tab = "\u{E004}"
  case enter = "\u{E007}"
  case shift = "\u{E008}"
  case escape = "\u{E00C}"
  case space = "\u{E00D}"
  case control = "\u{E009}"
  case end = "\u{E010}"
  case home = "\u{E011}"
  case left = "\u{E012}"
  case up = "\u{E013}"
  case right = "\u{E014}"
  case down = "\u{E015}"
  case slash = "/"
  case k
}

extension Browser {
  /// Clicks the middle of the first element that the CSS selector matches; it must be visible.
  func click(_ selector: String) async throws {
    try await session.post("element/\(try await element(selector))/click")
  }

  /// Types into the first element that the CSS selector matches.
  func type(_ text: String, into selector: String) async throws {
    let element = try await element(selector)
    try await session.post("element/\(element)/value", ["text": .string(text)])
  }

  /// Presses a key where the focus is, alone or while another is held; see `Key`.
  func press(_ key: Key, with held: Key? = nil) async throws {
    let stroke = { (type: String, key: Key) -> JSON in
      ["type": .string(type), "value": .string(key.rawValue)]
    }
    let strokes = JSON.array(
      (held.map { [stroke("keyDown", $0)] } ?? [])
        + [stroke("keyDown", key), stroke("keyUp", key)]
        + (held.map { [stroke("keyUp", $0)] } ?? []))
    try await session.post(
      "actions", ["actions": [["type": "key", "id": "keyboard", "actions": strokes]]])
  }

  /// Clicks a point of the page, in CSS pixels from its visible corner, whatever is there.
  func tap(x: Int, y: Int) async throws {
    let move: JSON = [
      "type": "pointerMove", "duration": 0, "x": .number(Double(x)), "y": .number(Double(y)),
    ]
    let strokes: JSON = [
      move, ["type": "pointerDown", "button": 0], ["type": "pointerUp", "button": 0],
    ]
    try await session.post(
      "actions", ["actions": [["type": "pointer", "id": "mouse", "actions": strokes]]])
  }

  private func element(_ selector: String) async throws -> String {
    let found: [String: String] = try await session.post(
      "element", ["using": "css selector", "value": .string(selector)])
    return found.values.first ?? ""
  }
}

extension Browser {
  /// Sets the size of the page in CSS pixels, whatever the window around it.
  func setViewport(width: Int, height: Int) async throws {
    try await devTools(
      "Emulation.setDeviceMetricsOverride",
      [
        "width": .number(Double(width)), "height": .number(Double(height)),
        "deviceScaleFactor": 1, "mobile": false,
      ])
  }

  /// Makes the page believe that its reader prefers `light` or `dark`, and dislikes motion: a
  /// colour or a place is then where it will be, without waiting.
  ///
  /// - Parameter media: `print` for the page as it would be printed.
  func setColorScheme(_ scheme: String, media: String = "") async throws {
    try await devTools(
      "Emulation.setEmulatedMedia",
      [
        "media": .string(media),
        "features": [
          ["name": "prefers-color-scheme", "value": .string(scheme)],
          ["name": "prefers-reduced-motion", "value": "reduce"],
        ],
      ])
  }

  /// With scripts off, the pages opened from now on are as a reader without JavaScript sees them.
  func setScripts(on: Bool) async throws {
    try await devTools("Emulation.setScriptExecutionDisabled", ["value": .bool(!on)])
  }

  /// A command of the DevTools protocol, for what WebDriver has no command for.
  func devTools(_ command: String, _ parameters: JSON = [:]) async throws {
    try await session.post("goog/cdp/execute", ["cmd": .string(command), "params": parameters])
  }

  /// A command of the DevTools protocol that answers.
  func devTools<Value: Decodable>(
    _ command: String, _ parameters: JSON = [:], as: Value.Type = Value.self
  ) async throws -> Value {
    try await session.post("goog/cdp/execute", ["cmd": .string(command), "params": parameters])
  }
}
