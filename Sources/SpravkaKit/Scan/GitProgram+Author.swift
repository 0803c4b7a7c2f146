// Who is writing, as git knows it.

extension GitProgram {
  /// The name that git puts under a commit made in this folder; nil where there is no git, or where
  /// it was told no name.
  public func author(in folder: String) -> String? {
    guard let path else { return nil }
    var answer: [UInt8] = []
    let limit = 4096
    let program = ChildProgram(
      path: path, words: ["-C", folder, "config", "--get", "user.name"], environment: inherited,
      patience: .seconds(5))
    let ending = program.run { portion in
      answer += portion
      return answer.count <= limit
    }
    guard case .exited(0, _) = ending else { return nil }
    let name = oneLine(String(decoding: answer, as: UTF8.self))
    return name.isEmpty ? nil : name
  }
}
