// The writer's preview: shows what was saved without losing the place, and says what is wrong with
// the page. It comes before the scripts of the page, so that what they listen to can be taken back
// when the page is exchanged for its new state.
(() => {
  const texts = {
    ru: {
      errors: ["ошибка", "ошибки", "ошибок"], warnings: ["замечание", "замечания", "замечаний"],
      levels: { error: "Ошибка:", warning: "Замечание:" },
      fine: "Замечаний нет", all: "Все замечания:", desk: "Стол автора", copy: "Скопировать место:", copied: "Скопировано",
      updated: "Обновлено за", ms: "мс", lost: "Нет связи с spravka serve", panel: "Замечания к статье",
      behind: "Показана последняя исправная версия сайта.",
      draft: "Черновик", scheduled: "Выйдет", unlisted: "Нет в списках", expired: "Устарела",
    },
    en: {
      errors: ["error", "errors", "errors"], warnings: ["warning", "warnings", "warnings"],
      levels: { error: "Error:", warning: "Warning:" },
      fine: "Nothing to find fault with", all: "All findings:", desk: "Writer’s desk", copy: "Copy the place:", copied: "Copied",
      updated: "Updated in", ms: "ms", lost: "spravka serve does not answer", panel: "Findings of the article",
      behind: "This is the last version of the site that could be shown.",
      draft: "Draft", scheduled: "Comes out", unlisted: "In no list", expired: "Out of date",
    },
  };
  const words = texts[document.documentElement.lang] || texts.en;
  const counted = (count, forms) => {
    const kind = new Intl.PluralRules(document.documentElement.lang || "en").select(count);
    return `${count} ${forms[{ one: 0, few: 1 }[kind] ?? 2]}`;
  };
  const dayText = (day) => new Date(`${day}T00:00`).toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    element.append(...children);
    return element;
  };

  // What the scripts of the page listen to outside of its body ends when they run anew.
  let taken = new AbortController();
  let isOurs = false;
  for (const target of [window, document, matchMedia("(prefers-color-scheme: dark)")]) {
    const own = target.addEventListener;
    target.addEventListener = function (type, listener, options) {
      if (isOurs) return own.call(this, type, listener, options);
      const given = typeof options === "object" ? options : { capture: !!options };
      return own.call(this, type, listener, { signal: taken.signal, ...given });
    };
  }
  const ours = (work) => {
    isOurs = true;
    try { return work(); } finally { isOurs = false; }
  };

  // The page as the server has it now.
  const fetchPage = () => new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("GET", location.href);
    request.responseType = "document";
    request.onload = () => resolve({ page: request.responseXML });
    request.onerror = () => resolve({});
    request.send();
  });

  const versionOf = (page) => page.querySelector("script[data-version]")?.dataset.version;
  const textOf = (page) => page.head.innerHTML.replace(/ data-version="\d+"/, "") + page.body.innerHTML;
  let source = null;
  let measured = 0;
  let fetched = 0;
  async function update(noticed) {
    const turn = ++fetched;
    const { page } = await fetchPage();
    if (turn !== fetched || !page?.body) return;
    const text = textOf(page);
    // The first answer is what the browser shows, unless something was saved meanwhile.
    const isShown = source === null ? versionOf(page) === versionOf(document) : text === source;
    source = text;
    if (isShown) return;
    exchange(page);
    // What follows from the same change later, such as other recommendations, was not waited for.
    if (noticed === measured) return;
    measured = noticed;
    const took = Date.now() - noticed;
    // The clock of another machine says nothing.
    status.textContent = noticed && took >= 0 && took < 60000 ? `${words.updated} ${took} ${words.ms}` : "";
  }

  // Puts the new body in the place of the old one, as the reader had it.
  function exchange(page) {
    const place = [scrollX, scrollY];
    const opened = detailsNow();
    const tabs = tabsNow();
    const query = document.querySelector(".search input")?.value;
    const giveBack = spravkaFocus();
    taken.abort();
    taken = new AbortController();
    for (const name of ["lang", "data-editions"]) {
      const value = page.documentElement.getAttribute(name);
      if (value === null) document.documentElement.removeAttribute(name);
      else document.documentElement.setAttribute(name, value);
    }
    document.title = page.title;
    renewStyles(page);
    const scripts = [...page.querySelectorAll("head script[src]")].map((script) => script.cloneNode());
    // The panel stays where it is, with what is focused in it.
    for (const old of [...document.body.childNodes]) if (old !== panel) old.remove();
    panel.before(...page.body.childNodes);
    for (const script of scripts) run(script);
    for (const [one, was] of paired(detailsNow(), opened)) one.element.open = was.isOpen;
    const chosen = paired(tabsNow(), tabs);
    for (const [one, was] of chosen) choices.set(one.element, choiceIn(one, was));
    const restored = () => {
      for (const { element } of chosen.keys()) choose(element);
      const input = document.querySelector(".search input");
      if (query && input) input.value = query;
      const focused = giveBack();
      scrollTo({ left: place[0], top: place[1], behavior: "instant" });
      return focused;
    };
    restored();
    after = () => {
      // Search wakes when a box is come to: here somebody is in it already.
      const focused = restored();
      if (focused?.matches(".search input")) focused.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
    };
  }
  let after = () => {};

  // Blocks of the text, which may have moved: with their names, and all that they say.
  const cleaned = (text) => text.replace(/\s+/g, " ").trim();
  const said = (element) => {
    const copy = element.cloneNode(true);
    for (const made of copy.querySelectorAll("button")) made.remove();
    return cleaned(copy.textContent);
  };
  const detailsNow = () => [...document.querySelectorAll("main details")].map((element) => ({
    element, name: cleaned(element.querySelector("summary")?.textContent ?? ""), text: said(element), isOpen: element.open,
  }));
  // Tabs are made by a script of the page, and not there before it has run.
  const choices = new WeakMap();
  const tabsNow = () => [...document.querySelectorAll("main .tabs")].map((element) => {
    const names = [...element.querySelectorAll(":scope > .tab")].map((tab) => cleaned(tab.querySelector(".tab-name")?.textContent ?? ""));
    const tabs = [...element.querySelectorAll(":scope > [role=tablist] > [role=tab]")];
    const choice = tabs.length ? tabs.findIndex((tab) => tab.ariaSelected === "true") : choices.get(element);
    return { element, names, name: names.join("\n"), text: said(element), choice };
  });
  const choiceIn = ({ names }, { names: before, choice }) => {
    const same = names.indexOf(before[choice]);
    return same < 0 ? choice : same;
  };
  function choose(element) {
    const tab = element.querySelectorAll(":scope > [role=tablist] > [role=tab]")[choices.get(element)];
    if (tab && tab.ariaSelected !== "true") tab.click();
  }

  // New blocks with the old ones that they were: those that say the same, else those of the same
  // name, else those that still have the chosen tab, else those in their place.
  function paired(blocks, before) {
    const free = new Set(before);
    const found = new Map();
    const kinds = [
      (one, was) => was.name === one.name && was.text === one.text,
      (one, was) => was.name === one.name,
      (one, was) => one.names?.includes(was.names[was.choice]),
      (one, was, at) => before[at] === was,
    ];
    for (const isSame of kinds) {
      blocks.forEach((one, at) => {
        const was = !found.has(one) && [...free].find((was) => isSame(one, was, at));
        if (!was) return;
        free.delete(was);
        found.set(one, was);
      });
    }
    return found;
  }

  // Scripts of a page that was only read do not run; the same ones, made anew, do. The policy of the
  // pages allows this script to name the site's own.
  const policy = window.trustedTypes?.createPolicy("spravka-preview", {
    createScriptURL: (url) => new URL(url).origin === location.origin ? url : "",
  });
  function run(old) {
    const url = new URL(old.getAttribute("src"), location.href);
    if (url.pathname.startsWith("/_spravka/") || url.pathname.includes("/boot.")) return;
    const script = make("script");
    for (const { name, value } of old.attributes) if (name !== "src" && name !== "defer") script.setAttribute(name, value);
    script.src = policy ? policy.createScriptURL(url.href) : url.href;
    script.addEventListener("load", () => after());
    document.body.append(script);
  }

  // A browser keeps the pictures that it has: those that have changed get an address of their own.
  const tags = new Map();
  const changed = new Set();
  async function tagOf(url, options) {
    const answer = await fetch(url, options).catch(() => null);
    await answer?.arrayBuffer().catch(() => null);
    return answer?.ok && answer.headers.get("etag");
  }
  // One after the other: each begins with what the one before has learned.
  let renewal = Promise.resolve();
  const renewPictures = () => { renewal = renewal.then(renewAll); };
  async function renewAll() {
    for (const picture of document.querySelectorAll("img[src]")) {
      const url = new URL(picture.getAttribute("src"), location.href);
      url.search = "";
      if (url.origin !== location.origin) continue;
      // What is shown is what the browser keeps: the file may have changed before the first look at it.
      if (!tags.has(url.href)) tags.set(url.href, await tagOf(url, { cache: "force-cache" }));
      const tag = await tagOf(url, { method: "HEAD", cache: "no-cache" });
      if (!tag) continue;
      if (tags.get(url.href) && tags.get(url.href) !== tag) changed.add(url.href);
      tags.set(url.href, tag);
      if (changed.has(url.href)) url.search = `?${tag.replaceAll('"', "")}`;
      if (url.search && picture.src !== url.href) picture.src = url.href;
    }
  }

  // Puts the sheets of the new page in their order. The old ones go when the new ones have come, so
  // that nothing is shown without its look; what scripts have brought stays.
  let sheets = [];
  const sheetsOf = (page) => [...page.head.querySelectorAll("link[rel=stylesheet]")];
  function renewStyles(page) {
    const old = sheetsOf(document).filter((one) => sheets.includes(one));
    const loads = [];
    let at = 0;
    const next = sheetsOf(page).map((link) => {
      const same = old.findIndex((one, index) => index >= at && one.isEqualNode(link));
      if (same >= 0) return old[(at = same + 1) - 1];
      const made = document.importNode(link);
      loads.push(new Promise((done) => { made.onload = made.onerror = done; }));
      if (old[at]) old[at].before(made); else document.head.append(made);
      return made;
    });
    sheets = [...new Set([...next, ...old])];
    renewStyles.last = next;
    const tidy = () => {
      if (renewStyles.last !== next) return;
      for (const one of old) if (!next.includes(one)) one.remove();
      sheets = next;
    };
    if (loads.length) Promise.all(loads).then(tidy); else tidy();
  }

  // The panel below the page: closed it is its head alone, and the page has room for it.
  const summary = make("summary");
  const list = make("ol");
  const findings = make("details", {}, summary, list);
  const status = make("span", { role: "status" });
  const desk = make("a", { href: "/_spravka/" }, words.desk);
  const panel = make("aside", { id: "_spravka", "aria-label": words.panel }, findings, make("p", {}, status, desk));
  const room = new ResizeObserver(() => { document.body.style.paddingBlockEnd = `${panel.offsetHeight}px`; });

  let asked = 0;
  async function report() {
    const turn = ++asked;
    const answer = await fetch("/_spravka/page" + location.pathname).catch(() => null);
    if (!answer?.ok) return;
    const said = await answer.json();
    if (turn !== asked) return;
    const errors = said.findings.filter(({ level }) => level === "error").length;
    const warnings = said.findings.length - errors;
    const name = said.file?.split("/").at(-1);
    summary.replaceChildren(...[
      name && make("code", { title: said.file }, name),
      said.state && make("b", { class: "state" }, words[said.state] + (said.day ? ` ${dayText(said.day)}` : "")),
      errors && make("span", { class: "bad" }, counted(errors, words.errors)),
      warnings && make("span", { class: "warn" }, counted(warnings, words.warnings)),
      said.trouble && make("span", { class: "bad" }, said.trouble),
      !errors && !warnings && !said.trouble && make("span", {}, words.fine),
      said.isBehind && make("strong", {}, words.behind),
    ].filter(Boolean));
    findings.toggleAttribute("data-none", !said.findings.length);
    tellFindings(said);
    const whole = said.errors + said.warnings;
    desk.replaceChildren(whole ? `${words.all} ${whole}` : words.desk);
    desk.href = said.file ? `/_spravka/#page=${location.pathname}` : "/_spravka/";
    insist(!!(said.isBehind || said.isBlank));
    // A page without a site has nobody else to say it.
    if (!panel.isConnected && document.body) show();
  }

  // What is the same is left as it is. Who is at one of the findings stays there, though its line may
  // be another now.
  let told = "[]";
  function tellFindings(said) {
    const telling = JSON.stringify(said.findings);
    if (telling === told) return;
    told = telling;
    const giveBack = spravkaFocus();
    const focused = list.contains(document.activeElement) && document.activeElement;
    const textOf = (item) => item.querySelector("strong").textContent;
    const before = focused && textOf(focused.closest("li"));
    list.replaceChildren(...said.findings.map((finding) => entry(finding, said.file)));
    if (giveBack() || !focused) return;
    [...list.children].find((item) => textOf(item) === before)?.querySelector(focused.localName)?.focus({ preventScroll: true });
  }

  // What opened by itself closes by itself, unless the writer had a hand in it.
  let isInsisting = false;
  let isOpenedByItself = false;
  function insist(isNeeded) {
    if (isNeeded && !isInsisting && !findings.open) findings.open = isOpenedByItself = true;
    if (!isNeeded && isOpenedByItself) findings.open = isOpenedByItself = false;
    isInsisting = isNeeded;
  }

  const shapes = { error: "M12 7v6M12 16.5v.5M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18", warning: "M12 9v5M12 17v.5M12 3.5 2.5 20h19z" };
  function icon(level) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    path.setAttribute("d", shapes[level]);
    svg.append(path);
    return svg;
  }

  function entry({ level, id, file, line, column, message, hint, excerpt }, own) {
    const place = line ? `${file}:${line}:${column}` : file;
    const shown = [file === own ? "" : file.split("/").at(-1), line ? `${line}:${column}` : ""].filter(Boolean).join(":");
    const copy = make("button", { type: "button", "aria-label": `${words.copy} ${place}`, title: place }, shown || "1:1");
    copy.addEventListener("click", async () => {
      try { await navigator.clipboard.writeText(place); } catch { return; }
      copy.textContent = words.copied;
      setTimeout(() => { copy.textContent = shown || "1:1"; }, 1200);
    });
    return make("li", { "data-level": level }, icon(level),
      make("div", {}, make("span", { class: "hidden" }, words.levels[level] ?? ""), make("strong", {}, message),
        ...(hint ? [make("small", {}, hint)] : []),
        ...(excerpt && level === "error" ? [make("pre", { tabindex: 0 }, excerpt)] : [])),
      copy, make("code", {}, id));
  }

  const openKey = "spravka-preview-open";
  function show() {
    document.body.append(panel);
    room.observe(panel);
    let wasOpen = false;
    try { wasOpen = sessionStorage.getItem(openKey) === "1"; } catch {}
    findings.open ||= wasOpen;
    if (wasOpen) isOpenedByItself = false;
    summary.addEventListener("click", () => {
      isOpenedByItself = false;
      try { sessionStorage.setItem(openKey, findings.open ? "0" : "1"); } catch {}
    });
  }

  const lose = (isLost) => {
    panel.toggleAttribute("data-lost", isLost);
    if (isLost) summary.replaceChildren(make("span", { class: "bad" }, words.lost));
  };
  ours(() => document.addEventListener("DOMContentLoaded", () => {
    sheets = sheetsOf(document);
    show();
    update();
    report();
    renewPictures();
    const news = ({ noticed }) => {
      update(noticed).then(renewPictures);
      report();
    };
    // The desk shows what its writer reads.
    const channel = spravkaStream(news, lose, ({ isDesk }) => { if (isDesk && !document.hidden) tell(); });
    const tell = () => channel.postMessage({ page: location.pathname });
    tell();
    ours(() => document.addEventListener("visibilitychange", () => { if (!document.hidden) tell(); }));
  }));
})();
