// What the bench runs in the page: one way to ask Spravka's search and Pagefind's, and to say what
// it took. Both are driven by what they offer to every page: the contract of search/api.js,
// Pagefind's JavaScript interface.

function spravka(base) {
  let engine;
  return {
    async open(language) {
      const door = await import(`${base}search/api.js`);
      engine = await door.open({ language });
    },
    async ask(query) {
      const response = await engine.search(query, { limit: 10 });
      return {
        response,
        found: response.results.map((result) => decodeURI(new URL(result.url, location).pathname)),
        milliseconds: response.milliseconds,
        corrected: response.corrected ?? null,
      };
    },
    // An extension of the contract: without it there is nothing to load for the first five.
    async show({ response }) {
      if (!engine.excerpts) return false;
      await engine.excerpts(response, response.results.slice(0, 5));
      return true;
    },
  };
}

// Of Pagefind's results only the id is known before its data is loaded: a name of a file, from
// which the bench knows the page.
function pagefind() {
  let engine;
  return {
    async open() {
      engine = await import("/pagefind/pagefind.js");
    },
    async ask(query) {
      const response = await engine.search(query);
      return { response, found: response.results.slice(0, 10).map((result) => result.id) };
    },
    async show({ response }) {
      await Promise.all(response.results.slice(0, 5).map((result) => result.data()));
      return true;
    },
  };
}

let adapter;

// Makes the page ready to ask; nothing is loaded yet.
async function choose(name, base) {
  adapter = name === "spravka" ? spravka(base) : pagefind();
}

async function open(language) {
  await adapter.open(language);
}

// A query as a reader meets it: with `language` from the module on, else in the page as it is.
async function visit(query, language) {
  performance.setResourceTimingBufferSize(10000);
  performance.clearResourceTimings();
  const begun = performance.now();
  if (language) await adapter.open(language);
  const answer = await adapter.ask(query);
  const results = performance.now() - begun;
  const excerpts = await adapter.show(answer);
  const all = performance.now() - begun;
  const spans = performance.getEntriesByType("resource")
    .filter((entry) => !new URL(entry.name).pathname.startsWith("/.bench/"))
    .filter((entry) => entry.transferSize > 0) // the others came out of the cache
    .map((entry) => [entry.fetchStart - begun, entry.responseEnd - begun]);
  return { results, all, excerpts, spans, found: answer.found };
}

// Many queries, one after another: what was found, and the times that the engine and a clock say.
async function pass(queries) {
  const rows = [];
  for (const query of queries) {
    const begun = performance.now();
    const { found, milliseconds, corrected } = await adapter.ask(query);
    const wall = performance.now() - begun;
    rows.push({ found, milliseconds: milliseconds ?? wall, wall, corrected });
  }
  return rows;
}

globalThis.bench = { choose, open, visit, pass };
