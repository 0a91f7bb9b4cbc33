"use strict";
/* The page works without this script; it adds filters, steps from finding to finding, and a choice of looks. */
(() => {
  const root = document.documentElement;
  const find = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const SEVERITIES = ["error", "warning", "advice"];
  const off = { severity: new Set(), family: new Set() };
  let notes = [];
  let current = null;

  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const remember = (name, value) => { try { localStorage.setItem(`newslint-${name}`, value); } catch { /* not kept */ } };
  const recall = (name) => { try { return localStorage.getItem(`newslint-${name}`); } catch { return null; } };

  /* Filters */
  const PLURALS = { error: "errors", warning: "warnings" };
  const told = (name, count) => (SEVERITIES.includes(name) ? `${count} ${count > 1 ? PLURALS[name] ?? name : name}` : `${name} (${count})`);
  const box = (kind, name, count) => {
    const input = make("input", { type: "checkbox", checked: !off[kind].has(name) });
    input.addEventListener("change", () => { off[kind][input.checked ? "delete" : "add"](name); apply(); });
    input.dataset[kind] = name;
    return make("label", {}, input, ` ${told(name, count)}`);
  };
  const count = (key) => {
    const counts = new Map();
    for (const note of notes) counts.set(note.dataset[key], (counts.get(note.dataset[key]) ?? 0) + 1);
    return counts;
  };
  const group = (legend, boxes) => make("fieldset", {}, make("legend", { className: "unseen", textContent: legend }), ...boxes);
  const buildFilters = () => {
    const place = find("#filters");
    if (!place) return;
    const wasOpen = find("details", place)?.open ?? false;
    const severities = count("severity");
    const families = count("family");
    const boxes = SEVERITIES.filter((name) => severities.has(name)).map((name) => box("severity", name, severities.get(name)));
    const rows = [...families].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, number]) => box("family", name, number));
    place.replaceChildren();
    if (boxes.length) place.append(group("Severities to show", boxes));
    if (rows.length > 1) {
      const menu = make("details", { className: "menu", open: wasOpen }, make("summary", { textContent: "Families" }));
      menu.append(make("div", {}, group("Families to show", rows)));
      place.append(menu);
    }
  };
  const isOff = (note) => off.severity.has(note.dataset.severity) || off.family.has(note.dataset.family);
  const numbersOf = (mark) => mark.dataset.f.split(" ");
  const noteOf = (number) => document.getElementById(`f${number}`);
  const apply = () => {
    for (const note of notes) note.hidden = isOff(note);
    for (const list of all(".notes")) list.hidden = !find(".note:not([hidden])", list);
    for (const mark of all("mark[data-f]")) {
      const shown = numbersOf(mark).map(noteOf).filter((note) => note && !note.hidden);
      const grave = SEVERITIES.find((name) => shown.some((note) => note.dataset.severity === name));
      mark.className = grave ?? "off";
    }
    if (current?.hidden) current = null;
    show(current, false);
  };

  /* Steps */
  const visible = () => notes.filter((note) => !note.hidden);
  const show = (note, moves = true, opens = true) => {
    if (opens && current && current !== note && !root.classList.contains("told")) find("details", current).open = false;
    current = note;
    for (const other of all(".current")) other.classList.remove("current");
    const list = visible();
    const place = find("#place");
    if (place) place.textContent = note ? `${list.indexOf(note) + 1} of ${list.length}` : `${list.length} shown`;
    if (!note) return;
    if (opens) find("details", note).open = true;
    note.classList.add("current");
    const number = note.id.slice(1);
    const marks = all("mark[data-f]").filter((mark) => numbersOf(mark).includes(number));
    for (const mark of marks) mark.classList.add("current");
    if (!moves) return;
    for (let parent = note.parentElement; parent; parent = parent.parentElement) if (parent.tagName === "DETAILS") parent.open = true;
    for (const mark of marks.slice(0, 1)) { const closed = mark.closest("details:not([open])"); if (closed) closed.open = true; }
    note.focus({ preventScroll: true });
    (matchMedia("(max-width: 48rem)").matches ? marks[0] ?? note : note).scrollIntoView({ block: "center" });
  };
  const step = (by) => {
    const list = visible();
    if (!list.length) return;
    const at = current ? list.indexOf(current) : by > 0 ? -1 : 0;
    show(list[(at + by + list.length) % list.length]);
  };

  /* Looks */
  const THEMES = ["auto", "light", "dark"];
  const setTheme = (name) => {
    const theme = THEMES.includes(name) ? name : "auto";
    if (theme === "auto") delete root.dataset.theme; else root.dataset.theme = theme;
    const chooser = find("#theme");
    if (chooser) chooser.value = theme;
    remember("theme", theme);
  };
  const LOOKS = { told: "a", speaks: "s", reads: "r", named: "e" };
  const explain = () => {
    const all_ = root.classList.contains("told");
    for (const note of notes) find("details", note).open = all_ || note === current;
  };
  const setLook = (name, is) => {
    root.classList.toggle(name, is);
    const input = find(`[data-look="${name}"]`);
    if (input) input.checked = is;
    if (name === "told") explain();
    remember(name, is ? "on" : "off");
  };
  const toggleSeverity = (name) => {
    if (!name || !notes.some((note) => note.dataset.severity === name)) return;
    off.severity[off.severity.has(name) ? "delete" : "add"](name);
    buildFilters();
    apply();
  };
  const KEYS = {
    j: () => step(1), n: () => step(1), k: () => step(-1), p: () => step(-1),
    1: () => toggleSeverity("error"), 2: () => toggleSeverity("warning"), 3: () => toggleSeverity("advice"),
    t: () => setTheme(THEMES[(THEMES.indexOf(root.dataset.theme ?? "auto") + 1) % THEMES.length]),
    o: () => { const more = current && find("details", current); if (more) more.open = !more.open; },
    "?": () => find("#help")?.showModal(),
  };
  for (const [name, key] of Object.entries(LOOKS)) KEYS[key] = () => setLook(name, !root.classList.contains(name));

  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    if (event.key === "Escape" && current && !find("dialog[open]")) { show(null, false); return; }
    const act = recall("keys") === "off" || find("dialog[open]") ? null : KEYS[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  document.addEventListener("click", (event) => {
    const mark = event.target.closest?.("mark[data-f]");
    const drawn = event.target.closest?.("[data-to]");
    if (drawn) document.getElementById(drawn.dataset.to)?.scrollIntoView({ block: "center" });
    const note = event.target.closest?.(".note");
    if (note && note !== current) show(note, false, !event.target.closest("a, summary"));
    if (!mark || event.target.closest("a")) return;
    const own = numbersOf(mark).map(noteOf).filter((note) => note && !note.hidden);
    if (own.length) show(own[(own.indexOf(current) + 1) % own.length]);
  });
  document.addEventListener("focusin", (event) => {
    // Not by a click: what opens and closes then would move away from under the pointer.
    const note = event.target.matches?.(":focus-visible") && event.target.closest(".note");
    if (note && note !== current) show(note, false, event.target === note);
  });
  for (const menu of all(".menu")) menu.addEventListener("keydown", (event) => { if (event.key === "Escape") menu.open = false; });
  for (const [id, act] of [["next", () => step(1)], ["previous", () => step(-1)], ["keys", KEYS["?"]]]) find(`#${id}`)?.addEventListener("click", act);
  find("#theme")?.addEventListener("change", (event) => setTheme(event.target.value));
  for (const input of all("[data-look]")) {
    const name = input.dataset.look;
    input.addEventListener("change", () => setLook(name, input.checked));
  }
  const single = find("#single-keys");
  if (single) {
    single.checked = recall("keys") !== "off";
    single.addEventListener("change", () => remember("keys", single.checked ? "on" : "off"));
  }

  /* Paper shows what is folded on a screen. */
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all(".paper details:not([open])");
    for (const each of folded) each.open = true;
  });
  addEventListener("afterprint", () => { for (const each of folded) each.open = false; });

  /* Lists of articles */
  const list = find("#articles");
  if (list) {
    const body = find("tbody", list);
    const search = find("#search");
    const least = find("#least");
    const choose = () => {
      const words = search.value.trim().toLowerCase();
      let number = 0;
      for (const row of body.rows) {
        row.hidden = !(row.textContent.toLowerCase().includes(words) && (least.value === "" || Number(row.dataset[least.value]) > 0));
        number += row.hidden ? 0 : 1;
      }
      find("#listed").textContent = `${number} shown`;
    };
    search.addEventListener("input", choose);
    least.addEventListener("change", choose);
    const value = (row, column) => { const cell = row.cells[column]; return cell.dataset.sort ?? cell.textContent; };
    all("thead th", list).forEach((head, column) => {
      const button = make("button", { type: "button", textContent: head.textContent });
      const isNumber = head.classList.contains("n");
      button.addEventListener("click", () => {
        const falls = head.ariaSort ? head.ariaSort === "ascending" : isNumber;
        for (const other of all("thead th", list)) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", falls ? "descending" : "ascending");
        const order = new Intl.Collator(undefined, { numeric: true }).compare;
        const rows = [...body.rows].sort((a, b) => (isNumber ? Number(value(a, column)) - Number(value(b, column)) : order(value(a, column), value(b, column))) * (falls ? -1 : 1));
        body.append(...rows);
      });
      head.replaceChildren(button);
    });
  }

  /* Read the notes of the page anew: for a page whose article changes while it is open. */
  const refresh = () => {
    const number = current?.id;
    notes = all(".note");
    current = notes.find((note) => note.id === number) ?? null;
    buildFilters();
    apply();
  };
  root.classList.add("js");
  setTheme(recall("theme"));
  refresh();
  for (const name of Object.keys(LOOKS)) setLook(name, (recall(name) ?? (name === "named" ? "on" : "off")) === "on");
  window.newslint = { refresh, step, show };
})();
