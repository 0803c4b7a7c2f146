/// `manifest.json`: what `check` of a later build is held against.
func manifestFile(of site: Site) -> [Output] {
  guard site.configuration.outputs.manifest else { return [] }
  return [Output(path: "manifest.json", content: .made { SiteManifest(of: site).json() })]
}
