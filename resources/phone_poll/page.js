// Shows a new question or round as soon as it is there. Everything else works without this script.
(() => {
  "use strict";
  const { version, changes } = document.body.dataset;
  const lost = document.getElementById("lost");
  const spread = document.getElementById("spread");
  let source = null;

  const show = () => location.replace(location.pathname);

  const end = () => {
    source.close();
    source = null;
    document.querySelector("main").replaceChildren(document.getElementById("ended").content.cloneNode(true));
    document.querySelector("header p + p")?.remove();  // no round is open any more
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

  // How many dots are given; a phone that goes back to the page may have filled the form in again.
  const tell = () => {
    if (!spread) return;
    const chosen = [...document.querySelectorAll(".dots input:checked")];
    const given = chosen.reduce((sum, input) => sum + Number(input.value), 0);
    const words = spread.dataset.words.replace("{given}", given);
    if (spread.textContent !== words) spread.textContent = words;
    spread.classList.toggle("over", given > Number(spread.dataset.dots));
  };

  // A phone that was locked or turned away from its network may have lost the connection without a word.
  document.addEventListener("visibilitychange", () => { if (source && !document.hidden) listen(); });
  document.addEventListener("change", tell);
  window.addEventListener("pageshow", (event) => { if (event.persisted) show(); else tell(); });
  window.addEventListener("pagehide", () => { if (source) source.close(); });
  listen();
})();
