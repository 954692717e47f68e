/** The state an event probably leads to: the last word of its name, so IssueLocked makes it "locked". */
export function proposeState(event: string): string {
  const words = event.match(/\p{Lu}?[\p{Ll}\d]+|\p{Lu}+/gu) ?? [event];
  return (words.at(-1) ?? event).toLowerCase();
}
