/** Why a race cannot be run under a stream strategy (S4). */
export function sayHomeless(event: string): string {
  return `${event} has no home stream: let an aggregate own it and tag it with the aggregate’s id`;
}
