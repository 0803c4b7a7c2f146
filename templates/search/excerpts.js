// The piece of a section that says most of the query, and phrases in quotes, which only the text
// itself can tell.
import { decodeJSON, openFiles } from "./files.js";
import { sequenceOf } from "./query.js";
import { marksOf, meaningsIn, recordOf } from "./results.js";

const LENGTH = 160;
const LEAD = 30;

// The short answer of each document and the texts of its sections; null where they could not be
// loaded.
export async function textsOf(index, documents, job) {
  const records = documents.map((document) => recordOf(index, document));
  const wants = records.filter(Boolean).map(({ pack }) => [pack, decodeJSON]);
  await openFiles(index.files, wants, job);
  return records.map((record) => record && index.files.opened.get(record.pack)?.[record.place] || null);
}

export function excerptOf(text, response) {
  const found = meaningsIn(text, response.known);
  let best = 0;
  let most = 0;
  for (let first = 0; first < found.length; first += 1) {
    const seen = new Set();
    let weight = 0;
    for (let at = first; at < found.length && found[at].end - found[first].start <= LENGTH - LEAD; at += 1) {
      weight += seen.has(found[at].number) ? 0.1 : found[at].weight;
      seen.add(found[at].number);
    }
    if (Math.round(weight * 1e6) > most) [best, most] = [found[first].start, Math.round(weight * 1e6)];
  }
  return piece(text, best, response);
}

// About LENGTH letters from a little before `place`, cut between words.
function piece(text, place, response) {
  let start = Math.max(0, Math.min(place - LEAD, text.length - LENGTH));
  let end = Math.min(text.length, start + LENGTH);
  while (start > 0 && start < place && !/\s/.test(text[start - 1])) start += 1;
  while (end < text.length && end > place && !/\s/.test(text[end])) end -= 1;
  const cut = text.slice(start, end).trim().replace(/\s/g, " ");
  const excerpt = (start > 0 ? "… " : "") + cut + (end < text.length ? " …" : "");
  return { text: excerpt, marks: marksOf(excerpt, response) };
}

// The documents whose text holds all the phrases, word by word.
export async function withPhrases(index, found, phrases, job) {
  const texts = await textsOf(index, found.map(({ document }) => document), job);
  return found.filter((one, at) => {
    if (!texts[at]) return false;
    const record = recordOf(index, one.document);
    const all = [record.title, ...record.sections.map(([title]) => title), ...texts[at].slice(1)].map(sequenceOf);
    return phrases.every((phrase) => all.some((words) => holds(words, phrase)));
  });
}

function holds(words, phrase) {
  for (let from = 0; from + phrase.length <= words.length; from += 1) {
    if (phrase.every((word, at) => words[from + at] === word)) return true;
  }
  return false;
}
