// One file of the survey → its bytes, or a finding why not.

/// Reads the texts of a site.
struct SourceReader: Sendable {
  let site: Folder
  /// In bytes, for `.md` files.
  let articleLimit: Int
  /// In bytes, for site.yml and templates: far more than any of them needs.
  let textLimit = 64 << 20

  /// What reading came to.
  enum Outcome: Sendable {
    case text([UInt8])
    /// With its size in bytes.
    case listed(size: Int)
    case picture(PictureFacts, size: Int)
    case finding(Diagnostic)
    /// The machine has no more memory or descriptors: no file after this one would do better.
    case exhausted(SystemError)
  }

  func read(_ file: SurveyedFile) -> Outcome {
    if file.role == .other {
      if let refusal = site.refusalToRead(file.path) {
        return .finding(.unreadable(file.path, refusal))
      }
      return .listed(size: (try? site.status(file.path, following: true))?.size ?? 0)
    }
    if file.role == .picture { return readPicture(file.path) }
    let limit = file.role == .article ? articleLimit : textLimit
    do throws(SystemError) {
      let (bytes, status) = try site.contents(file.path, limit: limit, following: true)
      if let bytes { return .text(bytes) }
      if file.role == .article {
        return .finding(.articleTooLarge(file.path, size: status.size, limit: limit))
      }
      return .finding(.textTooLarge(file.path, size: status.size, limit: limit))
    } catch {
      if error.meansExhausted { return .exhausted(error) }
      return .finding(.unreadable(file.path, error))
    }
  }
}
