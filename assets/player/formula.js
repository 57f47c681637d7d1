// The step written out, a span for every term so that pointing at one lights its cells.

const MOST_TERMS = 14;

function span(text, className) {
  const element = document.createElement("span");
  element.textContent = text;
  if (className) element.className = className;
  return element;
}

// Terms to write: all, or the first and last when the sum is long (null stands for the dots).
function shortened(terms) {
  if (terms.length <= MOST_TERMS) return terms;
  const half = Math.floor(MOST_TERMS / 2) - 1;
  return [...terms.slice(0, half), null, ...terms.slice(-half)];
}

function writeTerm(term) {
  if (term.weight === null) return writeFactor(term.value);
  return `${writeFactor(term.value)}·${writeFactor(term.weight)}`;
}

function writeFormula(target, example, now, onTerm) {
  target.replaceChildren();
  const { operation, activation } = example.data;
  const counted = now.terms.filter((t) => t.counted);
  const put = (text, className) => target.append(span(text, className));
  if (operation === "max") put("max(");
  if (operation === "avg") put("(");
  shortened(counted).forEach((term, i) => {
    if (i) put(operation === "max" ? ", " : " + ", "sign");
    if (term === null) return put("…");
    const zero = operation === "conv" && (term.value === 0 || term.weight === 0);
    const won = now.winner !== null && term.ky * now.cols.length + term.kx === now.winner;
    const written = operation === "max" ? writeNumber(term.value) : writeTerm(term);
    const element = span(written, zero ? "term zero" : won ? "term result" : "term");
    element.onpointerenter = () => onTerm(term);
    element.onpointerleave = () => onTerm(null);
    target.append(element);
  });
  if (operation === "max") put(")");
  if (operation === "avg") put(`) / ${writeNumber(now.divisor)}`);
  if (now.bias !== null && example.data.hasBias) {
    put(" + ", "sign");
    const element = span(writeFactor(now.bias), "bias");
    element.title = example.data.labels.bias;
    target.append(element);
  }
  put(" = ", "sign");
  put(writeNumber(now.result), "result");
  if (operation === "max" && counted.filter((t) => t.value === now.result).length > 1) {
    put(`   ${example.data.labels.tie}`, "sign tie");
  }
  if (now.activated !== null) {
    put("   →   ", "sign");
    put(activation.replace("{}", writeNumber(now.result)));
    put(" = ", "sign");
    put(writeNumber(now.activated), "result");
  }
}
