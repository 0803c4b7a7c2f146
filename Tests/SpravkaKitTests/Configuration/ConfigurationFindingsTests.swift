import Testing

@testable import SpravkaKit

@Suite struct ConfigurationFindingsTests {
  /// Two lines with what is required; what follows is on line 3.
  private let required = "title: а\nbaseURL: https://a.example\n"

  @Test(arguments: levels + languages + brand + others)
  func `a wrong value is shown with what was expected`(example: Case) {
    #expect(configurationReport(required + example.input) == example.report)
  }

  @Test(
    arguments: [
      ("help.example", "does not begin with http:// or https://"),
      ("ftp://help.example", "does not begin with http:// or https://"),
      ("https://", "has no valid host"),
      ("https://me:word@a.example", "names a user"),
      ("https://a.example/?b", "has a query or a fragment"),
      ("https://a.example/#b", "has a query or a fragment"),
      ("https://a.example/a b", "has characters that must be percent-encoded"),
      ("https://a.example/справка", "has characters that must be percent-encoded"),
      ("https://a.example//b", "has a path with more than letters, digits and -._~"),
      ("https://a.example/../b", "has a path with more than letters, digits and -._~"),
      ("https://a.example/%41", "has a path with more than letters, digits and -._~"),
    ])
  func `a base URL that would not serve is refused`(text: String, reason: String) {
    let report = configurationReport("title: а\nbaseURL: \(text)")
    let expected = "site.yml:2:10: error: 'baseURL' \(reason): '\(text)' [invalid-value]\n"
    #expect(report.hasPrefix(expected))
    let file = SourceFile("site.yml", "title: а\nbaseURL: \(text)")
    #expect(Configuration.parse(file).configuration.baseURL == .placeholder)
  }

  @Test func `a host in Cyrillic is asked for in its ASCII form`() {
    let expected = """
      site.yml:2:10: error: 'baseURL' has a host with letters outside a-z: \
      'https://помощь.рф' [invalid-value]
        baseURL: https://помощь.рф
                 ^~~~~~~~~~~~~~~~~
        hint: write the host in its ASCII form, xn--…
      """
    #expect(configurationReport("title: а\nbaseURL: https://помощь.рф") == expected)
  }

  @Test(arguments: ["", "# пусто\n", "languages: [ru]\n"])
  func `what is required and missing is asked for`(yaml: String) {
    let ids = Configuration.parse(SourceFile("site.yml", yaml)).diagnostics.map(\.id)
    #expect(ids == [.missingKey, .missingTitle])
    let expected = """
      site.yml:1:1: error: 'baseURL' is missing [missing-key]
        languages: [ru]
        ^
        hint: add «baseURL: …»
      site.yml:1:1: error: the site has no title [missing-title]
        languages: [ru]
        ^
        hint: add «title: …»
      """
    #expect(configurationReport("languages: [ru]") == expected)
  }

  @Test func `a title by language is complete`() {
    let expected = """
      site.yml:1:8: error: the site has no title in 'en' [missing-title]
        title: {ru: а}
               ^~~~~~~
        hint: add «en: …», or write one title for all languages
      """
    let yaml = "title: {ru: а}\nbaseURL: https://a.example\nlanguages: [ru, en]"
    #expect(configurationReport(yaml) == expected)
  }
}

private let levels = [
  Case(
    "levels: {brokn-link: off}",
    """
    site.yml:3:10: warning: unknown key 'brokn-link' in 'levels' [unknown-key]
      levels: {brokn-link: off}
               ^~~~~~~~~~
      hint: did you mean 'broken-link'?
    """),
  Case(
    "levels: {broken-link: eror}",
    """
    site.yml:3:23: error: 'broken-link' must be error, warning or off, not 'eror' [invalid-value]
      levels: {broken-link: eror}
                            ^~~~
      hint: did you mean 'error'?
    """),
  Case(
    "levels:\n  duplicate-url: warning\n  path-outside: error",
    """
    site.yml:4:18: error: the level of 'duplicate-url' is fixed: error [invalid-value]
        duplicate-url: warning
                       ^~~~~~~
      hint: take the line out
    """),
]

private let languages = [
  Case(
    "languages: [ru, EN, ru]",
    """
    site.yml:3:17: error: 'EN' is no code of a language [invalid-value]
      languages: [ru, EN, ru]
                      ^~
      hint: write codes like ru, en or pt-br
    site.yml:3:21: error: the language 'ru' is named twice [invalid-value]
      languages: [ru, EN, ru]
                          ^~
    """),
  Case(
    "languages: []",
    """
    site.yml:3:12: error: 'languages' names no language [invalid-value]
      languages: []
                 ^~
      hint: write it like [ru, en], the language of the root first
    """),
  Case(
    "languages: ru",
    """
    site.yml:3:12: error: 'languages' must be a list, not 'ru' [invalid-value]
      languages: ru
                 ^~
      hint: write it as a list: [ru]
    """),
  Case(
    "languages: [ru, en]\nheader: {eng: {}, de: {}}",
    """
    site.yml:4:10: warning: unknown key 'eng' in 'header' [unknown-key]
      header: {eng: {}, de: {}}
               ^~~
      hint: did you mean 'en'?
    site.yml:4:19: warning: unknown key 'de' in 'header' [unknown-key]
      header: {eng: {}, de: {}}
                        ^~
      hint: the languages of this site are ru, en
    """),
  Case(
    "footer: {en: {}}",
    """
    site.yml:3:10: warning: unknown key 'en' in 'footer' [unknown-key]
      footer: {en: {}}
               ^~
      hint: the languages of this site are ru
    """),
]

private let brand = [
  Case(
    "brand:\n  accent: #006a80",
    """
    site.yml:4:11: error: 'accent' has no value: '#' begins a comment [invalid-value]
        accent: #006a80
                ^~~~~~~
      hint: put the value in quotes: accent: "#006a80"
    """),
  Case(
    "brand: {accent: teal, lgo: a.svg}",
    """
    site.yml:3:17: error: 'accent' must be a colour like "#006a80", not 'teal' [invalid-value]
      brand: {accent: teal, lgo: a.svg}
                      ^~~~
    site.yml:3:23: warning: unknown key 'lgo' in 'brand' [unknown-key]
      brand: {accent: teal, lgo: a.svg}
                            ^~~
      hint: did you mean 'logo'?
    """),
  Case(
    "brand: {support: {ru: {title: Да, url: \"javascript:alert(1)\"}}}",
    """
    site.yml:3:40: error: 'url' has the scheme 'javascript:' [unsafe-url]
      brand: {support: {ru: {title: Да, url: "javascript:alert(1)"}}}
                                             ^~~~~~~~~~~~~~~~~~~~~
      hint: use https:, http:, mailto:, tel: or a path of the site
    """),
  Case(
    "header: {ru: {button: {title: Да}, links: [{url: a b}]}}",
    """
    site.yml:3:23: error: 'url' is missing in 'header.ru.button' [missing-key]
      header: {ru: {button: {title: Да}, links: [{url: a b}]}}
                            ^~~~~~~~~~~
      hint: add «url: …»
    site.yml:3:44: error: 'title' is missing in 'header.ru.links' [missing-key]
      header: {ru: {button: {title: Да}, links: [{url: a b}]}}
                                                 ^~~~~~~~~~
      hint: add «title: …»
    site.yml:3:50: error: 'url' has a space in it: 'a b' [invalid-value]
      header: {ru: {button: {title: Да}, links: [{url: a b}]}}
                                                       ^~~
      hint: write %20 for a space
    """),
]

private let others = [
  Case(
    "editions: {Облако: cloud}",
    """
    site.yml:3:12: error: the id of an edition is of a-z, 0-9 and hyphens, \
    not 'Облако' [invalid-value]
      editions: {Облако: cloud}
                 ^~~~~~
      hint: names for readers go behind it: cloud: {ru: Облако}
    """),
  Case(
    "reviewAfter: полгода",
    """
    site.yml:3:14: error: 'reviewAfter' must be a time like '6 months', \
    not 'полгода' [invalid-value]
      reviewAfter: полгода
                   ^~~~~~~
      hint: a number and days, weeks, months or years
    """),
  Case(
    "recommended: {count: 99}",
    """
    site.yml:3:22: error: 'count' must be a whole number from 0 to 20, not '99' [invalid-value]
      recommended: {count: 99}
                           ^~
    """),
  Case(
    "feedback: {via: collector}",
    """
    site.yml:3:11: error: 'address' is missing in 'feedback' [missing-key]
      feedback: {via: collector}
                ^~~~~~~~~~~~~~~~
      hint: add «address: …»
    """),
  Case(
    "feedback: {via: logs}",
    """
    site.yml:3:17: error: 'via' must be log, collector or off, not 'logs' [invalid-value]
      feedback: {via: logs}
                      ^~~~
      hint: did you mean 'log'?
    """),
  Case(
    "analytics: {script: /s.js, origins: [\"https://b.example/x\"]}",
    """
    site.yml:3:21: error: 'script' does not begin with http:// or https://: '/s.js' [invalid-value]
      analytics: {script: /s.js, origins: ["https://b.example/x"]}
                          ^~~~~
      hint: write it like https://example.org/path
    site.yml:3:38: error: an item of 'origins' must be scheme and host alone, \
    not 'https://b.example/x' [invalid-value]
      analytics: {script: /s.js, origins: ["https://b.example/x"]}
                                           ^~~~~~~~~~~~~~~~~~~~~
      hint: write https://b.example
    """),
  Case(
    "outputs: {redirects: [apache]}",
    """
    site.yml:3:23: error: an item of 'redirects' must be html, netlify or nginx, \
    not 'apache' [invalid-value]
      outputs: {redirects: [apache]}
                            ^~~~~~
    """),
  Case(
    "sumary: top",
    """
    site.yml:3:1: warning: unknown key 'sumary' [unknown-key]
      sumary: top
      ^~~~~~
      hint: did you mean 'summary'?
    """),
]
