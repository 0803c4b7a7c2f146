// HTTP/1.1 over libmicrohttpd: requests in, responses out. All that is unsafe about the library
// stands here. Each connection has a thread of its own, so a client that hangs, or a stream that
// waits for news, stops nobody else.
internal import CMicroHTTPD
internal import Glibc
internal import SpravkaKit
internal import Synchronization

/// What a client asks for.
public struct HTTPRequest: Sendable {
  /// `GET`.
  public let method: String
  /// The path as it was sent, percent-encoded; without the query.
  public let path: [UInt8]
  /// By the name in small letters; of a name that comes more than once, all values with commas.
  public let headers: [String: String]
}

public struct HTTPResponse: Sendable {
  public enum Body: Sendable {
    case bytes([UInt8])
    /// Pieces as they come, until there is none; asked for on the connection's thread, so that
    /// waiting is no harm.
    case stream(@Sendable () -> [UInt8]?)
    /// So many bytes, asked for by their place while they are sent; nil breaks the answer off.
    case sized(Int, @Sendable (Range<Int>) -> [UInt8]?)
  }

  public var status: Int
  public var headers: [(name: String, value: String)]
  public var body: Body

  public init(status: Int, headers: [(name: String, value: String)] = [], body: Body) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}

/// A server that runs until the process ends.
public struct HTTPServer: Sendable {
  /// The port that it listens on.
  public let port: UInt16

  public enum StartError: Error {
    /// Somebody listens there already.
    case portTaken
    case refused(reason: String)
  }

  /// How many clients may be connected at once.
  private static let mostConnections: Int32 = 512
  /// Seconds after which a client that says nothing is let go.
  private static let patience: Int32 = 20

  /// Swift sees the library's options as a closed enumeration without names.
  private enum Option {
    static let end: Int32 = 0
    static let connectionLimit: Int32 = 2
    static let connectionTimeout: Int32 = 3
    static let listenSocket: Int32 = 12
    static let unescapeCallback: Int32 = 16
    static let strictForClient: Int32 = 29
  }

  /// - Parameters:
  ///   - address: in the IPv4 form: `127.0.0.1`.
  ///   - answer: called on many threads at once.
  public init(
    address: String, port: UInt16, answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse
  ) throws(StartError) {
    let socket = try Self.listen(address, port)
    let service = unsafe Unmanaged.passRetained(Service(answer))
    // Threads of their own (4) that the library starts (8) and that say when they end (1024): else
    // sockets of clients that have gone stay open until somebody comes.
    let flags: UInt32 = 4 | 8 | 1024
    let options: [any CVarArg] = unsafe [
      Option.listenSocket, socket,
      Option.connectionLimit, Self.mostConnections,
      Option.connectionTimeout, Self.patience,
      Option.strictForClient, Int32(1),
      Option.unescapeCallback,
      unsafe unsafeBitCast(keepEscapes as EscapeCallback, to: OpaquePointer.self), Int(0),
      Option.end,
    ]
    let daemon = unsafe withVaList(options) {
      unsafe MHD_start_daemon_va(
        flags, port, nil, nil, answerConnection, unsafe service.toOpaque(), $0)
    }
    guard unsafe daemon != nil else {
      close(socket)
      unsafe service.release()
      throw .refused(reason: systemReason(errno))
    }
    self.port = port
  }

  private static func listen(_ address: String, _ port: UInt16) throws(StartError) -> Int32 {
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = port.bigEndian
    guard unsafe inet_pton(AF_INET, address, &place.sin_addr) == 1 else {
      throw .refused(reason: "'\(address)' is no IPv4 address")
    }
    let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard number >= 0 else { throw .refused(reason: systemReason(errno)) }
    var yes: Int32 = 1
    unsafe setsockopt(
      number, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    let bound = unsafe withUnsafePointer(to: &place) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(number, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard bound == 0, Glibc.listen(number, 128) == 0 else {
      let code = errno
      close(number)
      throw code == EADDRINUSE ? .portTaken : .refused(reason: systemReason(code))
    }
    return number
  }
}

// The library's names that Swift does not see.
private let refused = unsafe MHD_Result(rawValue: 0).unsafelyUnwrapped
private let goOn = unsafe MHD_Result(rawValue: 1).unsafelyUnwrapped
private let header = unsafe MHD_ValueKind(rawValue: 1).unsafelyUnwrapped
private let mustCopy = unsafe MHD_ResponseMemoryMode(rawValue: 2).unsafelyUnwrapped

private final class Service: Sendable {
  let answer: @Sendable (HTTPRequest) -> HTTPResponse

  init(_ answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse) { self.answer = answer }
}

private typealias EscapeCallback =
  @convention(c) (UnsafeMutableRawPointer?, OpaquePointer?, UnsafeMutablePointer<CChar>?) -> Int

/// Percent signs stay: the library would make a NUL of `%00` before anybody has seen it.
private let keepEscapes: EscapeCallback = { _, _, text in
  guard let text = unsafe text else { return 0 }
  return unsafe strlen(text)
}

/// Called when the head of a request is there, and again when it has a body.
private let answerConnection: MHD_AccessHandlerCallback = {
  service, connection, url, method, _, _, size, context in
  guard let service = unsafe service, let connection = unsafe connection, let url = unsafe url,
    let method = unsafe method, let context = unsafe context, let size = unsafe size
  else { return refused }
  // The first call is for the head alone: who answers it already has to close the connection.
  if unsafe context.pointee == nil {
    unsafe context.pointee = service
    return goOn
  }
  // A body is read, and nobody wants it.
  if unsafe size.pointee > 0 {
    unsafe size.pointee = 0
    return goOn
  }
  let handler = unsafe Unmanaged<Service>.fromOpaque(service).takeUnretainedValue()
  let request = unsafe HTTPRequest(
    method: String(cString: method), path: bytes(of: url), headers: headers(of: connection))
  return unsafe send(handler.answer(request), connection)
}

private let askedHeaders = [
  "host", "origin", "sec-fetch-site", "sec-fetch-mode", "sec-fetch-dest", "if-none-match", "range",
  "if-range",
]

private func headers(of connection: OpaquePointer) -> [String: String] {
  var found: [String: String] = [:]
  unsafe withUnsafeMutablePointer(to: &found) {
    _ = unsafe MHD_get_connection_values_n(connection, header, takeHeader, $0)
  }
  return found
}

private let takeHeader: MHD_KeyValueIteratorN = { found, _, name, nameSize, value, size in
  guard let found = unsafe found, let name = unsafe name else { return refused }
  let key = unsafe String(
    decoding: UnsafeRawBufferPointer(start: name, count: nameSize), as: UTF8.self
  ).lowercased()
  guard askedHeaders.contains(key) else { return goOn }
  let text = unsafe String(
    decoding: UnsafeRawBufferPointer(start: value, count: size), as: UTF8.self)
  let headers = unsafe found.assumingMemoryBound(to: [String: String].self)
  unsafe headers.pointee[key] = unsafe headers.pointee[key].map { "\($0), \(text)" } ?? text
  return goOn
}

private func bytes(of text: UnsafePointer<CChar>) -> [UInt8] {
  unsafe UnsafeRawBufferPointer(start: text, count: strlen(text)).map { $0 }
}

private func send(_ answer: HTTPResponse, _ connection: OpaquePointer) -> MHD_Result {
  let made: OpaquePointer?
  switch answer.body {
  case .bytes(var bytes):
    unsafe made = unsafe bytes.withUnsafeMutableBytes {
      unsafe MHD_create_response_from_buffer(
        $0.count, $0.baseAddress, mustCopy)
    }
  case .stream(let next):
    let pieces = unsafe Unmanaged.passRetained(Pieces(next))
    unsafe made = unsafe MHD_create_response_from_callback(
      .max, 4096, readPieces, unsafe pieces.toOpaque(), forgetPieces)
  case .sized(let size, let read):
    let source = unsafe Unmanaged.passRetained(Sized(size, read))
    unsafe made = unsafe MHD_create_response_from_callback(
      UInt64(size), 64 * 1024, readSized, unsafe source.toOpaque(), forgetSized)
  }
  guard let response = unsafe made else { return refused }
  defer { unsafe MHD_destroy_response(response) }
  for (name, value) in answer.headers {
    _ = unsafe MHD_add_response_header(response, name, value)
  }
  return unsafe MHD_queue_response(connection, UInt32(answer.status), response)
}

/// What a stream has still to send.
private final class Pieces: Sendable {
  let next: @Sendable () -> [UInt8]?
  let rest = Mutex<ArraySlice<UInt8>>([])

  init(_ next: @escaping @Sendable () -> [UInt8]?) { self.next = next }
}

private let readPieces: MHD_ContentReaderCallback = { pieces, _, buffer, room in
  guard let pieces = unsafe pieces, let buffer = unsafe buffer else { return -1 }
  let stream = unsafe Unmanaged<Pieces>.fromOpaque(pieces).takeUnretainedValue()
  return stream.rest.withLock { rest in
    if rest.isEmpty {
      // The end of the stream, in the words of the library.
      guard let piece = stream.next() else { return -1 }
      rest = piece[...]
    }
    let count = min(rest.count, room)
    for (offset, byte) in rest.prefix(count).enumerated() {
      unsafe buffer[offset] = CChar(bitPattern: byte)
    }
    rest = rest.dropFirst(count)
    return count
  }
}

private let forgetPieces: MHD_ContentReaderFreeCallback = { pieces in
  guard let pieces = unsafe pieces else { return }
  unsafe Unmanaged<Pieces>.fromOpaque(pieces).release()
}

/// What is read by its place.
private final class Sized: Sendable {
  let size: Int
  let read: @Sendable (Range<Int>) -> [UInt8]?

  init(_ size: Int, _ read: @escaping @Sendable (Range<Int>) -> [UInt8]?) {
    self.size = size
    self.read = read
  }
}

private let readSized: MHD_ContentReaderCallback = { source, place, buffer, room in
  // An answer that is broken off, in the words of the library.
  let broken = -2
  guard let source = unsafe source, let buffer = unsafe buffer else { return broken }
  let sized = unsafe Unmanaged<Sized>.fromOpaque(source).takeUnretainedValue()
  let start = Int(place)
  guard let bytes = sized.read(start..<min(sized.size, start + room)), !bytes.isEmpty else {
    return broken
  }
  unsafe bytes.withUnsafeBytes {
    unsafe UnsafeMutableRawBufferPointer(start: buffer, count: room).copyMemory(from: $0)
  }
  return bytes.count
}

private let forgetSized: MHD_ContentReaderFreeCallback = { source in
  guard let source = unsafe source else { return }
  unsafe Unmanaged<Sized>.fromOpaque(source).release()
}
