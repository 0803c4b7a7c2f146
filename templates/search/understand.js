// A text → the words to rank by. What the index knows is enough for most queries; only for the
// others the module with all the ways to correct is loaded.
import { pause, resume } from "./files.js";
import { readQuery, wordsOf } from "./query.js";
import { BY_PREFIX, BY_ROOT, add, gather } from "./terms.js";

const PART_FACTOR = 0.4;

// The query with its words looked up. `others` are files to load in the first step.
export async function understand(index, text, isExact, job, others) {
  const query = readQuery(text);
  await gather(index, [query], job, others);
  if (isExact || !unknown(query, 2).length && !wordsOf(query).some(isUnsure)) return query;
  const reading = await later(() => import("./readings.js"), job);
  return reading ? reading.reread(index, query, job) : query;
}

// A module that few searches need; null if it could not be loaded, and the search goes on without.
export async function later(load, job) {
  pause(job);
  const module = await load().catch(() => null);
  resume(job);
  if (!module) job.failed = true;
  return module;
}

// Words that the index does not know and that may be mistyped. A number is meant as it is.
export function unknown(query, least) {
  return wordsOf(query).filter(({ level, isCommon, form }) => {
    return !level && !isCommon && form.length >= least && !/[0-9.+#]/.test(form);
  });
}

// Known by its root alone, in no form that was seen: another word may be meant.
export function isUnsure({ level, isForm }) {
  return level === BY_ROOT && !isForm;
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
