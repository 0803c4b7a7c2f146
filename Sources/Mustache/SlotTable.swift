// Name → place in a record: an open-addressing table that is built once for each shape. It is
// at most half full, so a name is found, or known to be absent, after one or two steps. Names are
// told apart by their 64-bit hashes alone: comparing texts would cost more than all the rest of a
// look-up, and the strict check, which does compare them, would report a chance likeness.

struct SlotTable: Sendable {
  private struct Entry {
    var hash: UInt64 = 0
    /// -1 is free.
    var slot = -1
  }

  /// As many as a power of two.
  private let entries: [Entry]

  /// Of two equal names the first counts.
  init(_ names: [Name]) {
    var size = 4
    while size < names.count * 2 { size *= 2 }
    var entries = [Entry](repeating: Entry(), count: size)
    for (slot, name) in names.enumerated() {
      var index = Int(truncatingIfNeeded: name.hash) & (size - 1)
      while entries[index].slot >= 0, entries[index].hash != name.hash {
        index = (index + 1) & (size - 1)
      }
      if entries[index].slot < 0 { entries[index] = Entry(hash: name.hash, slot: slot) }
    }
    self.entries = entries
  }

  /// The place of the name with this hash.
  subscript(hash: UInt64) -> Int? {
    let mask = entries.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while entries[index].slot >= 0 {
      if entries[index].hash == hash { return entries[index].slot }
      index = (index + 1) & mask
    }
    return nil
  }
}
