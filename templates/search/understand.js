// A text → the words to rank by. What the index knows is enough for most queries; only for the
// others the module with all the ways to correct is loaded.
import { pause, resume } from "./files.js";
import { readQuery, wordsOf } from "./query.js";
import { BY_PREFIX, add, gather } from "./terms.js";

const PART_FACTOR = 0.4;

// The query with its words looked up. `others` are files to load in the first step.
export async function understand(index, text, isExact, job, others) {
  const query = readQuery(text);
  await gather(index, [query], job, others);
  if (isExact || !unknown(query, 2).length) return query;
  pause(job);
  const module = await import("./readings.js").catch(() => null);
  resume(job);
  if (module) return module.reread(index, query, job);
  // Searched as it is.
  job.failed = true;
  return query;
}

// Words that the index does not know and that may be mistyped. A number is meant as it is.
export function unknown(query, least) {
  return wordsOf(query).filter(({ level, isCommon, form }) => {
    return !level && !isCommon && form.length >= least && !/[0-9.+#]/.test(form);
  });
}

// The words to rank by. Of a word that is known as a whole, its parts count a little.
export function settled(query) {
  for (const { word, parts } of query.units) {
    for (const part of word.level ? parts : []) {
      for (const [term, factor] of part.candidates) {
        if (part.level > BY_PREFIX) add(word, term, PART_FACTOR * factor, 0);
      }
    }
  }
  return wordsOf(query);
}
