const DAY_MS = 86_400_000;

/** A time of the log in a few characters: the hour on the clock for what happened within a day, otherwise the date and time as written, in UTC. */
export function sayTime(time: string, now: number): string {
  const at = new Date(time);
  if (Number.isNaN(at.getTime())) return time;
  if (Math.abs(now - at.getTime()) < DAY_MS) {
    return [at.getHours(), at.getMinutes(), at.getSeconds()]
      .map((part) => String(part).padStart(2, '0'))
      .join(':');
  }
  const iso = at.toISOString();
  const hours = iso.slice(11, 16);
  return hours === '00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${hours}`;
}
