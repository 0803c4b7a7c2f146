import CYAML

// Bytes → events of libyaml; the only file that imports it. Event mode: libyaml's own documents
// would expand aliases and know no limit of depth.

/// A pull parser over bytes that are UTF-8.
@safe struct YAMLParser: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// - Parameter input: must stay where it is for as long as the parser lives.
  @unsafe init(_ input: UnsafeBufferPointer<UInt8>) {
    unsafe parser = .allocate(capacity: 1)
    guard unsafe yaml_parser_initialize(parser) == 1 else { fatalError("out of memory") }
    // Without this, two odd bytes at the start would make libyaml read UTF-16.
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
  }

  /// The next event; after an error or the end of the document there is none to ask for.
  mutating func next() throws(YAMLFault) -> YAMLEvent {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw fault() }
    defer { unsafe yaml_event_delete(&event) }
    return unsafe YAMLEvent(event)
  }

  private func fault() -> YAMLFault {
    let isReader = unsafe parser.pointee.error == YAML_READER_ERROR
    let hasContext = unsafe parser.pointee.context != nil
    return unsafe YAMLFault(
      problem: parser.pointee.problem.map { unsafe String(cString: $0) } ?? "out of memory",
      context: parser.pointee.context.map { unsafe String(cString: $0) } ?? "",
      mark: Int(clamping: parser.pointee.problem_mark.index),
      contextMark: hasContext ? Int(clamping: parser.pointee.context_mark.index) : nil,
      byteOffset: isReader ? Int(clamping: parser.pointee.problem_offset) : nil)
  }
}

/// One event, with its range in characters (scalars) from the start of the input: that is what
/// libyaml counts, whatever the bytes.
struct YAMLEvent {
  let kind: Kind
  let characters: Range<Int>
  /// Whether the node bears `&name` or is `*name`.
  var isAnchored = false
  /// Whether the node bears `!tag`.
  var isTagged = false

  enum Kind {
    case scalar(String, isPlain: Bool, isBlock: Bool)
    case sequenceStart
    case mappingStart
    case collectionEnd
    case alias
    case documentEnd
    /// The start of the stream or of a document.
    case start
    case streamEnd
  }
}

/// Why libyaml stopped.
struct YAMLFault: Error {
  /// libyaml's own words.
  let problem: String
  let context: String
  /// In characters, as the ranges of events.
  let mark: Int
  let contextMark: Int?
  /// Where the bytes are no text; then the marks mean nothing.
  let byteOffset: Int?
}

extension YAMLEvent {
  fileprivate init(_ event: yaml_event_t) {
    let start = unsafe Int(clamping: event.start_mark.index)
    characters = unsafe start..<max(start, Int(clamping: event.end_mark.index))
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let style = unsafe scalar.style
      kind = unsafe .scalar(
        String(decoding: bytes, as: UTF8.self), isPlain: style == YAML_PLAIN_SCALAR_STYLE,
        isBlock: style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE)
      isAnchored = unsafe scalar.anchor != nil
      isTagged = unsafe scalar.tag != nil
    case YAML_SEQUENCE_START_EVENT:
      kind = .sequenceStart
      isAnchored = unsafe event.data.sequence_start.anchor != nil
      isTagged = unsafe event.data.sequence_start.tag != nil
    case YAML_MAPPING_START_EVENT:
      kind = .mappingStart
      isAnchored = unsafe event.data.mapping_start.anchor != nil
      isTagged = unsafe event.data.mapping_start.tag != nil
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: kind = .collectionEnd
    case YAML_ALIAS_EVENT: kind = .alias
    case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
    case YAML_STREAM_END_EVENT: kind = .streamEnd
    default: kind = .start
    }
  }
}
