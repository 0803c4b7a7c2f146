// Words with their candidate terms → documents, best first. BM25F on the impact bytes; a document
// without some of the words loses more than their share; titles that the query covers gain.
import { BY_PREFIX } from "./terms.js";

const SATURATION = 2.3;
const TITLE_BONUS = 3;
const SECTION_BONUS = 1.15;
const STOP_SHARE = 0.1;

export function idf(count, df) {
  return Math.log(1 + (count - df + 0.5) / (df + 0.5));
}

// What an impact byte says: how much of its most a term weighs in a document.
export function shareOf(impact) {
  return isOfTitle(impact) ? ((impact & 7) + 0.5) / 8 : (impact + 0.5) / 16;
}

export function isOfTitle(impact) {
  return impact >= 16;
}

export const rounded = (score) => Math.round(score * 1e6);

// One number for each document, kept from search to search and always left at zero.
function arraysOf(index) {
  const numbers = () => new Float64Array(index.manifest.documents);
  index.arrays ||= {
    sums: numbers(), matched: numbers(), titled: numbers(), best: numbers(), bestTitle: numbers(),
    common: new Int32Array(index.manifest.documents),
    masks: new Int32Array(index.manifest.documents),
    words: new Uint8Array(index.manifest.documents),
    lengths: new Uint8Array(index.manifest.documents),
  };
  return index.arrays;
}

// How telling a word is: as its best candidate, or as all its completions together.
function weighWord(index, word) {
  let factor = 0;
  let df = 0;
  for (const [term, its] of word.candidates) {
    const isAlike = its === factor || word.level === BY_PREFIX;
    if (isAlike) df = Math.max(df, term.df);
    else if (its > factor) df = term.df;
    factor = Math.max(factor, its);
  }
  word.idf = idf(index.manifest.documents, df);
}

// { found: [{ document, score }] at most `most`, best first; total: how many match; weight: idf of all }
export function rank(index, words, absent, most) {
  const telling = words.filter((word) => !word.isStop);
  const used = telling.length ? telling : words;
  const arrays = arraysOf(index);
  const all = [];
  let weight = 0;
  for (const word of used) {
    if (!word.candidates.size) continue;
    weighWord(index, word);
    weight += word.idf;
    addWord(index, word, absent, all);
  }
  if (used !== words) {
    for (const word of words) if (word.isStop) addStop(index, word);
  }
  const found = best(index, all, { weight, count: used.length, most });
  for (const document of all) {
    for (const name in arrays) arrays[name][document] = 0;
  }
  return { found, total: all.length, weight };
}

function addWord(index, word, absent, all) {
  const { sums, matched, titled, best, bestTitle, common, masks, words, lengths } = index.arrays;
  const touched = [];
  for (const [term, factor] of word.candidates) {
    const { docs, impacts, masks: sections } = term.shard;
    const its = Math.min(idf(index.manifest.documents, term.df), word.idf);
    const value = factor * its * SATURATION;
    for (let at = term.from; at < term.to; at += 1) {
      const document = docs[at];
      if (absent && absent.has(document)) continue;
      const impact = impacts[at];
      const score = value * shareOf(impact);
      if (!best[document]) touched.push(document);
      if (score > best[document]) best[document] = score;
      masks[document] |= sections[at];
      if (isOfTitle(impact)) {
        lengths[document] = ((impact - 16) >> 3) + 1;
        if (factor > bestTitle[document]) bestTitle[document] = factor;
      }
    }
  }
  for (const document of touched) {
    if (!words[document]) all.push(document);
    common[document] = words[document] ? common[document] & masks[document] : masks[document];
    words[document] += 1;
    sums[document] += best[document];
    matched[document] += word.idf;
    titled[document] += word.idf * bestTitle[document];
    best[document] = 0;
    bestTitle[document] = 0;
    masks[document] = 0;
  }
}

// A stop word adds a little to what other words found.
function addStop(index, word) {
  const { sums, words } = index.arrays;
  for (const [term, factor] of word.candidates) {
    if (term.stem !== word.stem) continue;
    const value = factor * idf(index.manifest.documents, term.df) * SATURATION * STOP_SHARE;
    for (let at = term.from; at < term.to; at += 1) {
      const document = term.shard.docs[at];
      if (words[document]) sums[document] += value * shareOf(term.shard.impacts[at]);
    }
  }
}

function best(index, all, { weight, count, most }) {
  const { sums, matched, titled, common, words, lengths } = index.arrays;
  const boosts = index.manifest.boosts || {};
  const found = [];
  for (const document of all) {
    const share = matched[document] / weight;
    const covered = titled[document] / weight;
    let score = sums[document] * share * share;
    if (covered) score += TITLE_BONUS * covered * covered * Math.min(1, count / lengths[document]);
    if (words[document] > 1 && common[document]) score *= 1 + (SECTION_BONUS - 1) * share;
    score = rounded(score * (boosts[document] || 1));
    insert(found, { document, score }, most);
  }
  return found;
}

// Keeps the best, of equals the first document.
export function comesBefore(a, b) {
  return a.score > b.score || (a.score === b.score && a.document < b.document);
}

function insert(found, one, most) {
  if (found.length === most && !comesBefore(one, found[most - 1])) return;
  if (found.length === most) found.pop();
  let at = found.length;
  found.push(one);
  while (at > 0 && comesBefore(one, found[at - 1])) {
    found[at] = found[at - 1];
    at -= 1;
  }
  found[at] = one;
}
