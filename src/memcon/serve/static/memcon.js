// On top of pages that work without it: the chart of the timeline, keys in the review queue, the newest state of filters.
"use strict";

function words(text) {
  const held = document.createElement("span");
  held.textContent = text;
  return held;
}

const DAY = 86400000;
const isoDay = (time) => new Date(Math.min(Math.max(time, -30610224000000), 7258118400000)).toISOString().slice(0, 10);

// The chart's own script and sheet come when the page has been painted.
function loadChart() {
  const place = document.getElementById("chart");
  if (!place || place.dataset.drawn) return;
  place.dataset.drawn = "yes";
  if (typeof vis !== "undefined") return drawChart(place);
  const style = Object.assign(document.createElement("link"), {rel: "stylesheet", href: place.dataset.style});
  document.head.prepend(style);  // before ours, which is to have the last word
  const script = Object.assign(document.createElement("script"), {src: place.dataset.script, onload: () => drawChart(place), onerror: () => place.remove()});
  document.head.append(script);
}

function barOf(item) {
  const bar = words("");
  const fill = words("");
  bar.className = "column";
  fill.className = "fill";
  fill.style.height = `${item.height}%`;
  bar.append(fill, words(item.label));
  return bar;
}

// Only what is in view, and half as much on either side, is drawn: the server gives events, or their number by period where they are many.
function drawChart(place) {
  const first = Date.parse(place.dataset.first), last = Date.parse(place.dataset.last) + DAY, room = Math.max((last - first) * 0.04, DAY);
  const items = new vis.DataSet(), found = new Map();
  const options = {
    start: first - room, end: last + 5 * room,  // the words of a day stand to its right
    minHeight: 300, maxHeight: 440, stack: true, selectable: true, multiselect: false, showCurrentTime: true,
    zoomMin: 3 * DAY, zoomMax: 366 * 80 * DAY, zoomKey: "ctrlKey", verticalScroll: true, tooltip: {followMouse: true}, orientation: "top",
    margin: {item: {horizontal: 4, vertical: 5}, axis: 6}, order: (a, b) => a.rank - b.rank, template: (item) => item.height ? barOf(item) : words(item.label),
  };
  const chart = new vis.Timeline(place, items, options);
  let held = null, asked = 0, isStacked = true;
  const drawn = (answer) => {
    const most = Math.max(1, ...answer.periods.map((p) => p.count));
    const next = [
      ...answer.items.map((e) => ({id: e.id, start: e.start, end: e.end || undefined, type: e.end ? "range" : "point", label: e.label, title: words(e.title), className: e.style, rank: e.rank, href: e.href})),
      ...answer.periods.map((p) => ({id: p.id, start: p.start, end: Date.parse(p.end) + DAY, type: "range", label: String(p.count), title: words(p.title), className: "period", rank: 0, height: Math.max(4, 100 * p.count / most)})),
    ];
    if (isStacked !== !answer.periods.length) {  // columns stand side by side, and are no higher than they need
      isStacked = !answer.periods.length;
      chart.setOptions({stack: isStacked, minHeight: isStacked ? 300 : 270, maxHeight: isStacked ? 440 : 270});
    }
    const kept = new Set(next.map((e) => e.id));
    items.remove(items.getIds().filter((id) => !kept.has(id)));
    items.add(next.filter((e) => !found.has(e.id)));
    found.clear();
    for (const e of next) found.set(e.id, e);
  };
  const show = (from, to) => {
    const width = to - from;
    if (held && from >= held.from && to <= held.to && width > held.width / 2.5) return;
    const number = ++asked, wanted = {from: from - width / 2, to: to + width / 2, width}, before = held;
    held = wanted;
    const address = new URL(place.dataset.items, window.location.href);
    address.searchParams.set("first", isoDay(wanted.from));
    address.searchParams.set("last", isoDay(wanted.to));
    fetch(address, {headers: {accept: "application/json"}}).then((r) => r.ok ? r.json() : null).then((answer) => {
      if (number !== asked) return;
      if (answer) drawn(answer);
      else held = before;
    });
  };
  chart.on("rangechanged", (range) => show(range.start.getTime(), range.end.getTime()));
  chart.on("select", (chosen) => {
    const item = chosen.items.length && found.get(chosen.items[0]);
    if (!item) return;
    if (item.href) window.location.href = item.href;
    else chart.setWindow(item.start, item.end);
  });
  show(first - room, last + 5 * room);
}

// What is filtered by stands beside the word for it, where the form is folded.
function tellFilters() {
  const told = document.getElementById("filtered");
  const fields = told ? [...told.closest("details").querySelectorAll("input:not([type=hidden]), select")] : [];
  if (told) told.textContent = fields.map((f) => f.value && (f.selectedOptions ? f.selectedOptions[0].text : f.value)).filter(Boolean).join(" · ");
}

// On a narrow screen, where it can be folded, the form makes room for what it found.
function foldFilters() {
  const form = document.querySelector("details.filtering");
  if (form && getComputedStyle(form.querySelector("summary")).display !== "none") form.open = false;
}

const afterPaint = (act) => requestAnimationFrame(() => setTimeout(act));
document.addEventListener("DOMContentLoaded", () => { tellFilters(); afterPaint(loadChart); });
document.addEventListener("htmx:after:swap", () => { tellFilters(); foldFilters(); afterPaint(loadChart); });
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
