// One address → an answer: through redirections, with HEAD, which costs servers least, and with GET
// where a server does not like that. A step is one question to one host; who asks many addresses
// puts the steps in order (`LinkRound`).

/// How far the question about one link has come.
struct LinkQuestion: Sendable {
  /// As the link has it.
  let asked: LinkAddress
  /// Where the redirections have led so far.
  private(set) var current: LinkAddress
  /// Where all permanent ones from the start have led; nil when the first was none.
  private var moved: LinkAddress?
  private var isMoveOver = false
  private var hops = 0
  private var method = CurlProgram.Method.head
  private var hasWaited = false

  /// What a step leads to.
  enum Step: Sendable {
    case done(LinkAnswer)
    /// Ask on, after some seconds if need be.
    case again(after: Int)
  }

  static let nobodyKnows = LinkAnswer.dead(reason: "has a host that nobody knows")

  private static let mostHops = 10
  /// In seconds.
  private static let longestWait = 30

  init(_ address: LinkAddress) {
    asked = address
    current = address
  }

  /// Asks once, and waits for the answer.
  mutating func step(_ curl: CurlProgram, asksPrivate: Bool) -> Step {
    switch lookUp(current.host) {
    case .unknown where current == asked: return .done(Self.nobodyKnows)
    case .unknown: return .done(.dead(reason: "has a host that nobody knows\(whence)"))
    case .failed(let words):
      return .done(.unknown(reason: "has a host that could not be looked up: \(words)"))
    case .found(let hosts):
      // One private address among others would be enough for curl to take it.
      if !asksPrivate, hosts.contains(where: \.isPrivate) {
        return .done(.unknown(reason: "is at a private address\(whence)"))
      }
      switch curl.ask(current, at: hosts, method) {
      case .answered(let head): return take(head)
      case .failed(let code): return fail(code)
      case .ended: return .done(.unknown(reason: "gives no answer"))
      }
    }
  }

  mutating func take(_ head: HTTPHead) -> Step {
    switch head.status {
    case 301, 302, 303, 307, 308:
      guard let location = head.location else {
        return .done(.dead(reason: "answers \(head.status) without saying where to go"))
      }
      return follow(location, isPermanent: head.status == 301 || head.status == 308)
    case 200..<400: return .done(moved.map { .moved(to: $0.text) } ?? .fine)
    case 429, 503:
      guard !hasWaited, let seconds = head.retryAfter, (0...Self.longestWait).contains(seconds)
      else { return .done(.unknown(reason: "answers \(head.status)\(whence)")) }
      hasWaited = true
      return .again(after: seconds)
    case 401, 407: return .done(.unknown(reason: "answers \(head.status)\(whence)"))
    case _ where method == .head:
      method = .get
      return .again(after: 0)
    // Doors that are closed to machines; 451 is closed to some countries, 999 LinkedIn's own.
    case 403, 408, 425, 451, 999:
      return .done(.unknown(reason: "answers \(head.status)\(whence)"))
    default: return .done(.dead(reason: "answers \(head.status)\(whence)"))
    }
  }

  private mutating func follow(_ location: String, isPermanent: Bool) -> Step {
    hops += 1
    if hops > Self.mostHops {
      return .done(.unknown(reason: "is redirected more than \(Self.mostHops) times"))
    }
    do {
      current = try current.leading(to: location)
    } catch {
      return switch error {
      case .user: .done(.unknown(reason: "is redirected to an address that names a user"))
      case .otherScheme, .malformed: .done(.dead(reason: "is redirected to what is no address"))
      }
    }
    if isPermanent, !isMoveOver { moved = current } else { isMoveOver = true }
    method = .head
    return .again(after: 0)
  }

  // https://curl.se/libcurl/c/libcurl-errors.html
  private mutating func fail(_ code: Int32) -> Step {
    // Some servers hang up on HEAD.
    if method == .head, [8, 18, 52, 55, 56, 92].contains(code) {
      method = .get
      return .again(after: 0)
    }
    let reason: String
    switch code {
    case 7: reason = "has a host that refuses to be connected"
    case 60: reason = "has a certificate that cannot be trusted"
    case 35, 51, 53, 54, 66, 83, 91: reason = "has a host with which no safe connection can be made"
    case 8, 18, 52, 55, 56, 92: reason = "gets no answer that makes sense"
    case 28:
      return .done(.unknown(reason: "gives no answer within \(CurlProgram.patience) s\(whence)"))
    default: return .done(.unknown(reason: "could not be asked: curl ended with code \(code)"))
    }
    return .done(.dead(reason: reason + whence))
  }

  private var whence: String { current == asked ? "" : ", at \(quoted(current.text, limit: 500))" }
}
