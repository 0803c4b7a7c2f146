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
