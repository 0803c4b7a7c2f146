// Ranked documents → results: their titles and sections out of the blocks, a second look at the
// order of words in the titles, the best sections, and the short answer.
import { stem, units } from "./words.js";
import { decodeJSON, openFiles } from "./files.js";
import { stemsOf } from "./query.js";
import { placeOf } from "./shards.js";
import { comesBefore, isOfTitle } from "./rank.js";
import { slug } from "./slug.js";

const ORDER_BONUS = 0.15;
const EXACT_BONUS = 0.1;
const STRONG = 0.5;
const ANSWER_LEAD = 1.3;
const MOST_SECTIONS = 3;

function blockName(index, document) {
  return index.blocks[Math.floor(document / index.manifest.perBlock)];
}

export function openBlocks(index, found, job) {
  return openFiles(index.files, found.map(({ document }) => [blockName(index, document), decodeJSON]), job);
}

// What its block says of a document; null if the block could not be loaded.
export function recordOf(index, document) {
  const { perBlock, perPack } = index.manifest;
  const block = index.files.opened.get(blockName(index, document));
  if (!block) return null;
  const number = document % perBlock;
  const [title, name, category, editions, headings] = block.documents[number];
  const [categoryTitle, above] = block.categories[category];
  const pack = Math.floor(document / perPack) - Math.floor((document - number) / perPack);
  return {
    title,
    href: `${above}${name || slug(title)}/`,
    editions,
    sections: headings.map((one) => typeof one === "string" ? [one, slug(one)] : one),
    category: categoryTitle ? [categoryTitle, above] : null,
    pack: block.packs.slice(pack * 6, pack * 6 + 6),
    place: document % perPack,
  };
}

// Titles that say the words in the order of the query rise, one that says just them most.
export function lookAgain(index, found, words) {
  const asked = words.filter((word) => !word.isStop);
  for (const one of found) {
    const record = recordOf(index, one.document);
    if (!record || !asked.length) continue;
    const title = stemsOf(record.title);
    const places = asked.map((word) => placeIn(title, word));
    let pairs = 0;
    for (let at = 1; at < places.length; at += 1) {
      if (places[at - 1] >= 0 && places[at] === places[at - 1] + 1) pairs += 1;
    }
    let bonus = places.length > 1 ? ORDER_BONUS * pairs / (places.length - 1) : 0;
    if (places.length === title.length && places.every((place, at) => place === at)) bonus += EXACT_BONUS;
    one.score = Math.round(one.score * (1 + bonus));
  }
  found.sort((a, b) => comesBefore(a, b) ? -1 : 1);
}

function placeIn(title, word) {
  const own = title.indexOf(word.stem);
  if (own >= 0) return own;
  return title.findIndex((one) => {
    for (const [term] of word.candidates) if (term.stem === one) return true;
    return false;
  });
}

// How well each word fits a document: its best candidate there, in the title too, and the sections.
function fitOf(word, document) {
  const fit = { factor: 0, titled: 0, mask: 0 };
  for (const [term, factor] of word.candidates) {
    const at = placeOf(term, document);
    if (at < 0) continue;
    fit.factor = Math.max(fit.factor, factor);
    if (isOfTitle(term.shard.impacts[at])) fit.titled = Math.max(fit.titled, factor);
    fit.mask |= term.shard.masks[at];
  }
  return fit;
}

// The numbers of the sections that say most of the query, best first; the beginning of the article
// wins ties, then a heading with words of the query.
function bestSections(record, fits, known) {
  const all = [{ number: 0, weight: 0, named: 0 }];
  record.sections.forEach(([title], at) => all.push({ number: at + 1, weight: 0, named: -1, title }));
  for (const { mask, factor, idf } of fits) {
    for (const one of all) if (mask >> one.number & 1) one.weight += Math.round(factor * idf * 1e6);
  }
  const most = Math.max(...all.map(({ weight }) => weight));
  const likely = all.filter(({ weight }) => weight * 2 >= most);
  for (const one of likely) {
    if (one.number) one.named = new Set(stemsOf(one.title).filter((base) => known.has(base))).size;
    else one.named = 1e6;
  }
  return likely.sort((a, b) => b.weight - a.weight || b.named - a.named || a.number - b.number);
}

// One result out of what is known of a document.
export function resultOf(index, { document, score }, response) {
  const record = recordOf(index, document);
  if (!record) return null;
  const { root } = index.files;
  const fits = response.words.map((word) => ({ ...fitOf(word, document), idf: word.idf || 0 }));
  const [first, ...others] = bestSections(record, fits, response.known);
  const [name, href] = record.category || [];
  const section = (number) => ({
    title: number ? record.sections[number - 1][0] : record.title,
    anchor: number ? record.sections[number - 1][1] : "",
  });
  return {
    url: new URL(record.href, root).pathname,
    title: record.title,
    anchor: section(first.number).anchor,
    category: record.category && { title: name, url: new URL(href, root).pathname },
    editions: record.editions,
    score: score / 1e6,
    sections: others.filter(({ number }) => number).slice(0, MOST_SECTIONS).map(({ number }) => section(number)),
    marks: marksOf(record.title, response),
    document,
    section: first.number,
    strength: strengthOf(fits, response.words),
  };
}

// The share of the query in the title, zero when a word of the query is missing in the document.
function strengthOf(fits, words) {
  let all = 0;
  let titled = 0;
  for (const [at, fit] of fits.entries()) {
    if (words[at].isStop) continue;
    if (fit.factor < STRONG) return 0;
    all += fit.idf;
    if (fit.titled >= STRONG) titled += fit.idf;
  }
  return all ? titled / all : 0;
}

// The result whose short answer may stand for all, if there is little doubt that it is what was
// asked for.
export function surest(results) {
  const [first, second] = results;
  if (!first || !first.strength) return null;
  const leads = !second || first.score >= ANSWER_LEAD * second.score;
  return first.strength >= STRONG || leads ? first : null;
}

// The stems that stand for words of the query, with the number of the word and its weight.
export function knownStems(words) {
  const known = new Map();
  const telling = words.filter((word) => !word.isStop);
  (telling.length ? telling : words).forEach((word, number) => {
    for (const [term, factor] of word.candidates) {
      // One letter begins too many words.
      if (word.form.length < 2 && factor < STRONG) continue;
      for (const { stem: base } of term.parts || [term]) {
        if (!known.has(base)) known.set(base, { number, weight: word.idf });
      }
    }
  });
  return known;
}

// Where words of the query stand in a text: [[start, end], …].
export function marksOf(text, response) {
  return meaningsIn(text, response.known).map(({ start, end }) => [start, end]);
}

export function meaningsIn(text, known) {
  const found = [];
  for (const { start, end, parts, whole } of units(text)) {
    const word = [whole, ...parts].find((one) => one && known.has(stem(one)));
    if (word) found.push({ start, end, ...known.get(stem(word)) });
  }
  return found;
}
