// What the reader typed → words to look for, with what each could be in the index.
import { isStop, root, stem, units } from "./words.js";

const LONGEST_QUERY = 512;
const MOST_WORDS = 16;
const quotes = { "\"": "\"", "«": "»", "“": "”", "„": "“" };

// A word of a query. `candidates` are the index's terms that it may mean, with a factor each;
// `level` tells how well it is known: see terms.js.
export function newWord(form, isPrefix) {
  const base = stem(form);
  return {
    form,
    stem: base,
    root: root(base),
    isStop: isStop(form),
    isPrefix,
    level: 0,
    candidates: new Map(),
    // Forms of the index that may be meant instead, best first: [form, factor].
    instead: [],
  };
}

// { text, units: [{ start, end, word, parts }], phrases: [[folded words]] }; a unit's word is the
// whole of it, its parts are empty if it has one. The last word may be half typed.
export function readQuery(typed, isWhole) {
  const text = typed.slice(0, LONGEST_QUERY);
  const seen = new Set();
  let found = [];
  for (const { start, end, parts, whole } of units(text)) {
    const key = whole || parts[0];
    if (seen.has(key)) continue;
    seen.add(key);
    const isLast = !isWhole && end === text.length;
    const inner = whole ? parts.map((part, at) => newWord(part, isLast && at === parts.length - 1)) : [];
    found.push({ start, end, word: newWord(key, isLast), parts: inner });
  }
  if (found.length > MOST_WORDS) found = found.filter(({ word }) => !word.isStop);
  found = found.slice(0, MOST_WORDS);
  return { text, units: found, phrases: phrasesOf(text), corrected: null };
}

// The words of each phrase in quotes; a quote that nothing closes is none.
function phrasesOf(text) {
  const phrases = [];
  for (let at = 0; at < text.length; at += 1) {
    const closing = quotes[text[at]];
    const end = closing ? text.indexOf(closing, at + 1) : -1;
    if (end < 0) continue;
    const words = sequenceOf(text.slice(at + 1, end));
    if (words.length > 1) phrases.push(words);
    at = end;
  }
  return phrases;
}

// The folded words of a text, one after the other.
export function sequenceOf(text) {
  return units(text).flatMap(({ parts }) => parts);
}

// What is alike in two texts that mean the same: their stems without stop words, unless these are
// all there is.
export function stemsOf(text) {
  const words = units(text).map(({ parts, whole }) => whole || parts[0]);
  const telling = words.filter((word) => !isStop(word));
  return (telling.length ? telling : words).map(stem);
}

// The words that a query stands for: of a unit the whole if the index knows it, else its parts.
export function wordsOf(query) {
  return query.units.flatMap(({ word, parts }) => word.level || !parts.length ? [word] : parts);
}

// Every word that may have to be looked up.
export function allWords(query) {
  return query.units.flatMap(({ word, parts }) => [word, ...parts]);
}
