// The nearest articles to an address that leads nowhere: those of the same name elsewhere, then those
// with a similar name in the nearest sections. The lists are as small as a section, however large
// the site is. When they have too little, search is asked for the words of the address.
(async () => {
  const place = document.getElementById("_nearest");
  const root = new URL("../", document.currentScript.src);
  if (!place || location.protocol === "file:") return;
  const decode = (text) => {
    try { return decodeURIComponent(text); } catch { return text; }
  };
  // The home page of the language that the address belongs to.
  const homes = [document.querySelector(".brand"), ...document.querySelectorAll(".tools .language")]
    .filter((link) => location.pathname.startsWith(link.pathname))
    .sort((a, b) => b.pathname.length - a.pathname.length);
  if (!homes.length) return;
  const home = new URL(homes[0].href);
  const wanted = decode(location.pathname.slice(home.pathname.length)).toLowerCase()
    .split("/").filter(Boolean).slice(-8).map((part) => part.slice(0, 100).replace(/\.\w{2,4}$/, ""));
  if (wanted.at(-1) === "index") wanted.pop();
  const slug = wanted.at(-1) || "";

  const load = async (path) => (await fetch(new URL(path, home))).json();
  const pairs = (text) => new Set([...` ${text} `].map((c, i, all) => c + (all[i + 1] || "")));
  // How much two names have in common, 0 to 1 (Dice, by pairs of letters).
  const likeness = (left, right) => {
    const a = pairs(left), b = pairs(right);
    return 2 * [...a].filter((pair) => b.has(pair)).length / (a.size + b.size);
  };
  const found = new Map();
  const add = (url, title, score) => {
    if (!(found.get(url)?.score >= score)) found.set(url, { title, score });
  };

  const shown = new Set();
  const show = (url, title, where) => {
    if (shown.size > 2 || shown.has(url.pathname)) return;
    shown.add(url.pathname);
    const link = document.createElement("a");
    link.href = url;
    link.append(title);
    const row = document.createElement("li");
    const below = document.createElement("p");
    below.append(where);
    row.append(link, below);
    place.querySelector("ul").append(row);
  };
  const search = async () => {
    const { open } = await import(new URL("search/api.js", root));
    const engine = await open({ language: homes[0].hreflang || document.documentElement.lang });
    for (const part of wanted.slice(-2).reverse()) {
      const { results } = await engine.search(part.replace(/[-_.]+/g, " "), { limit: 3 });
      for (const { url, title, category } of results) show(new URL(url, home), title, category?.title || "");
    }
  };

  try {
    const { shards, categories } = await load("nav.json");
    const title = new Map(categories);
    const trail = (url) => url.split("/").slice(0, -1)
      .map((part, index, all) => title.get(all.slice(0, index).join("/") + "/"))
      .filter(Boolean).join(" › ");
    let hash = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(slug)) hash = Math.imul(hash ^ byte, 0x01000193);
    const named = await load(`nav/slugs/${(hash >>> 0) % shards}.json`);
    if (Object.hasOwn(named, slug)) for (const [url, name] of named[slug]) add(url, name, 2);
    const above = wanted.slice(0, -1).join("/");
    const near = categories.map(([url, name]) => {
      const path = decode(url).replace(/\/$/, "");
      add(url, name, likeness(path.split("/").at(-1), slug) * .9);
      return [url, likeness(path, above)];
    }).sort((a, b) => b[1] - a[1]).slice(0, 3);
    for (const [url] of near) {
      const { items } = await load(`nav/${decode(url).replace(/\/$/, "")}.json`);
      for (const [item, name] of items) add(url + item, name, likeness(decode(item).replace(/\/$/, ""), slug));
    }
    const best = [...found].filter(([, one]) => one.score > .15)
      .sort((a, b) => b[1].score - a[1].score).slice(0, 3);
    const showAll = (from, to) => {
      for (const [url, { title, score }] of best) {
        if (score > from && score <= to) show(new URL(url, home), title, trail(url));
      }
    };
    showAll(.5, 2);
    if (shown.size < 3) await search().catch(() => {});
    showAll(.15, .5);
  } catch {}
  place.dataset.found = shown.size;
})();
