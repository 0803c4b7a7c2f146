// News of the preview, for all tabs of a browser: one holds the stream and tells the others, since a
// browser opens six connections to one host and no more.
var spravkaStream = (onNews, onLost, onOther = () => {}) => {
  const channel = new BroadcastChannel("spravka-preview");
  let version = null;
  const news = (now) => {
    onLost(false);
    if (now.version === version) return;
    version = now.version;
    onNews(now);
  };
  // A server that was started anew counts from one again.
  const lose = () => {
    version = null;
    onLost(true);
  };
  channel.onmessage = ({ data }) => {
    if (data.news) news(data.news);
    else if (data.isLost) lose();
    else onOther(data);
  };
  const hold = () => new Promise(() => {
    const stream = new EventSource("/_spravka/events");
    stream.addEventListener("version", ({ data }) => {
      const now = JSON.parse(data);
      channel.postMessage({ news: now });
      news(now);
    });
    stream.onerror = () => {
      channel.postMessage({ isLost: true });
      lose();
    };
  });
  if (navigator.locks) navigator.locks.request("spravka-preview", hold); else hold();
  return channel;
};

// Notes what has the focus; what it gives, gives the focus back to the equal of that when all around
// it was made anew, and says which that is.
var spravkaFocus = () => {
  const had = document.activeElement;
  if (!had || had === document.body) return () => null;
  // Scripts number what they make: such an id is another's when something has come above.
  const id = had.id.startsWith("_tab-") ? "" : had.id;
  const keyOf = (element) => {
    const own = ["href", "name", "aria-label"].map((name) => element.getAttribute(name)).find(Boolean);
    const region = element.parentElement?.closest("main, nav, header, footer, aside, form");
    return [own ?? element.textContent, region?.localName, region?.id].join("\n");
  };
  const key = keyOf(had);
  const equals = () => [...document.getElementsByTagName(had.localName)].filter((one) => keyOf(one) === key);
  const at = equals().indexOf(had);
  const caret = had.localName === "input" && had.type === "search" && [had.selectionStart, had.selectionEnd];
  return () => {
    const now = document.activeElement;
    // Who has gone elsewhere meanwhile is left there.
    if (now && now !== document.body) return now;
    const same = equals();
    const next = had.isConnected ? had : (id && document.getElementById(id)) || (same[at] ?? same.at(-1));
    next?.focus({ preventScroll: true });
    if (caret && next) next.setSelectionRange(...caret);
    return next ?? null;
  };
};
