// An English word in lower case → its stem, by Snowball's English algorithm («Porter 2») as version
// 2.2 of libstemmer has it, which makes the index; later versions differ in some words. Written
// from the definition (snowballstem.org/algorithms/english/stemmer.html). A capital Y is a
// consonant while the work is done.

// Whole words with a stem of their own, as they come in and behind the plural's end.
const oddStems = {
  skis: "ski", skies: "sky", dying: "die", lying: "lie", tying: "tie", idly: "idl",
  gently: "gentl", ugly: "ugli", early: "earli", only: "onli", singly: "singl", sky: "sky",
  news: "news", howe: "howe", atlas: "atlas", cosmos: "cosmos", bias: "bias", andes: "andes",
};
const finishedStems = /^(?:(?:inn|out|cann|herr|earr)ing|(?:proc|exc|succ)eed)$/;

const secondStep = {
  tional: "tion", enci: "ence", anci: "ance", abli: "able", entli: "ent", izer: "ize",
  ization: "ize", ational: "ate", ation: "ate", ator: "ate", alism: "al", aliti: "al", alli: "al",
  fulness: "ful", ousli: "ous", ousness: "ous", iveness: "ive", iviti: "ive", biliti: "ble",
  bli: "ble", ogi: "og", fulli: "ful", lessli: "less", li: "",
};
const thirdStep = {
  tional: "tion", ational: "ate", alize: "al", icate: "ic", iciti: "ic", ical: "ic", ful: "",
  ness: "", ative: "",
};
const fourthStep = {};
const fourthEndings = "al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion";
for (const ending of fourthEndings.split(" ")) fourthStep[ending] = "";

// The longest key of a step that the word ends with; none has more than seven letters.
function longestEnding(word, step) {
  for (let start = Math.max(0, word.length - 7); start < word.length; start++) {
    if (Object.hasOwn(step, word.slice(start))) return word.slice(start);
  }
  return "";
}

export function englishStem(word) {
  if (Object.hasOwn(oddStems, word)) return oddStems[word];
  if (word.length < 3) return word;
  let stem = word.replace(/^'/, "").replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
  const [first, second] = englishRegions(stem);
  stem = withoutPlural(stem);
  if (!finishedStems.test(stem)) {
    stem = withoutPast(stem, first).replace(/(.[^aeiouy])[yY]$/, "$1i");
    stem = withoutSuffixes(stem, first, second);
  }
  return stem.replaceAll("Y", "y");
}

// Where R1 and R2 begin: each behind the first consonant that follows a vowel.
function englishRegions(word) {
  const behind = (start) => {
    const syllable = /[aeiouy][^aeiouy]/g;
    syllable.lastIndex = start;
    return syllable.test(word) ? syllable.lastIndex : word.length;
  };
  const first = /^(?:gener|commun|arsen)/.exec(word)?.[0].length ?? behind(0);
  return [first, behind(first)];
}

function withoutPlural(word) {
  const stem = word.replace(/'(?:s'?)?$/, "");
  if (stem.endsWith("sses")) return stem.slice(0, -2);
  if (/ie[ds]$/.test(stem)) return stem.slice(0, stem.length > 4 ? -2 : -1);
  return /[aeiouy].+s$/.test(stem) && !/[us]s$/.test(stem) ? stem.slice(0, -1) : stem;
}

function withoutPast(word, first) {
  const [ending] = /(?:eed|ed|ing)(?:ly)?$/.exec(word) ?? [""];
  const stem = word.slice(0, word.length - ending.length);
  if (ending.startsWith("eed")) return stem.length >= first ? stem + "ee" : word;
  if (!ending || !/[aeiouy]/.test(stem)) return word;
  if (/(?:at|bl|iz)$/.test(stem)) return stem + "e";
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(stem)) return stem.slice(0, -1);
  return stem.length === first && endsShort(stem) ? stem + "e" : stem;
}

function endsShort(word) {
  return /[^aeiouy][aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$/.test(word);
}

function withoutSuffixes(word, first, second) {
  let stem = word;
  const step = (table, from, goes) => {
    const ending = longestEnding(stem, table);
    const rest = stem.slice(0, stem.length - ending.length);
    if (ending && rest.length >= from && goes(ending, rest)) stem = rest + table[ending];
  };
  step(secondStep, first, (ending, rest) => ending === "li" ? /[cdeghkmnrt]$/.test(rest)
    : ending !== "ogi" || rest.endsWith("l"));
  step(thirdStep, first, (ending, rest) => ending !== "ative" || rest.length >= second);
  step(fourthStep, second, (ending, rest) => ending !== "ion" || /[st]$/.test(rest));
  const rest = stem.slice(0, -1);
  if (stem.endsWith("e")) {
    return rest.length >= second || rest.length >= first && !endsShort(rest) ? rest : stem;
  }
  return stem.endsWith("ll") && rest.length >= second ? rest : stem;
}
