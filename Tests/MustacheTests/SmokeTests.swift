import Testing

@Test func `the tests run`() {
  #expect(Bool(true))
}
