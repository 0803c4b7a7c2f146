// FNV-1a of 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/): spreads names over shards. Scripts
// compute it again in the browser, where it takes three lines, so it must never change.

/// The FNV-1a hash of the text's UTF-8.
func fnv1a32(_ text: String) -> UInt32 {
  text.utf8.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
}
