import Testing

/// The strict reader must itself be able to find something.
@Suite struct PageReadingTests {
  @Test(arguments: [
    "<p>1 < 2</p>", "<p>a > b</p>", "<p>AT&T</p>", "<p>&bogus;</p>", "<p>", "</p>",
    "<p><b></p></b>",
    "<p>a\u{0}</p>", "<p class=a>b</p>", "<p class='a'>b</p>", "<p class=\"a\"b=\"c\">d</p>",
    "<P>a</P>", "<p CLASS=\"a\">b</p>", "<p class=\"<\">a</p>", "<!-- a -->", "<?a?>",
    "<a href=\"javascript:a\">b</a>", "<a href=\" JaVaScript:a\">b</a>",
    "<a href=\"java&#9;script:a\">b</a>", "<img src=\"data:text/html,a\">", "<p\nclass=\"a\">b</p>",
    "<a href=\"a\"onclick=\"b\">c</a>", "<script>a</script>", "<style>a</style>",
    "<script type=\"application/ld+json\">a</script>",
    "<script type=\"application/ld+json\"></script>",
    "<script type=\"application/ld+json\">{\"a\":\"<b\"}</script>",
    "<script type=\"application/json\">{}</script>",
  ])
  func `what is not as Spravka writes it is a fault`(text: String) {
    #expect(!PageReading(Array("<!doctype html>\(text)".utf8)).faults.isEmpty)
  }

  @Test func `what is as Spravka writes it is counted`() {
    let text =
      "<!doctype html>\n<p class=\"a\">&lt;b&gt; &amp;<br />\n<img src=\"a.png\" alt=\"\"></p>"
    let page = PageReading(Array(text.utf8))
    #expect(page.faults == [])
    #expect(page.elements == ["p": 1, "br": 1, "img": 1])
    #expect(page.attributes == ["p class", "img src", "img alt"])
  }

  @Test(arguments: [
    "<p onclick=\"a\">b</p>", "<script src=\"a\" type=\"module\"></script>", "<iframe></iframe>",
    "<b>a</b>",
  ])
  func `what no harmless page has is a fault of a page`(text: String) throws {
    let page = PageReading(Array("<!doctype html>\(text)".utf8))
    #expect(page.faults == [])
    #expect(try !HarmlessPages().faults(of: page).isEmpty)
  }
}
