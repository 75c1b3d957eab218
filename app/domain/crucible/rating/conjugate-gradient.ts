/** A symmetric matrix that has `−links[d]` where row `a[d]` meets column `b[d]`, and the diagonal given. */
export type Curvature = { diagonal: Float64Array; a: Int32Array; b: Int32Array; links: Float64Array };

/**
 * x of `matrix`·x = `right`, to a residual of `accuracy` relative to `right`, by conjugate gradients preconditioned with
 * the diagonal. The matrix must not bend downwards anywhere; where it is flat, `right` must be too.
 */
export function solve(matrix: Curvature, right: Float64Array, accuracy: number) {
  const size = right.length;
  const x = new Float64Array(size);
  const residual = Float64Array.from(right);
  const scaled = precondition(matrix, residual);
  const direction = Float64Array.from(scaled);
  const image = new Float64Array(size);
  const enough = accuracy ** 2 * dot(right, right);
  let power = dot(residual, scaled);
  for (let round = 0; round < 20 * size + 100 && dot(residual, residual) > enough; round += 1) {
    multiply(matrix, direction, image);
    const length = power / dot(direction, image);
    for (let i = 0; i < size; i += 1) {
      x[i]! += length * direction[i]!;
      residual[i]! -= length * image[i]!;
      scaled[i] = matrix.diagonal[i]! > 0 ? residual[i]! / matrix.diagonal[i]! : 0;
    }
    const next = dot(residual, scaled);
    for (let i = 0; i < size; i += 1) direction[i] = scaled[i]! + (next / power) * direction[i]!;
    power = next;
  }
  return x;
}

function multiply({ diagonal, a, b, links }: Curvature, x: Float64Array, into: Float64Array) {
  for (let i = 0; i < x.length; i += 1) into[i] = diagonal[i]! * x[i]!;
  for (let d = 0; d < a.length; d += 1) {
    const i = a[d]!;
    const j = b[d]!;
    into[i]! -= links[d]! * x[j]!;
    into[j]! -= links[d]! * x[i]!;
  }
}

function precondition({ diagonal }: Curvature, residual: Float64Array) {
  return residual.map((part, i) => (diagonal[i]! > 0 ? part / diagonal[i]! : 0));
}

function dot(x: Float64Array, y: Float64Array) {
  let sum = 0;
  for (let i = 0; i < x.length; i += 1) sum += x[i]! * y[i]!;
  return sum;
}
