// Names of hosts in other alphabets, as the system of names knows them: `госуслуги.рф` →
// `xn--c1aapkosapc.xn--p1ai`. Punycode is RFC 3492; of the rest of IDNA only small letters.

/// The name in ASCII; nil for one that cannot be a host's.
func asciiHost(_ name: some StringProtocol) -> String? {
  let labels = name.lowercased().split(
    omittingEmptySubsequences: false, whereSeparator: { ".。．｡".contains($0) })
  var ascii: [String] = []
  for label in labels {
    if label.utf8.allSatisfy({ $0 < 0x80 }) {
      ascii.append(String(label))
    } else {
      guard let code = punycode(Array(label.unicodeScalars)) else { return nil }
      ascii.append("xn--" + code)
    }
  }
  return ascii.joined(separator: ".")
}

/// Section 6.3 of the RFC; nil for a label that no host can have.
private func punycode(_ label: [Unicode.Scalar]) -> String? {
  guard label.count < 64 else { return nil }
  var output = label.filter(\.isASCII).map { UInt8($0.value) }
  let basicCount = output.count
  if basicCount > 0 { output.append(.hyphen) }
  var (next, delta, bias, handled) = (128, 0, 72, basicCount)
  while handled < label.count {
    let least = label.map { Int($0.value) }.filter { $0 >= next }.min() ?? next
    delta += (least - next) * (handled + 1)
    next = least
    for scalar in label {
      let value = Int(scalar.value)
      if value < next { delta += 1 }
      guard value == next else { continue }
      append(delta, bias, to: &output)
      bias = adapted(delta, count: handled + 1, isFirst: handled == basicCount)
      delta = 0
      handled += 1
    }
    delta += 1
    next += 1
  }
  return String(decoding: output, as: UTF8.self)
}

private func append(_ delta: Int, _ bias: Int, to output: inout [UInt8]) {
  var (rest, step) = (delta, 36)
  while true {
    let threshold = min(max(step - bias, 1), 26)
    guard rest >= threshold else { break }
    output.append(digit(threshold + (rest - threshold) % (36 - threshold)))
    rest = (rest - threshold) / (36 - threshold)
    step += 36
  }
  output.append(digit(rest))
}

private func digit(_ value: Int) -> UInt8 {
  UInt8(value < 26 ? value + 0x61 : value - 26 + 0x30)
}

private func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
  var delta = isFirst ? delta / 700 : delta / 2
  delta += delta / count
  var bias = 0
  while delta > 455 {
    delta /= 35
    bias += 36
  }
  return bias + 36 * delta / (delta + 38)
}
