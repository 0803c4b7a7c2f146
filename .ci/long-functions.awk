# Finds functions of more than `limit` lines. swift-format has laid the sources out already, so a
# function ends at the first brace that stands as far to the right as the line it began with.
# usage: awk -v limit=60 -f .ci/long-functions.awk FILE…

function begin() {
  start = FNR
  indent = match($0, /[^ ]/)
  name = $0
  sub(/^ */, "", name)
}

FNR == 1 { start = 0 }
/^ *([a-z@][A-Za-z()]* +)*(func |init[(<?]|subscript[(<]|deinit|var [^=]*\{ *$|static let [^=]*= *\{)/ && !start {
  if ($0 !~ /\{.*\} *$/) begin()
  next
}
start && NF && match($0, /[^ ]/) <= indent {
  column = RSTART
  first = substr($0, column, 1)
  # A signature over several lines: `) -> Result {`, `where …`; conditions of compilation.
  if (column == indent && first ~ /[)#{]/) next
  if (column == indent && $0 ~ /^ *(where|->) /) next
  if (column == indent && first == "}" && FNR - start + 1 > limit) {
    print FILENAME ":" start ": " FNR - start + 1 " lines, at most " limit ": " name
    bad = 1
  }
  start = 0
}

END { exit bad }
