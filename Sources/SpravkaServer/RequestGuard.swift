// Who may read what the preview serves: the writer's own browser, on pages of the preview itself.
// It shows drafts, and any page on the web can make a browser ask a local port.

struct RequestGuard: Sendable {
  /// Names under which the server may be asked for, in small letters, with the port.
  private let hosts: Set<String>
  /// Whether it was told to listen to others, who may know it by any name.
  private let isOpen: Bool

  /// - Parameter address: where the server listens.
  init(port: UInt16, address: String) {
    let names = [address, "127.0.0.1", "localhost", "[::1]"]
    hosts = Set(names.flatMap { port == 80 ? [$0, "\($0):80"] : ["\($0):\(port)"] })
    isOpen = !address.hasPrefix("127.")
  }

  /// Why a request is refused; nil when it is not.
  func refusal(of request: HTTPRequest) -> String? {
    guard let host = request.headers["host"]?.lowercased() else {
      return "a request names its host"
    }
    // Against DNS rebinding: a name of somebody's own that leads to this machine.
    if !isOpen, !hosts.contains(host) { return "this preview is at \(hosts.min() ?? "")" }
    if let origin = request.headers["origin"]?.lowercased(), origin != "http://\(host)" {
      return "other sites may not read this preview"
    }
    let isNavigation =
      request.headers["sec-fetch-mode"] == "navigate"
      && ["document", nil].contains(request.headers["sec-fetch-dest"])
    switch request.headers["sec-fetch-site"] {
    case nil, "same-origin", "none": return nil
    default: return isNavigation ? nil : "other sites may not read this preview"
    }
  }
}
