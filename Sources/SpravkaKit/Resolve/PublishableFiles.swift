/// The files of a site that are published when something refers to them.
///
/// Two spellings of «й» are one letter to Swift and to people, but two names on disk: what a link
/// spells one way is published as the disk has it.
struct PublishableFiles: Sendable {
  private let onDisk: [String: String]
  private let facts: [String: PictureFacts]

  init(_ paths: [String], _ pictures: [PictureFile]) {
    onDisk = Dictionary(paths.map { ($0, $0) }) { first, _ in first }
    facts = Dictionary(pictures.map { ($0.path, $0.facts) }) { first, _ in first }
  }

  /// What is known of a file named like a picture; nil for all others.
  func picture(at path: String) -> PictureFacts? { facts[path] }

  /// The path on disk of a file; nil when there is none.
  subscript(path: String) -> String? { onDisk[path] }

  /// The files that would be published under a URL, those of the language first whose code it has.
  func paths(ofURL url: String, _ paths: ContentPaths) -> [String] {
    let ofLanguages = paths.languages.enumerated().compactMap { index, language in
      let prefix = paths.prefix(of: index)
      return url.hasPrefix(prefix) ? "content/\(language)/" + url.dropFirst(prefix.count) : nil
    }
    return (ofLanguages.reversed() + [ContentPaths.staticFolder + url]).compactMap { onDisk[$0] }
  }
}
