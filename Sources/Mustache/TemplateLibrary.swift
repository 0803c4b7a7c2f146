// Templates after the public specification of Mustache (mustache.github.io, with inheritance, and
// without lambdas and dynamic names), compiled once and rendered many times.

public struct TemplateLibrary: Sendable {
  /// The mistakes of syntax in all templates, sorted by template and place.
  public let errors: [TemplateError]
  private let program: Program
  private let indices: [String: Int]

  /// Compiles every template; of several with one name the last counts.
  public init(_ sources: [(name: String, bytes: [UInt8])]) {
    let compiler = Compiler(sources)
    errors = compiler.errors
    program = compiler.program
    indices = Dictionary(
      program.templates.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { $1 })
  }

  /// Appends what the template makes of the value.
  ///
  /// Rendering is lenient, as the specification wants it: what is not there writes nothing, and
  /// `check` says so beforehand. The result is nil unless there is no such template, or templates
  /// went on including one another: then the output stops there.
  @discardableResult
  public func render(
    _ name: String, _ value: Value, into output: inout [UInt8]
  ) -> TemplateError? {
    guard let index = indices[name] else { return Self.missing(name) }
    var state = Renderer.State(value)
    Renderer(program: program).render(program.templates[index].nodes, &state, into: &output)
    guard let include = state.endlessInclude else { return nil }
    return TemplateError(
      template: program.template(ofNode: include).name, range: program.places[include],
      message: "templates include one another too deeply")
  }

  /// What a template asks for in vain when it is rendered with records of a shape.
  ///
  /// That is: names, templates and blocks that there are not, kinds that cannot be written, text
  /// that is never written, rounds without end. What a template includes is checked as it is
  /// where it is included. Sorted by template and place; templates with mistakes of syntax are
  /// left out, since `errors` has those.
  public func check(_ name: String, against shape: Shape) -> [TemplateError] {
    guard let index = indices[name] else { return [Self.missing(name)] }
    var checker = Checker(program, shape)
    checker.check(index)
    return checker.errors
  }

  /// The templates that a template includes, directly or through others.
  public func references(from name: String) -> Set<String> {
    guard let index = indices[name] else { return [] }
    return Set(program.references(from: index).map { program.templates[$0].name })
  }

  private static func missing(_ name: String) -> TemplateError {
    TemplateError(template: name, range: 0..<0, message: "there is no template '\(name)'")
  }
}
