// Tags in order → each opening tag knows its closing one. A stack instead of recursion, and a
// limit to its height, so that no template can exhaust the machine's own stack, here or later.

/// How deep sections, blocks and parents of one template may stand in one another.
let sectionDepthLimit = 100

struct TagPairing {
  private struct Open {
    let tag: Int
    let line: Int
  }

  let template: String
  let source: [UInt8]
  private(set) var tags: [Tag]
  private(set) var errors: [TemplateError] = []
  /// Whether the pairing was given up, so that the tags are of no use.
  private(set) var isTooDeep = false
  private var open: [Open] = []
  private var line = 1

  init(template: String, source: [UInt8], tags: [Tag]) {
    self.template = template
    self.source = source
    self.tags = tags
  }

  /// Tags without a partner become comments: they are in the errors, and render as nothing.
  mutating func pair() {
    var position = 0
    for index in tags.indices {
      line += source[position..<tags[index].range.lowerBound].count { $0 == .newline }
      position = tags[index].range.lowerBound
      if tags[index].opens {
        guard open.count < sectionDepthLimit else { return tooDeep(index) }
        if tags[index].kind == .block, let parent = open.last, tags[parent.tag].kind == .parent {
          tags[index].kind = .override
        }
        open.append(Open(tag: index, line: line))
      } else if tags[index].kind == .close {
        close(index)
      }
    }
    while !open.isEmpty { leaveUnclosed() }
  }
}

extension TagPairing {
  private mutating func close(_ index: Int) {
    let name = source[tags[index].name]
    guard let innermost = open.last else {
      tags[index].kind = .comment
      return report(index, "{{/\(source.text(tags[index].name))}} closes nothing")
    }
    if open.contains(where: { source[tags[$0.tag].name] == name }) {
      while let last = open.last, source[tags[last.tag].name] != name { leaveUnclosed() }
    } else {
      let (given, awaited) = (source.text(tags[index].name), source.text(tags[innermost.tag].name))
      let noun = tags[innermost.tag].noun
      report(
        index, "{{/\(given)}} stands where {{/\(awaited)}} should close the \(noun)",
        hint: "the \(noun) '\(awaited)' was opened in line \(innermost.line)")
    }
    guard let opening = open.popLast() else { return }
    tags[opening.tag].partner = index
    tags[index].partner = opening.tag
  }

  private mutating func leaveUnclosed() {
    guard let last = open.popLast() else { return }
    let name = source.text(tags[last.tag].name)
    let message = "the \(tags[last.tag].noun) '\(name)' is not closed"
    report(last.tag, message, hint: "close it with {{/\(name)}}")
    tags[last.tag].kind = .comment
  }

  private mutating func tooDeep(_ index: Int) {
    report(index, "sections stand in one another more than \(sectionDepthLimit) deep")
    isTooDeep = true
  }

  private mutating func report(_ tag: Int, _ message: String, hint: String? = nil) {
    errors.append(
      TemplateError(template: template, range: tags[tag].name, message: message, hint: hint))
  }
}
