// The folded navigation closes on Escape and on a click elsewhere; without script a second click on its name closes it.
"use strict";

(() => {
  const folds = () => document.querySelectorAll(".court-nav details[open]");
  document.addEventListener("click", (event) => {
    for (const fold of folds()) {
      if (!fold.contains(event.target)) fold.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const fold of folds()) {
      fold.open = false;
      fold.querySelector("summary").focus();
    }
  });
})();
