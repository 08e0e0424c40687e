// A phrase chosen goes into the text, where it can be filled in; without script the form takes the phrase by itself.
const phrase = document.querySelector("select[name=template]");
const text = document.querySelector("textarea[name=text]");

phrase?.addEventListener("change", () => {
  if (!phrase.value) return;
  const words = phrase.selectedOptions[0].text;
  text.value = text.value ? `${text.value}${words}` : words;
  phrase.value = "";
  const gap = text.value.indexOf("○○");
  text.focus();
  if (gap >= 0) text.setSelectionRange(gap, gap + 2);
});
