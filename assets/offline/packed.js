// What a page carries packed, so that the file is small.

/**
 * The text that was packed by gzip and written as base64.
 *
 * @param {string} packed
 */
export async function unpacked(packed) {
  const bytes = Uint8Array.from(atob(packed.trim()), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}
