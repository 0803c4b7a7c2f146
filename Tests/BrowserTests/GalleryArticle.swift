/// Everything that an article can hold.
let everythingArticle = """
  ---
  title: Всё, что бывает в статье
  author: Анна Ильина
  editor: Борис Котов
  owner: Отдел поддержки
  created: 2026-01-15
  updated: 2026-11-18
  reviewed: 2026-11-19
  revision: "7"
  tags: [пароль]
  changes: [{date: 2026-11-18, text: Поправка}]
  recommended: [wide.md, ../registration/account/passport.md]
  ---

  Вступление со [ссылкой](wide.md), **кнопкой** и сноской[^1]. Меню: **Пароли › Авторизация**.

  ## Вкладки {#tabs}

  К шагам [для macOS](#on-mac) и [для Linux](#on-linux).

  ::::tabs{group=os}
  :::tab[Windows]
  Первая вкладка.
  :::
  :::tab[macOS]
  Вторая вкладка.

  ### Шаги для macOS {#on-mac}

  Текст.
  :::
  :::tab[Linux]
  Третья вкладка.

  ### Шаги для Linux {#on-linux}

  Текст.
  :::
  ::::

  Ещё раз о том же.

  ::::tabs{group=os}
  :::tab[macOS]
  Снова вторая.
  :::
  :::tab[Windows]
  Снова первая.
  :::
  ::::

  Сами по себе.

  ::::tabs
  :::tab[Телефон]
  Сверху.
  :::
  :::tab[Windows]
  Снизу.
  :::
  ::::

  ## Редакции {#editions}

  К блоку [для облака](#in-cloud) и [для коробки](#in-box).

  :::edition{only=cloud}
  ### Заголовок облака {#in-cloud}

  Текст для облака.
  :::

  :::edition{only=on-premise}
  ### Заголовок коробки {#in-box}

  Текст для коробки.
  :::

  ## Шаги и картинки {#steps}

  1. Откройте окно.

     ![Широкая картинка](wide.svg "Картинка шире колонки")

  2. Нажмите кнопку.

     - раз
     - два

  3. Готово.

  ![Небольшая картинка](small.svg)

  ## Код и таблица {#code}

  ```sh
  spravka build
  ```

  ```sh
  spravka build \(String(repeating: "--site content ", count: 20))
  ```

  | Что | Где | Зачем |
  |---|:-:|--:|
  | Один | Два | 3 |

  - [x] сделано
  - [ ] нет

  ## Врезки {#callouts}

  > [!NOTE]
  > Примечание.

  > [!TIP]
  > Совет.

  > [!IMPORTANT]
  > Важное.

  > [!WARNING]
  > Внимание.

  > [!CAUTION]
  > Осторожно.

  > Цитата.

  :::details[Подробности]
  ### Внутри подробностей {#inside}

  Скрытый текст.
  :::

  Открыть [скрытый текст](#inside).

  [](../registration/account/passport.md)

  ## Коротко

  - Раз.
  - Два.

  [^1]: Сноска.
  """
