/// What `--help` says, in general or about one command.
func helpText(_ topic: String?) -> String {
  switch topic {
  case "build": buildHelp
  case "check": checkHelp
  case "serve": serveHelp
  case "search": searchHelp
  case "new": newHelp
  case "init": initHelp
  default: generalHelp
  }
}

private let generalHelp = """
  spravka: a folder of Markdown help articles in, a help-desk site out

  usage: spravka COMMAND [OPTIONS]

    build        write the site to its output folder
    check        report what is wrong with the content and write nothing
    serve        show the site while it is being written
    new PATH     begin a new article
    search TEXT  show what readers find
    init DIR     make a new site with its first articles

    --help       this text; 'spravka build --help' for a command
    --version    the version

  exit codes: 0 fine, 1 errors in the content (nothing is published, the last site stays),
  2 wrong usage, 3 the machine failed (disk full, no permission)

  """

private let commonOptions = """
    --site DIR       the site's folder, which holds content/ (default: .)
    --drafts         drafts, and articles of a later day, count as published
    --strict         warnings count as errors
    --now DATE       the day of the build, YYYY-MM-DD
                     (default: that of SOURCE_DATE_EPOCH, else today, UTC)
    --jobs N         how many processors to use (default: all)
    --format FORMAT  text (to standard error); json, github (annotations of a workflow) or sarif
                     (2.1.0), all to standard output
    --baseline FILE  leave out the findings that the file knows; levels that are fixed count on
    --timing         say how long each stage took

  """

private let buildHelp = """
  usage: spravka build [OPTIONS]

  Writes the site to its output folder: complete before one exchange of folders, so that a reader
  sees the old site or the new one. Files that have not changed keep their time stamps; files that
  are not Spravka's stay. With an error in the content nothing is written.

    --output DIR     where the site goes (default: public in the site's folder)
    --clean          write every file anew, whatever the last build left
    --part I/N       write part I of N only, into a folder of its own (--output); the site is what
                     'cp -r PART/. SITE' makes of all parts

  """ + commonOptions

private let checkHelp = """
  usage: spravka check [OPTIONS]

  Reports everything that is wrong with the content and the templates, and writes no site.

    --against FILE         report what the published site answers and this one would not; FILE is its
                           manifest.json
    --write-baseline FILE  make all findings of now known ones: those that --baseline leaves out
    --links                ask other sites whether the pages are there that links lead to (by curl)
    --links-cache FILE     what is known from earlier runs (default: .spravka-links.json in the
                           site's folder); pages that were there are asked again after a week
    --links-limit N        how many addresses to ask at most (default: 1000)
    --links-private        ask hosts of this machine and its network, too

  """ + commonOptions

private let serveHelp = """
  usage: spravka serve [OPTIONS]

  Shows the site in a browser while it is being written: drafts too, what was saved at once, and the
  findings of each article on its page. Nothing is written. Ctrl+C ends it.

    --site DIR       the site's folder, which holds content/ (default: .)
    --port N         where to listen; the next free one when it is taken (default: 8024)
    --host ADDRESS   the IPv4 address to listen on (default: 127.0.0.1, for this machine alone)
    --open           open the browser
    --now DATE       the day of the build, YYYY-MM-DD
                     (default: that of SOURCE_DATE_EPOCH, else today, UTC)
    --jobs N         how many processors to use (default: all)

  """

private let searchHelp = """
  usage: spravka search TEXT [OPTIONS]

  Searches the site as its readers do: the same results in the same order, with the file of each.
  Behind '--' everything is text. Nothing found is no error.

    --site DIR       the site's folder, which holds content/ (default: .)
    --language CODE  the language to search (default: the first of the site)
    --edition ID     leave out what is about other editions only
    --limit N        how many results to show (default: 10)
    --explain        say which words of the text each article holds
    --drafts         drafts, and articles of a later day, count as published
    --now DATE       the day of the build, YYYY-MM-DD
                     (default: that of SOURCE_DATE_EPOCH, else today, UTC)
    --jobs N         how many processors to use (default: all)
    --format FORMAT  text or json, both to standard output

  """

private let newHelp = """
  usage: spravka new PATH --title TITLE [OPTIONS]

  Begins a new article: a file with its title, an id of its own, the day, the author that git knows,
  and the sections to fill in. It is a draft until 'draft: true' is taken out. The path of the file
  goes to standard output; a file that is there already is left alone.

  PATH is below the folder of the first language, or begins with a language: 'account/qr.md',
  'en/account/qr.md'. A category alone, 'account/', takes the name of the file from the title;
  'account/_index.md' makes a category.

    --title TITLE    the title of the article
    --language CODE  the language of the article (default: the first of the site)
    --site DIR       the site's folder, which holds content/ (default: the one where one stands)
    --now DATE       the day of writing, YYYY-MM-DD
                     (default: that of SOURCE_DATE_EPOCH, else today, UTC)

  """

private let initHelp = """
  usage: spravka init DIR

  Makes a new site in DIR: site.yml, a home page, a category and its first articles. A folder that
  has content already is left alone.

  """
