// The name of a host → its addresses, and whether they are such that everybody can reach. Links come
// from texts, and a text may be a stranger's: in CI, `http://169.254.169.254/` would make us fetch
// what is meant for the machine alone.
import Glibc

/// One address of a host.
struct HostAddress: Equatable, Sendable {
  /// As curl wants it: an IPv6 address in brackets.
  let text: String
  /// Nobody's but this machine's or network's, or nobody's at all.
  let isPrivate: Bool

  /// Four bytes, or sixteen.
  init(_ bytes: [UInt8]) {
    if bytes.count == 4 {
      text = bytes.map(String.init).joined(separator: ".")
      isPrivate = Self.isPrivate4(bytes)
    } else {
      let groups = stride(from: 0, to: 16, by: 2).map {
        String(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]), radix: 16)
      }
      text = "[\(groups.joined(separator: ":"))]"
      isPrivate = Self.isPrivate6(bytes)
    }
  }

  // https://www.iana.org/assignments/iana-ipv4-special-registry
  private static func isPrivate4(_ bytes: [UInt8]) -> Bool {
    switch (bytes[0], bytes[1], bytes[2]) {
    case (0, _, _), (10, _, _), (127, _, _), (224..., _, _): true
    case (100, 64...127, _), (169, 254, _), (172, 16...31, _), (192, 168, _): true
    case (192, 0, 0), (192, 0, 2), (192, 88, 99), (198, 18...19, _), (198, 51, 100): true
    case (203, 0, 113): true
    default: false
    }
  }

  // https://www.iana.org/assignments/iana-ipv6-special-registry; what is given out to the world
  // begins with 001. An IPv4 address inside is what counts.
  private static func isPrivate6(_ bytes: [UInt8]) -> Bool {
    let isMapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
    let isTranslated = bytes[..<12] == [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]
    if isMapped || isTranslated { return isPrivate4(Array(bytes[12...])) }
    if bytes[0] == 0x20, bytes[1] == 0x02 { return isPrivate4(Array(bytes[2..<6])) }
    if bytes[0] == 0x20, bytes[1] == 0x01 {
      return bytes[2] < 0x02 || (bytes[2] == 0x0D && bytes[3] == 0xB8)
    }
    return bytes[0] & 0xE0 != 0x20
  }
}

/// What the system says of a name.
enum HostLookup: Sendable {
  case found([HostAddress])
  /// There is no such name.
  case unknown
  /// It could not be asked.
  case failed(String)
}

/// Asks the system for a host; waits for its answer.
///
/// - Parameter host: a name or an address, an IPv6 one in brackets.
func lookUp(_ host: String) -> HostLookup {
  let name = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
  var hints = unsafe addrinfo()
  unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
  var list: UnsafeMutablePointer<addrinfo>?
  let failure = unsafe getaddrinfo(name, nil, &hints, &list)
  defer { if let list = unsafe list { unsafe freeaddrinfo(list) } }
  guard failure == 0 else {
    if failure == EAI_NONAME || failure == -5 { return .unknown }
    return .failed(unsafe String(cString: gai_strerror(failure)))
  }
  var found: [HostAddress] = []
  var next = unsafe list
  while let entry = unsafe next {
    if let address = unsafe address(of: entry.pointee), !found.contains(address) {
      found.append(address)
    }
    unsafe next = entry.pointee.ai_next
  }
  return found.isEmpty ? .unknown : .found(found)
}

private func address(of entry: addrinfo) -> HostAddress? {
  guard let place = unsafe entry.ai_addr else { return nil }
  let bytes = unsafe UnsafeRawBufferPointer(start: place, count: Int(entry.ai_addrlen))
  // Family and port, and for IPv6 the flow, come before the address.
  switch unsafe entry.ai_family {
  case AF_INET: return unsafe HostAddress(Array(bytes[4..<8]))
  case AF_INET6: return unsafe HostAddress(Array(bytes[8..<24]))
  default: return nil
  }
}
