// Offsets → lines and columns for a file with many findings. The starts of lines are found once;
// so are the counts of scalars up to every 256th byte, because a file may be one line of a
// megabyte and a column must not cost a walk along all of it.

/// The lines of one text, for answering many questions about places in it.
struct LineTable: Sendable {
  let bytes: [UInt8]
  /// Where each line begins; the first is 0.
  private let starts: [Int]
  /// How many scalars begin before bytes 0, 256, 512 and so on.
  private let scalarsBefore: [Int]

  private static let stride = 256

  init(_ bytes: [UInt8]) {
    var starts = [0]
    var scalarsBefore: [Int] = []
    scalarsBefore.reserveCapacity(bytes.count / Self.stride + 1)
    var scalars = 0
    for index in bytes.indices {
      if index % Self.stride == 0 { scalarsBefore.append(scalars) }
      let byte = bytes[index]
      if !byte.isUTF8Continuation { scalars += 1 }
      if byte == .newline { starts.append(index + 1) }
    }
    if bytes.count % Self.stride == 0 { scalarsBefore.append(scalars) }
    self.bytes = bytes
    self.starts = starts
    self.scalarsBefore = scalarsBefore
  }
}

extension LineTable {
  /// Where the byte at `offset` stands; an offset past the end means the end.
  func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    let line = lineIndex(at: offset)
    let column = scalars(before: offset) - scalars(before: starts[line])
    return SourcePosition(line: line + 1, column: column + 1)
  }

  /// The bytes of the line that holds `offset`, without its line break.
  func lineRange(at offset: Int) -> Range<Int> {
    let line = lineIndex(at: min(max(offset, 0), bytes.count))
    let start = starts[line]
    var end = line + 1 < starts.count ? starts[line + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == .carriageReturn { end -= 1 }
    return start..<end
  }

  private func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func scalars(before offset: Int) -> Int {
    let block = offset / Self.stride
    let rest = bytes[block * Self.stride..<offset].count { !$0.isUTF8Continuation }
    return scalarsBefore[block] + rest
  }
}
