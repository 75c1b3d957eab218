/** How much of something is used or done, with the words that say it as its label. */
export function Meter({
  value,
  max,
  labelledBy,
  label,
}: {
  value: number;
  max: number;
  labelledBy?: string;
  label?: string;
}) {
  return (
    <progress className="bar" value={value} max={max} aria-labelledby={labelledBy} aria-label={label}>
      {value} of {max}
    </progress>
  );
}
