# Finds what goes against the order of SpravkaKit's folders: a stage knows the stages before it and
# its neighbours, never those after it. Swift has no such borders inside a module, so this script
# collects the names that each folder declares at top level and looks for them in lower folders.
# usage: awk -f .ci/folders.awk pass=1 FILE… pass=2 FILE…   (the same files twice)
#
# A name that is declared (nested, too) at the user's own level or below is taken for that one.
# Members that a higher folder adds to a lower type are not seen: their names are rarely unique.

BEGIN {
  place("Source Diagnostics Text Picture Colour", 1)
  place("Configuration", 2)
  place("Scan Readers Baseline Links", 3)
  place("Parse", 4)
  place("Resolve", 5)
  place("Render Search", 6)
  place("Emit Compose", 7)
  everything = 8 # Build*.swift
  place("Preview", 9)
  anyone = 0 # other files at the kit's root, such as ParallelMap.swift
}

function place(folders, rank,   names, count, i) {
  count = split(folders, names, " ")
  for (i = 1; i <= count; i++) rankOf[names[i]] = rank
}

FNR == 1 {
  inText = 0
  folder = FILENAME
  sub(/^.*SpravkaKit\//, "", folder)
  if (folder ~ /\//) {
    sub(/\/.*/, "", folder)
    if (!(folder in rankOf) && pass == 1) {
      print FILENAME ":1: the folder " folder " has no place in the order: give it one in .ci/folders.awk"
      bad = 1
    }
    rank = folder in rankOf ? rankOf[folder] : everything
  } else {
    rank = folder ~ /^Build/ ? everything : anyone
    folder = rank == anyone ? "the kit's root" : "Build"
  }
}

# Leaves only code: texts and comments name whatever they like.
{
  line = $0
  gsub(/"(\\.|[^"\\])*"/, "\"\"", line)
  sub(/\/\/.*/, "", line)
  if (line ~ /"""/) { inText = !inText; next }
  if (inText) next
}

pass == 1 {
  topLevel = line ~ /^[a-z@]/ && line !~ /^(file)?private /
  rest = line
  while (match(rest, /(struct|enum|class|actor|protocol|typealias|func) +[A-Za-z_][A-Za-z0-9_]*/)) {
    name = substr(rest, RSTART, RLENGTH)
    isFunction = name ~ /^func/
    sub(/^[a-z]+ +/, "", name)
    if (!(name in lowest) || rank < lowest[name]) lowest[name] = rank
    # A method is not what a bare call in another folder means.
    if (topLevel && (!(name in home) || rank < home[name])) {
      home[name] = rank
      homeFolder[name] = folder
      called[name] = isFunction
    }
    rest = substr(rest, RSTART + RLENGTH)
  }
}

pass == 2 {
  rest = line
  before = ""
  while (match(rest, /[A-Za-z_][A-Za-z0-9_]*/)) {
    name = substr(rest, RSTART, RLENGTH)
    before = RSTART > 1 ? substr(rest, RSTART - 1, 1) : ""
    rest = substr(rest, RSTART + RLENGTH)
    if (!(name in home) || home[name] <= rank || lowest[name] <= rank || before == ".") continue
    if (called[name] && rest !~ /^[(<]/) continue
    print FILENAME ":" FNR ": " name " belongs to " homeFolder[name] ", which " folder " must not know"
    bad = 1
  }
}

END { exit bad }
