// Ranked documents → results: their titles and sections out of the blocks, a second look at the
// order of words in the titles, the best sections, and whether the first one is surely meant.
import { stem, units } from "./words.js";
import { decodeJSON, openFiles } from "./files.js";
import { sequenceOf, stemsOf } from "./query.js";
import { isOfTitle, placeOf } from "./shards.js";
import { inOrder } from "./rank.js";
import { slug } from "./slug.js";

const ORDER_BONUS = 0.25;
// What words that follow later count of words that follow at once.
const GAP = 0.5;
const FORM_BONUS = 0.1;
const EXACT_BONUS = 0.1;
// What a word must at least fit to count for an answer; the part of the query in the title, and how
// far the first result must be ahead of the second then, or with less of it in the title.
const STRONG = 0.5;
const LEAD = 1.1;
const WEAK = 0.25;
const CLEAR_LEAD = 1.5;
const MOST_SECTIONS = 3;

const blockName = (index, document) => index.blocks[Math.floor(document / index.manifest.perBlock)];

export function openBlocks(index, found, job) {
  const wants = found.map(({ document }) => [blockName(index, document), decodeJSON]);
  return openFiles(index.files, wants, job);
}

// What its block says of a document; null if the block could not be loaded.
export function recordOf(index, document) {
  const { perBlock, perPack } = index.manifest;
  const block = index.files.opened.get(blockName(index, document));
  if (!block) return null;
  const number = document % perBlock;
  block.records ||= [];
  if (block.records[number]) return block.records[number];
  const [title, name, category, editions, headings] = block.documents[number];
  const [categoryTitle, above] = block.categories[category];
  const pack = Math.floor(document / perPack) - Math.floor((document - number) / perPack);
  return block.records[number] = {
    title,
    words: sequenceOf(title).map((form) => ({ form, base: stem(form) })),
    href: `${above}${name || slug(title)}/`,
    editions,
    headings: headings.map((one) => typeof one === "string" ? [one] : one),
    category: categoryTitle ? [categoryTitle, above] : null,
    pack: block.packs.slice(pack * 6, pack * 6 + 6),
    place: document % perPack,
  };
}

// Titles that say the words in the order of the query rise, and those that say them in its forms;
// one that says just them most. Here common words count as others do: «вход без пароля».
export function lookAgain(index, found, { text, units: asked }) {
  const said = sequenceOf(text).map((form) => {
    const word = asked.find((unit) => unit.word.form === form)?.word;
    const meant = [...word?.candidates.keys() || []].map((term) => term.stem);
    return { form, isHalf: word?.isPrefix, bases: new Set([stem(form), ...meant]) };
  });
  for (const one of found) {
    const title = recordOf(index, one.document)?.words || [];
    one.score = Math.round(one.score * (1 + bonusOf(title, said)));
  }
  found.sort(inOrder);
}

function bonusOf(title, said) {
  const places = said.map(({ bases }) => {
    return title.flatMap(({ base }, at) => bases.has(base) ? [at] : []);
  });
  let pairs = 0;
  for (let word = 1; word < said.length; word += 1) {
    const [before, after] = [places[word - 1], places[word]];
    if (before.some((at) => after.includes(at + 1))) pairs += 1;
    else if (before[0] < after[after.length - 1]) pairs += GAP;
  }
  let bonus = pairs && ORDER_BONUS * Math.min(1, pairs / (Math.min(said.length, title.length) - 1));
  const same = said.filter(({ form, isHalf }) => {
    return title.some((word) => isHalf ? word.form.startsWith(form) : word.form === form);
  });
  bonus += FORM_BONUS * same.length / said.length;
  const isJustThem = title.length === said.length && places.every((list, at) => list.includes(at));
  return isJustThem ? bonus + EXACT_BONUS : bonus;
}

// How well each word fits a document: its best candidate there, in the title too, and the sections.
function fitOf(word, document) {
  const fit = { factor: 0, titled: 0, mask: 0, idf: word.idf };
  for (const [term, factor] of word.candidates) {
    const at = placeOf(term, document);
    if (at < 0) continue;
    fit.factor = Math.max(fit.factor, factor);
    if (isOfTitle(term.shard.impacts[at])) fit.titled = Math.max(fit.titled, factor);
    fit.mask |= term.shard.masks[at];
  }
  return fit;
}

// The numbers of the sections that say at least half as much of the query as the best, best first;
// of equals the one with most words of the query in its heading, or in the title of the article.
function bestSections({ title, headings }, fits, known) {
  const all = [[title], ...headings].map(([name], number) => {
    let weight = 0;
    for (const { mask, factor, idf } of fits) {
      if (mask >> number & 1) weight += Math.round(factor * idf * 1e6);
    }
    return { name, number, weight, named: 0 };
  });
  const most = Math.max(...all.map(({ weight }) => weight));
  const likely = all.filter(({ weight }) => weight * 2 >= most);
  for (const one of likely) {
    const said = stemsOf(one.name).filter((base) => known.has(base));
    one.named = new Set(said.map((base) => known.get(base).number)).size;
  }
  likely.sort((a, b) => b.weight - a.weight || b.named - a.named || a.number - b.number);
  return likely.map(({ number }) => number);
}

// One result; null if its block could not be loaded. `document`, `section` and `strength` are for
// the engine itself.
export function resultOf(index, { document, score }, words, known) {
  const record = recordOf(index, document);
  if (!record) return null;
  const urlOf = (href) => new URL(href, index.files.root).pathname;
  const fits = words.map((word) => fitOf(word, document));
  const [first, ...others] = bestSections(record, fits, known);
  const section = (number) => {
    const [title, anchor] = number ? record.headings[number - 1] : [record.title, ""];
    return { title, anchor: anchor ?? slug(title) };
  };
  return {
    url: urlOf(record.href),
    title: record.title,
    anchor: section(first).anchor,
    category: record.category && { title: record.category[0], url: urlOf(record.category[1]) },
    editions: record.editions,
    score: score / 1e6,
    sections: others.filter(Boolean).slice(0, MOST_SECTIONS).map(section),
    marks: marksOf(record.title, { known }),
    document,
    section: first,
    strength: strengthOf(fits),
  };
}

// The share of the query in the title; -1 when a word of the query is missing in the document.
function strengthOf(fits) {
  if (fits.some(({ factor }) => factor < STRONG)) return -1;
  const sum = (list) => list.reduce((weight, { idf }) => weight + idf, 0);
  return sum(fits.filter(({ titled }) => titled >= STRONG)) / sum(fits);
}

// The result whose short answer may stand for all, if there is little doubt that it is what was
// asked for: a wrong answer is worse than none.
export function surest([first, second]) {
  if (!first || first.strength < WEAK) return null;
  const lead = second ? first.score / second.score : CLEAR_LEAD;
  return lead >= (first.strength < STRONG ? CLEAR_LEAD : LEAD) ? first : null;
}

// The stems that stand for words of the query, each with the number of the word and its weight.
export function knownStems(words) {
  const known = new Map();
  words.forEach(({ form, idf, candidates }, number) => {
    for (const [term, factor] of candidates) {
      // One letter begins too many words.
      if (form.length < 2 && factor < STRONG) continue;
      for (const { stem: base } of term.parts || [term]) {
        if (!known.has(base)) known.set(base, { number, weight: idf });
      }
    }
  });
  return known;
}

// Where words of the query stand in a text: { start, end, number, weight } of each.
export function meaningsIn(text, known) {
  return units(text).flatMap(({ start, end, parts, whole }) => {
    const said = [whole, ...parts].find((word) => word && known.has(stem(word)));
    return said ? [{ start, end, ...known.get(stem(said)) }] : [];
  });
}

export function marksOf(text, { known }) {
  return meaningsIn(text, known).map(({ start, end }) => [start, end]);
}
