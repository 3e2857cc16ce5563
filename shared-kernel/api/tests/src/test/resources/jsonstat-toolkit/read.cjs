// Reads a JSON-stat dataset from standard input with the stock toolkit, and prints what it found there as JSON.
const JSONstat = require(process.argv[2]);
const dataset = JSONstat(JSON.parse(require("fs").readFileSync(0, "utf8")));
const cell = (query) => {
  const data = dataset.Data(query);
  return { value: data.value, status: data.status ?? null };
};
console.log(
  JSON.stringify({
    class: dataset.class,
    label: dataset.label,
    updated: dataset.updated,
    id: dataset.id,
    size: dataset.size,
    n: dataset.n,
    role: dataset.role,
    targetGroup: dataset.Dimension("targetGroup").Category("OTHER").label,
    unit: dataset.Dimension("measure").Category("best").unit,
    cells: JSON.parse(process.argv[3]).map(cell),
  }),
);
