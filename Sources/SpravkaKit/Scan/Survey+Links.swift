// Where a link of the site leads. A link within the site is taken for what it leads to; one that
// leaves it would publish files that nobody put into the site.
import Glibc

extension Survey {
  /// What a link comes to.
  enum LinkTarget {
    case inside(FileStatus.Kind)
    case finding(Diagnostic)
  }

  func target(of link: RawPath) throws(SystemError) -> LinkTarget {
    let text = shownText(try site.linkText(link))
    let target: String
    do throws(SystemError) {
      target = try resolvedPath(root + "/" + link.shown)
    } catch {
      switch error.code {
      case ENOENT, ENOTDIR: return .finding(.deadLink(link, to: text))
      case ELOOP: return .finding(.circularLink(link, to: text))
      default: throw error
      }
    }
    guard path(target, isWithin: root) else { return .finding(.outside(link, to: text)) }
    guard let status = try site.status(link, following: true) else {
      return .finding(.deadLink(link, to: text))
    }
    return .inside(status.kind)
  }
}
