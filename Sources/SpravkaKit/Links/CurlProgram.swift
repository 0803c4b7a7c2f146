// The one program that asks other sites. It is not linked: `build` never needs it, so neither its
// start nor its weight should be on every run; and a program of its own can be told which address of a
// host to take, so that between our look at it and the question nobody can exchange it.

/// How `curl` is found and run.
struct CurlProgram: Sendable {
  let path: String
  /// Where trusted certificates are, if the environment says so.
  let environment: [String]

  /// Nil when there is none.
  static func ofEnvironment() -> CurlProgram? {
    guard let path = findProgram("curl", in: environmentVariable("PATH") ?? "") else { return nil }
    let names = ["SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE", "LD_LIBRARY_PATH"]
    let inherited = names.compactMap { name in environmentVariable(name).map { "\(name)=\($0)" } }
    return CurlProgram(path: path, environment: inherited + ["LC_ALL=C"])
  }

  enum Method { case head, get }

  /// What comes of one question.
  enum Outcome: Equatable, Sendable {
    case answered(HTTPHead)
    /// curl's number for what went wrong.
    case failed(code: Int32)
    case ended
  }

  /// In seconds.
  static let patience = 20

  /// Asks one of the given addresses, follows no redirection and reads no body.
  func ask(_ address: LinkAddress, at hosts: [HostAddress], _ method: Method) -> Outcome {
    let places = hosts.map(\.text).joined(separator: ",")
    // No configuration, cookies, passwords or proxies; nothing but the web.
    var words = [
      "-q", "--silent", "--globoff", "--noproxy", "*", "--proto", "=http,https",
      "--resolve", "*:\(address.port):\(places)", "--connect-timeout", "10", "--max-time",
      "\(Self.patience)", "--user-agent", "Spravka/\(spravkaVersion) (link check)",
      "--dump-header", "-", "--output", "/dev/null",
    ]
    if method == .head { words.append("--head") }
    let program = ChildProgram(
      path: path, words: words + ["--url", address.text], environment: environment,
      patience: .seconds(Self.patience + 5))
    var bytes: [UInt8] = []
    var head: HTTPHead?
    let ending = program.run { portion in
      bytes += portion
      head = HTTPHead(bytes)
      return head == nil && bytes.count < 256 << 10
    }
    if let head { return .answered(head) }
    if case .exited(let code, _) = ending { return .failed(code: code) }
    return .ended
  }
}
