/* Places in a text: code points and UTF-16 units, what an edit moves, and stretches that lie over one another. */

/* Return a function from offsets in code points to offsets in UTF-16 units. */
export const toUnits = (text) => {
  if (!/[\ud800-\udfff]/.test(text)) return (offset) => offset;
  const places = [];
  let at = 0;
  for (const sign of text) { places.push(at); at += sign.length; }
  places.push(at);
  return (offset) => places[Math.min(offset, places.length - 1)];
};

/* Return a function from offsets in UTF-16 units to offsets in code points. */
export const toPoints = (text) => {
  if (!/[\ud800-\udfff]/.test(text)) return (offset) => offset;
  return (offset) => [...text.slice(0, offset)].length;
};

/* Return the one replacement [start, end) by `put` that makes a text into another. */
export const changeOf = (before, after) => {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { start, end: before.length - tail, put: after.slice(start, after.length - tail) };
};

/* Return a range after a change; null where the change touches it. */
export const moved = (range, change) => {
  const by = change.put.length - (change.end - change.start);
  if (range.end < change.start || (range.end === change.start && range.start < range.end)) return range;
  if (range.start >= change.end) return { ...range, start: range.start + by, end: range.end + by };
  return null;
};

/* Yield the stretches of a text, each with the ranges that cover it; ranges are sorted by their starts. */
export function* stretches(length, ranges) {
  const cuts = new Set([0, length]);
  for (const range of ranges) { cuts.add(Math.min(range.start, length)); cuts.add(Math.min(range.end, length)); }
  const points = [...cuts].sort((a, b) => a - b);
  const sorted = ranges.filter((range) => range.start < range.end).sort((a, b) => a.start - b.start);
  let next = 0;
  let open = [];
  for (let at = 0; at + 1 < points.length; at += 1) {
    const [start, end] = [points[at], points[at + 1]];
    while (next < sorted.length && sorted[next].start <= start) { open.push(sorted[next]); next += 1; }
    open = open.filter((range) => range.end > start);
    yield { start, end, over: open };
  }
}
