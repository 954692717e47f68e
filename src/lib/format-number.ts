/** A whole number with thousands separators: `142,550,072`. */
export function groupDigits(value: bigint | number | string): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A share from 0 to 1 as `67 %`; what is not quite nothing or not quite all never reads as if it were. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.01) return '<1 %';
  if (share < 1 && share > 0.99) return '>99 %';
  return `${Math.round(share * 100)} %`;
}

/** How large a part of a whole is, from 0 to 1, also where both are beyond a double. */
export function shareOf(part: string, whole: string): number {
  const [parts, all] = [BigInt(part), BigInt(whole)];
  if (all === 0n) return 0;
  if (parts === all) return 1;
  return Number((parts * 10n ** 15n) / all) / 1e15 || (parts > 0n ? Number.MIN_VALUE : 0);
}

/** `1 schedule`, `6 schedules`. */
export function countOf(count: number | string, one: string, many: string): string {
  return `${groupDigits(count)} ${String(count) === '1' ? one : many}`;
}

/** Milliseconds as one reads them: `0 ms`, `0.4 ms`, `34 ms`, `1.2 s`, `95 s`. */
export function formatMs(ms: number): string {
  if (ms >= 10_000) return `${Math.round(ms / 1000)} s`;
  if (ms >= 1000) return `${Math.round(ms / 100) / 10} s`;
  return `${ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms)} ms`;
}
