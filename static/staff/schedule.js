/* The month as a board: a case or a session is dragged to another day, and its own form is sent with that day. */
"use strict";

let dragged = null;

for (const chip of document.querySelectorAll("form.chip")) {
  chip.addEventListener("dragstart", (event) => {
    dragged = chip;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", chip.action);
  });
  chip.addEventListener("dragend", () => {
    dragged = null;
  });
}

for (const day of document.querySelectorAll("#board [data-day]")) {
  day.addEventListener("dragover", (event) => {
    if (dragged) {
      event.preventDefault();
      day.classList.add("over");
    }
  });
  day.addEventListener("dragleave", () => day.classList.remove("over"));
  day.addEventListener("drop", (event) => {
    event.preventDefault();
    day.classList.remove("over");
    if (dragged && !day.contains(dragged)) {
      dragged.elements.day.value = day.dataset.day;
      dragged.requestSubmit();
    }
  });
}
