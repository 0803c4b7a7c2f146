/// A stylesheet, script or picture of the theme.
///
/// It is published under a name that its content decides, so that browsers may keep it for ever.
struct Asset: Sendable {
  /// Below `templates/assets/`: `site.css`.
  let name: String
  let bytes: [UInt8]
  /// Below the output's root: `assets/site.1f2e3d4c.css`.
  let url: String

  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    let fingerprint = Digest(of: bytes).hex.prefix(10)
    let nameStart = name.lastIndex(of: "/").map(name.index(after:)) ?? name.startIndex
    let dot = name[nameStart...].lastIndex(of: ".") ?? name.endIndex
    url = "assets/\(name[..<dot]).\(fingerprint)\(name[dot...])"
  }
}
