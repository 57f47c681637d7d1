// What every component's script has to do for Streamlit: live as long as its place in the page.

/** @import { Component } from "./types.js" */

/**
 * Return a component's entry: one part of the page for each place, told of every update.
 *
 * @template {{ end(): void }} Part
 * @template Data
 * @param {(root: ShadowRoot | HTMLElement) => Part} make
 * @param {(part: Part, component: Component<Data>) => void} update
 */
export function entry(make, update) {
  /** @type {WeakMap<object, Part>} */
  const parts = new WeakMap();
  return (/** @type {Component<{ nested?: string }>} */ component) => {
    const place = component.parentElement;
    const made = parts.get(place) ?? make(place);
    parts.set(place, made);
    const { nested, ...plain } = component.data; // as visualizer/ui/scripts.py packs it
    update(made, { ...component, data: { ...plain, ...JSON.parse(nested ?? "{}") } });
    return () => {
      made.end();
      parts.delete(place);
    };
  };
}

/**
 * Return the element that a component's own HTML is sure to have.
 *
 * @template {Element} Kind
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => Kind} kind
 */
export function part(root, selector, kind) {
  const found = root.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`The component's HTML has no ${selector}.`);
}
