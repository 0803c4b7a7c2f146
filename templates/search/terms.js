// A word → the terms of the index that it may mean: by stem, by root, as the beginning of a form,
// through an alias or a synonym.
import { root, stem } from "./words.js";
import { openFiles } from "./files.js";
import { openShard, shardOf, shardWants, termOf, vocabularyWants } from "./index.js";
import { allWords } from "./query.js";
import { family, formsOf, placeOf } from "./shards.js";

// How well a word is known.
export const BY_PREFIX = 1;
export const BY_ROOT = 2;
export const BY_STEM = 3;

const ROOT_FACTOR = 0.55;
const HALF_FACTOR = 0.6;
const ALIAS_FACTOR = 0.9;
const SYNONYM_FACTOR = 0.8;
// A prefix that falls into more shards is looked up in the vocabulary instead.
const MOST_SHARDS = 4;
const MOST_COMPLETIONS = 6;
const LONGEST_SYNONYM = 4;

// Where the forms lie that a half-typed word begins: the first and the last shard.
function reachOf(index, word) {
  const own = shardOf(index, word.root);
  if (!word.isPrefix) return [own, own];
  const from = Math.min(own, shardOf(index, word.form));
  return [from, Math.max(own, shardOf(index, word.form + "\uffff"))];
}

// Loads what the words of the queries need, `others` with it, and looks all of them up.
export async function gather(index, queries, job, others = []) {
  const words = queries.flatMap(allWords);
  const wants = [...others];
  const wide = [];
  for (const word of words) {
    const [from, to] = reachOf(index, word);
    word.shards = [];
    if (to - from < MOST_SHARDS) for (let at = from; at <= to; at += 1) word.shards.push(at);
    else {
      word.shards.push(shardOf(index, word.root));
      wide.push(word);
      wants.push(...vocabularyWants(index, word.form[0], false));
    }
    wants.push(...shardWants(index, word.shards));
  }
  const meanings = queries.flatMap((query) => synonymsIn(index, query));
  for (const { stems } of meanings) wants.push(...wantsOfStems(index, stems));
  const came = await openFiles(index.files, wants, job);
  // What only the first files tell: completions, and what an alias stands for.
  const more = [];
  for (const word of wide) {
    for (const number of completionShards(index, word)) {
      if (!word.shards.includes(number)) word.shards.push(number);
    }
    more.push(...shardWants(index, word.shards));
  }
  for (const word of words) more.push(...wantsOfStems(index, aliasesOf(index, word)));
  await openFiles(index.files, more, job);
  for (const word of words) lookUp(index, word);
  for (const meaning of meanings) addSynonym(index, meaning);
  return came;
}

function wantsOfStems(index, stems) {
  return shardWants(index, stems.map((base) => shardOf(index, root(base))));
}

// The shards of the most frequent words that begin like this one.
function completionShards(index, word) {
  const files = vocabularyWants(index, word.form[0], false)
    .map(([name]) => index.files.opened.get(name) || []);
  const found = files.flat().filter(({ form }) => form.startsWith(word.form));
  found.sort((a, b) => b.weight - a.weight);
  const numbers = found.slice(0, MOST_COMPLETIONS).map(({ form }) => shardOf(index, root(stem(form))));
  return [...new Set(numbers)].slice(0, MOST_SHARDS);
}

// The Latin stems that a Cyrillic word sounds like.
function aliasesOf(index, word) {
  const shard = openShard(index, shardOf(index, word.root));
  return shard ? shard.aliases.filter(([name]) => root(name) === word.root).map(([, to]) => to) : [];
}

export function add(word, term, factor, level) {
  if (factor > (word.candidates.get(term) || 0)) word.candidates.set(term, factor);
  if (level > word.level) word.level = level;
}

function lookUp(index, word) {
  word.candidates.clear();
  word.level = 0;
  const own = openShard(index, shardOf(index, word.root));
  const known = own ? family(own, word.root) : [];
  for (const term of known) {
    if (term.stem === word.stem) add(word, term, 1, BY_STEM);
    else add(word, term, ROOT_FACTOR, BY_ROOT);
  }
  word.isForm = known.some((term) => formsOf(term).includes(word.form));
  for (const base of aliasesOf(index, word)) {
    const term = termOf(index, base);
    if (term) add(word, term, ALIAS_FACTOR, BY_STEM);
  }
  if (word.isPrefix) addCompletions(index, word);
}

// The more of its shortest form is typed, the likelier a term is meant. Half a word may have the
// stem of another, rare one, so stems count as much as completions if there is no such form.
function addCompletions(index, word) {
  const whole = [...word.candidates];
  const level = word.level;
  word.level = 0;
  if (!word.isForm) word.candidates.clear();
  for (const number of word.shards) {
    for (const term of openShard(index, number)?.terms || []) {
      let shortest = 0;
      for (const form of formsOf(term)) {
        if (form.startsWith(word.form) && (!shortest || form.length < shortest)) shortest = form.length;
      }
      if (shortest) add(word, term, 0.1 + 0.5 * word.form.length / shortest, BY_PREFIX);
    }
  }
  const isHalf = word.level && !word.isForm;
  for (const [term, factor] of whole) add(word, term, isHalf ? factor * HALF_FACTOR : factor, 0);
  if (!isHalf) word.level = Math.max(level, word.level);
}

// What the words of a query mean besides themselves: { words, stems }.
function synonymsIn(index, query) {
  const found = [];
  if (!index.synonyms.size) return found;
  const words = query.units.map(({ word }) => word).filter((word) => !word.isStop);
  for (let from = 0; from < words.length; from += 1) {
    for (let to = from + 1; to <= Math.min(from + LONGEST_SYNONYM, words.length); to += 1) {
      const some = words.slice(from, to);
      const meanings = index.synonyms.get(some.map((word) => word.stem).join(" ")) || [];
      for (const stems of meanings) found.push({ words: some, stems });
    }
  }
  return found;
}

function addSynonym(index, { words, stems }) {
  const terms = stems.map((base) => termOf(index, base));
  if (!terms.length || !terms.every(Boolean)) return;
  const term = terms.length === 1 ? terms[0] : together(terms);
  for (const word of words) add(word, term, SYNONYM_FACTOR, BY_STEM);
}

// A term made of several: the documents that hold all of them, each as the weakest does.
function together(terms) {
  const shard = { docs: [], impacts: [], masks: [] };
  const [first] = terms;
  for (let at = first.from; at < first.to; at += 1) {
    const document = first.shard.docs[at];
    const places = terms.map((term) => placeOf(term, document));
    if (places.includes(-1)) continue;
    const masks = terms.map((term, number) => term.shard.masks[places[number]]);
    const all = masks.reduce((a, b) => a & b);
    shard.docs.push(document);
    shard.impacts.push(Math.min(...terms.map((term, number) => term.shard.impacts[places[number]])));
    shard.masks.push(all || masks.reduce((a, b) => a | b));
  }
  const count = shard.docs.length;
  return { stem: "", parts: terms, codes: [], forms: [], shard, df: count, from: 0, to: count };
}
