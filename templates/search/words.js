// Text → its units: words as search knows them, folded, with the places that they stand at. The
// index is made by the same rules in Swift (Sources/SpravkaKit/Text/Search), equal to the letter.
// A unit is a word, or words joined by a hyphen, an underscore or a dot, which are found by each
// part and as a whole.
import { russianStem } from "./russian.js";
import { englishStem } from "./english.js";

const LONGEST_WORD = 64;
const MOST_PARTS = 8;
const BREVE = 0x306;

// By the code of a character: what a word gets of it, nothing ("") of a mark; null parts words.
const foldedCharacters = new Array(65536);

function foldedAt(text, index) {
  const code = text.charCodeAt(index);
  const known = foldedCharacters[code];
  return known !== undefined ? known : foldedCharacters[code] = foldedCharacter(code);
}

function foldedCharacter(code) {
  const character = String.fromCharCode(code);
  if (/[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) return "";
  if (!/[\p{L}\p{Nd}\p{Mc}]/u.test(character)) return null;
  const small = character.toLowerCase();
  // «й» is no accented «и»: without its breve stems would be spoilt («файл»).
  if (small === "й") return small;
  const letters = small.normalize("NFD");
  if (/[\ud800-\udfff]/.test(letters)) return small;
  return letters.replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, "").replace("ς", "σ");
}

// The word that begins at a place, and where it ends, its marks included.
function wordAt(text, start) {
  let word = "";
  let end = start;
  for (; end < text.length; end++) {
    const letters = foldedAt(text, end);
    if (letters === null) break;
    if (word.length >= LONGEST_WORD) continue;
    if (letters) word += letters;
    else if (text.charCodeAt(end) === BREVE && word.endsWith("и")) word = word.slice(0, -1) + "й";
  }
  return { word: withOneAlphabet(word.slice(0, LONGEST_WORD)), end };
}

// Letters that look alike, in pairs; readers and writers take one for the other without seeing it.
const lookAlikes = "аaвbеeкkмmнhоoрpсcтtуyхx";

function lookAlike(letter) {
  return lookAlikes[lookAlikes.indexOf(letter) ^ 1];
}

// A word of two alphabets in that of most of its letters, or as it is when some of the others look
// like nothing there. With a digit it is a Latin name if it can be one («1с», «х64»).
function withOneAlphabet(word) {
  if (!/[Ѐ-ӿ]/.test(word) || !/[a-z0-9]/.test(word)) return word;
  const asLatin = word.replace(/[авекмнорстух]/g, lookAlike);
  const isLatin = !/[Ѐ-ӿ]/.test(asLatin);
  if (isLatin && /[0-9]/.test(word)) return asLatin;
  const count = (letters) => word.match(letters)?.length ?? 0;
  if (count(/[a-z]/g) > count(/[Ѐ-ӿ]/g)) return isLatin ? asLatin : word;
  const asCyrillic = word.replace(/[abekmhopctyx]/g, lookAlike);
  return /[a-z]/.test(asCyrillic) ? word : asCyrillic;
}

// Every unit of a text: { start, end, parts: [word, …], whole: word or null }, places in UTF-16.
// Takes any text, in time that grows as its length does.
export function units(text) {
  const found = [];
  // The last unit, its letters so far, and whether a word may still join it.
  let unit = null;
  let letters = "";
  let isOpen = false;
  for (let index = 0; index < text.length;) {
    if (!foldedAt(text, index)) {
      index += 1;
      continue;
    }
    const { word, end } = wordAt(text, index);
    const joiner = isOpen && index === unit.end + 1 ? text[unit.end] : "";
    if (joins(joiner, unit?.parts.at(-1), word)) {
      unit.parts.push(word);
      unit.end = end;
      letters += joiner === "." ? "." + word : word;
      const isWhole = unit.parts.length <= MOST_PARTS && letters.length <= LONGEST_WORD;
      unit.whole = isWhole ? withOneAlphabet(letters) : null;
    } else {
      const sign = signBehind(text, word, end);
      const whole = sign ? word.replace("с", "c") + sign : null;
      unit = { start: index, end: end + sign.length, parts: [word], whole };
      letters = word;
      isOpen = !sign;
      found.push(unit);
    }
    index = unit.end;
  }
  return found;
}

// A dot alone may be the end of a sentence with no space behind it.
function joins(joiner, before, word) {
  if (joiner === ".") return /[a-z0-9]/.test(before) || /[a-z0-9]/.test(word);
  return joiner !== "" && "-\u2010\u2011_".includes(joiner);
}

// What makes another name of a word: «c++», «c#», with a Cyrillic «с» too.
function signBehind(text, word, end) {
  const sign = text.startsWith("++", end) ? "++" : text[end] === "#" ? "#" : "";
  if (!sign || !(sign === "#" ? /^[a-zс]$/ : /^(?:[a-z]{1,12}|с)$/).test(word)) return "";
  const next = end + sign.length;
  return next < text.length && foldedAt(text, next) ? "" : sign;
}

// Words have stems, names with digits or signs have none. Snowball takes the end of «портал» for that
// of a verb, and not so in «порталу»: here both are «порта».
export function stem(word) {
  if (/[0-9.+#]/.test(word)) return word;
  if (/[Ѐ-ӿ]/.test(word)) return russianStem(word).replace(/([аеиоуыэюя].*[ая])[лн]$/, "$1");
  return /^[a-z]+$/.test(word) ? englishStem(word) : word;
}

// Goes from the end of a Russian stem, the first that leaves four letters.
const looseEndings = ("ирован ирова ировк ован ова еван ева ыван ыва иван ива енн анн ац яц ен ан ян "
  + "йк а я и н к л ь й").split(" ");

// A coarser key than the stem: what «подключить» and «подключение», «ссылка» and «ссылок» share.
export function root(letters) {
  if (!/^[а-я]+$/.test(letters)) return letters;
  let key = letters.replace(/([аеиоуыэюя])ек$/, "$1йк");
  // A word of one syllable has no vowel to lose («срок», «век»).
  key = key.replace(/([аеиоуыэюя].*[^аеиоуыэюя])[ое]([кц])$/, "$1$2");
  const ending = looseEndings.find((end) => key.endsWith(end) && key.length - end.length >= 4);
  if (ending) key = key.slice(0, -ending.length);
  return key.replace(/([пбвмф])л$/, "$1");
}

// The list of Sources/SpravkaKit/Text/StopWords.swift; a test compares the two.
export const stopWords = new Set((
  "а без более буду будут бы был была были было быть в вам вами вас ваш ваша ваше вашего " +
  "вашей вашем ваши ваших вашу весь во вообще вот все всего всей всем всех всю вы где да " +
  "делаем делает делать делаю для до должен должна должно должны его ее если есть еще ж же " +
  "за зачем здесь здравствуйте и из или им ими их к каждый как какая какие каким каких " +
  "каков какова каково каковы какого какой какому какую кем когда кого кому которая " +
  "которого которое которой котором которую которые который которых кто куда ли либо между " +
  "меня мне мной мог могла могли могу мое моего моей моем моему может можете можно мои моим " +
  "моими моих мой мою моя мы на над надо нам нами нас наш не него нее нельзя нет ни никак " +
  "никто них ничего но ну нужен нужна нужно нужны о об объясните обычно он она они оно " +
  "опять от откуда ото перед по под подскажете подскажи подскажите пожалуйста пока " +
  "получается помоги помогите помочь после потом потому почему поэтому при про просто " +
  "пытаюсь раз расскажите с сам сами своего своей свои своих свой свою сделать себе себя " +
  "сейчас скажи скажите сколько случае смог смогу снова со совсем спасибо так такая также " +
  "такие такое такой там те тем теперь то тогда того тоже той только том тот ту тут ты у " +
  "уже узнать хотел хотела хотелось хотим хотите хотя хочет хочется хочу чего чей чем чему " +
  "через что чтоб чтобы эта эти этим этих это этого этой этом этот эту " +
  "a able about after again all also am an and any anything are aren as at be because been " +
  "before being both but by can cannot could couldn d did didn do does doesn doing don done " +
  "each every explain for from get has hasn have haven he hello help her here hi him his " +
  "how i if in into is isn it its just know let lets ll m many may me might more most much " +
  "must my need no not of on only or other our out over please possible re really s shall " +
  "she should shouldn so some someone something such t tell than thank thanks that the " +
  "their them then there these they this those through to too trying under up us use using " +
  "ve very want wanted wants was wasn way we were what when where which while who whom " +
  "whose why will with won would wouldn you your"
).split(" "));

export function isStop(word) {
  return stopWords.has(word);
}
