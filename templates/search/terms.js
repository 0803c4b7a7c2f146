// A word → the terms of the index that it may mean: by stem, by root, as the beginning of a form,
// through an alias or a synonym.
import { root, stem } from "./words.js";
import { openFiles } from "./files.js";
import { openShard, shardOf, shardWants, termOf, vocabulary, vocabularyWants } from "./index.js";
import { family, formsOf, placeOf } from "./shards.js";

// How well a word is known.
export const BY_PREFIX = 1;
export const BY_ROOT = 2;
export const BY_STEM = 3;

const ROOT_FACTOR = 0.55;
const BARE_FACTOR = 0.5;
const HALF_FACTOR = 0.6;
const ALIAS_FACTOR = 0.9;
const SYNONYM_FACTOR = 0.8;
// A prefix that falls into more shards is looked up in the vocabulary instead.
const MOST_SHARDS = 5;
const MOST_COMPLETIONS = 6;
const LONGEST_SYNONYM = 4;

export function add(word, term, factor, level) {
  if (factor > (word.candidates.get(term) || 0)) word.candidates.set(term, factor);
  if (level > word.level) word.level = level;
}

// Loads what the words of the queries need, `others` with it, and looks all of them up.
export async function gather(index, queries, job, others) {
  const words = queries.flatMap(({ units }) => units.flatMap(({ word, parts }) => [word, ...parts]));
  const wide = words.filter((word) => !reach(index, word));
  const meanings = queries.flatMap((query) => synonymsIn(index, query));
  await openFiles(index.files, [
    ...others,
    ...words.flatMap(({ shards }) => shardWants(index, shards)),
    ...wide.flatMap(({ form }) => vocabularyWants(index, form, false)),
    ...meanings.flatMap(({ stems }) => wantsOfStems(index, stems)),
  ], job);
  // What only the first files tell: completions, and what an alias stands for.
  for (const word of wide) word.shards.push(...completionShards(index, word));
  await openFiles(index.files, words.flatMap((word) => {
    return [...shardWants(index, word.shards), ...wantsOfStems(index, aliasesOf(index, word))];
  }), job);
  for (const word of words) lookUp(index, word);
  for (const meaning of meanings) addSynonym(index, meaning);
}

function wantsOfStems(index, stems) {
  return shardWants(index, stems.map((base) => shardOf(index, root(base))));
}

// Notes the shards that a word falls in, those of its completions with them unless they are many.
function reach(index, word) {
  const own = shardOf(index, word.root);
  word.shards = [own];
  if (word.bare) word.shards.push(shardOf(index, word.bare));
  // A soft sign that Latin letters do not tell may end in a shorter root: «sozdat».
  if (word.isSpelt && shardOf(index, word.root.slice(0, 4)) < own) word.shards.push(own - 1);
  if (!word.isPrefix) return true;
  const from = Math.min(own, shardOf(index, word.form));
  const to = Math.max(own, shardOf(index, word.form + "\uffff"));
  if (to - from >= MOST_SHARDS) return false;
  for (let at = from; at <= to; at += 1) if (!word.shards.includes(at)) word.shards.push(at);
  return true;
}

// The shards of the most frequent words that begin like this one.
function completionShards(index, word) {
  const found = vocabulary(index, word.form, false).flat()
    .filter(({ form }) => form.startsWith(word.form));
  found.sort((a, b) => b.weight - a.weight || (a.form < b.form ? -1 : 1));
  const numbers = found.slice(0, MOST_COMPLETIONS).map(({ form }) => shardOf(index, root(stem(form))));
  return [...new Set(numbers)].filter((number) => number !== word.shards[0]).slice(0, MOST_SHARDS);
}

// The Latin stems that a Cyrillic word sounds like, unless it was typed in Latin letters itself.
function aliasesOf(index, word) {
  const { aliases } = openShard(index, shardOf(index, word.root));
  const own = aliases.filter(([name]) => !word.isSpelt && name === word.stem);
  return own.map(([, target]) => target);
}

function lookUp(index, word) {
  word.candidates.clear();
  word.level = 0;
  const known = family(openShard(index, shardOf(index, word.root)), word.root);
  for (const term of known) {
    if (term.stem === word.stem) add(word, term, 1, BY_STEM);
    else add(word, term, ROOT_FACTOR, BY_ROOT);
  }
  for (const term of word.bare ? family(openShard(index, shardOf(index, word.bare)), word.bare) : []) {
    add(word, term, BARE_FACTOR, BY_ROOT);
  }
  word.isForm = known.some((term) => formsOf(term).includes(word.form));
  for (const base of aliasesOf(index, word)) {
    const term = termOf(index, base);
    if (term) add(word, term, ALIAS_FACTOR, BY_STEM);
  }
  if (word.isPrefix) addCompletions(index, word);
}

// The more of its shortest form is typed, the likelier a term is meant. Half a word may have the
// stem of another, rare one; so unless it is a form itself, stems count little more.
function addCompletions(index, word) {
  const { candidates, level } = word;
  word.candidates = new Map();
  word.level = 0;
  for (const term of word.shards.flatMap((number) => openShard(index, number).terms)) {
    const forms = formsOf(term).filter((form) => form.startsWith(word.form));
    if (!forms.length) continue;
    const shortest = Math.min(...forms.map((form) => form.length));
    add(word, term, 0.1 + 0.5 * word.form.length / shortest, BY_PREFIX);
  }
  const isHalf = word.level && !word.isForm;
  for (const [term, factor] of candidates) {
    add(word, term, isHalf ? factor * HALF_FACTOR : factor, isHalf ? 0 : level);
  }
}

// What words of a query mean besides themselves: { words, stems }.
function synonymsIn(index, { units }) {
  const words = units.map(({ word }) => word);
  const found = [];
  for (let from = 0; index.synonyms.size && from < words.length; from += 1) {
    for (let count = 1; count <= LONGEST_SYNONYM && from + count <= words.length; count += 1) {
      const some = words.slice(from, from + count);
      const meanings = index.synonyms.get(some.map((word) => word.stem).join(" ")) || [];
      for (const stems of meanings) found.push({ words: some, stems });
    }
  }
  return found;
}

function addSynonym(index, { words, stems }) {
  const terms = stems.map((base) => termOf(index, base));
  if (!terms.length || !terms.every(Boolean)) return;
  const term = terms.length > 1 ? together(terms) : terms[0];
  for (const word of words) add(word, term, SYNONYM_FACTOR, BY_STEM);
}

// A term made of several: the documents that hold all of them, each as the weakest does.
function together(parts) {
  const shard = { docs: [], impacts: [], masks: [] };
  const [first] = parts;
  for (let at = first.from; at < first.to; at += 1) {
    const document = first.shard.docs[at];
    const places = parts.map((term) => placeOf(term, document));
    if (places.includes(-1)) continue;
    const of = (column) => parts.map((term, number) => term.shard[column][places[number]]);
    shard.docs.push(document);
    shard.impacts.push(Math.min(...of("impacts")));
    shard.masks.push(of("masks").reduce((a, b) => a & b || a | b));
  }
  const count = shard.docs.length;
  return { stem: "", parts, shard, df: count, from: 0, to: count, titles: -1 };
}
