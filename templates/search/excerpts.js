// The texts of articles, and the piece of one that says most of the query.
import { decodeJSON, openFiles } from "./files.js";
import { marksOf, meaningsIn, recordOf } from "./results.js";

const LENGTH = 160;
const LEAD_IN = 30;

// The short answer of each document and the texts of its sections; null where they could not be
// loaded.
export async function textsOf(index, documents, job) {
  const records = documents.map((document) => recordOf(index, document));
  await openFiles(index.files, records.filter(Boolean).map(({ pack }) => [pack, decodeJSON]), job);
  return records.map((record) => record && index.files.opened.get(record.pack)?.[record.place] || null);
}

// About LENGTH letters around the densest place, cut between words.
export function excerptOf(text, response) {
  const found = meaningsIn(text, response.known);
  let place = 0;
  let most = 0;
  for (let first = 0; first < found.length; first += 1) {
    const seen = new Set();
    let weight = 0;
    for (let at = first; at < found.length && found[at].end - found[first].start <= LENGTH - LEAD_IN; at += 1) {
      weight += Math.round(seen.has(found[at].number) ? 1e5 : found[at].weight * 1e6);
      seen.add(found[at].number);
    }
    if (weight > most) [place, most] = [found[first].start, weight];
  }
  let start = Math.max(0, Math.min(place - LEAD_IN, text.length - LENGTH));
  let end = Math.min(text.length, start + LENGTH);
  while (start > 0 && start < place && !/\s/.test(text[start - 1])) start += 1;
  while (end < text.length && end > place && !/\s/.test(text[end])) end -= 1;
  const cut = text.slice(start, end).trim().replace(/\s/g, " ");
  const excerpt = (start > 0 ? "… " : "") + cut + (end < text.length ? " …" : "");
  return { text: excerpt, marks: marksOf(excerpt, response) };
}
