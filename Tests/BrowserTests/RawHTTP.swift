import Foundation
import Glibc

// Bytes to a port and back, for what no ordinary client sends.

/// What came back for the bytes of a request.
struct RawAnswer: Sendable {
  /// Nil when the server had nothing to say.
  let status: Int?
  /// By the name in small letters.
  let headers: [String: String]
  let body: Data

  init(_ bytes: Data) {
    let end = bytes.firstRange(of: Data("\r\n\r\n".utf8))
    let lines = String(decoding: bytes[..<(end?.lowerBound ?? bytes.endIndex)], as: UTF8.self)
      .components(separatedBy: "\r\n")
    status = lines[0].firstMatch(of: #/^HTTP/1\.[01] (\d{3}) /#).flatMap { Int($0.output.1) }
    headers = Dictionary(
      lines.dropFirst().compactMap { line in
        line.firstIndex(of: ":").map {
          let value = line[line.index(after: $0)...].trimmingCharacters(in: .whitespaces)
          return (line[..<$0].lowercased(), value)
        }
      }
    ) { "\($0), \($1)" }
    body = end.map { bytes[$0.upperBound...] } ?? Data()
  }
}

/// Sends bytes and nothing after them; gives what comes until the server closes.
func rawExchange(_ bytes: Data, port: UInt16) async throws -> RawAnswer {
  try await withCheckedThrowingContinuation { continuation in
    DispatchQueue.global().async {
      continuation.resume(
        with: Result {
          let connection = try connect(to: port)
          // The server may have closed before it has read all of it.
          unsafe bytes.withUnsafeBytes { bytes in
            var sent = 0
            while sent < bytes.count {
              let place = unsafe bytes.baseAddress.map { unsafe $0 + sent }
              let count = unsafe send(
                connection.fileDescriptor, place, bytes.count - sent, Int32(MSG_NOSIGNAL))
              if count <= 0 { break }
              sent += count
            }
          }
          shutdown(connection.fileDescriptor, Int32(SHUT_WR))
          return RawAnswer((try? connection.readToEnd()) ?? Data())
        })
    }
  }
}

/// A request whose connection ends with the answer.
///
/// - Parameter host: nil for the server's own; empty for none.
func rawRequest(
  _ method: String, _ path: String, host: String? = nil, _ headers: [String] = [],
  body: String = "", port: UInt16
) async throws -> RawAnswer {
  let hosts = host.map { $0.isEmpty ? [] : ["Host: \($0)"] } ?? ["Host: 127.0.0.1:\(port)"]
  let lines = ["\(method) \(path) HTTP/1.1"] + hosts + headers + ["Connection: close", "", body]
  return try await rawExchange(Data(lines.joined(separator: "\r\n").utf8), port: port)
}
