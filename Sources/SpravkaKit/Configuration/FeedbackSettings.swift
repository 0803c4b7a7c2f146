// How readers say whether an article helped, without a backend.

/// `feedback` of site.yml.
struct FeedbackSettings: Sendable, Equatable {
  var via = Via.off
  /// Where the collector listens; only with `via: collector`.
  var address: WebAddress?
  /// Why an article did not help, for the reader to choose from; nil means the theme's own.
  var reasons = Localized<[String]>()

  enum Via: String, CaseIterable, Sendable {
    /// A page is asked for, and the web server's log has written it down.
    case log
    /// The same is sent to an address of the owner's.
    case collector
    case off
  }
}

extension FeedbackSettings {
  init(from fields: inout Fields, languages: [String]) {
    via = fields.choice("via", of: Via.self) ?? .off
    address = fields.webAddress("address")
    reasons = fields.localizedLines("reasons", in: languages)
    if via == .collector { _ = fields.require(address, "address") }
  }
}

/// `analytics` of site.yml: loaded after consent, and without it there is nothing to consent to.
struct AnalyticsSettings: Sendable, Equatable {
  let script: WebAddress
  /// Further origins that the script talks to, for the content security policy.
  let origins: [String]
}

extension AnalyticsSettings {
  init?(from fields: inout Fields) {
    let script = fields.require(fields.webAddress("script"), "script")
    let origins =
      fields.items("origins") { fields, item -> String? in
        let name = "an item of 'origins'"
        guard let line = fields.line(item, name), let address = fields.webAddress(line, name)
        else { return nil }
        if !address.rest.isEmpty, address.rest != "/" {
          fields.reportInvalid(
            item, name, "scheme and host alone", hint: "write \(address.origin)")
        }
        return address.origin
      } ?? []
    guard let script else { return nil }
    self.init(script: script, origins: origins)
  }
}
