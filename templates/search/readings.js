// What the reader meant by words that the index does not know: the text in the other keyboard
// layout, or in the other alphabet; then the nearest words that the site has. Loaded when needed.
import { toCyrillicLayout, toLatinLayout, transliterated } from "./keyboard.js";
import { stem } from "./words.js";
import { edits } from "./edits.js";
import { openFiles } from "./files.js";
import { openShard, vocabulary, vocabularyWants } from "./index.js";
import { newWord, readQuery, wordsOf } from "./query.js";
import { entriesOf } from "./shards.js";
import { BY_PREFIX, BY_ROOT, add, gather } from "./terms.js";
import { isUnsure, unknown } from "./understand.js";

// By the number of edits; the same sound in another alphabet is none, nor is another ending.
const NEAR_FACTORS = [0.9, 0.6, 0.45];
const UNSURE_FACTOR = 0.4;
// Another ending comes after the same sound, and a slip in half a word after all others.
const ENDING = 0.1;
const NEAR_BEGINNING = 2.5;
const AS_TYPED = 0.1;
const MUCH_BETTER = 0.35;
const ENOUGH = 0.99;
const MOST_PIECES = 31;
const MOST_INSTEAD = 3;
const LEAST_HALF = 4;
// In shorter words two edits make most words of most others.
const LONG = 9;

const asTyped = (text) => text;

// The query that a text is best read as.
export async function reread(index, typed, job) {
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
  return split(index, query, job);
}

// Looks for near words where no file must be loaded for it.
function findNear(index, query, way) {
  for (const word of [...unknown(query, 4), ...wordsOf(query).filter(isUnsure)]) {
    word.instead = near(word, ownEntries(index, word), 1, way);
  }
}

function ownEntries(index, { shards }) {
  return shards.map((number) => entriesOf(openShard(index, number)));
}

// Each piece between spaces is read as typed and in other ways, until one makes all of it known. The
// way that makes most of the text known is taken, but for pieces that another makes much better known.
async function otherReading(index, typed, isLatin, job) {
  const pieces = typed.text.split(/(\s+)/, MOST_PIECES);
  const ways = [asTyped, ...isLatin ? latinWays(typed.text) : [toLatinLayout]];
  const readings = [];
  const worths = [];
  let best = 0;
  for (const [at, way] of ways.entries()) {
    const reading = pieces.map((piece, number) => readAs(way, way(piece), number < pieces.length - 1));
    await gather(index, reading, job, []);
    for (const query of reading) findNear(index, query, way);
    readings.push(reading);
    worths.push(worthOf(reading));
    // Only what is really known speaks against the text as typed, unless nothing speaks for it.
    const isReal = worths[at].known > worths[0].known || !worths[0].all;
    if (isReal && worths[at].all > worths[best].all + (best ? 0 : AS_TYPED)) best = at;
    if (worths[best].known > ENOUGH) break;
  }
  const text = pieces.map((piece, at) => {
    let query = readings[best][at];
    for (const reading of readings) {
      const isBetter = worthOf([reading[at]]).all > worthOf([query]).all + MUCH_BETTER;
      if (isBetter && piece.length > 1) query = reading[at];
    }
    return query.text;
  }).join("");
  if (text === pieces.join("")) return typed;
  const query = readAs(ways[best], text);
  query.corrected = text;
  await gather(index, [query], job, []);
  findNear(index, query, ways[best]);
  for (const word of ways[best] === transliterated ? wordsOf(query) : []) {
    // «парол» is shown as the site writes it.
    if (!word.level || word.isForm) continue;
    word.used = near(word, ownEntries(index, word), 0, transliterated)[0]?.form;
  }
  return query;
}

function readAs(way, text, isWhole) {
  const query = readQuery(text, isWhole);
  for (const { word } of query.units) word.isSpelt = way === transliterated;
  return query;
}

// Russian in Latin letters has as many vowels as Russian; what is typed in the wrong layout has few.
function latinWays(text) {
  const letters = text.match(/[a-z]/gi).length;
  const vowels = text.match(/[aeiouy]/gi)?.length || 0;
  return vowels * 4 > letters ? [transliterated, toCyrillicLayout] : [toCyrillicLayout, transliterated];
}

// The share of the letters in words that are known, and with those that nearly are.
function worthOf(queries) {
  let letters = 0;
  let known = 0;
  let all = 0;
  for (const { form, level, isCommon, instead } of queries.flatMap(wordsOf)) {
    letters += form.length;
    if (level || isCommon) known += form.length * (level === BY_PREFIX ? 0.6 : 1);
    else if (instead[0]?.edits >= 1) all += form.length * 0.5;
    else if (instead.length) known += form.length * 0.9;
  }
  letters ||= 1;
  return { known: known / letters, all: (known + all) / letters };
}

// The best forms of lists of entries ({ form, weight }) that are as near as `limit` edits, one for
// each stem.
function near(word, lists, limit, way) {
  const isSound = way === transliterated;
  const found = [];
  for (const { form, weight } of lists.flat()) {
    let count = edits(word.form, form, isSound ? 2 : limit);
    const isSame = isSound && count < 3 && soundOf(form) === soundOf(word.form);
    // Another ending is no slip: the stems of one word may differ.
    const isEnding = !isSame && count === 1 && form.startsWith(word.form.slice(0, -1));
    if (isSame) count = 0;
    else if (isEnding && limit) count = ENDING;
    else if (count > limit) {
      if (limit < 2 || !word.isPrefix || !beginsNear(form, word.form)) continue;
      count = NEAR_BEGINNING;
    }
    if (count === 2 && form.length < LONG) continue;
    found.push({ form, edits: count, weight, isAlike: form[0] === word.form[0], isEnding });
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
// the same first letter, with any if no word is known, then with two edits.
async function spell(index, query, job) {
  let lost = unknown(query, 4);
  const isHopeless = wordsOf(query).every(({ level, instead }) => !level && !instead.length);
  for (const isOther of isHopeless ? [false, true] : [false]) {
    lost = lost.filter(({ instead }) => !instead.length);
    const wants = lost.flatMap(({ form }) => vocabularyWants(index, form, isOther));
    await openFiles(index.files, wants, job);
    for (const word of lost) word.instead = near(word, vocabulary(index, word.form, isOther), 1);
  }
  for (const word of lost) {
    if (word.instead.length || word.form.length < LONG - 2) continue;
    const lists = [...ownEntries(index, word), ...vocabulary(index, word.form, false)];
    word.instead = near(word, lists, 2);
  }
}

// Puts the terms of the forms that were found in the place of unknown words.
async function replace(index, query, job) {
  const pairs = wordsOf(query).flatMap((word) => {
    return word.instead.map((one) => ({ word, one, known: newWord(one.form, false) }));
  });
  await gather(index, [{ units: pairs.map(({ known }) => ({ word: known, parts: [] })) }], job, []);
  for (const { word, one, known } of pairs) {
    // What is known by its root is meant rather than what is near.
    const own = word.used || !word.level ? NEAR_FACTORS[Math.floor(one.edits)] : UNSURE_FACTOR;
    if (!word.level) word.used = one.isEnding ? word.form : one.form;
    for (const [term, factor] of known.candidates) add(word, term, own * factor, BY_ROOT);
  }
  const text = rewritten(query);
  if (text !== query.text) query.corrected = text;
}

// What is still unknown may be two words without a space between them.
async function split(index, query, job) {
  const known = async (forms) => {
    const units = forms.map((form) => ({ word: newWord(form, false), parts: [] }));
    await gather(index, [{ units }], job, []);
    return units.map(({ word }) => word.isForm);
  };
  for (const word of unknown(query, 2 * LEAST_HALF)) {
    const { form } = word;
    const heads = [];
    for (let end = form.length - LEAST_HALF; end >= LEAST_HALF; end -= 1) heads.push(form.slice(0, end));
    const areHeads = await known(heads);
    const likely = heads.filter((_, at) => areHeads[at]);
    const areTails = await known(likely.map((head) => form.slice(head.length)));
    const head = likely.find((_, at) => areTails[at]);
    if (head) word.used = `${head} ${form.slice(head.length)}`;
  }
  const text = rewritten(query);
  if (text === (query.corrected || query.text)) return query;
  const halves = { ...readQuery(text), corrected: text };
  await gather(index, [halves], job, []);
  return halves;
}

// The text with the forms in it that were used for its words.
function rewritten(query) {
  let text = "";
  let end = 0;
  for (const unit of query.units) {
    const words = unit.parts.some(({ used }) => used) ? unit.parts : [unit.word];
    if (!words.some(({ used, form }) => used && used !== form)) continue;
    text += query.text.slice(end, unit.start) + words.map(({ used, form }) => used || form).join("-");
    end = unit.end;
  }
  return text + query.text.slice(end);
}
