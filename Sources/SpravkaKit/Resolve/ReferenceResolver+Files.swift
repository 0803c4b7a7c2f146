// Files that an article publishes by referring to them, and the pictures among them.

extension ReferenceResolver {
  /// Publishes a file; a finding when it should be a picture and is none.
  ///
  /// It is published nevertheless: where site.yml lowers the finding, the file is its author's
  /// business.
  func publish(_ file: String, for source: Source, _ resolved: inout ResolvedReferences) {
    resolved.files.append(file)
    switch files.picture(at: file) {
    case .invalid(let fault): resolved.diagnostics.append(source.invalidImage(fault))
    // Raw HTML may hold videos and much else.
    case nil where source.reference.kind == .image:
      resolved.diagnostics.append(source.invalidImage(.otherName))
    default: break
    }
  }
}

extension PublishableFiles {
  /// The known sizes of published pictures, by the URLs of their files.
  func sizes(of published: [PublishedFile]) -> [String: PictureSize] {
    var sizes: [String: PictureSize] = [:]
    for file in published {
      if case .size(let size) = picture(at: file.path) { sizes[file.url] = size }
    }
    return sizes
  }
}
