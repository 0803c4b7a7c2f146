// A term shard: the terms between two borders with their word forms and postings. Terms stand in
// the order of root key and stem, so a root's family is found by halving.
import { root } from "./words.js";
import { decodeText, numbersIn } from "./files.js";

const MOST_POSTINGS = 1024;
// From this impact on, a term is in the title.
const IN_TITLE = 16;

export const isOfTitle = (impact) => impact >= IN_TITLE;

export function decodeShard(bytes) {
  const numbers = numbersIn(bytes);
  const size = numbers.next();
  const lines = decodeText(bytes.subarray(numbers.place, numbers.place + size)).split("\n");
  numbers.place += size;
  const shard = { terms: [], aliases: [], entries: null, docs: null, impacts: null, masks: null };
  for (const line of lines) {
    const [name, ...codes] = line.split("\t");
    const alias = name.split(">");
    if (alias.length > 1) shard.aliases.push(alias);
    else if (name) shard.terms.push({ stem: name, codes, forms: null, shard, df: 0, from: 0, to: 0, titles: -1 });
  }
  decodePostings(shard, numbers, bytes);
  return shard;
}

// A term that more documents hold has but the best of them, and says how many.
function decodePostings(shard, numbers, bytes) {
  let count = 0;
  for (const term of shard.terms) {
    term.df = numbers.next();
    term.from = count;
    count += term.df > MOST_POSTINGS ? numbers.next() : term.df;
    term.to = count;
  }
  shard.docs = new Int32Array(count);
  for (const term of shard.terms) {
    let document = -1;
    for (let at = term.from; at < term.to; at += 1) {
      document += numbers.next() + 1;
      shard.docs[at] = document;
    }
  }
  shard.impacts = bytes.subarray(numbers.place, numbers.place + count);
  numbers.place += count;
  shard.masks = new Int32Array(count);
  for (let at = 0; at < count; at += 1) {
    const code = numbers.next();
    shard.masks[at] = code === 31 ? -1 : code < 32 ? 1 << code : code - 32;
  }
}

// The forms in which a term occurs in texts.
export function formsOf(term) {
  term.forms ||= term.codes.map((code) => code[0] === "=" ? code.slice(1) : term.stem + code);
  return term.forms;
}

// How many documents have a term in their titles.
export function titlesOf(term) {
  if (term.titles < 0) {
    const { impacts } = term.shard;
    term.titles = impacts.slice(term.from, term.to).filter(isOfTitle).length;
  }
  return term.titles;
}

// All forms of a shard with how frequent they are, as a vocabulary has them.
export function entriesOf(shard) {
  shard.entries ||= shard.terms.flatMap((term) => {
    return formsOf(term).map((form) => ({ form, weight: term.df }));
  });
  return shard.entries;
}

// The terms whose root key is `key`.
export function family(shard, key) {
  const { terms } = shard;
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (root(terms[middle].stem) < key) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < terms.length && root(terms[end].stem) === key) end += 1;
  return terms.slice(low, end);
}

// Where `document` stands among a term's postings, or -1.
export function placeOf(term, document) {
  const { docs } = term.shard;
  let low = term.from;
  let high = term.to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (docs[middle] < document) low = middle + 1;
    else high = middle;
  }
  return low < term.to && docs[low] === document ? low : -1;
}
