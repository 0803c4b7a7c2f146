// What the reader meant: the text as typed, in the other keyboard layout, or in the other alphabet;
// then the words that are still unknown, each as the nearest words that the site knows.
import { toCyrillicLayout, toLatinLayout, transliterated } from "./keyboard.js";
import { stem } from "./words.js";
import { edits } from "./edits.js";
import { openFiles } from "./files.js";
import { openShard, vocabularyWants } from "./index.js";
import { allWords, newWord, readQuery, wordsOf } from "./query.js";
import { formsOf } from "./shards.js";
import { BY_PREFIX, BY_ROOT, gather } from "./terms.js";

const ONE_EDIT = 0.6;
const TWO_EDITS = 0.45;
const SAME_SOUND = 0.9;
const AS_TYPED = 0.1;
const PART_FACTOR = 0.4;
const MOST_INSTEAD = 3;

// The query that a text is best read as. `others` are files to load in the first step.
export async function understand(index, text, isExact, job, others) {
  let query = readQuery(text);
  await gather(index, [query], job, others);
  if (isExact || !unknown(query, 2).length) return settled(query);
  for (const word of unknown(query, 4)) word.instead = nearForms(index, word, 1);
  // A Russian typo is not looked for among English words.
  const isLatin = /[a-z]/i.test(text);
  if (isLatin || unknown(query, 2).some((word) => !word.instead.length)) {
    query = await otherReading(index, query, isLatin, job);
  }
  await spell(index, query, job);
  await replace(index, query, job);
  return settled(query);
}

// Words that the index does not know and that may be mistyped. A number is meant as it is.
function unknown(query, least) {
  return wordsOf(query).filter((word) => {
    return !word.level && !word.isStop && word.form.length >= least && !/[0-9.+#]/.test(word.form);
  });
}

async function otherReading(index, typed, isLatin, job) {
  const ways = isLatin ? [toCyrillicLayout, transliterated] : [toLatinLayout];
  const queries = ways.map((way) => ({ ...readQuery(way(typed.text)), way }));
  await gather(index, queries, job);
  let best = typed;
  const [known, worth] = worthOf(typed);
  let most = worth + AS_TYPED;
  for (const query of queries) {
    for (const word of unknown(query, 4)) word.instead = nearForms(index, word, 1, query.way);
    const [itsKnown, itsWorth] = worthOf(query);
    // Only what is really known speaks for another reading, unless nothing speaks for this one.
    if (itsWorth > most && (itsKnown > known || !worth)) [best, most] = [query, itsWorth];
  }
  if (best !== typed) {
    best.corrected = best.text;
    return best;
  }
  return await mixedReading(index, typed, ways, job);
}

// The share of a query's letters in words that are known, and that with those that nearly are.
function worthOf(query) {
  let letters = 0;
  let known = 0;
  let near = 0;
  for (const word of wordsOf(query)) {
    letters += word.form.length;
    if (word.level || word.isStop) known += word.form.length;
    else if (word.instead.length) near += word.form.length * (word.instead[0].edits ? 0.5 : 0.9);
  }
  return letters ? [known / letters, (known + near) / letters] : [0, 0];
}

// Single words of a text in another layout: each piece between spaces is read for itself.
async function mixedReading(index, typed, ways, job) {
  const lost = unknown(typed, 2);
  if (!/\s/.test(typed.text) || !lost.length) return typed;
  const pieces = typed.text.split(/(\s+)/);
  let isChanged = false;
  for (let at = 0; at < pieces.length; at += 2) {
    const own = readQuery(pieces[at]);
    if (!allWords(own).some(({ form }) => lost.some((word) => word.form === form))) continue;
    const readings = ways.map((way) => readQuery(way(pieces[at])));
    await gather(index, readings, job);
    const right = readings.find((query) => query.units.length && !unknown(query, 1).length);
    if (!right) continue;
    pieces[at] = right.text;
    isChanged = true;
  }
  if (!isChanged) return typed;
  const query = readQuery(pieces.join(""));
  await gather(index, [query], job);
  for (const word of unknown(query, 4)) word.instead = nearForms(index, word, 1);
  query.corrected = query.text;
  return query;
}

// Forms in the word's own shards that are as near as `limit` edits, the best of each stem.
function nearForms(index, word, limit, way) {
  const found = [];
  for (const number of word.shards) {
    for (const term of openShard(index, number)?.terms || []) {
      for (const form of formsOf(term)) addNear(found, word, form, term.df, limit, way);
    }
  }
  return nearest(found);
}

function addNear(found, word, form, weight, limit, way) {
  const count = edits(word.form, form, way === transliterated ? 2 : limit);
  if (count <= limit) found.push({ form, edits: count, weight, isAlike: form[0] === word.form[0] });
  else if (count === 2 && soundOf(form) === soundOf(word.form)) {
    found.push({ form, edits: 0, weight, isAlike: true });
  }
}

// Signs that Latin letters do not tell.
function soundOf(form) {
  return form.replace(/[ьъ]/g, "").replace(/[ый]/g, "и").replace(/э/g, "е");
}

function nearest(found) {
  found.sort((a, b) => a.edits - b.edits || b.isAlike - a.isAlike || b.weight - a.weight
    || (a.form < b.form ? -1 : 1));
  const stems = new Set();
  return found.filter(({ form, edits: count }) => {
    const isNew = !stems.has(stem(form)) && count === found[0].edits;
    stems.add(stem(form));
    return isNew && stems.size <= MOST_INSTEAD;
  });
}

// Words that nothing near was found for are looked for in the vocabulary of the whole site: with
// the same first letter, then with any, then with two edits.
async function spell(index, query, job) {
  let lost = unknown(query, 4).filter((word) => !word.instead.length);
  for (const isOther of [false, true]) {
    const wants = lost.flatMap((word) => vocabularyWants(index, word.form[0], isOther));
    await openFiles(index.files, wants, job);
    for (const word of lost) {
      word.instead = nearest(nearInVocabulary(index, word, 1, isOther));
    }
    lost = lost.filter((word) => !word.instead.length);
  }
  for (const word of lost) {
    if (word.form.length < (/[a-z]/.test(word.form) ? 8 : 6)) continue;
    const own = nearForms(index, word, 2);
    word.instead = own.length ? own : nearest(nearInVocabulary(index, word, 2, false));
    if (!word.instead.length) word.instead = nearest(nearInVocabulary(index, word, 2, true));
  }
  for (const word of lost) {
    if (word.isPrefix && !word.instead.length) word.instead = nearBeginnings(index, word);
  }
}

function nearInVocabulary(index, word, limit, isOther) {
  const found = [];
  for (const [name] of vocabularyWants(index, word.form[0], isOther)) {
    for (const { form, weight } of index.files.opened.get(name) || []) {
      addNear(found, word, form, weight, limit);
    }
  }
  return found;
}

// Forms whose beginning is one edit from a half-typed word.
function nearBeginnings(index, word) {
  const found = [];
  const { length } = word.form;
  for (const number of word.shards) {
    for (const term of openShard(index, number)?.terms || []) {
      for (const form of formsOf(term)) {
        if (form.length <= length) continue;
        const isNear = [length, length + 1, length - 1]
          .some((end) => edits(word.form, form.slice(0, end), 1) < 2);
        if (isNear) found.push({ form, edits: 2, weight: term.df, isAlike: form[0] === word.form[0] });
      }
    }
  }
  return nearest(found);
}

// Puts the terms of the forms that were found in the place of unknown words.
async function replace(index, query, job) {
  const lost = wordsOf(query).filter((word) => !word.level && word.instead.length);
  if (!lost.length) return;
  const forms = lost.flatMap((word) => word.instead.map((near) => ({ near, word, known: newWord(near.form, false) })));
  const units = forms.map(({ known }) => ({ start: 0, end: 0, word: known, parts: [] }));
  await gather(index, [{ units }], job);
  for (const { near, word, known } of forms) {
    const factor = near.edits === 2 ? TWO_EDITS : near.edits ? ONE_EDIT : SAME_SOUND;
    for (const [term, share] of known.candidates) {
      const value = factor * share;
      if (value > (word.candidates.get(term) || 0)) word.candidates.set(term, value);
    }
    if (known.level) word.level = BY_ROOT;
    word.used ||= near.form;
  }
  query.corrected = rewritten(query);
}

// The text with the words that were used in it.
function rewritten(query) {
  let text = "";
  let end = 0;
  for (const unit of query.units) {
    const words = unit.word.level || !unit.parts.length ? [unit.word] : unit.parts;
    if (!words.some((word) => word.used)) continue;
    text += query.text.slice(end, unit.start) + words.map((word) => word.used || word.form).join("-");
    end = unit.end;
  }
  return text + query.text.slice(end);
}

// The words to rank by. Of a word that is known as a whole, its parts count a little.
function settled(query) {
  query.words = wordsOf(query);
  for (const { word, parts } of query.units) {
    if (!word.level) continue;
    for (const part of parts) {
      for (const [term, factor] of part.candidates) {
        if (part.level > BY_PREFIX && !word.candidates.has(term)) {
          word.candidates.set(term, PART_FACTOR * factor);
        }
      }
    }
  }
  return query;
}
