/// A file that the preview adds to the site; nil when it has none of that name.
public func previewAsset(_ name: String) -> [UInt8]? {
  BuiltinTheme.preview().first { $0.path == name }?.bytes
}

/// Equal for equal bytes: what names a version of a file for a browser.
public func digestText(of bytes: [UInt8]) -> String { String(Digest(of: bytes).hex.prefix(20)) }
