"use strict";
// Layers are switched, the drawing is enlarged, and what the pointer is on is
// marked in the drawing and in the list. Texts are only ever set as text.
const info = document.getElementById("info");
let kept = null;
for (const box of document.querySelectorAll("[data-layer]")) {
  const layer = document.getElementById("l-" + box.dataset.layer);
  const set = () => { layer.style.display = box.checked ? "" : "none"; };
  box.addEventListener("change", set);
  set(); // browsers keep the state of a switch over a reload
}
const zoom = document.getElementById("zoom");
if (zoom) {
  const set = () => { document.querySelector("svg").style.width = zoom.value + "%"; };
  zoom.addEventListener("input", set);
  set();
}
function mark(element) {
  for (const hot of document.querySelectorAll(".hot")) hot.classList.remove("hot");
  if (!element) return [];
  const ids = (element.dataset.id || "").split(" ").filter(id => id);
  const all = ids.length ? [...document.querySelectorAll(ids.map(id => '[data-id~="' + CSS.escape(id) + '"]').join(","))] : [];
  for (const other of all) other.classList.add("hot");
  const title = [element, ...all].map(e => e.querySelector("title")).find(t => t);
  if (info && title) info.textContent = title.textContent;
  return all;
}
function pointed(target) {
  return target instanceof Element ? target.closest("[data-id], rect:has(> title)") : null;
}
document.addEventListener("pointerover", event => {
  const element = pointed(event.target);
  if (element && !kept) mark(element);
});
document.addEventListener("click", event => {
  if (event.target.closest("nav")) return;
  const element = pointed(event.target);
  kept = element;
  if (info) info.classList.toggle("kept", !!kept);
  const from = element && element.closest("#blocks");
  for (const other of mark(element)) {
    if (!!other.closest("#blocks") !== !!from) other.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
});
