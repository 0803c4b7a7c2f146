// Sorted terms → shards: the pieces of the index that a browser loads, each a few kilobytes. Where a
// shard ends is decided by what is around that place and not by how much there is before it, so an
// edit moves no border but near it (as backup programs cut files: content-defined chunking).

struct TermShard: Sendable {
  /// The root key of its first term.
  let first: [UInt8]
  let last: [UInt8]
  /// What the file holds before it is deflated.
  let bytes: [UInt8]
}

/// - Parameters:
///   - terms: sorted by root and stem; terms of one root always share a shard.
///   - documents: how many there are, which decides about the size of shards: small ones cost
///     readers less, but each costs some bytes of the manifest.
func termShards(of terms: [Term], documents: Int, jobs: Int) async -> [TermShard] {
  let size = shardSize(documents: documents)
  var cuts = [0]
  var held = 0
  var index = 0
  while index < terms.count {
    let root = terms[index].root
    let start = index
    while index < terms.count, terms[index].root == root {
      held += roughSize(of: terms[index])
      index += 1
    }
    // Every fourth root or so may end a shard that is large enough.
    let mayEnd = fnv1a32(String(decoding: root, as: UTF8.self)) % 4 == 0
    if index < terms.count, held > size * 2 || held > size && mayEnd, start >= cuts[cuts.count - 1]
    {
      cuts.append(index)
      held = 0
    }
  }
  cuts.append(terms.count)
  let borders = cuts
  return await parallelSlices(max(0, borders.count - 1), jobs: jobs, size: 8) { range in
    range.filter { borders[$0] < borders[$0 + 1] }.map {
      encoded(terms[borders[$0]..<borders[$0 + 1]])
    }
  }.flatMap(\.self)
}

/// In bytes before deflating, which takes off about a third.
private func shardSize(documents: Int) -> Int {
  documents < 500 ? 2048 : 3072
}

private func roughSize(of term: Term) -> Int {
  term.stem.count + term.forms.count * 4 + term.postings.count * 3 + 4
}

/// The bytes of a shard: its terms as lines of text, then what is said of them, column by column.
private func encoded(_ terms: ArraySlice<Term>) -> TermShard {
  var text: [UInt8] = []
  for term in terms {
    if !text.isEmpty { text.append(.newline) }
    append(term, to: &text)
  }
  let stated = terms.filter { $0.alias == nil }
  var bytes: [UInt8] = []
  bytes.append(varint: text.count)
  bytes += text
  for term in stated {
    bytes.append(varint: term.frequency)
    if term.frequency > TermTable.mostPostings { bytes.append(varint: term.postings.count) }
  }
  for term in stated {
    var next = 0
    for posting in term.postings {
      bytes.append(varint: Int(posting.document) - next)
      next = Int(posting.document) + 1
    }
  }
  for term in stated { for posting in term.postings { bytes.append(posting.impact) } }
  for term in stated {
    for posting in term.postings { bytes.append(varint: code(of: posting.sections)) }
  }
  return TermShard(
    first: terms.first?.root ?? [], last: terms.last?.root ?? [], bytes: bytes)
}

private func append(_ term: Term, to text: inout [UInt8]) {
  if let target = term.alias {
    text += term.stem
    text.append(.greaterThan)
    text += target
    return
  }
  text += term.stem
  for form in term.forms {
    text.append(.tab)
    if form.starts(with: term.stem) {
      text += form.dropFirst(term.stem.count)
    } else {
      text.append(UInt8(ascii: "="))
      text += form
    }
  }
}

/// A single section by its number, two or three as 32 and their bits, more as 31: everywhere.
private func code(of sections: UInt32) -> Int {
  switch sections.nonzeroBitCount {
  case 1: sections.trailingZeroBitCount
  case 2, 3: 32 + Int(sections)
  default: 31
  }
}
