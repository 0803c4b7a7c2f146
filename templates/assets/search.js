// The box of search: a combobox (WAI-ARIA 1.2) that shows what is found while one types. site.js loads
// it when a box is touched, together with search-kit.js; the page of results is search-page.js.
// What readers type and what articles say is text, never markup.
// Results in the panel, and those of them that show a piece of their text.
const most = 8, told = 5;

export async function start(kit) {
  const boxes = kit.all("form.search").map((form, number) => new Box(form, number, kit));
  const place = document.getElementById("_search");
  if (place) (await import(new URL(place.dataset.code, document.baseURI))).show(place, boxes[0], kit);
  for (const box of boxes) if (box.input === document.activeElement) box.enter();
}

/// One box and the panel below it.
class Box {
  constructor(form, number, kit) {
    const { make, icon, words } = kit;
    const id = `_found-${number}`;
    this.kit = kit;
    this.form = form;
    this.input = form.elements.q;
    this.head = make("div", { class: "above" });
    this.list = make("div", { role: "listbox", id, "aria-label": words.results });
    this.foot = make("div", { class: "below" });
    this.panel = make("div", { class: "found", hidden: "" }, this.head, this.list, this.foot);
    this.status = make("p", { role: "status", class: "unseen" });
    this.clearer = make("button", { type: "button", class: "clear", "aria-label": words.clear, hidden: "" }, icon("m6 6 12 12M18 6 6 18"));
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-expanded": false, "aria-controls": id, "aria-autocomplete": "list",
      autocapitalize: "off", spellcheck: false, enterkeyhint: "search",
    })) this.input.setAttribute(name, value);
    this.input.after(this.clearer);
    form.append(this.panel, this.status);
    this.clearer.hidden = !this.input.value;
    this.listen();
  }

  get text() { return this.kit.clean(this.input.value); }
  get isOpen() { return !this.panel.hidden; }
  get options() { return this.kit.all("[role=option]", this.list); }
  get edition() { return this.isEverywhere ? undefined : this.kit.chosenEdition(); }

  listen() {
    const { form, input, panel, list } = this;
    input.addEventListener("input", () => this.typed());
    input.addEventListener("focus", () => this.enter());
    input.addEventListener("click", () => { if (!this.isOpen) this.enter(); });
    form.addEventListener("keydown", (event) => this.key(event));
    form.addEventListener("submit", (event) => this.submit(event));
    // Focus that goes nowhere (a tap on the panel, another window) closes nothing.
    form.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !form.contains(relatedTarget)) this.close();
    });
    document.addEventListener("pointerdown", ({ target }) => { if (!form.contains(target)) this.close(); });
    document.addEventListener("click", ({ target }) => {
      if (!target.closest?.(".editions button")) return;
      this.isEverywhere = false;
      this.response = null;
      if (this.isOpen) this.update();
    });
    this.clearer.addEventListener("click", () => this.clear());
    list.addEventListener("click", (event) => this.choose(event));
    const fit = () => { if (this.isOpen) this.fit(); };
    for (const target of [window, visualViewport].filter(Boolean)) {
      for (const what of ["resize", "scroll"]) target.addEventListener(what, fit, { passive: true });
    }
    // A finger that moves the results wants to see them, not the keyboard.
    panel.addEventListener("touchmove", () => input.blur(), { passive: true });
  }

  typed() {
    const pause = performance.now() - (this.last || 0) < 300 ? 80 : 0;
    this.last = performance.now();
    this.isExact = false;
    this.clearer.hidden = !this.input.value;
    clearTimeout(this.timer);
    if (pause) this.timer = setTimeout(() => this.update(), pause);
    else this.update();
  }

  /// The reader comes to the box: with what it showed last, or with what was searched before.
  enter() {
    if (this.isOpen) return;
    if (!this.text) this.recall();
    else if (this.response && this.shown === this.text) this.open();
    else if (this.text !== this.onPage) this.update();
  }

  async update() {
    const { kit, text } = this;
    this.controller?.abort();
    if (!text) return this.recall();
    // One letter says too little: what is shown stays until there are two.
    if (text.length < 2) return;
    const { signal } = this.controller = new AbortController();
    const { edition, isExact: exact } = this;
    const waits = setTimeout(() => { if (!this.response) this.tell(kit.words.waiting); }, 300);
    try {
      const response = await kit.find(text, { limit: most + 1, exact, edition, signal });
      const near = kit.isEmpty(response) && await kit.nearest(text, { edition, signal });
      if (signal.aborted) return;
      clearTimeout(waits);
      this.draw(text, response, near?.response || response);
      const [pieces, links] = await Promise.all([
        kit.excerpts(near?.response || response, this.rows.slice(0, told).map((row) => row.result)),
        kit.elsewhere(text, response, { signal }),
      ]);
      if (signal.aborted) return;
      pieces.forEach(({ text, marks }, index) => this.rows[index].text.replaceChildren(...kit.marked(text, marks)));
      this.foot.lastChild?.append(...links);
    } catch {
      if (signal.aborted) return;
      this.response = null;
      this.tell(kit.words.broken, kit.button("retry", () => this.again()));
    } finally {
      clearTimeout(waits);
    }
  }

  again() {
    this.input.focus();
    this.update();
  }

  /// Shows a response; `found` has the results, which may be those of something near.
  draw(text, response, found) {
    const { kit } = this;
    this.response = response;
    this.shown = text;
    this.rows = [];
    const rest = found.results.filter(({ url }) => url !== response.answer?.url).slice(0, most);
    const groups = !kit.isEmpty(response) ? kit.groups(rest) : rest.length ? [{ title: kit.words.near, results: rest }] : [];
    const drawn = groups.map(({ title, results }) => this.group(title, results.map((one) => this.row(one, found))));
    if (response.answer) drawn.unshift(this.card(response));
    const link = kit.make("a", { href: kit.address(text, { exact: this.isExact }) },
      kit.isEmpty(response) ? kit.words.sections : kit.counted("all", response.total));
    link.addEventListener("click", () => kit.remember(text));
    this.fill(this.above(text, response), drawn, [kit.make("p", {}, link)]);
    const said = kit.isEmpty(response) ? kit.say("nothing", { query: kit.quote(text) }) : kit.counted("found", response.total);
    this.announce(response.corrected ? `${kit.say("changed", { query: kit.quote(response.corrected) })} ${said}` : said);
  }

  /// What is said of the results before them.
  above(text, response) {
    const { kit, edition } = this;
    const lines = [];
    const line = (...pieces) => lines.push(kit.make("p", {}, ...pieces));
    const search = (property) => () => {
      this[property] = true;
      this.again();
    };
    if (response.corrected) {
      line(...kit.changed(response), " ", kit.button("as-typed", search("isExact"), { query: kit.quote(text) }));
    }
    if (edition) {
      line(kit.say("edition", { edition: kit.editions.get(edition) }), " · ", kit.button("everywhere", search("isEverywhere")));
    }
    if (kit.isEmpty(response)) {
      line(kit.make("strong", {}, kit.say("nothing", { query: kit.quote(text) })), ". ", kit.words["nothing-advice"]);
    }
    if (response.loose) line(kit.words.loose);
    if (response.failed) line(kit.words.partly, " ", kit.button("retry", () => this.again()));
    return lines;
  }

  option(attributes, ...children) {
    const { make } = this.kit;
    return make("a", { role: "option", tabindex: "-1", "aria-selected": "false", ...attributes }, ...children);
  }

  group(title, options) {
    const { make } = this.kit;
    return make("div", { role: "group", "aria-label": title }, make("div", { class: "name", "aria-hidden": "true" }, title), ...options);
  }

  card(response) {
    const { make, words, bolt, lines } = this.kit;
    const { title, url } = response.answer;
    const more = make("span", { class: "open", "aria-hidden": "true" }, words.open);
    const card = this.option({ class: "summary", href: url }, make("strong", { class: "answer" }, bolt(), make("span", {}, title)), lines(response, 2), more);
    return make("div", { role: "group", "aria-label": words.summary }, card);
  }

  row(result, response) {
    const { make, lead, href, badges } = this.kit;
    const text = make("span", { class: "text" });
    text.hidden = this.rows.push({ result, text }) > told;
    const title = make("span", { class: "title" }, ...lead(result, response), ...(this.edition ? [] : badges(result)));
    return this.option({ href: href(result.url, result.anchor) }, title, text);
  }

  /// The last searches, below an empty box.
  recall() {
    const { kit } = this;
    this.response = null;
    this.shown = "";
    const queries = kit.recent();
    if (!queries.length) return this.close();
    const options = queries.map((text) => this.option({ class: "query", href: kit.address(text) }, text));
    const forget = kit.button("forget", () => {
      kit.forget();
      this.input.focus();
      this.close();
    });
    this.fill([], [this.group(kit.words.recent, options)], [kit.make("p", {}, forget)]);
  }

  /// A message in the place of results.
  tell(...pieces) {
    this.fill([this.kit.make("p", {}, ...pieces.flatMap((piece) => [piece, " "]))], [], []);
    this.announce(pieces[0]);
  }

  fill(above, groups, below) {
    this.head.replaceChildren(...above);
    this.list.replaceChildren(...groups);
    this.foot.replaceChildren(...below);
    this.options.forEach((option, index) => { option.id = `${this.list.id}-${index}`; });
    this.list.hidden = !groups.length;
    this.panel.scrollTop = 0;
    this.open();
  }

  open() {
    const wasOpen = this.isOpen;
    this.panel.hidden = false;
    this.input.setAttribute("aria-expanded", !this.list.hidden);
    this.point(-1);
    if (!wasOpen) this.fit(true);
  }

  close() {
    this.controller?.abort();
    clearTimeout(this.timer);
    this.panel.hidden = true;
    this.input.setAttribute("aria-expanded", false);
    this.point(-1);
    this.announce("");
  }

  clear() {
    this.input.value = "";
    this.clearer.hidden = true;
    this.input.focus();
    this.update();
  }

  /// As much room as there is below the box and above a keyboard on the screen. On a small screen a
  /// box in the middle of the page goes up first.
  fit(isNew) {
    const view = visualViewport;
    const height = view ? view.height + view.offsetTop : innerHeight;
    let { top, bottom } = this.form.getBoundingClientRect();
    if (isNew && top > 80 && matchMedia("(max-width: 39.99rem) and (min-height: 30rem)").matches) {
      scrollBy({ top: top - 8, behavior: "instant" });
      ({ bottom } = this.form.getBoundingClientRect());
    }
    this.panel.style.setProperty("--room", `${Math.max(240, Math.round(height - bottom))}px`);
  }

  /// Said when the reader pauses, so that each letter does not speak.
  announce(text) {
    clearTimeout(this.saying);
    this.saying = setTimeout(() => { this.status.textContent = text; }, text ? 500 : 0);
  }

  point(index) {
    const { options } = this;
    this.at = index;
    options.forEach((option, number) => option.setAttribute("aria-selected", number === index));
    if (index < 0) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", options[index].id);
    options[index].scrollIntoView({ block: "nearest" });
  }

  key(event) {
    const { key } = event;
    if (event.isComposing) return;
    if (key === "Escape") return this.escape(event);
    if (event.target !== this.input) return;
    const count = this.isOpen ? this.options.length : 0;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (!this.isOpen) return this.onPage === this.text ? this.update() : this.enter();
      if (!count) return;
      const step = key === "ArrowDown" ? 1 : -1;
      this.point(this.at < 0 ? (step > 0 ? 0 : count - 1) : (this.at + step + count) % count);
    } else if (key === "Enter" && this.at >= 0 && count) {
      event.preventDefault();
      const { ctrlKey, metaKey, shiftKey } = event;
      this.options[this.at].dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
    } else if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(key) && this.at >= 0) {
      this.point(-1);
    }
  }

  /// Closes the panel; when it is closed, empties the box.
  escape(event) {
    if (!this.isOpen && !this.input.value) return;
    event.preventDefault();
    this.input.focus();
    if (this.isOpen) return this.close();
    this.input.value = "";
    this.clearer.hidden = true;
    this.response = null;
  }

  choose(event) {
    const option = event.target.closest("[role=option]");
    if (!option) return;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (option.matches(".query")) {
      if (!isPlain) return;
      event.preventDefault();
      this.input.value = option.textContent;
      this.clearer.hidden = false;
      this.again();
      return;
    }
    this.kit.remember(this.shown);
    // A heading of the page that is shown.
    if (isPlain && option.pathname === location.pathname) this.close();
  }

  submit(event) {
    const { text } = this;
    this.kit.remember(text);
    this.close();
    if (!text || !this.ask) return;
    event.preventDefault();
    this.ask(text);
  }
}
