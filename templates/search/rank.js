// Words with their candidate terms → documents, best first. BM25F on the impact bytes; a document
// without some of the words loses more than their share, titles that the query covers gain.
import { isOfTitle, titlesOf } from "./shards.js";
import { BY_PREFIX } from "./terms.js";

const SATURATION = 2.3;
const TITLE_BONUS = 8;
const SECTION_BONUS = 0.15;
// As if there were so many more without the word: in a small site a word that few articles happen
// to hold is not worth seven of the others.
const MORE_DOCUMENTS = 1000;
// Words that texts are full of can tell titles apart; one that stands in so many texts is taken to
// stand in one title at least.
const TEXTS_PER_TITLE = 16;
// What an impact says: how much of the most a term weighs in a document.
const shareOf = (impact) => isOfTitle(impact) ? ((impact & 7) + 0.5) / 8 : (impact + 0.5) / 16;

// In words, stop words not counted.
const titleLength = (impact) => (impact >> 3) - 1;

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
  const whole = { count: words.length, weight: 0, titleWeight: 0 };
  for (const word of words) {
    if (!word.candidates.size) continue;
    const terms = meantBy(word);
    const df = Math.max(...terms.map((term) => term.df));
    word.idf = idf(count, df);
    word.titleIDF = idf(count, Math.max(df / TEXTS_PER_TITLE, ...terms.map(titlesOf)));
    whole.weight += word.idf;
    whole.titleWeight += word.titleIDF;
    addWord(index, word, absent, all);
  }
  const found = [];
  for (const document of all) {
    insert(found, { document, score: scoreOf(index, document, whole) }, most);
  }
  for (const name in index.arrays) for (const document of all) index.arrays[name][document] = 0;
  return { found, total: all.length };
}

// The terms that tell how frequent a word is: its best candidates, or all its completions.
function meantBy({ candidates, level }) {
  const most = level === BY_PREFIX ? 0 : Math.max(...candidates.values());
  return [...candidates].filter(([, factor]) => factor >= most).map(([term]) => term);
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
      lengths[document] = titleLength(impact);
      if (factor > bestTitle[document]) bestTitle[document] = factor;
    }
  }
  for (const document of touched) {
    if (!words[document]) all.push(document);
    common[document] = words[document] ? common[document] & masks[document] : masks[document];
    words[document] += 1;
    sums[document] += best[document];
    matched[document] += word.idf;
    titled[document] += word.titleIDF * bestTitle[document];
    best[document] = bestTitle[document] = masks[document] = 0;
  }
}

// In millionths, so that two machines agree.
function scoreOf(index, document, { count, weight, titleWeight }) {
  const { sums, matched, titled, words, common, lengths } = index.arrays;
  const share = matched[document] / weight;
  const covered = titled[document] / titleWeight;
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
