/** The slope of the line that lies nearest to some points (least squares); 0 where they all have one x. */
export function leastSquaresSlope(
  points: readonly { readonly x: number; readonly y: number }[],
): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map((point) => point.x)), mean(points.map((point) => point.y))];
  let [mixed, square] = [0, 0];
  for (const point of points) {
    mixed += (point.x - x) * (point.y - y);
    square += (point.x - x) ** 2;
  }
  return square > 0 ? mixed / square : 0;
}
