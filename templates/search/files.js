// Everything the search reads: the manifest and the content-named files, each fetched once and kept
// as a promise until it is decoded. A failed one is forgotten, so that the next search asks again.

// The files of one language below `root`, the address of the site's home.
export function filesOf(root, language) {
  return { root, language, coming: new Map(), opened: new Map() };
}

// Asks twice, for a line may drop once; what is missing is not asked for again.
async function fetched(url, options) {
  for (let again = 0; ; again += 1) {
    try {
      const answer = await fetch(url, options);
      if (answer.ok) return answer;
      throw Object.assign(new Error(`${answer.status} ${url}`), { missing: answer.status === 404 });
    } catch (error) {
      if (again || error.missing) throw error;
    }
  }
}

// `cache: "reload"` asks the server even if the browser remembers an answer.
export async function loadManifest({ root, language }, options) {
  return (await fetched(new URL(`search/${language}.json`, root), options)).json();
}

// A server that answers for a missing file with a page sends what cannot be inflated.
async function inflated(url) {
  const packed = await (await fetched(url)).blob();
  const opening = packed.stream().pipeThrough(new DecompressionStream("deflate-raw"));
  try {
    return new Uint8Array(await new Response(opening).arrayBuffer());
  } catch {
    throw Object.assign(new Error(`broken ${url}`), { missing: true });
  }
}

function load({ root, language, coming }, name) {
  if (!coming.has(name)) coming.set(name, inflated(new URL(`search/${language}/${name}.bin`, root)));
  return coming.get(name);
}

// One search: what stops it, whether a file failed, and the time that it spent computing.
export function newJob(signal) {
  return { signal, failed: false, isSecond: false, spent: 0, since: performance.now() };
}

export function pause(job) {
  job.spent += performance.now() - job.since;
}

export function resume(job) {
  job.since = performance.now();
  job.signal?.throwIfAborted();
}

// Loads and decodes files, [name, decode] each, in parallel; `files.opened` has what came. A missing
// file means that the manifest is of an older site: the search starts over, once.
export async function openFiles(files, wants, job) {
  const waits = wants.filter(([name]) => !files.opened.has(name));
  if (!waits.length) return;
  pause(job);
  const came = await Promise.allSettled(waits.map(([name]) => load(files, name)));
  resume(job);
  came.forEach(({ value, reason }, at) => {
    const [name, decode] = waits[at];
    files.coming.delete(name);
    if (value && !files.opened.has(name)) files.opened.set(name, decode(value));
    if (reason?.missing && !job.isSecond) throw reason;
    if (reason) job.failed = true;
  });
}

export const decodeText = (bytes) => new TextDecoder().decode(bytes);

export const decodeJSON = (bytes) => JSON.parse(decodeText(bytes));

// Gives one LEB128 number after the other.
export function numbersIn(bytes) {
  return {
    place: 0,
    next() {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[this.place];
        this.place += 1;
        value |= (byte & 127) << shift;
        if (byte < 128) return value;
      }
    },
  };
}

// The documents that are not about an edition.
export function decodeAbsent(bytes) {
  const numbers = numbersIn(bytes);
  const absent = new Set();
  let document = -1;
  for (let left = numbers.next(); left > 0; left -= 1) {
    document += numbers.next() + 1;
    absent.add(document);
  }
  return absent;
}
