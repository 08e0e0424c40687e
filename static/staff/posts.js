/* While one types: how many characters are left by Weibo's counting (the server counts again). And copying a text. */

const LINK = /https?:\/\/[!-~]+/g;
const halves = (text) => [...text].reduce((sum, character) => sum + (character.codePointAt(0) < 128 ? 1 : 2), 0);

/** Characters left of a text, with the frame around it and the link that is added to it. */
function left(text, { limit, halves: frame, link }) {
  const links = (text.match(LINK) ?? []).length + 1;
  const rest = halves(text.trim().replace(LINK, ""));
  return Number(limit) - Math.ceil((rest + Number(frame)) / 2) - links * Number(link);
}

for (const area of document.querySelectorAll("textarea.post-text")) {
  const room = document.getElementById("room");
  const tell = () => {
    const rest = left(area.value, area.dataset);
    room.textContent = rest < 0 ? `超出 ${-rest} 字` : `还可写 ${rest} 字`;
    room.classList.toggle("over", rest < 0);
  };
  area.addEventListener("input", tell);
  tell();
}

for (const button of document.querySelectorAll("button[data-copy]")) {
  const area = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(area.value);
      button.textContent = "已复制";
    } catch {
      area.focus();
      area.select();
      button.textContent = "已选中，请按 Ctrl+C 复制";
    }
  });
}
