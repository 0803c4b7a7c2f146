// Leads on with the query and the anchor that were asked for: a refresh would lose them.
(function (url) {
  if (location.protocol === "file:") url += "index.html";
  location.replace(url + location.search + location.hash);
})(document.currentScript.dataset.url);
