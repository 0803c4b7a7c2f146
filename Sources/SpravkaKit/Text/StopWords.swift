// Words that say nothing of a topic, as WordReader writes them («еще», not «ещё»). A big site finds
// them by counting; in a small one two articles may share nothing else.

let stopWords: [String] = """
  а без более бы был была были было быть в вам вами вас ваш ваша ваше вашего вашей ваши ваших вашем
  вашу весь во вот все всего всей всем всех всю вы где да для до его ее если есть еще ж же за здесь
  и из или им ими их к как какая какие какой когда которая которого которое которой котором которую
  которые который которых кто ли либо между меня мне может можете можно мы на над надо нам нас наш не
  него нее нет ни них но ну нужно о об обычно он она они оно от ото перед по под после потом потому
  поэтому при про раз с сам сами свой своего своей свои своих свою себе себя сейчас со совсем так
  также такая такие такое такой там те тем теперь то тогда того тоже той только том тот ту тут ты у
  уже хотя чего чем через что чтобы эта эти этим этих это этого этой этом этот эту
  a about after all also an and any are as at be because been before but by can could do does for
  from has have here how i if in into is it its may more most no not of on only or other our out over
  please should so some such than that the their them then there these they this those through to
  too under up use was we were what when where which while who will with would you your
  """.split(whereSeparator: \.isWhitespace).map(String.init)
