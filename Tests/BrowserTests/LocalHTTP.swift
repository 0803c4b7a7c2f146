import Foundation
import Glibc

// One HTTP/1.1 request to a port of this machine, on a connection of its own. URLSession cannot talk
// to chromedriver: on Linux it refuses a header without a space after its colon, which HTTP allows
// (swiftlang/swift-corelibs-foundation#4965).

/// Sends a request with an optional JSON body and reads the answer, away from Swift's few threads:
/// a page may take its time.
func request(
  _ method: String, _ path: String, body: Data? = nil, port: UInt16
) async throws -> (status: Int, body: Data) {
  try await withCheckedThrowingContinuation { continuation in
    DispatchQueue.global().async {
      continuation.resume(with: Result { try exchange(method, path, body ?? Data(), port) })
    }
  }
}

private func exchange(
  _ method: String, _ path: String, _ body: Data, _ port: UInt16
) throws -> (status: Int, body: Data) {
  let connection = try connect(to: port)
  let head = [
    "\(method) \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)",
    "Content-Type: application/json; charset=utf-8", "Content-Length: \(body.count)", "", "",
  ]
  try connection.write(contentsOf: Data(head.joined(separator: "\r\n").utf8) + body)

  let (answer, rest) = try readHead(from: connection)
  guard let status = answer.firstMatch(of: /^HTTP\/1\.1 (\d{3})/),
    let length = answer.firstMatch(of: /(?i)\r\ncontent-length: *(\d+)/)
  else { throw ProgramFailure("an answer that is not understood: \(answer)") }
  var content = rest
  while content.count < Int(length.output.1) ?? 0 {
    content += try read(from: connection)
  }
  return (Int(status.output.1) ?? 0, content)
}

/// Reads up to the empty line; what came after it belongs to the body.
private func readHead(from connection: FileHandle) throws -> (head: String, rest: Data) {
  var bytes = Data()
  while true {
    bytes += try read(from: connection)
    if let end = bytes.firstRange(of: Data("\r\n\r\n".utf8)) {
      let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
      return (head, Data(bytes[end.upperBound...]))
    }
  }
}

/// Waits for the next bytes; a FileHandle's own `read` would wait until it has all that it asked for.
private func read(from connection: FileHandle) throws -> Data {
  var bytes = [UInt8](repeating: 0, count: 65_536)
  let count = unsafe recv(connection.fileDescriptor, &bytes, bytes.count, 0)
  guard count > 0 else { throw ProgramFailure("the connection ended before the answer did") }
  return Data(bytes[..<count])
}

/// A connection that gives up after two minutes without a byte.
func connect(to port: UInt16) throws -> FileHandle {
  // A server that has closed meanwhile is a failure of one test, not the end of all.
  signal(SIGPIPE, SIG_IGN)
  let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
  guard descriptor >= 0 else { throw ProgramFailure("no socket") }
  let connection = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  var limit = timeval(tv_sec: 120, tv_usec: 0)
  unsafe setsockopt(
    descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_port = port.bigEndian
  address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
  let status = unsafe withUnsafeBytes(of: &address) { bytes in
    unsafe bytes.withMemoryRebound(to: sockaddr.self) { pointer in
      unsafe Glibc.connect(descriptor, pointer.baseAddress, socklen_t(bytes.count))
    }
  }
  guard status == 0 else { throw ProgramFailure("nothing listens on port \(port)") }
  return connection
}
