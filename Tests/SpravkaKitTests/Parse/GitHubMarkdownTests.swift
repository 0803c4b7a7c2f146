import Testing

@testable import SpravkaKit

struct GitHubMarkdownTests {
  @Test(.needsSharedMaterial)
  func `the cases of GitHub's dialect pass but for those listed`() throws {
    let list = ListedDifferences(name: "github-differences")
    var found: [ListedDifferences.Entry] = []
    // One case asks only for not falling over, whatever comes out.
    for example in try SpecificationExample.load("gfm/extensions")
    where example.html != "<IGNORE>\n" {
      let made = comparable(render(example.markdown, .article(html: true)))
      guard made != comparable(example.html) else { continue }
      found.append(try list.entry("\(example.example): \(example.section)", made))
    }
    try list.expect(found)
  }

  /// The same HTML in the words of the other: Spravka aligns by class, puts tables into a region
  /// that scrolls, names boxes and ends void elements as HTML does.
  private func comparable(_ html: String) -> String {
    var html = html
    for (ours, theirs) in [
      ("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"\">\n", ""),
      ("</table>\n</div>", "</table>"), (" scope=\"col\"", ""), ("th class=", "th align="),
      ("td class=", "td align="), (" aria-label=\"\"", ""), (" checked=\"\"", " checked"),
      (" disabled=\"\"", " disabled"), (" />", ">"),
    ] {
      html = html.replacing(ours, with: theirs)
    }
    return html
  }
}
