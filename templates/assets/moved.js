// Leads readers of an anchor of old to where it has gone; without this they find a line that says so.
(() => {
  const go = () => {
    let name = location.hash.slice(1);
    try { name = decodeURIComponent(name); } catch {}
    const line = name && document.getElementById(name);
    if (line && line.matches(".moved > li")) location.replace(line.querySelector("a").href);
  };
  addEventListener("hashchange", go);
  go();
})();
