internal import Glibc

// Which program made a site. The version alone would not do: whoever works on Spravka builds many
// programs of one version, and none may take another's output for its own. Linkers give every
// program an identity of its own, the ELF note NT_GNU_BUILD_ID; where there is none, the version and
// the built-in theme have to stand for it.

/// A text that differs between programs whose output may differ.
public func programIdentity() -> String {
  var theme = DigestStream()
  for file in BuiltinTheme.files() {
    theme.append(field: file.path)
    theme.append(field: file.bytes)
  }
  let note = (try? buildID(ofProgramAt: "/proc/self/exe")) ?? ""
  return "\(spravkaVersion) \(theme.digest.hex) \(note)"
}

/// The build id of a program of 64 bits, little-endian, as digits; nil where it has none.
///
/// Linkers put program headers and notes at the very beginning, so the first page of the file is
/// enough (System V ABI, «ELF Header», «Program Header», «Note Section»).
private func buildID(ofProgramAt path: String) throws(SystemError) -> String? {
  let file = try Folder("/").openFile(RawPath(String(path.dropFirst())), following: true)
  var page = [UInt8](repeating: 0, count: 4096)
  let count = try file.read(into: &page)
  let header = ByteView(bytes: Array(page[..<count]))
  guard header.number(at: 0, size: 4) == 0x464C_457F, let table = header.number(at: 0x20, size: 8),
    let entrySize = header.number(at: 0x36, size: 2), let entries = header.number(at: 0x38, size: 2)
  else { return nil }
  for index in 0..<entries {
    let entry = table + index * entrySize
    guard header.number(at: entry, size: 4) == 4,
      let start = header.number(at: entry + 8, size: 8),
      let size = header.number(at: entry + 32, size: 8)
    else { continue }
    if let id = header.buildID(inNotes: start, size: size) { return id }
  }
  return nil
}

/// Reads numbers out of bytes; nil outside of them.
private struct ByteView {
  let bytes: [UInt8]

  func number(at offset: Int, size: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - size else { return nil }
    let value = bytes[offset..<(offset + size)].reversed().reduce(UInt64(0)) {
      $0 << 8 | UInt64($1)
    }
    return value < 1 << 40 ? Int(value) : nil
  }

  /// Walks a series of notes: sizes of name and content, kind, then both, padded to four bytes.
  func buildID(inNotes start: Int, size: Int) -> String? {
    var offset = start
    while offset < start + size, let nameSize = number(at: offset, size: 4),
      let contentSize = number(at: offset + 4, size: 4), let kind = number(at: offset + 8, size: 4)
    {
      let content = offset + 12 + (nameSize + 3) & ~3
      guard content + contentSize <= bytes.count else { return nil }
      let name = bytes[(offset + 12)..<(offset + 12 + nameSize)]
      if kind == 3, name.elementsEqual("GNU\0".utf8) {
        return bytes[content..<(content + contentSize)].map { String($0, radix: 16) }.joined(
          separator: "-")
      }
      offset = content + (contentSize + 3) & ~3
    }
    return nil
  }
}
