// The writer's desk: lists of what waits, and all that is known of the article that is being read.
// Everything is fetched anew with each change of the site; no text of the site becomes markup.
(() => {
  let words = deskTexts.ru;
  let summary = null;
  let shown = 100;
  let openPage = null;
  const $ = (id) => document.getElementById(id);
  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const key in attributes) if (attributes[key] !== null) element.setAttribute(key, attributes[key]);
    element.append(...children.filter((child) => child || child === 0));
    return element;
  };
  const counted = (count, forms) => {
    const kind = new Intl.PluralRules(document.documentElement.lang).select(count);
    return `${count} ${forms[{ one: 0, few: 1 }[kind] ?? 2]}`;
  };
  const fetched = async (path) => {
    const answer = await fetch("/_spravka/" + path).catch(() => null);
    return answer?.ok ? answer.json() : null;
  };

  // Where the desk is: `#states`, or `#page=/registration/` for an article, with its address as it
  // stands in links, «%» and all.
  const place = () => {
    const hash = location.hash.slice(1);
    return hash.startsWith("page=") ? { page: hash.slice(5) } : { section: hash || "findings" };
  };

  function copyButton(text, label, name = text) {
    const button = make("button", { type: "button", class: "copy", "aria-label": `${label} ${text}` }, name);
    button.addEventListener("click", async () => {
      try { await navigator.clipboard.writeText(text); } catch { return; }
      button.textContent = words.copied;
      setTimeout(() => { button.textContent = name; }, 1200);
    });
    return button;
  }

  const day = (text) => new Date(`${text}T00:00`).toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
  const badge = ({ state, day: date }) => state && make("b", { class: "state" }, words[state] + (date ? ` ${day(date)}` : ""));

  // One file of a list, with its findings.
  function row(item, extra) {
    const title = item.title ?? (item.file ? item.file.split("/").at(-1) : words.wholeSite);
    return make("li", {},
      make("h3", {}, item.page ? make("a", { href: item.page }, title) : title, " ", badge(item)),
      make("p", { class: "facts" },
        item.file && copyButton(item.file, words.file), extra,
        item.page && make("a", { href: `#page=${item.page}` }, words.about)),
      item.findings?.length ? findings(item) : null);
  }

  const findings = (item) => make("ul", { class: "findings" }, ...item.findings.map((finding) => make("li", { class: finding.level },
    make("p", {}, words.levels[finding.level] && make("span", { class: "hidden" }, words.levels[finding.level]), finding.message, finding.hint && make("small", {}, finding.hint)),
    finding.line && copyButton(`${finding.file}:${finding.line}:${finding.column}`, words.copy, `${finding.line}:${finding.column}`),
    make("code", {}, finding.id))));

  // A long list comes a hundred at a time, and can be searched.
  function listed(items, rowOf, textOf) {
    const list = make("ol", { class: "rows" });
    const more = make("button", { type: "button", class: "more" }, words.more);
    const empty = make("p", { class: "empty", role: "status" });
    filter.setAttribute("aria-label", words.filter);
    filter.placeholder = words.filter;
    const draw = () => {
      const wanted = query.toLowerCase();
      const found = items.filter((item) => textOf(item).toLowerCase().includes(wanted));
      list.replaceChildren(...found.slice(0, shown).map(rowOf));
      more.hidden = found.length <= shown;
      empty.textContent = found.length ? "" : words.none;
    };
    more.addEventListener("click", () => { shown += 100; draw(); });
    filter.oninput = () => { query = filter.value; shown = 100; draw(); };
    draw();
    return [items.length > 10 && filter, list, empty, more];
  }
  let query = "";
  // One for all lists: it must not be taken from under who types.
  const filter = make("input", { type: "search", id: "filter", autocomplete: "off" });

  const textOf = (item) => [item.title, item.file, ...(item.findings ?? []).flatMap(({ message, id }) => [message, id])].join(" ");

  async function section(name) {
    const isKnown = Object.hasOwn(words.sections, name);
    const [title, about] = isKnown ? words.sections[name] : [words.gone, ""];
    const head = [make("h1", {}, title), about && make("p", { class: "about" }, about)];
    if (!isKnown) return head;
    if (summary?.sections[name]?.isOff) return [...head, make("p", { class: "empty" }, words.off[name])];
    const data = await fetched(`desk/${name}`);
    if (!data) return null;
    if (name === "readers") return [...head, ...readers(data)];
    if (!data.files.length) return [...head, make("p", { class: "empty" }, words.fine)];
    return [...head, ...listed(data.files, (item) => row(item), textOf)];
  }

  function readers(data) {
    if (!data.articles) return [make("p", { class: "empty" }, words.noReaders)];
    const counts = (items) => make("ol", { class: "counts" }, ...items.map(({ text, count }) => make("li", {}, make("span", {}, text), make("b", {}, count))));
    const part = (title, items, body) => items.length ? [make("h2", {}, title), body(items)] : [];
    return [
      data.from && data.to && make("p", {}, words.period(day(data.from), day(data.to))),
      ...part(words.failed, data.articles, (items) => make("ol", { class: "rows" }, ...items.map((item) => row(item, votes(item))))),
      ...part(words.searches, data.searches, counts), ...part(words.missing, data.missing, counts),
    ];
  }

  const votes = ({ helped, failed, views, reasons }) => make("span", {}, [words.votes(helped, failed, views), ...reasons.map(({ text, count }) => `${text} ${count}`)].join(" · "));

  async function article(page) {
    const data = page && await fetched("article" + page.replace(/[?#]/g, encodeURIComponent));
    if (!data) return [make("h1", {}, words.article), make("p", { class: "empty" }, page ? words.noArticle : words.pickArticle)];
    const { parts } = words;
    const links = (items, none) => items.length ? make("ol", { class: "rows" }, ...items.map((item) => row(item))) : make("p", { class: "empty" }, none);
    const part = (title, ...body) => make("section", {}, make("h2", {}, title), ...body);
    return [
      make("h1", {}, data.title, " ", badge(data)),
      make("p", { class: "facts" }, data.file && copyButton(data.file, words.file), make("a", { href: data.page }, words.open)),
      data.findings.length ? part(parts.findings, findings(data)) : null,
      data.votes ? part(parts.votes, make("p", {}, votes(data.votes))) : null,
      part(parts.backlinks, links(data.backlinks, words.nobody)),
      part(parts.recommended, data.recommended.length ? make("p", { class: "about" }, data.isChosen ? words.chosen : words.byHand) : null, links(data.recommended, words.nothing)),
      part(parts.nearest, ...nearest(data)),
      data.questions.length ? part(parts.questions, make("ul", {}, ...data.questions.map((text) => make("li", {}, text)))) : null,
    ];
  }

  // The best articles to recommend, behind those that the writer has named, with the lines of front
  // matter that recommend the chosen ones. What the writer has ticked stays until the article
  // names others, or another article is open.
  let ticked = { file: null, own: "", files: null };
  function nearest(data) {
    const own = data.isChosen ? [] : data.recommended;
    const items = [...own, ...data.nearest.filter(({ file }) => !own.some((one) => one.file === file))];
    if (!items.length) return [make("p", { class: "empty" }, words.nothingNear)];
    const code = make("pre", { tabindex: 0 });
    const named = own.map(({ file }) => file).join("\n");
    if (ticked.file !== data.file || ticked.own !== named) {
      ticked = { file: data.file, own: named, files: null };
    }
    const isTicked = ({ file }, at) => ticked.files ? ticked.files.has(file) : at < (own.length || 3);
    const idOf = ({ file }) => `near-${encodeURIComponent(file)}`;
    const boxes = items.map((item, at) => make("input", { type: "checkbox", id: idOf(item), checked: isTicked(item, at) ? "" : null }));
    const yaml = () => ["recommended:", ...items.filter((_, at) => boxes[at].checked).map(({ path }) => `  - ${path}`)].join("\n") + "\n";
    const show = () => { code.textContent = yaml(); };
    for (const box of boxes) {
      box.addEventListener("change", () => {
        ticked.files = new Set(items.filter((_, at) => boxes[at].checked).map(({ file }) => file));
        show();
      });
    }
    show();
    const copy = make("button", { type: "button", class: "more" }, words.copy);
    copy.addEventListener("click", async () => {
      try { await navigator.clipboard.writeText(yaml()); } catch { return; }
      copy.textContent = words.copied;
      setTimeout(() => { copy.textContent = words.copy; }, 1200);
    });
    return [
      make("ul", { class: "choice" }, ...items.map((item, at) => make("li", {}, boxes[at], make("label", { for: idOf(item) }, item.title), make("a", { href: item.page }, words.open)))),
      make("p", { class: "about" }, words.pick), code, copy,
    ];
  }

  // Findings are listed file by file, and counted one by one, as below each page.
  const countOf = (name) => name === "findings" ? (summary?.errors ?? 0) + (summary?.warnings ?? 0) : summary?.sections[name].count;

  function navigation() {
    const { page, section: current } = place();
    const link = (href, title, count, isCurrent) => make("li", {}, make("a", { href, "aria-current": isCurrent ? "page" : null },
      make("span", {}, title), count > 0 && make("b", {}, count)));
    const known = page ?? openPage;
    const giveBack = spravkaFocus();
    $("lists").replaceChildren(make("ul", {},
      link(known ? `#page=${known}` : "#page=", words.openedArticle, 0, page !== undefined),
      ...Object.entries(words.sections).map(([name, [title]]) => link(`#${name}`, title, countOf(name), name === current))));
    $("lists").setAttribute("aria-label", words.lists);
    giveBack();
  }

  let drawn = 0;
  let last = null;
  async function draw() {
    const turn = ++drawn;
    const data = await fetched("desk");
    if (turn !== drawn || !data) return;
    if (last?.version === data.version && last.hash === location.hash) return;
    summary = data;
    document.documentElement.lang = data.language === "ru" ? "ru" : "en";
    words = deskTexts[document.documentElement.lang];
    document.title = [words.desk, data.site].filter(Boolean).join(" — ");
    $("home").href = data.home;
    $("home").textContent = data.site ? words.named(data.site) : words.site;
    $("title").textContent = words.desk;
    $("status").textContent = data.trouble ?? (data.isBehind ? words.behind : "");
    navigation();
    const { page, section: name } = place();
    const parts = page !== undefined ? await article(page) : await section(name);
    if (turn !== drawn || !parts) return;
    const isSame = location.hash === last?.hash;
    last = { hash: location.hash, version: data.version };
    exchange(parts.filter(Boolean), isSame);
  }

  // What is typed and focused stays when only the site has changed.
  function exchange(parts, isSame) {
    const main = $("main");
    const giveBack = isSame ? spravkaFocus() : () => {};
    const top = isSame ? scrollY : 0;
    for (const old of [...main.childNodes]) if (!parts.includes(old)) old.remove();
    let next = main.firstChild;
    for (const part of parts) if (part === next) next = next.nextSibling; else main.insertBefore(part, next);
    giveBack();
    scrollTo(0, top);
  }

  addEventListener("hashchange", () => {
    query = filter.value = "";
    shown = 100;
    draw();
    $("main").focus({ preventScroll: true });
  });
  const lose = (isLost) => {
    if (isLost) last = null;
    document.body.toggleAttribute("data-lost", isLost);
    if (isLost) $("status").textContent = words.lost;
  };
  const channel = spravkaStream(draw, lose, ({ page }) => {
    if (!page) return;
    openPage = page;
    // Who looks at the open article follows it from page to page.
    if (place().page !== undefined && !document.hidden && place().page !== page) location.hash = `#page=${page}`;
    else navigation();
  });
  channel.postMessage({ isDesk: true });
  draw();
})();
