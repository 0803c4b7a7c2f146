// Text that was typed in the other keyboard layout, or Russian in Latin letters → what was meant.
// Pure tables: whether it was meant so, the search decides. The same tables are in Swift
// (Sources/SpravkaKit/Text/Search/KeyboardLayout.swift, Transliteration.swift).

// The keys of a US keyboard and of a Russian one, in the same order, then both with Shift.
const latinKeys = "\x60qwertyuiop[]asdfghjkl;'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?@#$^&|";
const cyrillicKeys = "ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,\"№;:?/";

function retyped(text, from, to) {
  let typed = "";
  for (const character of text) {
    const key = from.indexOf(character);
    typed += key < 0 ? character : to[key];
  }
  return typed;
}

export function toCyrillicLayout(text) {
  return retyped(text, latinKeys, cyrillicKeys);
}

export function toLatinLayout(text) {
  return retyped(text, cyrillicKeys, latinKeys);
}

// What Latin letters stand for, each as «before>letters>after=Russian»; the first that fits counts.
// Before and after are alternatives of what may stand there: V a vowel, C a consonant, ^ and $ the
// word's ends, other letters themselves; nothing for anything.
const soundRules = [
  ">shch>=щ", ">shh>=щ", "^>sch>et|yot|it|as=сч", "s>sch>=сч", ">sch>=щ", ">sh>=ш", ">zh>=ж",
  ">kh>=х", ">ch>=ч", ">ph>=ф", ">th>=т", ">tsya>$=тся", ">tsja>$=тся", ">tsia>$=тся",
  "^>ots>u|r|ch|l=отс", ">ts>k|t=тс", ">ts>=ц", ">ck>=к", ">cc>a|o|u|l|r=кк", ">c>t=к",
  "^>c>a|o|u|l|r=к", "^>c>$=с", ">qu>=кв", "V>x>e|i|t|p|c|f|k=кс", "e|u>x>$=кс",
  "^>j>da|de|alo|urn|el=ж",
  "mo|nu|lo|va>j>n=ж", ">ya>=я", ">ja>=я", ">yu>=ю", ">ju>=ю", ">yo>=ё", ">jo>=ё", "V>ye>=е",
  "^>ye>=е", ">ye>$=ые", "v>ye>=ые", "b|d|z|s>ye>=ъе", ">ye>=ье", "V>je>=же", "b|d|z|s>je>=ъе",
  ">je>=е", "V>y>=й", "^>y>=у", "V>j>C|$=й", "V>ia>=я", "^>ia>=я", ">ia>$=ия",
  ">ia>t$|et|em|ut|yut|iut=я", "V>iu>=ю", ">iu>$=ию", ">iu>m|s=иу", ">iu>=ю",
  "a|e|o|u|y>i>$=й", "^>eh>k|l|t|m|n|s|f=э", "^>e>sl|st|sh|sch|go|e|di|zh|j|v|mu$|yo=е", "^>e>=э",
  "b>'>y|j|e=ъ", "C>''>=ъ", "C>'>=ь",
].map((rule) => {
  const [before, letters, after, sound] = rule.split(/[>=]/);
  return { before: before.split("|"), letters, after: after.split("|"), sound };
});
const latinLetters = "abcdefghijklmnopqrstuvwxyz";
const likelySounds = "абцдефгхижклмнопкрстуввхыз";

// Russian as people write it in Latin letters («parol», «nastrojka») in Cyrillic ones, in the way
// that is the likeliest; all else stays.
export function transliterated(text) {
  const latin = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).replaceAll("’", "'");
  let russian = "";
  for (let index = 0; index < latin.length;) {
    const rule = soundRules.find((rule) => sounds(rule, latin, index));
    const letter = latinLetters.indexOf(latin[index]);
    russian += rule ? rule.sound : letter < 0 ? latin[index] : likelySounds[letter];
    index += rule ? rule.letters.length : 1;
  }
  return russian;
}

function sounds(rule, text, index) {
  const end = index + rule.letters.length;
  return text.startsWith(rule.letters, index)
    && rule.before.some((wanted) => stands(wanted, text, index - wanted.length))
    && rule.after.some((wanted) => stands(wanted, text, end));
}

// Whether a text has at a place what one alternative of a rule wants there.
function stands(wanted, text, start) {
  for (let index = 0; index < wanted.length; index++) {
    const there = text[start + index] ?? " ";
    const isMet = wanted[index] === "V" ? /[aeiouy]/.test(there)
      : wanted[index] === "C" ? /[b-df-hj-np-tv-xz]/.test(there)
      : "^$".includes(wanted[index]) ? !/[a-z']/.test(there)
      : wanted[index] === there;
    if (!isMet) return false;
  }
  return true;
}
