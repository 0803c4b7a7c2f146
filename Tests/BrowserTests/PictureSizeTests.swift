import Foundation
import Testing

/// A browser's own opinion of the sizes that Spravka reads from pictures.
struct PictureSizeTests {
  @Test func `a browser finds the sizes that pages give to pictures`() async throws {
    try await withScratch { site in
      let content = site.appending(path: "content")
      try site.write(articles)
      try await withBrowser { browser in
        for (name, bytes) in try await pictures(drawnBy: browser) {
          try bytes.write(to: content.appending(path: "ru/\(name)"))
        }
        let output = site.appending(path: "public")
        try await buildSite(in: site, to: output)
        try await withSite(at: output, basePath: "/") { url in
          try await browser.open(url)
          let found: [Picture] = try await browser.evaluate(script)
          #expect(found.map(\.name) == names)
          for picture in found {
            #expect(picture.natural == picture.written, "\(picture.name)")
            #expect(picture.shown == picture.written, "\(picture.name)")
            #expect(picture.loading == (picture.name == names[0] ? "" : "lazy"))
          }
          #expect(found.first?.written == [61, 37])
          #expect(found.first { $0.name == "turned.jpg" }?.written == [37, 61])
          #expect(try await browser.consoleMessages().isEmpty)
        }
      }
    }
  }

  @Test func `a browser does not show what is said to be no picture`() async throws {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\"/>"
    try await withScratch { folder in
      try folder.write([
        "index.html": "<!doctype html><title>x</title><link rel=icon href='data:,'>",
        "good.svg": svg, "svg.png": svg, "bare.svg": "<svg width=\"8\" height=\"8\"/>",
        "spaces.svg": " \n" + svg, "unquoted.svg": svg.replacing("\"8\"", with: "8"),
      ])
      try await withBrowser { browser in
        let pictures = try await pictures(drawnBy: browser)
        for (name, source) in [("png.svg", "a.png"), ("good.png", "a.png"), ("good.gif", "a.jpg")] {
          try #require(pictures[source]).write(to: folder.appending(path: name))
        }
        let png = try #require(pictures["a.png"])
        try Data(png.filter { $0 != 0x0D }).write(to: folder.appending(path: "lines.png"))
        let all = [
          "good.svg", "good.png", "good.gif", "spaces.svg", "svg.png", "png.svg", "bare.svg",
          "unquoted.svg", "lines.png",
        ]
        try await withSite(at: folder) { url in
          try await browser.open(url)
          let shown: [String] = try await browser.evaluate(
            "const names = \(all); \(loadingScript)")
          #expect(shown == ["good.svg", "good.png", "good.gif", "spaces.svg"])
        }
      }
    }
  }

  private let names = [
    "a.png", "a.jpg", "turned.jpg", "mirrored.jpg", "lossy.webp", "alpha.webp", "a.gif", "px.svg",
    "units.svg", "box.svg", "webp.png",
  ]

  private var articles: [String: String] {
    let body = names.map { "![\($0)](\($0))" }.joined(separator: "\n\n")
    return [
      "content/site.yml": "title: S\nbaseURL: https://help.example\nlanguages: [ru]\n",
      "content/ru/_index.md": "---\ntitle: Картинки\n---\n\n\(body)\n",
    ]
  }

  /// Real pictures of 61 × 37 pixels: the browser's encoders draw what a canvas can, the rest is
  /// made of those and of text.
  private func pictures(drawnBy browser: Browser) async throws -> [String: Data] {
    let drawn: [String: String] = try await browser.evaluate(drawingScript)
    var pictures = try drawn.mapValues { try #require(Data(base64Encoded: $0)) }
    let jpeg = try #require(pictures["a.jpg"])
    for (name, orientation) in [("turned.jpg", UInt8(6)), ("mirrored.jpg", 2)] {
      pictures[name] = jpeg.prefix(2) + exif(orientation) + jpeg.dropFirst(2)
    }
    pictures["webp.png"] = pictures["lossy.webp"]
    pictures["a.gif"] = Data(
      Array("GIF89a".utf8) + [61, 0, 37, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x2C]
        + [0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B])
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" "
    pictures["px.svg"] = Data("<!-- a -->\(svg)width=\"61\" height=\"37px\"/>".utf8)
    pictures["units.svg"] = Data("\(svg)width=\"2.54cm\" height=\"3em\"/>".utf8)
    pictures["box.svg"] = Data("\(svg)width=\"122\" viewBox=\"0 0 61 37\"/>".utf8)
    return pictures
  }

  private func exif(_ orientation: UInt8) -> [UInt8] {
    [0xFF, 0xE1, 0, 34] + Array("Exif\0\0MM\0*\0\0\0\u{8}\0\u{1}".utf8)
      + [1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
  }
}

private struct Picture: Decodable {
  let name: String
  let natural: [Int]
  let written: [Int]
  let shown: [Int]
  let loading: String
}

private let drawingScript = """
  const canvas = document.createElement('canvas');
  canvas.width = 61;
  canvas.height = 37;
  const brush = canvas.getContext('2d');
  const save = (type, quality) => canvas.toDataURL(type, quality).split(',')[1];
  brush.fillStyle = 'rgba(10, 90, 200, .5)';
  brush.fillRect(5, 5, 30, 20);
  const alpha = save('image/webp', .8);
  brush.fillStyle = 'rgb(250, 250, 250)';
  brush.fillRect(0, 0, 61, 37);
  return {
    'a.png': save('image/png'), 'a.jpg': save('image/jpeg', .8), 'alpha.webp': alpha,
    'lossy.webp': save('image/webp', .8),
  };
  """

/// Scrolls to each picture, since those further down come only then.
private let script = """
  const pictures = [...document.querySelectorAll('main img')];
  return (async () => {
    const found = [];
    for (const picture of pictures) {
      picture.scrollIntoView();
      while (!picture.complete || !picture.naturalWidth) await new Promise(r => setTimeout(r, 20));
      await picture.decode();
      const style = getComputedStyle(picture);
      found.push({
        name: picture.alt, natural: [picture.naturalWidth, picture.naturalHeight],
        written: ['width', 'height'].map(name => Number(picture.getAttribute(name))),
        shown: [style.width, style.height].map(length => Math.round(parseFloat(length))),
        loading: picture.getAttribute('loading') ?? '',
      });
    }
    return found;
  })();
  """

/// Which of the pictures can be shown.
private let loadingScript = """
  return Promise.all(names.map(name => new Promise(done => {
    const picture = new Image();
    picture.onload = () => done(name);
    picture.onerror = () => done(null);
    picture.src = name;
  }))).then(names => names.filter(name => name));
  """
