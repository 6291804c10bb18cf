// Shows a new question or round as soon as it is there. Everything else works without this script.
(() => {
  "use strict";
  const { version, changes } = document.body.dataset;
  const lost = document.getElementById("lost");
  let source = null;

  const show = () => location.replace(location.pathname);

  const end = () => {
    source.close();
    source = null;
    document.querySelector("main").replaceChildren(document.getElementById("ended").content.cloneNode(true));
    document.querySelector("h1").focus();
    document.title = document.querySelector("h1").textContent;
  };

  const listen = () => {
    if (source) source.close();
    source = new EventSource(changes);
    source.onopen = () => { lost.textContent = ""; };
    source.onerror = () => { lost.textContent = lost.dataset.words; };
    source.onmessage = (event) => { if (event.data !== version) show(); };
    source.addEventListener("ended", end);
    // the same browser listens in another tab; this one goes on once it is looked at
    source.addEventListener("displaced", () => source.close());
  };

  // A phone that was locked or turned away from its network may have lost the connection without a word.
  document.addEventListener("visibilitychange", () => { if (source && !document.hidden) listen(); });
  window.addEventListener("pageshow", (event) => { if (event.persisted) show(); });
  window.addEventListener("pagehide", () => { if (source) source.close(); });
  listen();
})();
