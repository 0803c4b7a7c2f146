// The file `.spravka` in the output folder: it says that the folder is ours, which files in it are,
// and what they were made from. It is a function of the inputs alone: no times, no places.
//
//     spravka 1
//     inputs <32 hexadecimal digits, or none while files are being moved one by one>
//     warnings <count>
//     <size> TAB <path> [TAB <digest of the source> TAB <path of the source>]
//     end <digest of all lines above>

/// What the last build left word of.
struct Mark: Equatable, Sendable {
  /// One of our files.
  struct File: Equatable, Sendable {
    let path: RawPath
    let size: Int
    /// For a file that was copied from the site.
    let source: CopySource?
  }

  /// Nil when that build may not have come to its end.
  var inputs: Digest?
  var warnings: Int
  /// Sorted by path, each path once.
  var files: [File]
}

/// Where a copied file came from.
struct CopySource: Equatable, Sendable {
  /// From the site's root.
  let path: String
  /// Of its bytes when it was copied.
  let digest: Digest
}

extension Mark {
  var encoded: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(files.count * 64 + 128)
    bytes += "spravka 1\ninputs \(inputs?.hex ?? "none")\nwarnings \(warnings)\n".utf8
    for file in files {
      bytes += "\(file.size)\t".utf8
      bytes += file.path.bytes
      if let source = file.source { bytes += "\t\(source.digest.hex)\t\(source.path)".utf8 }
      bytes.append(.newline)
    }
    bytes += "end \(Digest(of: bytes).hex)\n".utf8
    return bytes
  }

  /// Nil for anything that `encoded` of this version did not write.
  init?(parsing bytes: [UInt8]) {
    var lines = bytes.split(separator: .newline, omittingEmptySubsequences: false)
    guard lines.count >= 5, lines.removeLast().isEmpty, let end = lines.popLast(),
      Mark.value(of: "end ", in: end) == Digest(of: Array(bytes[..<end.startIndex])).hex,
      lines[0].elementsEqual("spravka 1".utf8),
      let inputs = Mark.value(of: "inputs ", in: lines[1]),
      let warnings = Mark.value(of: "warnings ", in: lines[2]).flatMap({ Int($0) })
    else { return nil }
    var files: [File] = []
    files.reserveCapacity(lines.count - 3)
    for line in lines[3...] {
      guard let file = File(parsing: line) else { return nil }
      if let last = files.last, !RawPath.precedes(last.path, file.path) { return nil }
      files.append(file)
    }
    self.inputs = Digest(hex: inputs)
    self.warnings = warnings
    self.files = files
  }

  private static func value(of key: String, in line: ArraySlice<UInt8>) -> String? {
    guard line.starts(with: key.utf8) else { return nil }
    return String(decoding: line.dropFirst(key.utf8.count), as: UTF8.self)
  }
}

extension Mark.File {
  fileprivate init?(parsing line: ArraySlice<UInt8>) {
    let fields = line.split(separator: .tab, omittingEmptySubsequences: false)
    guard fields.count == 2 || fields.count == 4,
      let size = Int(String(decoding: fields[0], as: UTF8.self)), size >= 0
    else { return nil }
    path = RawPath(bytes: fields[1])
    self.size = size
    // A mark that somebody wrote by hand must not make us remove files elsewhere.
    guard path.canBeOutput else { return nil }
    if fields.count == 2 {
      source = nil
    } else {
      guard let digest = Digest(hex: String(decoding: fields[2], as: UTF8.self)) else { return nil }
      source = CopySource(path: String(decoding: fields[3], as: UTF8.self), digest: digest)
    }
  }
}
