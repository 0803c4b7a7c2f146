// What makes a page more comfortable; without it the page is complete. No library, no HTML in
// strings: everything is made as elements, so the strictest content policy holds.
(() => {
  const page = document.documentElement;
  const script = document.currentScript;
  const words = script.dataset;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const isFile = location.protocol === "file:";

  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    element.append(...children);
    return element;
  };
  const icon = (path) => {
    const space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg");
    svg.setAttribute("class", "icon");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    svg.append(document.createElementNS(space, "path"));
    svg.firstChild.setAttribute("d", path);
    return svg;
  };
  // A browser may refuse to remember anything.
  const stored = (store, key, value) => {
    try {
      const kept = window[store + "Storage"];
      if (value === undefined) return kept.getItem("spravka-" + key);
      kept.setItem("spravka-" + key, value);
    } catch {}
    return null;
  };

  // Light and dark: the system's choice until the reader makes one.
  const darkness = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => page.dataset.theme ? page.dataset.theme === "dark" : darkness.matches;
  const showTheme = () => {
    for (const button of all(".theme")) button.setAttribute("aria-pressed", isDark());
  };
  for (const button of all(".theme")) {
    button.addEventListener("click", () => {
      page.dataset.theme = isDark() ? "light" : "dark";
      stored("local", "theme", page.dataset.theme);
      showTheme();
    });
  }
  darkness.addEventListener("change", showTheme);
  showTheme();

  // Editions of the product: one switch for the whole site.
  const choose = (edition) => {
    page.dataset.edition = edition;
    stored("local", "edition", edition);
    for (const button of all(".editions button")) {
      button.setAttribute("aria-pressed", button.value === edition);
    }
    follow();
  };
  for (const button of all(".editions button")) {
    button.setAttribute("aria-pressed", button.value === page.dataset.edition);
    button.addEventListener("click", () => {
      // What the reader was reading stays where it was.
      const seen = all(".text > *, .sheet > h1").find((e) => e.getBoundingClientRect().top > 60);
      const before = seen?.getBoundingClientRect().top;
      choose(button.value);
      const after = seen?.getBoundingClientRect();
      if (after?.height) scrollBy({ top: after.top - before, behavior: "instant" });
    });
  }

  // Tabs: those of one group switch together, here and on the next page.
  const select = (tab, moves) => {
    const list = tab.parentElement;
    for (const other of list.children) {
      other.setAttribute("aria-selected", other === tab);
      other.tabIndex = other === tab ? 0 : -1;
      document.getElementById(other.getAttribute("aria-controls")).hidden = other !== tab;
    }
    if (moves) tab.focus();
  };
  const selectAlike = (tab, moves) => {
    const group = tab.closest(".tabs").dataset.group;
    select(tab, moves);
    if (!group) return;
    stored("local", "tab-" + group, tab.textContent);
    for (const other of all(`.tabs[data-group="${CSS.escape(group)}"] [role=tab]`)) {
      if (other !== tab && other.textContent === tab.textContent) select(other);
    }
  };
  all(".tabs").forEach((tabs, number) => {
    const list = make("div", { role: "tablist", class: "tab-list" });
    const chosen = tabs.dataset.group && stored("local", "tab-" + tabs.dataset.group);
    all(":scope > .tab", tabs).forEach((panel, index) => {
      const name = panel.querySelector(".tab-name");
      const id = `_tab-${number}-${index}`;
      const tab = make("button", { type: "button", role: "tab", "aria-controls": id, id: id + "-name" });
      tab.append(...name.cloneNode(true).childNodes);
      panel.id = id;
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", tab.id);
      list.append(tab);
    });
    const known = [...list.children];
    list.addEventListener("click", (event) => {
      const tab = event.target.closest("[role=tab]");
      if (tab) selectAlike(tab);
    });
    list.addEventListener("keydown", (event) => {
      const now = known.indexOf(document.activeElement);
      const step = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: known.length - 1 }[event.key];
      if (step === undefined || now < 0) return;
      event.preventDefault();
      selectAlike(known[(step + known.length) % known.length], true);
    });
    tabs.prepend(list);
    if (known.length) select(known.find((tab) => tab.textContent === chosen) || known[0]);
  });

  // A link into something hidden opens it.
  function follow() {
    const target = location.hash.length > 1 && document.getElementById(decode(location.hash.slice(1)));
    if (!target) return;
    const edition = target.closest(".edition")?.dataset.edition.split(" ");
    if (edition && page.dataset.edition && !edition.includes(page.dataset.edition)) {
      if (follow.last === location.hash) return;
      follow.last = location.hash;
      choose(edition[0]);
    }
    const panel = target.closest("[role=tabpanel]");
    if (panel?.hidden) selectAlike(document.getElementById(panel.id + "-name"));
    for (let at = target; at; at = at.parentElement) if (at.localName === "details") at.open = true;
    target.scrollIntoView();
  }
  function decode(text) {
    try { return decodeURIComponent(text); } catch { return text; }
  }
  addEventListener("hashchange", () => { follow.last = ""; follow(); });
  if (location.hash) follow();

  // The tree opens in place, and stays open while the reader moves through the site.
  const home = new URL(document.querySelector(".brand")?.href || ".", location);
  const tree = document.querySelector(".tree");
  const opened = new Set(JSON.parse(stored("session", "tree") || "[]"));
  const remember = () => stored("session", "tree", JSON.stringify([...opened]));
  const list = (items, base, more) => {
    const ul = make("ul");
    for (const [url, title, isCategory] of items) {
      const link = make("a", { href: new URL(url, base).href }, title);
      const row = make("li", isCategory ? { class: "category" } : {}, link);
      ul.append(row);
      if (isCategory) fold(row);
    }
    if (more) ul.append(make("li", { class: "more" }, make("a", { href: base }, words.all)));
    return ul;
  };
  // Each language and each site of a host has branches of its own.
  const branch = (path) => "nav-" + home.pathname + path;
  const load = async (path) => {
    const kept = stored("session", branch(path));
    if (kept) return JSON.parse(kept);
    const answer = await fetch(new URL(`nav/${path}.json`, home));
    if (!answer.ok) throw answer.status;
    const text = await answer.text();
    stored("session", branch(path), text);
    return JSON.parse(text);
  };
  function fold(row) {
    const link = row.querySelector("a");
    const path = decode(link.href.slice(home.href.length).replace(/\/$/, ""));
    const button = make("button", { type: "button", class: "fold", "aria-label": `${words.open}: ${link.textContent}` });
    const show = (isOpen) => {
      button.setAttribute("aria-expanded", isOpen);
      const inner = row.querySelector(":scope > ul");
      if (inner) inner.hidden = !isOpen;
    };
    const fill = (data) => row.append(list(data.items, link.href, data.more));
    const toggle = async (isOpen) => {
      if (isOpen && !row.querySelector(":scope > ul")) {
        try { fill(await load(path)); } catch { location.href = link.href; return; }
      }
      opened[isOpen ? "add" : "delete"](path);
      remember();
      show(isOpen);
    };
    const kept = opened.has(path) && stored("session", branch(path));
    if (!row.querySelector(":scope > ul") && kept) fill(JSON.parse(kept));
    link.after(button);
    show(!!row.querySelector(":scope > ul"));
    button.addEventListener("click", () => toggle(button.getAttribute("aria-expanded") !== "true"));
  }
  if (tree && !isFile) {
    all(".category", tree).forEach(fold);
    all(":scope > a", tree).find((link) => link.pathname === location.pathname)?.setAttribute("aria-current", "page");
    tree.scrollTop = stored("session", "scroll") || 0;
    const current = tree.querySelector("[aria-current]")?.getBoundingClientRect();
    const { top, bottom, height } = tree.getBoundingClientRect();
    if (current?.height && (current.top < top || current.bottom > Math.min(bottom, innerHeight))) {
      tree.scrollTop += current.top - top - height / 2;
    }
    addEventListener("pagehide", () => stored("session", "scroll", tree.scrollTop));
  }
  delete page.dataset.wait;

  // Where one is in the article.
  const marks = new Map(all(".contents a").map((link) => [decode(link.hash.slice(1)), link]));
  if (marks.size) {
    const heads = all(".text h2[id]").filter((head) => marks.has(head.id));
    const mark = () => {
      const now = heads.filter((head) => head.getClientRects().length && head.getBoundingClientRect().top < 140).pop();
      for (const [id, link] of marks) {
        if (now && id === now.id) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    };
    let waits = false;
    addEventListener("scroll", () => {
      if (waits) return;
      waits = true;
      requestAnimationFrame(() => { waits = false; mark(); });
    }, { passive: true });
    mark();
  }

  // Code can be copied, and scrolled by the keyboard.
  for (const code of all(".text pre")) {
    const box = make("div", { class: "code" });
    const button = make("button", { type: "button", class: "copy", "aria-label": words.copy });
    button.append(icon("M9 9h10v11H9zM5 15V4h10"));
    code.replaceWith(box);
    box.append(code, button);
    if (code.scrollWidth > code.clientWidth) code.tabIndex = 0;
    button.addEventListener("click", async () => {
      try { await navigator.clipboard.writeText(code.textContent); } catch { return; }
      button.setAttribute("aria-label", words.copied);
      button.classList.add("done");
      setTimeout(() => {
        button.setAttribute("aria-label", words.copy);
        button.classList.remove("done");
      }, 2000);
    });
  }

  // Pictures that are shown much smaller than they are can be looked at whole.
  for (const picture of all(".text img[width]")) {
    if (isFile || picture.closest("a") || picture.clientWidth * 1.25 > picture.getAttribute("width")) continue;
    const button = make("button", { type: "button", class: "zoom" });
    picture.replaceWith(button);
    button.append(picture, icon("M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7"));
    button.addEventListener("click", async () => {
      const [code, style] = words.zoom.split(" ").map((url) => new URL(url, document.baseURI).href);
      (await import(code)).zoom(picture, style);
    });
  }

  // «Статья помогла?»: the same request that the form would make, without leaving the page.
  for (const form of all(".feedback")) {
    // As tall as before the answer, so that nothing below it moves.
    let height = 0;
    form.addEventListener("pointerdown", () => { height = form.offsetHeight; });
    const send = async () => {
      const fields = new URLSearchParams(new FormData(form));
      const { collector, thanks } = form.dataset;
      try {
        if (collector) {
          await fetch(collector, {
            method: "POST", keepalive: true, mode: "no-cors",
            body: JSON.stringify(Object.fromEntries(fields)),
          });
        } else {
          const answer = await fetch(`${form.action}?${fields}`, { keepalive: true });
          if (!answer.ok) throw answer.status;
        }
      } catch { return form.submit(); }
      form.style.minBlockSize = `${height || form.offsetHeight}px`;
      form.replaceChildren(make("p", { role: "status", class: "thanks", tabindex: "-1" }, thanks));
      form.firstChild.focus();
    };
    form.addEventListener("submit", (event) => {
      if (isFile) return;
      event.preventDefault();
      send();
    });
    // A reader with a keyboard chooses by arrows, and sends when the choice is made.
    form.querySelector("[value=yes]").addEventListener("click", (event) => {
      if (event.detail > 0 && !isFile) send();
    });
  }

  // Search answers while one types. What it takes is loaded when a box is touched, or at once where
  // results were asked for; the engine beside the script of the box, not after it.
  const boxes = all("form.search");
  const asked = all("#_search")[0] && new URLSearchParams(location.search).get("q");
  let search;
  const wake = () => {
    const [code, parts, texts] = words.search.split(" ").map((url) => new URL(url, document.baseURI).href);
    import(new URL("../search/api.js", code)).catch(() => {});
    search ||= Promise.all([import(code), import(parts)])
      .then(async ([box, kit]) => box.start(await kit.open({ make, icon, stored, texts })))
      .catch(() => {
        search = null;
        delete page.dataset.asked;
      });
  };
  if (!isFile) for (const box of boxes) for (const touch of ["focusin", "pointerenter"]) box.addEventListener(touch, wake);
  if (asked && boxes[0]) {
    boxes[0].elements.q.value = asked;
    if (!isFile) wake();
  }
  if (isFile) {
    delete page.dataset.asked;
    for (const note of all("#_search .server")) note.hidden = false;
  }

  // «/», and Ctrl+K as in other programs; in the Russian layout these keys are «.» and «л».
  addEventListener("keydown", (event) => {
    const { key, code, ctrlKey, metaKey, altKey } = event;
    const isCommand = (ctrlKey || metaKey) && !altKey && /^[kл]$/i.test(key);
    const isWriting = event.target.closest("input, textarea, select, [contenteditable]");
    const isSlash = !ctrlKey && !metaKey && !altKey && (key === "/" || (key === "." && code === "Slash"));
    const field = document.querySelector("main .search input") || document.querySelector(".search input");
    if (!field || !(isCommand || (isSlash && !isWriting))) return;
    event.preventDefault();
    field.focus();
    field.select();
  });

  // On paper everything is open.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all("details:not([open])");
    for (const one of closed) one.open = true;
  });
  addEventListener("afterprint", () => { for (const one of closed) one.open = false; });

  // Opened from a folder, links must name the file.
  if (isFile) {
    for (const link of all("a[href]")) {
      if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
    }
    for (const form of all("form[action]")) {
      const url = new URL(form.action);
      if (url.pathname.endsWith("/")) form.action = new URL("index.html", url);
    }
  }
})();
