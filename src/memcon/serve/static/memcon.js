// On top of pages that work without it: the chart of the timeline, keys in the review queue, the newest state of filters.
"use strict";

function words(text) {
  const held = document.createElement("span");
  held.textContent = text;
  return held;
}

function drawChart() {
  const place = document.getElementById("chart");
  if (!place || place.dataset.drawn || typeof vis === "undefined" || !vis.Timeline) return;
  place.dataset.drawn = "yes";
  place.hidden = false;
  const items = new vis.DataSet(), pages = new Map();
  const options = {
    minHeight: 220, maxHeight: 440, stack: true, selectable: true, multiselect: false, showCurrentTime: true,
    zoomMin: 1000 * 60 * 60 * 24 * 3, zoomMax: 1000 * 60 * 60 * 24 * 366 * 80, zoomKey: "ctrlKey", verticalScroll: true, tooltip: {followMouse: true},
    orientation: "top", margin: {item: {horizontal: 4, vertical: 5}, axis: 6}, order: (a, b) => a.rank - b.rank,
    cluster: {maxItems: 3, titleTemplate: "{count} events", showStipes: false, fitOnDoubleClick: true},
    template: (item) => words(item.isCluster ? String(item.items.length) : item.label),
  };
  const chart = new vis.Timeline(place, items, options);
  chart.on("select", (chosen) => {
    const page = chosen.items.length && pages.get(chosen.items[0]);
    if (page) window.location.href = page;
  });
  let isFirst = true;
  const more = (address) => fetch(address, {headers: {accept: "application/json"}}).then((r) => r.ok ? r.json() : {items: []}).then((found) => {
    for (const e of found.items) pages.set(e.id, e.href);
    items.add(found.items.map((e) => ({id: e.id, start: e.start, end: e.end || undefined, type: e.end ? "range" : "box", label: e.label, title: words(e.title), className: e.style, rank: e.rank})));
    if (isFirst || !found.next) chart.fit({animation: false});
    isFirst = false;
    if (found.next) return more(found.next);
  });
  more(place.dataset.items);
}

document.addEventListener("DOMContentLoaded", drawChart);
document.addEventListener("htmx:after:swap", drawChart);
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || /^(input|select|textarea)$/i.test(event.target.tagName)) return;
  if (event.key === "/") {
    const find = document.querySelector(".find input");
    if (find) { find.focus(); event.preventDefault(); }
    return;
  }
  const first = document.querySelector(".doubt");
  const button = first && first.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (button) { button.click(); event.preventDefault(); }
});
