// The manifest of one language made ready: which file holds what, synonyms and pinned answers.
import { root } from "./words.js";
import { decodeText } from "./files.js";
import { stemsOf } from "./query.js";
import { decodeShard, family } from "./shards.js";

// Names of files stand in the manifest one after the other.
const names = (text) => text.match(/.{6}/g) || [];

export function indexOf(files, manifest) {
  const pinned = new Map();
  for (const [text, document] of manifest.pinned || []) pinned.set(stemsOf(text).join(" "), document);
  return {
    files,
    manifest,
    borders: manifest.borders ? manifest.borders.split(" ") : [],
    shards: names(manifest.shards),
    blocks: names(manifest.blocks),
    synonyms: synonymsOf(manifest),
    pinned,
    arrays: null,
  };
}

// What a word or phrase, as stems, means besides itself: lists of stems.
function synonymsOf(manifest) {
  const synonyms = new Map();
  const mean = (from, to) => {
    const key = stemsOf(from).join(" ");
    synonyms.set(key, [...synonyms.get(key) || [], stemsOf(to)]);
  };
  for (const group of manifest.synonyms || []) {
    for (const one of group) for (const other of group) if (other !== one) mean(one, other);
  }
  for (const [from, others] of manifest.oneWay || []) for (const other of others) mean(from, other);
  return synonyms;
}

// The number of the shard that a root key falls in.
export function shardOf(index, key) {
  let low = 0;
  let high = index.borders.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (index.borders[middle] <= key) low = middle + 1;
    else high = middle;
  }
  return low;
}

// A shard that could not be loaded is empty.
export function openShard(index, number) {
  return index.files.opened.get(index.shards[number]) || { terms: [], aliases: [] };
}

export function shardWants(index, numbers) {
  return numbers.map((number) => [index.shards[number], decodeShard]);
}

// The term of a stem, if its shard is open and has it.
export function termOf(index, base) {
  const key = root(base);
  return family(openShard(index, shardOf(index, key)), key).find((term) => term.stem === base);
}

// The vocabulary files of words with the first letter of a form, or those of all others.
export function vocabularyWants(index, form, isOther) {
  return (index.manifest.vocabulary || [])
    .filter(([letters]) => letters.includes(form[0]) !== isOther)
    .map(([, name]) => [name, decodeVocabulary]);
}

// What these files hold: for each a list of { form, weight }.
export function vocabulary(index, form, isOther) {
  return vocabularyWants(index, form, isOther).map(([name]) => index.files.opened.get(name) || []);
}

// Lines of a form and a digit, how often it occurs.
function decodeVocabulary(bytes) {
  const lines = decodeText(bytes).split("\n");
  return lines.map((line) => ({ form: line.slice(0, -1), weight: Number(line.slice(-1)) }));
}
