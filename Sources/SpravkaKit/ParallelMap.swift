// The one place where work runs side by side: a task group over slices. A task for each element
// costs more than it brings when elements take microseconds, so each task takes a slice, and there
// are several slices a worker, so that one slow slice does not leave the others idle. Results are
// put back by index: the order never depends on who was ready first.

/// Maps slices of `0..<count` side by side; the results come back in the order of the slices.
///
/// - Parameters:
///   - jobs: how many slices run at once, at least 1.
///   - size: how many elements a slice holds at most.
func parallelSlices<Result: Sendable>(
  _ count: Int, jobs: Int, size: Int = 64, _ body: @escaping @Sendable (Range<Int>) -> Result
) async -> [Result] {
  let slices = stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  guard jobs > 1, slices.count > 1 else { return slices.map(body) }
  return await withTaskGroup(of: (Int, Result).self) { group in
    var results = [Result?](repeating: nil, count: slices.count)
    var next = 0
    while next < min(jobs, slices.count) {
      group.addTask { [next] in (next, body(slices[next])) }
      next += 1
    }
    for await (index, result) in group {
      results[index] = result
      guard next < slices.count else { continue }
      group.addTask { [next] in (next, body(slices[next])) }
      next += 1
    }
    return results.compactMap(\.self)
  }
}

extension Array where Element: Sendable {
  /// `map`, with slices of the array side by side.
  func parallelMap<Result: Sendable>(
    jobs: Int, _ transform: @escaping @Sendable (Element) -> Result
  ) async -> [Result] {
    let parts = await parallelSlices(count, jobs: jobs) { self[$0].map(transform) }
    return parts.count == 1 ? parts[0] : parts.flatMap(\.self)
  }
}
