// How many slips of a finger lie between two words: a letter left out, put in, replaced, or two
// neighbours in the wrong order.

// The number of edits from `a` to `b`, or limit + 1 if there are more than `limit` (1 or 2).
export function edits(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let from = 0;
  let endA = a.length;
  let endB = b.length;
  while (from < endA && from < endB && a[from] === b[from]) from += 1;
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const [restA, restB] = [endA - from, endB - from];
  if (restA < 2 && restB < 2) return Math.max(restA, restB);
  if (restA === 2 && restB === 2 && a[from] === b[from + 1] && a[from + 1] === b[from]) return 1;
  if (limit < 2 || Math.abs(restA - restB) > 2) return limit + 1;
  return distance(a.slice(from, endA), b.slice(from, endB), limit);
}

// Row by row; stops when a whole row is above the limit.
function distance(a, b, limit) {
  let before = [];
  let last = [];
  for (let x = 0; x <= b.length; x += 1) last.push(x);
  for (let y = 1; y <= a.length; y += 1) {
    const row = [y];
    let least = y;
    for (let x = 1; x <= b.length; x += 1) {
      let best = last[x - 1] + (a[y - 1] === b[x - 1] ? 0 : 1);
      if (last[x] + 1 < best) best = last[x] + 1;
      if (row[x - 1] + 1 < best) best = row[x - 1] + 1;
      const isSwap = y > 1 && x > 1 && a[y - 1] === b[x - 2] && a[y - 2] === b[x - 1];
      if (isSwap && before[x - 2] + 1 < best) best = before[x - 2] + 1;
      row.push(best);
      if (best < least) least = best;
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length], limit + 1);
}
