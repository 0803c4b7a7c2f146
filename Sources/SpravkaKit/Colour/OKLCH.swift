internal import Glibc

// Between the screen's colours and OKLCH, in which a number means the same for every hue: two
// colours of one lightness look equally bright. After Björn Ottosson, «A perceptual color space for
// image processing» (https://bottosson.github.io/posts/oklab/), with his matrices.

/// A colour by lightness (0 to 1), chroma (0 for greys, 0.32 at most on screens) and hue (degrees).
struct OKLCH: Sendable {
  var lightness: Double
  var chroma: Double
  var hue: Double

  init(_ lightness: Double, _ chroma: Double, _ hue: Double) {
    self.lightness = lightness
    self.chroma = chroma
    self.hue = hue
  }

  init(_ colour: Colour) {
    let light = LinearRGB(colour)
    let long = cbrt(
      0.4122214708 * light.red + 0.5363325363 * light.green + 0.0514459929 * light.blue)
    let medium = cbrt(
      0.2119034982 * light.red + 0.6806995451 * light.green + 0.1073969566 * light.blue)
    let short = cbrt(
      0.0883024619 * light.red + 0.2817188376 * light.green + 0.6299787005 * light.blue)
    let a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    let b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    chroma = (a * a + b * b).squareRoot()
    hue = atan2(b, a) * 180 / .pi
  }

  /// The same hue and lightness with as much of the chroma as a screen can show.
  ///
  /// It is taken away in steps of 0.002: the table of the look was made so, and its colours come out
  /// to the last digit.
  var colour: Colour {
    let lightness = min(1, max(0, lightness))
    let across = cos(hue * .pi / 180)
    let along = sin(hue * .pi / 180)
    var chroma = chroma
    var light = LinearRGB(lightness: lightness, a: chroma * across, b: chroma * along)
    while chroma > 0, !light.isOnScreen {
      chroma = max(0, chroma - 0.002)
      light = LinearRGB(lightness: lightness, a: chroma * across, b: chroma * along)
    }
    return light.colour
  }
}

/// Amounts of light, from 0 to 1 where a screen can show them.
struct LinearRGB {
  let red: Double
  let green: Double
  let blue: Double

  init(_ colour: Colour) {
    red = Self.light(of: colour.red)
    green = Self.light(of: colour.green)
    blue = Self.light(of: colour.blue)
  }

  fileprivate init(lightness: Double, a: Double, b: Double) {
    let long = cubed(lightness + 0.3963377774 * a + 0.2158037573 * b)
    let medium = cubed(lightness - 0.1055613458 * a - 0.0638541728 * b)
    let short = cubed(lightness - 0.0894841775 * a - 1.2914855480 * b)
    red = 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short
  }

  /// The matrices have ten digits: pure white is a little more than all there is.
  fileprivate var isOnScreen: Bool {
    [red, green, blue].allSatisfy { (-0.0001...1.0001).contains($0) }
  }

  fileprivate var colour: Colour {
    Colour(red: Self.channel(red), green: Self.channel(green), blue: Self.channel(blue))
  }

  private static func light(of channel: UInt8) -> Double {
    let value = Double(channel) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  private static func channel(_ light: Double) -> UInt8 {
    let light = min(1, max(0, light))
    let value = light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
    return UInt8((value * 255).rounded())
  }
}

private func cubed(_ value: Double) -> Double { value * value * value }
