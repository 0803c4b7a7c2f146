// Why a stage that reads the disk cannot go on at all; what is wrong with single files is a
// Diagnostic instead.

/// The end of a run that did not get as far as findings.
public enum MachineError: Error, Equatable, Sendable {
  /// The folder holds no site: wrong usage.
  case noSite(folder: String, reason: String)
  /// The machine failed us.
  case failed(SystemError)

  /// One line that says what to do.
  public var message: String {
    switch self {
    case .noSite(let folder, let reason):
      "this folder is no site: \(reason); `spravka init \(folder)` makes one"
    case .failed(let error):
      "cannot \(error.operation.rawValue) '\(error.path)': \(error.reason)"
    }
  }
}
