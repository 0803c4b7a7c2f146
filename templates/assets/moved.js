// Leads readers of an anchor of old to where it has gone; without this they find a line that says so.
(() => {
  const go = () => {
    let name = location.hash.slice(1);
    try { name = decodeURIComponent(name); } catch {}
    const line = name && document.getElementById(name);
    if (line && line.matches(".moved > li")) {
      const url = new URL(line.querySelector("a").href);
      // What the address asked for goes along.
      if (!url.search) url.search = location.search;
      location.replace(url.href);
    }
  };
  addEventListener("hashchange", go);
  go();
})();
