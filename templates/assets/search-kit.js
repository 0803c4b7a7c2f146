// What the box of search and the page of results have in common: words, what this browser remembers,
// the engines behind search/api.js, and the pieces that results are shown with.
const root = new URL("../", import.meta.url);
const { lang } = document.documentElement;
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

/// - tools: what site.js shares, and where the words are; they know where the style sheet is.
export async function open(tools) {
  const searching = engines();
  const answer = await fetch(tools.texts);
  if (!answer.ok) throw answer.status;
  const texts = await answer.json();
  const sheet = tools.make("link", { rel: "stylesheet", href: new URL(texts.style, root).href });
  document.head.append(sheet);
  await new Promise((done) => { sheet.onload = sheet.onerror = done; });
  const kit = { ...tools, all, ...speech(tools, texts), ...memory(tools), ...searching };
  return { ...kit, ...parts(kit) };
}

/// Words: with values in them, in the form that a number asks for, with elements between them.
function speech({ make }, { words, pages }) {
  const plurals = new Intl.PluralRules(lang);
  const say = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const quote = (query) => say("quoted", { query });
  return {
    words, say, quote,
    counted: (key, count) => say(words[`${key}-${plurals.select(count)}`] ? `${key}-${plurals.select(count)}` : `${key}-other`, { count }),
    sentence: (key, values) => words[key].split(/(\{\w+\})/).filter(Boolean).map((piece) => values[piece.slice(1, -1)] ?? piece),
    clean: (text) => text.trim().replace(/\s+/g, " ").slice(0, 200),
    marked: (text, marks = []) => {
      let at = 0;
      const pieces = marks.flatMap(([start, end]) => {
        const before = text.slice(at, start);
        at = end;
        return [before, make("mark", {}, text.slice(start, end))];
      });
      return [...pieces, text.slice(at)];
    },
    /// Where the results of a text are, in this language or another.
    address: (text, { code = lang, exact } = {}) => {
      const url = new URL(pages[code], root);
      url.search = new URLSearchParams({ q: text, ...(exact && { exact: 1 }) });
      return url.href;
    },
    /// Nothing was found, and nothing failed that could have been.
    isEmpty: ({ total, failed }) => !total && !failed,
    /// «На английском: 3».
    inLanguage: (code, count) => words[`in-${code}`] ? say(`in-${code}`, { count })
      : say("in-language", { count, language: new Intl.DisplayNames(lang, { type: "language" }).of(code) }),
  };
}

/// What this browser remembers: the last searches, and the edition that the reader has chosen.
function memory({ stored }) {
  const key = "searches-" + new URL(document.querySelector(".brand")?.href || root).pathname;
  const editions = new Map(all(".editions button").map((button) => [button.value, button.textContent.trim()]));
  const recent = () => {
    try {
      return JSON.parse(stored("local", key) || "[]").filter((one) => typeof one === "string").slice(0, 5);
    } catch { return []; }
  };
  return {
    recent, editions,
    remember: (text) => {
      if (text) stored("local", key, JSON.stringify([text, ...recent().filter((one) => one !== text)].slice(0, 5)));
    },
    forget: () => stored("local", key, "[]"),
    chosenEdition: () => {
      const one = stored("local", "edition");
      return editions.has(one) ? one : undefined;
    },
  };
}

/// The engines of the languages, each opened when it is first needed and again when that failed.
function engines() {
  const opened = new Map();
  let failures = 0;
  let own;
  const engine = (code = lang) => {
    if (!opened.has(code)) {
      // A browser may remember that a module could not be loaded: the next try has another address.
      const url = new URL("search/api.js" + (failures ? "?" + failures : ""), root);
      const opening = import(url).then(({ open }) => open({ language: code }));
      opening.catch(() => {
        failures += 1;
        opened.delete(code);
      });
      opened.set(code, opening);
      if (code === lang) opening.then((engine) => { own = engine; }, () => {});
    }
    return opened.get(code);
  };
  // Opened at once, so that the words of the page do not come before those of the reader.
  engine().catch(() => {});
  const find = async (text, { code, ...options }) => (await engine(code)).search(text, options);
  /// What comes nearest to a text that finds nothing: one of its words, or how a word begins.
  const nearest = async (text, options) => {
    const single = text.split(" ").filter((word) => word.length > 2);
    const cut = single.filter((word) => word.length > 4).map((word) => word.slice(0, Math.max(3, word.length * .6)));
    for (const part of [...single.filter((word) => word !== text), ...cut].slice(0, 8)) {
      const response = await find(part, { ...options, limit: 3 });
      if (response.total) return { text: response.corrected || part, isWord: !cut.includes(part), response };
    }
    return null;
  };
  return {
    find, nearest,
    marks: (text, response) => own.marks(text, response),
    excerpts: (response, results) => own.excerpts(response, results).catch(() => []),
  };
}

/// What the panel and the page of results are made of.
function parts({ make, icon, words, editions, sentence, quote, marked, marks, find, address, inLanguage, remember }) {
  const href = (url, anchor) => anchor ? `${url}#${encodeURIComponent(anchor)}` : url;
  return {
    href,
    button: (key, action, values) => {
      const button = make("button", { type: "button", class: "link" }, ...(values ? sentence(key, values) : [words[key]]));
      button.addEventListener("click", action);
      return button;
    },
    /// «Показаны результаты по запросу «пароль».»
    changed: (response) => sentence("changed", { query: make("strong", {}, quote(response.corrected)) }),
    groups: (results) => {
      const groups = new Map();
      for (const one of results) {
        const { url = "", title = words.elsewhere } = one.category || {};
        if (!groups.has(url)) groups.set(url, { url, title, results: [] });
        groups.get(url).results.push(one);
      }
      return [...groups.values()];
    },
    /// A title with the section that answers: «Восстановление пароля › По номеру телефона».
    lead: (result, response) => {
      const section = result.anchor && result.sections.find((one) => one.anchor === result.anchor);
      const title = marked(result.title, result.marks);
      if (!section) return title;
      return [...title, make("span", { class: "into" }, " ›\u00a0"), ...marked(section.title, marks(section.title, response))];
    },
    /// The article's short answer, or those of its lines that say most of what was asked.
    lines: (response, limit = Infinity) => {
      const lines = response.answer.summary.split("\n").filter((line) => line.trim())
        .map((line, index) => ({ line, index, found: marks(line, response) }));
      const best = [...lines].sort((a, b) => b.found.length - a.found.length || a.index - b.index).slice(0, limit);
      const items = best.sort((a, b) => a.index - b.index).map(({ line, found }) => marked(line, found));
      if (lines.length === 1) return make("p", {}, ...items[0]);
      return make("ul", {}, ...items.map((item) => make("li", {}, ...item)));
    },
    /// The editions that an article is about, where that is not all of them.
    badges: ({ editions: ids = [] }) => ids.filter((id) => editions.size > 1 && editions.has(id))
      .flatMap((id) => [" ", make("span", { class: "badge" }, editions.get(id))]),
    bolt: () => icon("M13 3 5.5 13.5H11L10.5 21 18.5 10H13z"),
    /// Links to the results in other languages, asked only when there are few in this one.
    elsewhere: async (text, response, options) => {
      if (response.total > 2) return [];
      const links = (response.others || []).map(async (code) => {
        const found = await find(text, { ...options, code, limit: 1 }).catch(() => null);
        if (!found?.total) return [];
        const link = make("a", { href: address(text, { code }), hreflang: code }, inLanguage(code, found.total));
        link.addEventListener("click", () => remember(text));
        return [link];
      });
      return (await Promise.all(links)).flat();
    },
  };
}
