// The folders of a site → a list of files, without a look into them. Names decide what a file is;
// links are followed as far as they stay in the site.

/// A file that was met, and what its name makes of it.
struct SurveyedFile: Sendable {
  enum Role: Sendable {
    case article
    case configuration
    case template
    /// Listed, and its first bytes are read.
    case picture
    /// An archive, a document: listed, not read.
    case other

    /// Whether the file is published as it is.
    var isCopied: Bool { self == .picture || self == .other }
  }

  /// From the site's root; UTF-8 without control characters.
  let path: RawPath
  let role: Role
}

/// A walk below the site's root that collects files and findings.
struct Survey {
  let site: Folder
  /// The site's root without links.
  let root: String
  private let rootIdentity: FileIdentity
  private(set) var files: [SurveyedFile] = []
  private(set) var findings: [Diagnostic] = []
  private(set) var folders: [RawPath] = []

  /// A folder still to be listed, and those that it lies in, for noticing that it holds itself.
  private struct Pending {
    let path: RawPath
    let above: [(identity: FileIdentity, path: RawPath)]
  }

  init(of site: Folder, at root: String) throws(MachineError) {
    do throws(SystemError) {
      self.site = site
      self.root = root
      rootIdentity = try site.status().identity
    } catch {
      throw .failed(error)
    }
  }

  /// Walks one of the site's folders, which may be missing.
  mutating func walk(_ name: String) throws(MachineError) {
    let top = RawPath(name)
    var pending: [Pending] = []
    do throws(SystemError) {
      guard let status = try site.status(top) else { return }
      guard let kind = try plainKind(of: top, status.kind) else { return }
      guard kind == .folder else { return findings.append(.notAFolder(top)) }
      pending = [Pending(path: top, above: [(rootIdentity, .here)])]
    } catch {
      try report(error, at: top)
    }
    while let folder = pending.popLast() {
      guard let listing = try list(folder) else { continue }
      folders.append(folder.path)
      pending += try visit(listing, in: folder)
    }
  }

  /// Nil when the folder cannot be listed, or holds itself.
  private mutating func list(_ folder: Pending) throws(MachineError) -> FolderListing? {
    do throws(SystemError) {
      let listing = try site.listing(folder.path, following: true)
      guard let same = folder.above.first(where: { $0.identity == listing.identity }) else {
        return listing
      }
      findings.append(.cycle(folder.path, through: same.path))
    } catch {
      try report(error, at: folder.path)
    }
    return nil
  }

  /// Takes the files of a folder in; answers the folders below it.
  private mutating func visit(
    _ listing: FolderListing, in folder: Pending
  ) throws(MachineError) -> [Pending] {
    let above = folder.above + [(listing.identity, folder.path)]
    var folders: [Pending] = []
    var twins = CaseTwins()
    for entry in listing.entries where !isPassedOver(entry.name, in: folder.path) {
      let path = folder.path.appending(entry.name)
      if let finding = Diagnostic.unusableName(path) {
        findings.append(finding)
        continue
      }
      do throws(SystemError) {
        switch try plainKind(of: path, entry.kind) {
        case .file:
          files.append(SurveyedFile(path: path, role: role(of: path)))
          findings += twins.twin(of: path, isCopied: role(of: path).isCopied)
        case .folder:
          folders.append(Pending(path: path, above: above))
          findings += twins.twin(of: path)
        case let kind?: findings.append(.special(path, kind))
        case nil: break
        }
      } catch {
        try report(error, at: path)
      }
    }
    return folders
  }

  /// The kind of what stands there, or of what it leads to; nil when that is a finding.
  private mutating func plainKind(
    of path: RawPath, _ kind: FileStatus.Kind
  ) throws(SystemError) -> FileStatus.Kind? {
    guard kind == .link else { return kind }
    switch try target(of: path) {
    case .inside(let kind): return kind
    case .finding(let finding):
      findings.append(finding)
      return nil
    }
  }

  /// A refusal of the system is a finding, unless nothing at all would work any more.
  private mutating func report(_ error: SystemError, at path: RawPath) throws(MachineError) {
    if error.meansExhausted { throw .failed(error) }
    findings.append(.unreadable(path, error))
  }
}

/// Hidden files and those that editors leave behind; but below `_static`, which is copied as it
/// is, the hidden names that web servers and hosts ask for are meant.
private func isPassedOver(_ name: [UInt8], in folder: RawPath) -> Bool {
  if name.last == UInt8(ascii: "~") { return true }
  guard name.first == UInt8(ascii: ".") else { return false }
  return folder != staticFolder || !hostNames.contains { name.elementsEqual($0.utf8) }
}

private let staticFolder = RawPath("content/_static")

private func role(of path: RawPath) -> SurveyedFile.Role {
  if path.bytes.starts(with: "templates/".utf8) { return .template }
  if path.bytes.elementsEqual("content/site.yml".utf8) { return .configuration }
  if path.hasSuffix(".md"), !path.bytes.starts(with: staticFolder.bytes + [.slash]) {
    return .article
  }
  return isNamedPicture(path.bytes) ? .picture : .other
}
