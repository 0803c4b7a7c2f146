// The door of the search: for the interface of the site, for its tests and for other pages.
import { decodeAbsent, filesOf, loadManifest, newJob, pause, resume } from "./files.js";
import { indexOf } from "./index.js";
import { later, settled, understand } from "./understand.js";
import { rank } from "./rank.js";
import { knownStems, lookAgain, marksOf, openBlocks, resultOf, surest } from "./results.js";
import { excerptOf, textsOf } from "./excerpts.js";

// So many more than asked for may rise by a second look, by at most so much.
const MORE = 4;
const MOST_BONUS = 1.45;
const MOST_WITH_PHRASES = 20;

// The search of a language: { search, excerpts, marks }.
export async function open({ language }) {
  const files = filesOf(new URL("..", import.meta.url), language);
  let index = indexOf(files, await loadManifest(files));

  async function search(text, options) {
    const job = newJob(options.signal);
    try {
      return await respond(index, text, options, job);
    } catch (error) {
      if (!error.missing) throw error;
    }
    // The site was built anew since the manifest came.
    pause(job);
    try {
      index = indexOf(files, await loadManifest(files, { cache: "reload" }));
    } catch {}
    resume(job);
    job.isSecond = true;
    return respond(index, text, options, job);
  }

  return {
    search: (text, options = {}) => until(options.signal, () => search(`${text}`, options)),
    excerpts,
    marks: marksOf,
  };
}

// A stopped search fails at once, whatever it waits for.
function until(signal, work) {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => reject(signal.reason);
    signal?.addEventListener("abort", stop, { once: true });
    work().then(resolve, reject).finally(() => signal?.removeEventListener("abort", stop));
  });
}

async function respond(index, text, { limit = 10, edition, exact = false }, job) {
  const absentName = index.manifest.editions?.[edition];
  const others = absentName ? [[absentName, decodeAbsent]] : [];
  const query = await understand(index, text, exact, job, others);
  const absent = absentName && index.files.opened.get(absentName);
  const words = settled(query);
  const isQuoted = /["«“„]/.test(query.text);
  const most = Math.max(limit + MORE, isQuoted ? MOST_WITH_PHRASES : 0);
  let { found, total } = rank(index, words, absent, most);
  if (!isQuoted) {
    found = found.filter(({ score }, at) => at < limit || score * MOST_BONUS >= found[0].score);
  }
  const pinned = index.pinned.get(words.map((word) => word.stem).join(" "));
  const isPinned = pinned !== undefined && !absent?.has(pinned);
  if (isPinned && !found.some(({ document }) => document === pinned)) {
    found.push({ document: pinned, score: 0 });
    total += 1;
  }
  await openBlocks(index, found, job);
  lookAgain(index, found, query);
  const quoting = isQuoted && await later(() => import("./phrases.js"), job);
  const exactly = quoting ? await quoting.withPhrases(index, found, query.text, job) : found;
  if (exactly && exactly !== found) total = exactly.length;
  found = exactly || found;
  if (isPinned) found.sort((a, b) => (b.document === pinned) - (a.document === pinned));
  const known = knownStems(words);
  const results = found.slice(0, limit).map((one) => resultOf(index, one, words, known)).filter(Boolean);
  const response = {
    results,
    answer: await answerOf(index, surest(results), job),
    corrected: query.corrected,
    total,
    // No article holds the phrases in quotes; what is found holds their words.
    loose: !exactly,
    failed: job.failed,
    query: text,
    others: index.manifest.others || [],
    // For the engine itself: see excerpts and marks.
    index,
    known,
  };
  pause(job);
  response.milliseconds = job.spent;
  return response;
}

// The short answer of a result, out of the file that its excerpt needs too.
async function answerOf(index, result, job) {
  const [texts] = result ? await textsOf(index, [result.document], job) : [];
  return texts?.[0] ? { url: result.url, title: result.title, summary: texts[0] } : null;
}

// The pieces of text to show below results, one for each. Files of an older site that are gone by
// now are simply not shown.
async function excerpts(response, results) {
  const job = { ...newJob(), isSecond: true };
  const texts = await textsOf(response.index, results.map(({ document }) => document), job);
  response.failed ||= job.failed;
  return results.map(({ section }, at) => {
    return texts[at] ? excerptOf(texts[at][section + 1], response) : { text: "", marks: [] };
  });
}
