// Where the site will stand. Its path goes into redirects, server configurations and the 404
// page, so it is held to letters, digits and `-._~`.

/// `https://help.example` or `https://example.org/help`.
struct BaseURL: Sendable, Equatable {
  /// `https://help.example`, never with a slash at the end.
  let origin: String
  /// Empty or `/help`, never with a slash at the end.
  let basePath: String

  /// `https://example.org/help`: what a path that begins with a slash is appended to.
  var text: String { origin + basePath }

  /// Stands in while site.yml names none; such a site is never published.
  static let placeholder = BaseURL(origin: "http://localhost", basePath: "")
}

extension BaseURL {
  /// Reads `baseURL` of site.yml; required.
  init?(from fields: inout Fields) {
    guard let line = fields.require(fields.line("baseURL"), "baseURL") else { return nil }
    let reject = { (fields: inout Fields, reason: String, hint: String) in
      fields.report(
        .invalidValue, "'baseURL' \(reason): \(quoted(line.value))", at: line.range, hint: hint)
    }
    let example = "write it like https://help.example or https://example.org/help"
    do throws(WebAddressProblem) {
      let address = try WebAddress(line.value)
      var path = address.rest
      while path.utf8.last == .slash { path.removeLast() }
      guard !path.utf8.contains(.question), !path.utf8.contains(.hash) else {
        reject(&fields, "has a query or a fragment", "end it with the path")
        return nil
      }
      guard
        path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
          .allSatisfy(\.isPlainSegment)
      else {
        reject(&fields, "has a path with more than letters, digits and -._~", example)
        return nil
      }
      self.init(origin: address.origin, basePath: path)
    } catch {
      let hint = error == .nonASCIIHost ? "write the host in its ASCII form, xn--…" : example
      reject(&fields, error.rawValue, hint)
      return nil
    }
  }
}

extension Substring {
  fileprivate var isPlainSegment: Bool {
    !isEmpty && self != "." && self != ".."
      && utf8.allSatisfy {
        $0.isASCIIDigit || $0.isASCIILetter || "-._~".utf8.contains($0)
      }
  }
}
