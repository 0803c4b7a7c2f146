// Words that say nothing of a topic, as WordReader writes them («еще», not «ещё»). A big site finds
// them by counting; in a small one two articles may share nothing else.

let stopWords: [String] = """
  а без более буду будут бы был была были было быть в вам вами вас ваш ваша ваше вашего вашей
  вашем ваши ваших вашу весь во вообще вот все всего всей всем всех всю вы где да делаем делает
  делать делаю для до должен должна должно должны его ее если есть еще ж же за зачем здесь
  здравствуйте и из или им ими их к каждый как какая какие каким каких каков какова каково каковы
  какого какой какому какую кем когда кого кому которая которого которое которой котором которую
  которые который которых кто куда ли либо между меня мне мной мог могла могли могу мое моего моей
  моем моему может можете можно мои моим моими моих мой мою моя мы на над надо нам нами нас наш не
  него нее нельзя нет ни никак никто них ничего но ну нужен нужна нужно нужны о об объясните
  обычно он она они оно опять от откуда ото перед по под подскажете подскажи подскажите пожалуйста
  пока получается помоги помогите помочь после потом потому почему поэтому при про просто пытаюсь
  раз расскажите с сам сами своего своей свои своих свой свою сделать себе себя сейчас скажи
  скажите сколько случае смог смогу снова со совсем спасибо так такая также такие такое такой там
  те тем теперь то тогда того тоже той только том тот ту тут ты у уже узнать хотел хотела хотелось
  хотим хотите хотя хочет хочется хочу чего чей чем чему через что чтоб чтобы эта эти этим этих
  это этого этой этом этот эту
  a able about after again all also am an and any anything are aren as at be because been before
  being both but by can cannot could couldn d did didn do does doesn doing don done each every
  explain for from get has hasn have haven he hello help her here hi him his how i if in into is
  isn it its just know let lets ll m many may me might more most much must my need no not of on
  only or other our out over please possible re really s shall she should shouldn so some someone
  something such t tell than thank thanks that the their them then there these they this those
  through to too trying under up us use using ve very want wanted wants was wasn way we were what
  when where which while who whom whose why will with won would wouldn you your
  """.split(whereSeparator: \.isWhitespace).map(String.init)

private let stopWordVocabulary: Vocabulary = {
  var vocabulary = Vocabulary()
  for word in stopWords {
    let bytes = Array(word.utf8)
    _ = vocabulary.number(of: bytes.span)
  }
  return vocabulary
}()

/// Whether a word, folded, is one of them.
func isStopWord(_ word: Span<UInt8>) -> Bool {
  stopWordVocabulary.contains(word)
}
