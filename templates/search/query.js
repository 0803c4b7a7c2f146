// What the reader typed → the words to look for.
import { isStop, root, stem, units } from "./words.js";

const LONGEST_QUERY = 512;
const MOST_WORDS = 16;
// Borrowed verbs get a prefix when the work is done, which their nouns have not.
const PREFIXED_VERB = /^(?:за|от|о|пере|по|про|с)(.{4,}ова)$/;

// A word of a query. `candidates` are the terms of the index that it may mean, with a factor each;
// `level` tells how well it is known, `isForm` whether it was seen as it stands (terms.js); `instead`
// what may be meant, `used` what was searched for it, `isSpelt` if in Latin letters (readings.js).
export function newWord(form, isPrefix) {
  const base = stem(form);
  return {
    form,
    stem: base,
    root: root(base),
    // «опубликовать»: «публик».
    bare: root(PREFIXED_VERB.exec(base)?.[1] || ""),
    isCommon: isStop(form),
    isPrefix,
    shards: [],
    level: 0,
    candidates: new Map(),
    idf: 0,
    titleIDF: 0,
    instead: [],
  };
}

// { text, units: [{ start, end, word, parts }] }: a unit's word is the whole of it if it has one,
// and its parts are words too then. The last word may be half typed. Stop words count only where
// there is nothing else.
export function readQuery(typed, isWhole) {
  const text = typed.slice(0, LONGEST_QUERY);
  const found = new Map();
  for (const { start, end, parts, whole } of units(text)) {
    const form = whole || parts[0];
    if (!found.has(form)) found.set(form, { start, end, form, parts: whole ? parts : [] });
  }
  const all = [...found.values()];
  const telling = all.filter(({ form }) => !isStop(form));
  const kept = (telling.length ? telling : all).slice(0, MOST_WORDS);
  return {
    text,
    corrected: null,
    units: kept.map(({ start, end, form, parts }) => {
      const isHalf = !isWhole && end === text.length;
      const inner = parts.map((part, at) => newWord(part, isHalf && at === parts.length - 1));
      return { start, end, word: newWord(form, isHalf), parts: inner };
    }),
  };
}

// What is alike in two texts that mean the same.
export function stemsOf(text) {
  return readQuery(text).units.map(({ word }) => word.stem);
}

// All words of a text one after the other, as wholes where they are one.
export function sequenceOf(text) {
  return units(text).map(({ parts, whole }) => whole || parts[0]);
}

// The words that a query stands for: of a unit the whole if the index knows it, else its parts.
export function wordsOf({ units: list }) {
  return list.flatMap(({ word, parts }) => word.level || !parts.length ? [word] : parts);
}
