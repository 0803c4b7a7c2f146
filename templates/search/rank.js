// Words with their candidate terms → documents, best first. BM25F on the impact bytes; a document
// without some of the words loses more than their share, titles that the query covers gain.
import { BY_PREFIX } from "./terms.js";

const SATURATION = 2.3;
const TITLE_BONUS = 6;
const SECTION_BONUS = 0.15;
// As if there were so many more without the word: in a small site a word that few articles happen
// to hold is not worth seven of the others.
const MORE_DOCUMENTS = 1000;
// From this impact on, a term is in the title.
const IN_TITLE = 16;

export const isOfTitle = (impact) => impact >= IN_TITLE;

// What an impact says: how much of the most a term weighs in a document.
const shareOf = (impact) => isOfTitle(impact) ? ((impact & 7) + 0.5) / 8 : (impact + 0.5) / 16;

const idf = (count, df) => Math.log(1 + (count + MORE_DOCUMENTS - df + 0.5) / (df + 0.5));

// Numbers for each document, kept from search to search and always left at zero.
function arraysOf(count) {
  return {
    sums: new Float64Array(count),
    matched: new Float64Array(count),
    titled: new Float64Array(count),
    words: new Uint8Array(count),
    common: new Int32Array(count),
    lengths: new Uint8Array(count),
    best: new Float64Array(count),
    bestTitle: new Float64Array(count),
    masks: new Int32Array(count),
  };
}

// { found: [{ document, score }], the best `most`; total: how many documents match }
export function rank(index, words, absent, most) {
  const count = index.manifest.documents;
  index.arrays ||= arraysOf(count);
  const all = [];
  let weight = 0;
  for (const word of words) {
    if (!word.candidates.size) continue;
    word.idf = idf(count, frequencyOf(word));
    weight += word.idf;
    addWord(index, word, absent, all);
  }
  const found = [];
  for (const document of all) {
    insert(found, { document, score: scoreOf(index, document, weight, words.length) }, most);
  }
  for (const name in index.arrays) for (const document of all) index.arrays[name][document] = 0;
  return { found, total: all.length };
}

// How many documents hold a word: its best candidate, or the most frequent of its completions.
function frequencyOf({ candidates, level }) {
  const most = level === BY_PREFIX ? 0 : Math.max(...candidates.values());
  let df = 0;
  for (const [term, factor] of candidates) if (factor >= most && term.df > df) df = term.df;
  return df;
}

function addWord(index, word, absent, all) {
  const { sums, matched, titled, words, common, lengths, best, bestTitle, masks } = index.arrays;
  const touched = [];
  for (const [term, factor] of word.candidates) {
    const { shard } = term;
    const most = factor * SATURATION * Math.min(word.idf, idf(index.manifest.documents, term.df));
    for (let at = term.from; at < term.to; at += 1) {
      const document = shard.docs[at];
      if (absent?.has(document)) continue;
      const impact = shard.impacts[at];
      const score = most * shareOf(impact);
      if (!masks[document]) touched.push(document);
      masks[document] |= shard.masks[at];
      if (score > best[document]) best[document] = score;
      if (!isOfTitle(impact)) continue;
      lengths[document] = ((impact - IN_TITLE) >> 3) + 1;
      if (factor > bestTitle[document]) bestTitle[document] = factor;
    }
  }
  for (const document of touched) {
    if (!words[document]) all.push(document);
    common[document] = words[document] ? common[document] & masks[document] : masks[document];
    words[document] += 1;
    sums[document] += best[document];
    matched[document] += word.idf;
    titled[document] += word.idf * bestTitle[document];
    best[document] = bestTitle[document] = masks[document] = 0;
  }
}

// In millionths, so that two machines agree.
function scoreOf(index, document, weight, count) {
  const { sums, matched, titled, words, common, lengths } = index.arrays;
  const share = matched[document] / weight;
  const covered = titled[document] / weight;
  let score = sums[document] * share * share;
  if (covered) score += TITLE_BONUS * covered * covered * Math.min(1, count / lengths[document]);
  // All words in one section.
  if (words[document] > 1 && common[document]) score *= 1 + SECTION_BONUS * share;
  return Math.round(score * (index.manifest.boosts?.[document] || 1) * 1e6);
}

// Of equals the first document comes first.
export const inOrder = (a, b) => b.score - a.score || a.document - b.document;

function insert(found, one, most) {
  let at = found.length;
  while (at > 0 && inOrder(one, found[at - 1]) < 0) at -= 1;
  if (at === most) return;
  found.splice(at, 0, one);
  if (found.length > most) found.pop();
}
