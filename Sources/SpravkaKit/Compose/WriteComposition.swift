// A composition → a file. Only a file that was not there is written, and what cannot be written
// whole is taken away again.
import Glibc

/// Writes a new article into a site.
///
/// - Parameter site: the site's folder.
public func write(_ composition: Composition, to site: String) throws(ComposeError) {
  do throws(SystemError) {
    try write(composition, to: Folder(site, shownAs: site == "." ? "" : site))
  } catch {
    switch error.code {
    case EEXIST:
      // Somebody was quicker, or something stands there that is no article.
      throw .refused(.occupied(composition.path))
    case ENOTDIR:
      throw .refused(
        Refusal("a file stands where a folder on the way should be", "choose another name"))
    case ENAMETOOLONG:
      throw .refused(Refusal("the name of the file is too long", "choose a shorter one"))
    default: throw .failed(error)
    }
  }
}

private func write(_ composition: Composition, to site: Folder) throws(SystemError) {
  let path = RawPath(composition.path)
  var made: [RawPath] = []
  do throws(SystemError) {
    for folder in foldersAbove(composition.path).map(RawPath.init) {
      if try site.makeFolder(folder) { made.append(folder) }
    }
    var file = try site.createFile(path)
    do throws(SystemError) {
      try file.write(Array(composition.text.utf8).span)
      try file.finish()
    } catch {
      try? site.remove(path)
      throw error
    }
  } catch {
    for folder in made.reversed() { try? site.removeFolder(folder) }
    throw error
  }
}
