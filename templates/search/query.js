// What the reader typed → the words to look for.
import { isStop, root, stem, units } from "./words.js";

const LONGEST_QUERY = 512;
const MOST_WORDS = 16;
const QUOTES = "\"\"«»“”„“";

// A word of a query. `candidates` are the terms of the index that it may mean, with a factor each;
// `level` tells how well it is known (terms.js), `instead` what may be meant for it (readings.js).
export function newWord(form, isPrefix) {
  const base = stem(form);
  return {
    form,
    stem: base,
    root: root(base),
    isCommon: isStop(form),
    isPrefix,
    isForm: false,
    shards: [],
    level: 0,
    candidates: new Map(),
    idf: 0,
    instead: [],
    used: "",
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

// The words that a query stands for: of a unit the whole if the index knows it, else its parts.
export function wordsOf({ units: list }) {
  return list.flatMap(({ word, parts }) => word.level || !parts.length ? [word] : parts);
}

// The texts in quotes; a quote that nothing closes is none.
export function phrasesOf(text) {
  const phrases = [];
  for (let at = 0; at < text.length; at += 1) {
    const quote = QUOTES.indexOf(text[at]);
    const end = quote >= 0 && quote % 2 === 0 ? text.indexOf(QUOTES[quote + 1], at + 1) : -1;
    if (end < 0) continue;
    if (units(text.slice(at, end)).length) phrases.push(text.slice(at + 1, end));
    at = end;
  }
  return phrases;
}
