// Before the first paint: what the reader has chosen. Everything else waits in site.js.
(function (root) {
  var editions = (root.dataset.editions || "").split(" ");
  var asked = /[?&]edition=([a-z0-9-]+)/.exec(location.search);
  var theme, edition;
  root.dataset.js = "";
  // The page of search waits for its results instead of showing something else before.
  if (/[?&]q=[^&]/.test(location.search)) root.dataset.asked = "";
  try {
    theme = localStorage.getItem("spravka-theme");
    if (asked && editions.indexOf(asked[1]) >= 0) localStorage.setItem("spravka-edition", asked[1]);
    edition = localStorage.getItem("spravka-edition");
    // What the reader has opened in the tree and which tabs were chosen is put back by site.js; the
    // page waits for it, or it would move.
    if ((sessionStorage.getItem("spravka-tree") || "[]") !== "[]"
      || /spravka-tab-/.test(Object.keys(localStorage))) root.dataset.wait = "";
  } catch (e) {}
  if (asked && editions.indexOf(asked[1]) >= 0) edition = asked[1];
  if (theme === "dark" || theme === "light") root.dataset.theme = theme;
  if (editions[0]) root.dataset.edition = editions.indexOf(edition) < 0 ? editions[0] : edition;
})(document.documentElement);
