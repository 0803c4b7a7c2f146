// The first bytes of a file → what picture it holds. The bytes decide about the format, not the
// name, as in browsers: these look into a file that a server calls a PNG and show the JPEG in it.
// SVG alone is taken only by its name, since nothing but the name makes servers call it one.

/// What is known of a file whose name is that of a picture.
public enum PictureFacts: Equatable, Sendable {
  case size(PictureSize)
  /// A picture whose size its first bytes do not say: an SVG that takes any size, a rare format.
  case unsized
  /// Browsers would show nothing.
  case invalid(PictureFault)
}

/// The size in which a browser shows a picture that nothing stretches, in CSS pixels; never zero.
public struct PictureSize: Hashable, Sendable {
  public let width: Int32
  public let height: Int32
}

/// A file that may be a picture, by its name, and what its first bytes say.
public struct PictureFile: Sendable, Equatable {
  /// The path from the site's root.
  public let path: String
  public let facts: PictureFacts

  public init(path: String, facts: PictureFacts) {
    self.path = path
    self.facts = facts
  }
}

/// The formats that browsers show and whose files Spravka looks into.
public enum PictureFormat: String, Sendable {
  case png = "PNG"
  case jpeg = "JPEG"
  case gif = "GIF"
  case webP = "WebP"
  case avif = "AVIF"
  case svg = "SVG"
}

extension PictureFacts {
  /// Reads the head of a file; nil when its size stands further on.
  ///
  /// A longer head gives the same answer, and so does the whole file.
  init?(of head: PictureHead) {
    // Enough to tell all formats apart, and texts from pictures.
    guard head.bytes.count >= min(head.fileSize, 512) else { return nil }
    guard let format = head.format ?? (head.beginsWithMarkup ? .svg : nil) else {
      self = head.isRarePicture ? .unsized : .invalid(head.fault)
      return
    }
    do throws(PictureStop) {
      self = try Self.read(format, head)
    } catch {
      switch error {
      case .needsMore: return nil
      case .ended: self = .invalid(.cutOff(format))
      case .fault(let fault): self = .invalid(fault)
      }
    }
  }

  private static func read(
    _ format: PictureFormat, _ head: PictureHead
  ) throws(PictureStop) -> PictureFacts {
    guard format == .svg || !head.isNamedSVG else { throw .fault(.misnamed(format)) }
    switch format {
    case .png: return try pngFacts(of: head)
    case .jpeg: return try jpegFacts(of: head)
    case .gif: return try gifFacts(of: head)
    case .webP: return try webPFacts(of: head)
    case .avif: return .unsized
    case .svg: return try svgFacts(of: head)
    }
  }

  /// The facts of a picture of pixels, from the numbers in its file.
  static func pixels(
    _ format: PictureFormat, _ width: Int, _ height: Int
  ) throws(PictureStop) -> PictureFacts {
    guard width != 0, height != 0 else { throw .fault(.zeroSize(format)) }
    guard let width = Int32(exactly: width), let height = Int32(exactly: height) else {
      throw .fault(.damaged(format))
    }
    return .size(PictureSize(width: width, height: height))
  }
}
