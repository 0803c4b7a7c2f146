// The writer's preview: shows what was saved without losing the place, and says what is wrong with
// the page. It comes before the scripts of the page, so that what they listen to can be taken back
// when the page is exchanged for its new state.
(() => {
  const texts = {
    ru: {
      errors: ["ошибка", "ошибки", "ошибок"], warnings: ["предупреждение", "предупреждения", "предупреждений"],
      fine: "Замечаний нет", site: "Во всём сайте", copy: "Скопировать место", copied: "Скопировано",
      lost: "Нет связи с spravka serve",
      behind: "Показана последняя исправная версия сайта", hint: "Совет:",
      draft: "Черновик", scheduled: "Ждёт своего дня", unlisted: "Нет в списках", expired: "Устарела",
    },
    en: {
      errors: ["error", "errors", "errors"], warnings: ["warning", "warnings", "warnings"],
      fine: "Nothing to find fault with", site: "In the whole site", copy: "Copy the place", copied: "Copied",
      lost: "spravka serve does not answer",
      behind: "This is the last version of the site that could be shown", hint: "Hint:",
      draft: "Draft", scheduled: "Waits for its day", unlisted: "In no list", expired: "Out of date",
    },
  };
  const words = texts[document.documentElement.lang] || texts.en;
  const counted = (count, forms) => {
    const kind = new Intl.PluralRules(document.documentElement.lang || "en").select(count);
    return `${count} ${forms[{ one: 0, few: 1 }[kind] ?? 2]}`;
  };
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
    request.onload = () => resolve({ page: request.responseXML, isThere: request.status === 200 });
    request.onerror = () => resolve({});
    request.send();
  });

  let source = null;
  const textOf = (page) => page.head.innerHTML + page.body.innerHTML;
  async function update() {
    const { page } = await fetchPage();
    if (!page?.body) return;
    const text = textOf(page);
    if (text === source) return;
    const isFirst = source === null;
    source = text;
    if (!isFirst) exchange(page);
  }

  // Puts the new body in the place of the old one, as the reader had it.
  function exchange(page) {
    const place = [scrollX, scrollY];
    const opened = [...document.querySelectorAll("main details")].map(({ open }) => open);
    const tabs = [...document.querySelectorAll("main [role=tab]")].map((tab) => tab.getAttribute("aria-selected"));
    const query = document.querySelector(".search input")?.value;
    const focused = document.activeElement?.id;
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
    document.body.replaceChildren(...page.body.childNodes, panel);
    for (const script of scripts) run(script);
    document.querySelectorAll("main details").forEach((one, at) => { if (opened[at] !== undefined) one.open = opened[at]; });
    const restored = () => {
      document.querySelectorAll("main [role=tab]").forEach((tab, at) => { if (tabs[at] === "true") tab.click(); });
      const input = document.querySelector(".search input");
      if (query && input) input.value = query;
      if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
      scrollTo({ left: place[0], top: place[1], behavior: "instant" });
    };
    restored();
    after = restored;
  }
  let after = () => {};

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

  function renewStyles(page) {
    const old = [...document.head.querySelectorAll("link[rel=stylesheet]")];
    for (const link of page.head.querySelectorAll("link[rel=stylesheet]")) {
      const href = new URL(link.getAttribute("href"), location.href).href;
      if (!old.some((one) => one.href === href)) document.head.append(make("link", { rel: "stylesheet", href }));
    }
  }

  // The panel: closed it is a badge in the corner.
  const summary = make("summary");
  const list = make("ol");
  const foot = make("p", { class: "foot" });
  const panel = make("details", { id: "_spravka", "aria-live": "polite" }, summary, list, foot);

  async function report() {
    const answer = await fetch("/_spravka/page" + location.pathname).catch(() => null);
    if (!answer?.ok) return;
    const said = await answer.json();
    const errors = said.findings.filter(({ level }) => level === "error").length;
    const warnings = said.findings.length - errors;
    const counts = [errors && counted(errors, words.errors), warnings && counted(warnings, words.warnings)].filter(Boolean);
    panel.className = said.trouble || errors ? "errors" : warnings ? "warnings" : "";
    summary.replaceChildren(
      ...(said.state ? [make("b", { class: "state" }, words[said.state])] : []),
      make("span", {}, said.trouble ? said.trouble : counts.join(", ") || words.fine));
    list.replaceChildren(...said.findings.map(entry));
    const whole = [counted(said.errors, words.errors), counted(said.warnings, words.warnings)].join(", ");
    foot.replaceChildren(...(said.isBehind ? [make("strong", {}, words.behind), " "] : []), `${words.site}: ${whole}.`);
    if (said.isBehind) panel.open = true;
    // A page without a site has nobody else to say it.
    if (!panel.isConnected && document.body) document.body.append(panel);
  }

  function entry({ level, id, file, line, column, message, hint, excerpt }) {
    const place = line ? `${file}:${line}:${column}` : file;
    const copy = make("button", { type: "button", title: words.copy }, place);
    copy.addEventListener("click", async () => {
      try { await navigator.clipboard.writeText(place); } catch { return; }
      copy.textContent = words.copied;
      setTimeout(() => { copy.textContent = place; }, 1200);
    });
    return make("li", { "data-level": level }, make("p", {}, message, " ", make("code", {}, id)), copy,
      ...(excerpt ? [make("pre", {}, excerpt)] : []),
      ...(hint ? [make("p", { class: "hint" }, `${words.hint} ${hint}`)] : []));
  }

  // One tab of a browser holds the stream and tells the others: six connections to one host are all
  // that a browser opens.
  const channel = new BroadcastChannel("spravka-preview");
  let version = null;
  const news = (now) => {
    if (now === version) return;
    version = now;
    update();
    report();
  };
  channel.onmessage = ({ data }) => "lost" in data ? lose(data.lost) : news(data.version);
  // A server that was started anew counts from one again.
  const lose = (isLost) => {
    panel.toggleAttribute("data-lost", isLost);
    if (!isLost) return;
    version = null;
    summary.replaceChildren(words.lost);
  };
  const hold = () => new Promise(() => {
    const stream = new EventSource("/_spravka/events");
    stream.addEventListener("version", ({ data }) => {
      lose(false);
      channel.postMessage({ lost: false });
      channel.postMessage({ version: data });
      news(data);
    });
    stream.onerror = () => {
      lose(true);
      channel.postMessage({ lost: true });
    };
  });
  ours(() => document.addEventListener("DOMContentLoaded", () => {
    document.body.append(panel);
    update();
    report();
    if (navigator.locks) navigator.locks.request("spravka-preview", hold); else hold();
  }));
})();
