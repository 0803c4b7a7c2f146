// The published articles and what is known of their days → findings: days that cannot be, articles
// that nobody has looked at for long, and dates that git could have given but did not.

/// - Parameter today: the day of the build.
func dateFindings(on site: Site, _ history: History, today: CalendarDate) -> [Diagnostic] {
  // By their indices: a copy of an article is not cheap.
  let sources = site.pages.filter { $0.kind == .article && $0.showsText }.compactMap(\.source)
  var findings = historyFindings(sources, of: site, history)
  for source in sources where site.articles[source].front.hasDates {
    findings += implausibleDates(of: site.articles[source], today: today)
  }
  if let interval = site.configuration.reviewAfter {
    findings += sources.compactMap {
      staleness(of: site.articles[$0], after: interval, today: today)
    }
  }
  return findings
}

extension FrontMatter {
  fileprivate var hasDates: Bool {
    created != nil || updated != nil || reviewed != nil || !changes.isEmpty
  }
}

// MARK: - Git

/// Says what is lost only where an article wants it.
private func historyFindings(
  _ sources: [Int], of site: Site, _ history: History
) -> [Diagnostic] {
  // Where git was not asked, nothing is lost.
  if history.isSilent { return [] }
  let wanting = sources.filter { site.articles[$0].needsHistory }
  if wanting.isEmpty { return [] }
  var findings: [Diagnostic] = []
  if let loss = history.loss {
    findings.append(lost(wanting.count, loss.reason, hint: loss.hint))
  }
  let cutOff = wanting.count { site.articles[$0].lastChange == .beyondClone }
  if cutOff > 0 {
    findings.append(
      lost(
        cutOff, "it lies before the commits that this shallow clone holds",
        hint: "fetch all: 'git fetch --unshallow', or 'fetch-depth: 0' where CI makes the clone"))
  }
  if let line = history.misreadLines.first {
    let others = history.misreadLines.count - 1
    let more = others > 0 ? " (and \(others) more)" : ""
    findings.append(
      Diagnostic(
        .gitHistory, "line \(line)\(more) of '.git-blame-ignore-revs' names no commit", file: "",
        hint: "write all digits of the commit's hash, and remarks behind a '#'"))
  }
  return findings
}

private func lost(_ count: Int, _ reason: String, hint: String) -> Diagnostic {
  let articles = "\(count) article\(count == 1 ? "" : "s")"
  return Diagnostic(
    .gitHistory, "the last change of \(articles) is not known: \(reason)", file: "", hint: hint)
}

// MARK: - Reviews

private func staleness(
  of article: Article, after interval: CalendarDuration, today: CalendarDate
) -> Diagnostic? {
  let front = article.front
  if let expire = front.expire, expire.value <= today { return nil }
  guard let last = front.reviewed?.value ?? article.updated ?? front.created?.value,
    let due = last.adding(interval), due <= today
  else { return nil }
  let time = last.elapsed(on: today)
  let (words, place): (String, Range<Int>?) =
    if let reviewed = front.reviewed {
      ("not reviewed for \(time)", reviewed.range)
    } else if article.updated != nil {
      ("never reviewed, and not changed for \(time)", front.updated?.range)
    } else {
      ("never reviewed, and written \(time) ago", front.created?.range)
    }
  return Diagnostic(
    .staleArticle, "\(words): site.yml wants a look at it after \(interval)", file: article.path,
    range: place, hint: "see that all of it still holds, then write 'reviewed: \(today)'")
}

// MARK: - Days that cannot be

/// The last day that an article may name as one that has been.
///
/// Where the writer sits, the next day may have begun already. What waits for its day may bear it.
func latestDay(of front: FrontMatter, today: CalendarDate) -> CalendarDate {
  max(today.adding(days: 1) ?? today, front.publish?.value ?? today)
}

private func implausibleDates(of article: Article, today: CalendarDate) -> [Diagnostic] {
  let front = article.front
  let latest = latestDay(of: front, today: today)
  let written = [
    ("created", front.created), ("updated", front.updated), ("reviewed", front.reviewed),
  ]
  var findings: [Diagnostic] = []
  let report = { (message: String, date: Located<CalendarDate>) in
    findings.append(
      Diagnostic(
        .implausibleDate, message, file: article.path, range: date.range,
        hint: "see whether the year and the month are right"))
  }
  for (key, date) in written {
    guard let date else { continue }
    if date.value > latest {
      report("'\(key)' is after the day of the build, \(today)", date)
    } else if let created = front.created, date.value < created.value {
      report("'\(key)' is before 'created', \(created.value)", date)
    }
  }
  for change in front.changes where change.date.value > latest {
    report("this change is after the day of the build, \(today)", change.date)
  }
  return findings
}
