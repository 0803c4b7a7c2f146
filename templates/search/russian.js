// A Russian word in lower case → its stem, by Snowball's algorithm, written from its
// definition (snowballstem.org/algorithms/russian/stemmer.html). Endings are looked up by their
// length, longest first: the longest one that fits decides, even where it then may not go.

// What goes only behind «а» or «я», then what goes anywhere.
const gerundEndings = endingTable("в вши вшись", "ив ивши ившись ыв ывши ывшись");
const adjectiveEndings = endingTable("", "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему "
  + "ому их ых ую юю ая яя ою ею");
const participleEndings = endingTable("ем нн вш ющ щ", "ивш ывш ующ");
const reflexiveEndings = endingTable("", "ся сь");
const verbEndings = endingTable("ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно",
  "ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть "
  + "ишь ую ю");
const nounEndings = endingTable("", "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям "
  + "ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я");

// Ending → whether it needs «а» or «я» before it.
function endingTable(behindVowel, anywhere) {
  const table = new Map();
  for (const ending of behindVowel.split(" ")) table.set(ending, true);
  for (const ending of anywhere.split(" ")) table.set(ending, false);
  table.delete("");
  return table;
}

// The word without the ending that it has within its last letters, from `from` on; the word itself
// when nothing goes. No ending has more than six letters.
function withoutEnding(word, from, table) {
  for (let start = Math.max(from, word.length - 6); start < word.length; start++) {
    const needsVowel = table.get(word.slice(start));
    if (needsVowel === undefined) continue;
    if (needsVowel && (start === from || !"ая".includes(word[start - 1]))) return word;
    return word.slice(0, start);
  }
  return word;
}

export function russianStem(letters) {
  const word = letters.replaceAll("ё", "е");
  // Endings go behind the first vowel only; `second` is where what Snowball calls R2 begins.
  const first = word.search(/[аеиоуыэюя]/) + 1;
  if (!first) return word;
  const regions = /^.*?[аеиоуыэюя].*?[^аеиоуыэюя].*?[аеиоуыэюя].*?[^аеиоуыэюя]/.exec(word);
  const second = regions ? regions[0].length : word.length;
  let stem = withoutEnding(word, first, gerundEndings);
  if (stem === word) stem = withoutInflection(withoutEnding(word, first, reflexiveEndings), first);
  const cut = (count) => { stem = stem.slice(0, stem.length - count); };
  const endsWith = (ending) => stem.endsWith(ending) && stem.length - ending.length >= first;
  if (endsWith("и")) cut(1);
  const derivation = endsWith("ость") ? 4 : endsWith("ост") ? 3 : 0;
  if (derivation && stem.length - derivation >= second) cut(derivation);
  const superlative = endsWith("ейше") ? 4 : endsWith("ейш") ? 3 : 0;
  cut(superlative);
  if (endsWith("нн")) cut(1);
  else if (!superlative && endsWith("ь")) cut(1);
  return stem;
}

function withoutInflection(word, from) {
  const adjective = withoutEnding(word, from, adjectiveEndings);
  if (adjective !== word) return withoutEnding(adjective, from, participleEndings);
  const verb = withoutEnding(word, from, verbEndings);
  return verb !== word ? verb : withoutEnding(word, from, nounEndings);
}
