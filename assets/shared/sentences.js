// Sentences that come from the server with places for what only the browser knows.

/**
 * Put values into a sentence: {name}, or [name] in texts that Python itself fills in, stands for each.
 * What is unknown stays as it is.
 *
 * @param {string} sentence
 * @param {Record<string, string | number>} values
 */
export function filled(sentence, values) {
  return sentence.replace(/[{[](\w+)[}\]]/g, (whole, name) => String(values[name] ?? whole));
}
