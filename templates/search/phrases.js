// Phrases in quotes: whether an article says them, only its text can tell. Loaded when needed.
import { stem, units } from "./words.js";
import { textsOf } from "./excerpts.js";
import { recordOf } from "./results.js";

const QUOTES = "\"\"«»“”„“";

const wordsIn = (text) => units(text).flatMap(({ parts }) => parts);

// The documents that say all the phrases of a text, in the same forms if any does, else in others;
// null if none does.
export async function withPhrases(index, found, text, job) {
  const phrases = phrasesOf(text).map(wordsIn).filter(({ length }) => length);
  const texts = await textsOf(index, found.map(({ document }) => document), job);
  const said = found.map(({ document }, at) => {
    const record = texts[at] && recordOf(index, document);
    return record ? [record.title, ...record.headings.flat(), ...texts[at]].map(wordsIn) : [];
  });
  for (const same of [(word) => word, stem]) {
    const wanted = phrases.map((phrase) => phrase.map(same));
    const kept = found.filter((_, at) => {
      const all = said[at].map((words) => words.map(same));
      return wanted.every((phrase) => all.some((words) => holds(words, phrase)));
    });
    if (kept.length) return kept;
  }
  return null;
}

// A quote that nothing closes is none.
function phrasesOf(text) {
  const phrases = [];
  for (let at = 0; at < text.length; at += 1) {
    const quote = QUOTES.indexOf(text[at]);
    const end = quote >= 0 && quote % 2 === 0 ? text.indexOf(QUOTES[quote + 1], at + 1) : -1;
    if (end < 0) continue;
    phrases.push(text.slice(at + 1, end));
    at = end;
  }
  return phrases;
}

function holds(words, phrase) {
  return words.some((_, from) => phrase.every((word, at) => words[from + at] === word));
}
