import Testing

@testable import SpravkaKit

@Suite struct SVGFactsTests {
  @Test(arguments: [
    ("width=\"640\" height='480'", 640, 480), ("width = '640px'\n height='480.4PX '", 640, 480),
    ("width='1in' height='2.54cm'", 96, 96), ("width='25.4mm' height='101.6q'", 96, 96),
    ("width='72pt' height='6pc'", 96, 96), ("width='2em' height='+1e2'", 32, 100),
    ("width='.2' height='.6e1'", 1, 6), ("viewBox='0 0 24 16'", 24, 16),
    ("viewBox=' -5,-5 , 24.6 16\n'", 25, 16), ("viewBox='0 0 24 16' width='48'", 48, 32),
    ("viewBox='0 0 24 16' height='8'", 12, 8),
    ("viewBox='0 0 24 16' width='100%' height='50vh'", 24, 16),
    ("viewBox='0 0 0 16' width='7' height='9'", 7, 9),
    ("data-width='9' width='7' height='8' width='9'", 7, 8),
  ])
  func `the size is that of the tag or of its viewBox`(
    attributes: String, width: Int32, height: Int32
  ) {
    #expect(svg(attributes) == size(width, height))
  }

  @Test(arguments: [
    "", "width='7'", "width='100%' height='100%'", "width='-7' height='8'", "width='7x' height='8'",
    "width='nan' height='8'", "width='inf' height='8'", "width='1e300' height='8'",
    "width='1e999' height='8'", "viewBox='0 0 24'", "viewBox='0 0 24 16 1'", "viewBox='0 0 -4 16'",
    "viewBox='0 0 4 0'", "width='7' height='8' style='width: 9px; height: 9px'",
    "viewBox='0 0 1e-300 1e300' width='9'",
  ])
  func `an SVG that says no size is left to the browser`(attributes: String) {
    #expect(svg(attributes) == .unsized)
  }

  @Test func `what stands before the first tag is passed over`() {
    let beginnings = [
      "\u{FEFF}", "\u{FEFF}<?xml version='1.0' encoding='UTF-8'?>\n", "<!-- <svg width='1'> -->\n ",
      "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://x/svg11.dtd\">",
      "<!DOCTYPE svg [<!ENTITY a \"]>\"> <!-- don't > ]> -->]>", "<?a <svg>?><?b?>",
    ]
    let tag = "<svg xmlns='http://www.w3.org/2000/svg' width='3' height='2'>"
    for beginning in beginnings { #expect(named(beginning + tag) == size(3, 2), "\(beginning)") }
  }

  @Test func `the element must be SVG by its namespace`() {
    let own = "http://www.w3.org/2000/svg"
    #expect(named("<svg width='3' height='2'/>") == .invalid(.svgWithoutNamespace))
    #expect(named("<svg xmlns='http://x' width='3' height='2'/>") == .invalid(.svgWithoutNamespace))
    #expect(named("<s:svg xmlns:s='\(own)' width='3' height='2'/>") == size(3, 2))
    #expect(named("<s:svg xmlns='\(own)' width='3' height='2'/>") == .invalid(.svgWithoutNamespace))
    // The type of the document may say it.
    #expect(named("<!DOCTYPE svg [<!ENTITY n '\(own)'>]><svg xmlns='&n;'/>") == .unsized)
    #expect(named("<SVG xmlns='\(own)'/>") == .invalid(.text))
  }

  @Test func `a tag that browsers cannot read is damage`() {
    #expect(svg("width=3") == .invalid(.damaged(.svg)))
    #expect(svg("width") == .invalid(.damaged(.svg)))
    #expect(svg("= '3'") == .invalid(.damaged(.svg)))
    #expect(named("<svg xmlns='http://www.w3.org/2000/svg' width='3") == .invalid(.cutOff(.svg)))
    #expect(svg("width='0' height='3'") == .invalid(.zeroSize(.svg)))
    #expect(facts([0xFF, 0xFE, 0x3C, 0], isNamedSVG: true) == .unsized)
  }

  private func svg(_ attributes: String) -> PictureFacts? {
    facts(PictureBytes.svg(attributes), isNamedSVG: true)
  }

  private func named(_ text: String) -> PictureFacts? {
    facts(Array(text.utf8), isNamedSVG: true)
  }
}
