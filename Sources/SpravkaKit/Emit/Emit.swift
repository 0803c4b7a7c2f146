// Recipes → a site on disk: only what changed is written, and readers see the old site or the new
// one, never a mixture, wherever the system can exchange two folders in one step.
import Glibc

/// Publishes the outputs of a build.
///
/// - Throws: when nothing was published, or, file by file, only a part; the message says so.
public func emit(
  _ outputs: [Output], to target: EmitTarget
) async throws(EmitError) -> EmitReport {
  let emission = try Emission(outputs, target)
  let reason: String
  do throws(SystemError) {
    return try await emission.publishWhole()
  } catch {
    guard let why = error.whyNotWhole else { throw .failed(error, emission.aftermath) }
    reason = why
  }
  do throws(FileByFileError) {
    return try await emission.publishFileByFile(because: reason)
  } catch {
    let aftermath = error.isBegun ? .partlyPublished : emission.aftermath
    throw .failed(error.error, aftermath)
  }
}
