// A text → the words to rank by. What the index knows is enough for most queries; only for the
// others the module with all the ways to correct is loaded.
import { pause, resume } from "./files.js";
import { readQuery, wordsOf } from "./query.js";
import { BY_PREFIX, BY_ROOT, add, gather } from "./terms.js";

const PART_FACTOR = 0.4;

// `others` are files to load in the first step.
export async function understand(index, text, isExact, job, others) {
  let query = readQuery(text);
  await gather(index, [query], job, others);
  if (!isExact && (unknown(query, 2).length || wordsOf(query).some(isUnsure))) {
    const module = await correction(job);
    if (module) query = await module.corrected(index, query, job);
  }
  return settled(query);
}

// Null when it could not be loaded: the text is then searched as it is.
async function correction(job) {
  pause(job);
  let module = null;
  try {
    module = await import("./readings.js");
  } catch {
    job.failed = true;
  }
  resume(job);
  return module;
}

// Words that the index does not know and that may be mistyped. A number is meant as it is.
export function unknown(query, least) {
  return wordsOf(query).filter((word) => {
    return !word.level && !word.isStop && word.form.length >= least && !/[0-9.+#]/.test(word.form);
  });
}

// Whether a word is known by its root alone, in no form that was seen.
export function isUnsure(word) {
  return word.level === BY_ROOT && !word.isForm;
}

// The words to rank by. Of a word that is known as a whole, its parts count a little.
function settled(query) {
  query.words = wordsOf(query);
  for (const { word, parts } of query.units) {
    if (!word.level) continue;
    for (const part of parts) {
      if (part.level <= BY_PREFIX) continue;
      for (const [term, factor] of part.candidates) add(word, term, PART_FACTOR * factor, 0);
    }
  }
  return query;
}
