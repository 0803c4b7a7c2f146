// A title → the plain letters of its URL or anchor, as the generator makes them. Blocks of the index
// leave out what can be made so.

// From «а» to «я»; the two signs have none.
const LETTERS = "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(" ");
const OTHERS = { "ё": "e", "є": "ie", "і": "i", "ї": "i", "ў": "u", "ґ": "g" };

export function slug(text) {
  let made = "";
  for (const sign of text) {
    const small = sign.toLowerCase();
    const letter = /[a-z0-9]/.test(small) ? small : LETTERS[small.charCodeAt(0) - 0x430] ?? OTHERS[small];
    if (letter !== undefined) made += letter;
    else if (!/[\p{Alphabetic}\p{Cf}\p{Mn}\p{Me}]/u.test(sign) && made && !made.endsWith("-")) made += "-";
  }
  return made.replace(/-+$/, "");
}
