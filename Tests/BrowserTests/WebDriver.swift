import Foundation

// The wire of W3C WebDriver (w3.org/TR/webdriver2): JSON over plain HTTP, each answer in `value`.

/// A WebDriver server (`path` is empty), or one session of it.
struct WebDriver: Sendable {
  let port: UInt16
  var path = ""

  /// Posts a command and decodes the answer's value.
  func post<Value: Decodable>(
    _ command: String, _ body: JSON = [:], as: Value.Type = Value.self
  ) async throws -> Value {
    try await send("POST", command, body)
  }

  /// Posts a command whose answer does not matter.
  func post(_ command: String, _ body: JSON = [:]) async throws {
    let _: Anything = try await send("POST", command, body)
  }

  func get<Value: Decodable>(_ command: String, as: Value.Type = Value.self) async throws -> Value {
    try await send("GET", command, nil)
  }

  /// Ends the session, or a part of it.
  func delete(_ command: String = "") async throws {
    let _: Anything = try await send("DELETE", command, nil)
  }

  private func send<Value: Decodable>(
    _ method: String, _ command: String, _ body: JSON?
  ) async throws -> Value {
    let target = command.isEmpty ? path : "\(path)/\(command)"
    let content = try body.map { try JSONEncoder().encode($0) }
    let (status, answer) = try await request(method, target, body: content, port: port)
    guard status == 200 else {
      throw try JSONDecoder().decode(Answer<WebDriverError>.self, from: answer).value
    }
    return try JSONDecoder().decode(Answer<Value>.self, from: answer).value
  }
}

private struct Answer<Value: Decodable>: Decodable {
  let value: Value
}

/// A value of any kind, left unread.
private struct Anything: Decodable {
  init(from decoder: any Decoder) {}
}

/// What a WebDriver server says about a command that it could not carry out.
struct WebDriverError: Error, Decodable, CustomStringConvertible {
  /// One of the specification's codes: `no such element`, `javascript error`.
  let error: String
  let message: String

  var description: String { "\(error): \(message)" }
}
