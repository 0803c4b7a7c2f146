// How many slips of a finger lie between two words: a letter left out, put in, replaced, or two
// neighbours in the wrong order. The browser's templates/search/edits.js.

/// The number of edits from one word to another, or `limit` + 1 if there are more than `limit`,
/// which is 1 or 2.
func slips(_ left: Letters, _ right: Letters, limit: Int) -> Int {
  let (left, right) = (left.span, right.span)
  if abs(left.count - right.count) > limit { return limit + 1 }
  var (start, endLeft, endRight) = (0, left.count, right.count)
  while start < endLeft, start < endRight, left[start] == right[start] { start += 1 }
  while endLeft > start, endRight > start, left[endLeft - 1] == right[endRight - 1] {
    endLeft -= 1
    endRight -= 1
  }
  let (restLeft, restRight) = (endLeft - start, endRight - start)
  if restLeft < 2, restRight < 2 { return max(restLeft, restRight) }
  if restLeft == 2, restRight == 2, left[start] == right[start + 1],
    left[start + 1] == right[start]
  {
    return 1
  }
  if limit < 2 || abs(restLeft - restRight) > 2 { return limit + 1 }
  return distance(
    left.extracting(start..<endLeft), right.extracting(start..<endRight), limit: limit)
}

/// Row by row; stops when a whole row is above the limit.
private func distance(_ left: Span<UInt16>, _ right: Span<UInt16>, limit: Int) -> Int {
  var before: [Int] = []
  var last = Array(0...right.count)
  for y in 1..<(left.count + 1) {
    var row = [y]
    var least = y
    for x in 1..<(right.count + 1) {
      var best = last[x - 1] + (left[y - 1] == right[x - 1] ? 0 : 1)
      best = min(best, last[x] + 1, row[x - 1] + 1)
      let isSwap = y > 1 && x > 1 && left[y - 1] == right[x - 2] && left[y - 2] == right[x - 1]
      if isSwap { best = min(best, before[x - 2] + 1) }
      row.append(best)
      least = min(least, best)
    }
    if least > limit { return limit + 1 }
    (before, last) = (last, row)
  }
  return min(last[right.count], limit + 1)
}
