// Walking along links with the arrow keys.

const DIRECTIONS = {
  ArrowRight: 0,
  ArrowDown: Math.PI / 2,
  ArrowLeft: Math.PI,
  ArrowUp: -Math.PI / 2,
};
const WIDTH = Math.PI / 3; // how far a link may lie from the direction of the key

/**
 * The neighbour that lies most in the direction of a key, or null where none does.
 * @param {cytoscape.NodeSingular} from
 * @param {string} key
 */
export function walk(from, key) {
  let best = null;
  let least = WIDTH;
  for (const node of from.neighborhood().nodes().toArray()) {
    const angle = Math.atan2(
      node.position("y") - from.position("y"),
      node.position("x") - from.position("x"),
    );
    const turn = Math.abs(
      Math.atan2(Math.sin(angle - DIRECTIONS[key]), Math.cos(angle - DIRECTIONS[key])),
    );
    if (turn < least) [best, least] = [node, turn];
  }
  return best;
}
