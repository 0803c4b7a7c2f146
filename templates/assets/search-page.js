// The page of results, /search/?q=…: everything that was found, in groups, ten at a time, with ordinary
// links; and what helps when nothing was. Without a query the page stays as it came.
const step = 10;

export function show(place, box, kit) {
  const page = new Page(place, box, kit);
  box.ask = (text) => page.ask(text);
  // The box may have been sent before its script came; who comes Back has been here.
  if (!history.state) kit.remember(page.query.text);
  page.render();
}

class Page {
  constructor(place, box, kit) {
    const { make } = kit;
    this.kit = kit;
    this.box = box;
    this.place = place;
    this.heading = place.querySelector("h1");
    this.about = place.querySelector(".about");
    this.titles = [this.heading.textContent, document.title, this.about.textContent];
    this.sections = place.querySelector("nav");
    this.hits = make("div", { class: "hits" });
    this.status = make("p", { role: "status", class: "unseen" });
    this.heading.tabIndex = -1;
    this.about.after(this.hits, this.status);
    addEventListener("popstate", () => {
      if (location.search === this.searched) return;
      box.input.value = this.query.text;
      box.clearer.hidden = !box.input.value;
      this.render();
    });
    addEventListener("pagehide", () => this.keep({ y: scrollY }));
    document.addEventListener("click", ({ target }) => {
      if (target.closest?.(".editions button")) this.render();
    });
  }

  /// What the address asks for.
  get query() {
    const asked = new URLSearchParams(location.search);
    const { editions, chosenEdition, clean } = this.kit;
    const scope = asked.get("in");
    return {
      text: clean(asked.get("q") || ""), exact: asked.has("exact"),
      edition: scope === "all" ? undefined : editions.has(scope) ? scope : chosenEdition(),
    };
  }

  keep(state) { history.replaceState({ ...history.state, ...state }, ""); }

  /// A new query is a new entry of the history; a filter or «exact» changes the entry.
  ask(text) {
    const url = new URL(location.pathname, location.href);
    const scope = new URLSearchParams(location.search).get("in");
    url.search = new URLSearchParams({ q: text, ...(scope && { in: scope }) });
    if (url.search !== location.search) {
      this.keep({ y: scrollY });
      history.pushState(null, "", url);
    }
    return this.render(true);
  }

  /// - isNew: whether the reader has just asked; the heading is then the place to read on from.
  async render(isNew) {
    const { kit } = this;
    const { text, exact, edition } = this.query;
    this.searched = location.search;
    this.controller?.abort();
    const { signal } = this.controller = new AbortController();
    this.box.onPage = text;
    // Results come after the browser would have gone to where the reader was.
    history.scrollRestoration = text ? "manual" : "auto";
    if (!text) return this.stand(false);
    const { shown = step, y = 0 } = history.state || {};
    const options = { exact, edition, signal };
    try {
      const response = await kit.find(text, { ...options, limit: shown });
      const near = kit.isEmpty(response) && await kit.nearest(text, options);
      const found = near?.response || response;
      const results = found.results.filter(({ url }) => url !== response.answer?.url);
      const [elsewhere, pieces] = await Promise.all([
        kit.elsewhere(text, response, options), kit.excerpts(found, results),
      ]);
      if (signal.aborted) return;
      this.stand(true, response);
      this.fill(text, response, near, elsewhere);
      this.list(found, results, pieces, near && kit.words.near);
      if (response.total) this.more(response);
      this.say(kit.isEmpty(response) ? this.heading.textContent : kit.counted("found", response.total));
      if (isNew) this.heading.focus({ preventScroll: true });
      scrollTo({ top: isNew ? 0 : y, behavior: "instant" });
    } catch {
      if (signal.aborted) return;
      this.stand(false);
      this.hits.replaceChildren(kit.make("p", {}, kit.words.broken, " ", kit.button("retry", () => this.render())));
      this.say(kit.words.broken);
    }
  }

  say(text) {
    this.status.textContent = "";
    setTimeout(() => { this.status.textContent = text; }, 100);
  }

  /// The page around the results: with a query its title names it, and only what finds nothing leaves
  /// the sections in view.
  stand(isAsked, response) {
    const { kit } = this;
    const { text } = this.query;
    const [title, documentTitle, about] = this.titles;
    const isFound = isAsked && !kit.isEmpty(response);
    this.heading.textContent = isAsked ? kit.say(isFound ? "title" : "nothing", { query: kit.quote(response.corrected || text) }) : title;
    document.title = documentTitle.replace(title, () => this.heading.textContent);
    this.about.hidden = isFound;
    this.about.textContent = isAsked ? kit.words["nothing-advice"] : about;
    if (this.sections) this.sections.hidden = isFound;
    this.hits.replaceChildren();
    delete document.documentElement.dataset.asked;
  }

  fill(text, response, near, elsewhere) {
    const { kit, hits } = this;
    const { make, words } = kit;
    const line = (kind, ...pieces) => hits.append(make("p", { class: kind }, ...pieces));
    if (response.corrected) {
      const link = make("a", { href: kit.address(text, { exact: true }) }, ...kit.sentence("as-typed", { query: kit.quote(text) }));
      line("changed", ...kit.changed(response), " ", link);
    }
    if (response.total) line("count", kit.counted("found", response.total));
    if (kit.editions.size > 1 && (response.total || this.query.edition)) hits.append(this.filter());
    if (response.loose) line("changed", words.loose);
    if (response.failed) line("failed", words.partly, " ", kit.button("retry", () => this.render()));
    if (kit.isEmpty(response)) this.nothing(text, near, line);
    if (elsewhere.length) line("elsewhere", ...elsewhere.flatMap((link) => [link, " "]));
    if (response.answer) hits.append(this.card(response));
  }

  /// «Для всех | Облако | Коробка».
  filter() {
    const { kit } = this;
    const { edition } = this.query;
    const choices = [["all", kit.words["editions-all"]], ...kit.editions].map(([id, name]) => {
      const button = kit.make("button", { type: "button", "aria-pressed": id === (edition || "all") }, name);
      button.addEventListener("click", async () => {
        const url = new URL(location.href);
        url.searchParams.set("in", id);
        history.replaceState(null, "", url);
        await this.render();
        this.hits.querySelector(".filter [aria-pressed=true]")?.focus({ preventScroll: true });
      });
      return button;
    });
    return kit.make("div", { class: "filter", role: "group", "aria-label": kit.words.editions }, ...choices);
  }

  card(response) {
    const { make, words, bolt, lines } = this.kit;
    const { title, url } = response.answer;
    return make("section", { class: "summary", "aria-label": words.summary },
      make("h2", { class: "answer" }, bolt(), make("a", { href: url }, title)), lines(response),
      make("p", {}, make("a", { class: "open", href: url, "aria-label": `${words.open}: ${title}` }, words.open)));
  }

  /// Appends results, with pieces of their texts; all in one group where that is given.
  list(response, results, pieces, group) {
    const { kit } = this;
    const { make, marked } = kit;
    const groups = group ? [{ title: group, results }] : kit.groups(results);
    for (const { title, url, results: own } of groups.filter(({ results }) => results.length)) {
      const rows = own.map((result) => {
        const piece = pieces[results.indexOf(result)];
        const link = make("a", { href: kit.href(result.url, result.anchor) }, ...kit.lead(result, response));
        return make("li", {}, link, ...(this.query.edition ? [] : kit.badges(result)),
          make("p", {}, ...marked(piece?.text || "", piece?.marks)), ...this.within(result, response));
      });
      this.hits.append(make("h2", {}, url ? make("a", { href: url }, title) : title), make("ul", { class: "rows" }, ...rows));
    }
  }

  /// Other sections of an article that hold what was asked for.
  within(result, response) {
    const { make, marked, marks, href } = this.kit;
    const sections = result.sections.filter(({ anchor, title }) =>
      anchor && anchor !== result.anchor && title !== this.kit.words.summary).slice(0, 3);
    if (!sections.length) return [];
    const links = sections.map(({ title, anchor }) =>
      make("li", {}, make("a", { href: href(result.url, anchor) }, ...marked(title, marks(title, response)))));
    return [make("ul", { class: "within" }, ...links)];
  }

  more(response) {
    const { kit } = this;
    const known = response.results.length;
    if (known >= response.total) return;
    const button = kit.make("button", { type: "button", class: "button" }, kit.words.more);
    button.addEventListener("click", async () => {
      const { text, exact, edition } = this.query;
      const { signal } = this.controller;
      try {
        const next = await kit.find(text, { exact, edition, signal, limit: known + step });
        const results = next.results.slice(known).filter(({ url }) => url !== next.answer?.url);
        const pieces = await kit.excerpts(next, results);
        if (signal.aborted) return;
        const last = button.previousSibling;
        button.remove();
        this.keep({ shown: known + step });
        this.list(next, results, pieces);
        if (next.results.length > known) this.more(next);
        last.nextSibling?.nextSibling.querySelector("a").focus();
      } catch {
        if (!signal.aborted) button.textContent = kit.words.retry;
      }
    });
    this.hits.append(button);
  }

  /// Nothing found is no dead end: a query that finds something, the nearest titles, the sections that
  /// the page has anyway, and a way to say what is missing.
  nothing(text, near, line) {
    const { kit } = this;
    const { make, words } = kit;
    if (near?.isWord) {
      const link = make("a", { href: kit.address(near.text) }, near.text);
      line("perhaps", ...kit.sentence("perhaps", { query: link }));
    }
    const { feedback, collector } = this.place.dataset;
    if (!feedback) return;
    const url = new URL(feedback, document.baseURI);
    url.search = new URLSearchParams({ search: text, results: 0 });
    const link = make("a", { href: url.href }, words.missing);
    // Nothing is reported before the reader asks for it; then the page stays where it is.
    link.addEventListener("click", async (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      try {
        const answer = await (collector
          ? fetch(collector, { method: "POST", keepalive: true, mode: "no-cors", body: JSON.stringify({ search: text, results: 0 }) })
          : fetch(url, { keepalive: true }));
        if (!collector && !answer.ok) throw answer.status;
        link.replaceWith(words["feedback-thanks"]);
        this.say(words["feedback-thanks"]);
      } catch {
        location.href = url.href;
      }
    });
    line("missing", link);
  }
}
