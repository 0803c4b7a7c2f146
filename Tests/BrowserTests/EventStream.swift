import Foundation
import Glibc

/// The news of a preview, as a browser reads them; ends with its last reference.
final class EventStream: Sendable {
  private let connection: FileHandle
  private let heard: Heard

  init(port: UInt16) throws {
    connection = try connect(to: port)
    let request = "GET /_spravka/events HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n"
    try connection.write(contentsOf: Data(request.utf8))
    let (heard, number) = (Heard(), connection.fileDescriptor)
    self.heard = heard
    Thread.detachNewThread {
      var bytes = [UInt8](repeating: 0, count: 4096)
      while true {
        let count = unsafe recv(number, &bytes, bytes.count, 0)
        if count <= 0 { return }
        heard.add(bytes[..<count])
      }
    }
  }

  deinit { shutdown(connection.fileDescriptor, Int32(SHUT_RDWR)) }

  /// All that were told of so far.
  var versions: [Int] {
    heard.text.matches(of: #/data: \{"version":(\d+),/#).compactMap { Int($0.output.1) }
  }
}

private final class Heard: @unchecked Sendable {
  private let lock = NSLock()
  private var bytes: [UInt8] = []

  func add(_ more: ArraySlice<UInt8>) { lock.withLock { bytes += more } }

  var text: String { lock.withLock { String(decoding: bytes, as: UTF8.self) } }
}
