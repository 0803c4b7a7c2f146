// A Latin name of a product → how Russians write it by ear («вордпресс»), so that it is found by
// both. It need not be right to the letter: search forgives a slip or two. Only the index holds
// such names; browsers know nothing of these rules.

/// Nil for a word that is short, not all of small Latin letters, or cannot be read aloud.
func phoneticAlias(of word: String) -> [UInt8]? {
  if let known = knownNames[word] { return Array(known.utf8) }
  let letters = Array(word.utf8)
  guard 4...24 ~= letters.count, letters.allSatisfy({ 0x61...0x7A ~= $0 }) else { return nil }
  guard !isStopWord(letters.span) else { return nil }
  // Names such as «https» and «mfcmapi» are spelt, not read.
  let consonants = letters.split(whereSeparator: \.isLatinVowel)
  let vowels = letters.split { !$0.isLatinVowel }
  guard !vowels.isEmpty, vowels.allSatisfy({ $0.count < 4 }) else { return nil }
  guard consonants.allSatisfy({ $0.count < 5 }) else { return nil }
  return heardSounds.applied(to: letters)
}

/// Names that no rule would give.
private let knownNames = Dictionary(
  uniqueKeysWithValues: """
    adobe=адоб amazon=амазон apache=апач apple=эпл archive=архив azure=ажур bluetooth=блютуз
    browser=браузер cache=кэш cisco=циско email=имейл ethernet=эзернет facebook=фейсбук
    firefox=файрфокс firewall=файрвол gmail=джимейл github=гитхаб google=гугл group=групп
    huawei=хуавей icloud=айклауд imac=аймак intel=интел ipad=айпад iphone=айфон itunes=айтюнс
    java=джава json=джейсон kaspersky=касперский mysql=майскл nginx=энджинкс nvidia=нвидиа
    office=офис onedrive=вандрайв oracle=оракл powerpoint=поверпоинт project=проджект python=питон
    safari=сафари samsung=самсунг sharepoint=шарепоинт steam=стим ubuntu=убунту update=апдейт
    viber=вайбер visa=виза whatsapp=ватсап wifi=вайфай windows=виндовс xiaomi=сяоми yandex=яндекс
    youtube=ютуб
    """.split(whereSeparator: \.isWhitespace).map { pair in
      let sides = pair.split(separator: "=")
      return (String(sides[0]), String(sides[1]))
    })

private let heardSounds = SoundRules(
  """
  ^>micro>=майкро >back>=бэк >down>=даун >frame>=фрейм >gate>=гейт >work>=ворк >bug>=баг
  >plug>=плаг ^>kn>=н ^>wr>=р ^>ps>=пс ^>ya>=я ^>you>=ю ^>yu>=ю ^>yo>=йо ^>up>=ап ^>un>=ан
  >tion>=шен >sion>=шен >ture>$=чер >age>$=едж >dge>=дж >ge>$=дж >tch>=ч >sch>=ш >chr>=хр >ch>=ч
  >sh>=ш >ph>=ф >th>=т >ck>=к >qu>=кв >wh>=в >xc>e|i|y=кс ^>x>V=кс >x>=кс >cc>e|i|y=кс >c>e|i|y=с
  >igh>=ай >ware>$=вер >our>=ор >ou>te=оу >ou>=ау >oo>=у >ow>=оу >oi>d$=ои >oi>=ой >oy>=ой >ee>=и
  >ea>=и >ei>=ей >ey>=ей >ai>=ей >ay>=ей >au>=ау >aw>C|$=о >eu>=ю >ew>C|$=ью >ie>=и >ui>C=и
  >ue>$=ю VC|VCC|VCCC>i>ce$|ve$|ces$|ves$=и
  >i>ce$|ve$|ne$|te$|de$|le$|ke$|me$|re$|ze$|pe$|fe$|se$=ай >y>Ce$=ай >are>$=ер
  >a>ce$|ge$|me$|te$|de$|le$|ke$|se$|ne$|pe$|ve$|ze$=ей >ub>$=аб C>le>$=л >el>$=ель C>e>$= V>e>$=
  ^>e>=э ^>y>=й C>y>=и >y>=й >j>=дж
  """, sounds: "а б к д е ф г х и дж к л м н о п к р с т у в в кс и з")
