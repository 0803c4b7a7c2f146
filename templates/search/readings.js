// What the reader meant: the text as typed, in the other keyboard layout, or in the other alphabet;
// then the words that are still unknown, each as the nearest words that the site knows.
import { toCyrillicLayout, toLatinLayout, transliterated } from "./keyboard.js";
import { stem } from "./words.js";
import { edits } from "./edits.js";
import { openFiles } from "./files.js";
import { openShard, vocabularyWants } from "./index.js";
import { newWord, readQuery, wordsOf } from "./query.js";
import { entriesOf } from "./shards.js";
import { BY_PREFIX, BY_ROOT, add, gather } from "./terms.js";
import { isUnsure, unknown } from "./understand.js";

// By the number of edits; the same sound in another alphabet is none.
const NEAR_FACTORS = [0.9, 0.6, 0.45];
const AS_TYPED = 0.1;
const MUCH_BETTER = 0.3;
const MOST_PIECES = 31;
const MOST_INSTEAD = 3;

const asTyped = (text) => text;

// The query that words which the index does not know are best read as.
export async function corrected(index, typed, job) {
  let query = typed;
  findNear(index, query);
  const lost = unknown(query, 2);
  // A Russian typo is not looked for among English words.
  const isLatin = /[a-z]/i.test(query.text);
  if (isLatin ? lost.length : lost.some((word) => !word.instead.length)) {
    query = await otherReading(index, query, isLatin, job);
  }
  await spell(index, query, job);
  await replace(index, query, job);
  return query;
}

// Looks near words up where no file must be loaded for it; near those too whose root alone is known,
// in no form that was seen.
function findNear(index, query, way) {
  const unsure = wordsOf(query).filter(isUnsure);
  for (const word of [...unknown(query, 4), ...unsure]) {
    word.instead = near(word, ownEntries(index, word), 1, way);
  }
}

function ownEntries(index, word) {
  return word.shards.map((number) => openShard(index, number)).filter(Boolean).map(entriesOf);
}

// Each piece between spaces is read as typed and in the other ways. The way that makes most of the
// text known is taken, but for pieces that another makes much better known.
async function otherReading(index, typed, isLatin, job) {
  const pieces = typed.text.split(/(\s+)/, MOST_PIECES);
  const ways = [asTyped, ...isLatin ? [toCyrillicLayout, transliterated] : [toLatinLayout]];
  const readings = ways.map((way) => {
    return pieces.map((piece, at) => readQuery(way(piece), at < pieces.length - 1));
  });
  await gather(index, readings.flat(), job);
  readings.forEach((reading, at) => reading.forEach((query) => findNear(index, query, ways[at])));
  const worths = readings.map((reading) => worthOf(reading));
  let best = 0;
  for (let at = 1; at < ways.length; at += 1) {
    const isReal = worths[at].known > worths[0].known || !worths[0].all;
    if (isReal && worths[at].all > worths[best].all + (best ? 0 : AS_TYPED)) best = at;
  }
  const text = pieces.map((piece, at) => {
    let query = readings[best][at];
    for (const reading of readings) {
      if (worthOf([reading[at]]).all > worthOf([query]).all + MUCH_BETTER) query = reading[at];
    }
    return query.text;
  }).join("");
  if (text === pieces.join("")) return typed;
  const query = readQuery(text);
  query.corrected = text;
  await gather(index, [query], job);
  findNear(index, query, ways[best]);
  return query;
}

// The share of the letters in words that are known, and with those that nearly are.
function worthOf(queries) {
  let letters = 0;
  let known = 0;
  let all = 0;
  for (const word of queries.flatMap(wordsOf)) {
    const { length } = word.form;
    letters += length;
    if (word.level > BY_PREFIX || word.isStop) known += length;
    else if (word.level) known += length * 0.6;
    else if (word.instead.length) all += length * (word.instead[0].edits ? 0.5 : 0.9);
  }
  return { known: known / (letters || 1), all: (known + all) / (letters || 1) };
}

// The best forms of lists of entries ({ form, weight }) that are as near as `limit` edits, one for
// each stem.
function near(word, lists, limit, way) {
  const found = [];
  const isSound = way === transliterated;
  for (const entries of lists) {
    for (const { form, weight } of entries) {
      let count = edits(word.form, form, isSound ? 2 : limit);
      if (isSound && count === 2 && soundOf(form) === soundOf(word.form)) count = 0;
      else if (count > limit) {
        if (limit < 2 || !word.isPrefix || !beginsNear(form, word.form)) continue;
        count = 2.5;
      }
      found.push({ form, edits: count, weight, isAlike: form[0] === word.form[0] });
    }
  }
  found.sort((a, b) => a.edits - b.edits || b.isAlike - a.isAlike || b.weight - a.weight
    || (a.form < b.form ? -1 : 1));
  const stems = new Set();
  return found.filter(({ form, edits: count }) => {
    const isNew = !stems.has(stem(form)) && count === found[0].edits;
    stems.add(stem(form));
    return isNew && stems.size <= MOST_INSTEAD;
  });
}

// Signs that Latin letters do not tell.
function soundOf(form) {
  return form.replace(/[ьъ]/g, "").replace(/[ый]/g, "и").replace(/э/g, "е");
}

function beginsNear(form, typed) {
  return [-1, 0, 1].some((more) => edits(typed, form.slice(0, typed.length + more), 1) < 2);
}

// Words that nothing near was found for are looked for in the vocabulary of the whole site: with
// the same first letter, then with any, then with two edits.
async function spell(index, query, job) {
  let lost = unknown(query, 4);
  for (const isOther of [false, true]) {
    lost = lost.filter((word) => !word.instead.length);
    await openFiles(index.files, lost.flatMap((word) => vocabularyWants(index, word.form[0], isOther)), job);
    for (const word of lost) word.instead = near(word, vocabulary(index, word, isOther), 1);
  }
  for (const word of lost) {
    if (word.instead.length || word.form.length < (/[a-z]/.test(word.form) ? 8 : 6)) continue;
    const entries = [...ownEntries(index, word), ...vocabulary(index, word, false)];
    word.instead = near(word, entries, 2);
    if (!word.instead.length) word.instead = near(word, vocabulary(index, word, true), 2);
  }
}

function vocabulary(index, word, isOther) {
  return vocabularyWants(index, word.form[0], isOther)
    .map(([name]) => index.files.opened.get(name) || []);
}

// Puts the terms of the forms that were found beside those of the words.
async function replace(index, query, job) {
  const pairs = wordsOf(query).flatMap((word) => {
    return word.instead.map((one) => ({ word, one, known: newWord(one.form, false) }));
  });
  await gather(index, [{ units: pairs.map(({ known }) => ({ word: known, parts: [] })) }], job);
  for (const { word, one, known } of pairs) {
    if (!word.level) word.used = one.form;
    for (const [term, factor] of known.candidates) {
      add(word, term, NEAR_FACTORS[Math.floor(one.edits)] * factor, BY_ROOT);
    }
  }
  if (query.units.some((unit) => spoken(unit).some(({ used }) => used))) query.corrected = rewritten(query);
}

const spoken = (unit) => wordsOf({ units: [unit] });

// The text with the words that were used in it.
function rewritten(query) {
  let text = "";
  let end = 0;
  for (const unit of query.units) {
    const words = spoken(unit);
    if (!words.some(({ used }) => used)) continue;
    text += query.text.slice(end, unit.start) + words.map((word) => word.used || word.form).join("-");
    end = unit.end;
  }
  return text + query.text.slice(end);
}
