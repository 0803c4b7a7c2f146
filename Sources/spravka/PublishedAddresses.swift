internal import SpravkaKit

// `check --against`: the addresses that readers know already.

extension BuildArguments {
  /// Nil where nothing is to be compared.
  func publishedAddresses() throws(KeptFileError) -> SiteManifest? {
    guard let manifest else { return nil }
    return try SiteManifest.read(from: manifest)
  }
}

/// Says that all of them answer, where they do.
func reportAddresses(_ published: SiteManifest?, in result: BuildResult) {
  guard let published, result.keepsAddresses else { return }
  let addresses = counted(published.addressCount, "published address", "published addresses")
  standardError.write("Nothing is lost of \(addresses).\n")
}
