import Foundation
import Testing

/// The content policy of the pages: what has got into one cannot run, and nothing is asked elsewhere.
struct PolicyTests {
  @Test func `what is brought into a page at run time is stopped`() async throws {
    try await withHelpDesk { desk, browser in
      for page in ["", "registration/account/forgot-login/", "search/", "no/such/page"] {
        try await browser.open(try desk.address(page))
        let stopped: [String] = try await browser.evaluate(Self.attacks)
        #expect(
          stopped == [
            "TypeError innerHTML", "TypeError insertAdjacentHTML", "TypeError document.write",
            "TypeError script.text", "TypeError script.src", "TypeError DOMParser",
            "EvalError eval",
            "connect-src", "form-action", "img-src", "style-src-attr", "style-src-elem",
          ], "\(page)")
        #expect(try await browser.evaluate("return window.hacked === undefined"))
      }
    }
  }

  @Test func `no page asks another host for anything`() async throws {
    try await withGallery { desk, browser in
      for page in desk.pages + ["no/such/page"] where !page.hasPrefix("specimen/many/n") {
        try await browser.open(try desk.address(page))
        let asked: [String] = try await browser.evaluate(
          "return performance.getEntriesByType('resource').map(entry => entry.name)")
        #expect(asked.count >= 3, "\(page)")
        #expect(asked.filter { !$0.hasPrefix(desk.url.absoluteString) } == [], "\(page)")
      }
    }
  }

  /// Each attack and how it was stopped: by an exception, or by a report of the browser.
  private static let attacks = """
    const reported = new Set();
    document.addEventListener('securitypolicyviolation', event => {
      if (event.disposition === 'enforce') reported.add(event.effectiveDirective);
    });
    const thrown = [];
    const attack = (name, attempt) => {
      try { attempt(); thrown.push('none ' + name); } catch (error) {
        thrown.push(error.name + ' ' + name);
      }
    };
    const text = '<img src=x onerror="hacked = 1">';
    attack('innerHTML', () => { document.body.innerHTML = text; });
    attack('insertAdjacentHTML', () => document.body.insertAdjacentHTML('beforeend', text));
    attack('document.write', () => document.write(text));
    const script = document.createElement('script');
    attack('script.text', () => { script.text = 'hacked = 1'; });
    attack('script.src', () => { script.src = 'https://elsewhere.example/x.js'; });
    attack('DOMParser', () => new DOMParser().parseFromString(text, 'text/html'));
    const style = document.createElement('style');
    style.append('body { display: none }');
    document.body.append(style);
    document.body.setAttribute('style', 'display: none');
    new Image().src = 'https://elsewhere.example/x.png';
    fetch('https://elsewhere.example/').catch(() => {});
    const form = document.createElement('form');
    form.action = 'https://elsewhere.example/';
    document.body.append(form);
    form.submit();
    return new Promise(done => {
      // DevTools let a script of theirs do this, but not what comes later.
      setTimeout(() => attack('eval', () => { const run = eval; run('hacked = 1'); }));
      const look = () => reported.has('form-action') && reported.size >= 5 && thrown.length === 7
        ? done(thrown.concat([...reported].filter(name => name !== 'require-trusted-types-for')
          .sort())) : setTimeout(look, 20);
      look();
    })
    """
}
