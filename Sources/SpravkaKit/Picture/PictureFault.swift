// Why browsers would show nothing for a file with a picture's name, and the words for it.

/// What a file is instead of a picture.
public enum PictureFault: Equatable, Sendable {
  case empty
  /// What git keeps in the place of a big file until Git LFS fetches it.
  case lfsPointer
  case page
  case text
  case unknown
  /// A document or the like, shown as if it were a picture.
  case otherName
  /// In a format that browsers do not show, by its name with an article: `a PDF document`.
  case unshown(String)
  /// It ends before its size is said.
  case cutOff(PictureFormat)
  case damaged(PictureFormat)
  case zeroSize(PictureFormat)
  case compressedSVG
  case svgWithoutNamespace
  /// An SVG with another name, or another format named like an SVG: servers would give it a type
  /// under which browsers do not show it.
  case misnamed(PictureFormat)
}

extension PictureFault {
  /// What the file is, for a sentence that begins with its name.
  var words: String {
    switch self {
    case .empty: "is an empty file"
    case .lfsPointer: "is a Git LFS pointer, not the picture itself"
    case .page: "is an HTML page, not a picture"
    case .text: "is a text, not a picture"
    case .unknown: "is in no format that browsers show"
    case .otherName: "is not named like a picture"
    case .unshown(let name): "is \(name), which browsers do not show"
    case .cutOff(let format): "is \(article(format)) \(format.rawValue) that is cut off"
    case .damaged(let format): "is \(article(format)) \(format.rawValue) that is damaged"
    case .zeroSize(let format):
      "is \(article(format)) \(format.rawValue) without width or without height"
    case .compressedSVG: "is a compressed SVG, which browsers do not show"
    case .svgWithoutNamespace: "is an SVG without xmlns, which browsers do not show"
    case .misnamed(.svg): "is an SVG, but its name does not end in .svg"
    case .misnamed(let format):
      "is \(article(format)) \(format.rawValue), but its name ends in .svg"
    }
  }

  var advice: String {
    switch self {
    case .empty, .cutOff, .damaged: "copy the file again from where it came from"
    case .lfsPointer: "run `git lfs pull`"
    case .page: "download the picture itself: a server answers with a page when it has no picture"
    case .otherName: "leave the exclamation mark out: then it is a link to the file"
    case .text, .unknown, .unshown: "save the picture as PNG, JPEG, GIF, WebP, AVIF or SVG"
    case .zeroSize: "save the picture again with its size"
    case .compressedSVG: "unpack it with `gzip -d`"
    case .svgWithoutNamespace: "write <svg xmlns=\"http://www.w3.org/2000/svg\" …> in the file"
    case .misnamed(.svg): "rename it to end in .svg: browsers go by the type that servers tell"
    case .misnamed(let format): "rename it to end in .\(format.rawValue.lowercased())"
    }
  }

  private func article(_ format: PictureFormat) -> String {
    format == .svg || format == .avif ? "an" : "a"
  }
}
