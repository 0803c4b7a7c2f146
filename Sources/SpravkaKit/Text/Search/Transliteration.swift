// Russian as people write it in Latin letters («parol», «nastrojka») → Cyrillic, in the one way
// that is the likeliest. The table is that of templates/search/keyboard.js.

/// Whatever is not Latin stays as it is; capitals become small.
func transliterated(_ text: String) -> String {
  var latin: [UInt8] = []
  for scalar in text.unicodeScalars {
    latin += scalar == "\u{2019}" ? [.apostrophe] : String(scalar).utf8.map(\.asciiLowercased)
  }
  return String(decoding: russianSounds.applied(to: latin), as: UTF8.self)
}

private let russianSounds = SoundRules(
  """
  >shch>=щ >shh>=щ ^>sch>et|yot|it|as=сч s>sch>=сч >sch>=щ >sh>=ш >zh>=ж >kh>=х >ch>=ч >ph>=ф
  >th>=т >tsya>$=тся >tsja>$=тся >tsia>$=тся ^>ots>u|r|ch|l=отс >ts>k|t=тс >ts>=ц >ck>=к
  >cc>a|o|u|l|r=кк >c>t=к ^>c>a|o|u|l|r=к ^>c>$=с >qu>=кв V>x>e|i|t|p|c|f|k=кс e|u>x>$=кс
  ^>j>da|de|alo|urn|el=ж mo|nu|lo|va>j>n=ж >ya>=я >ja>=я >yu>=ю >ju>=ю >yo>=ё >jo>=ё V>ye>=е
  ^>ye>=е >ye>$=ые v>ye>=ые b|d|z|s>ye>=ъе >ye>=ье V>je>=же b|d|z|s>je>=ъе >je>=е V>y>=й ^>y>=у
  V>j>C|$=й V>ia>=я ^>ia>=я >ia>$=ия >ia>t$|et|em|ut|yut|iut=я V>iu>=ю >iu>$=ию >iu>m|s=иу >iu>=ю
  a|e|o|u|y>i>$=й ^>eh>k|l|t|m|n|s|f=э ^>e>sl|st|sh|sch|go|e|di|zh|j|v|mu$|yo=е ^>e>=э b>'>y|j|e=ъ
  C>''>=ъ C>'>=ь
  """, sounds: "а б ц д е ф г х и ж к л м н о п к р с т у в в х ы з")
