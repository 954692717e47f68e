/** Whether any of some patterns is a text's; `*` stands for anything, upper and lower case are the same. */
export function makeMatcher(patterns: readonly string[]): (text: string) => boolean {
  const tests = patterns.map((pattern) => pattern.toLowerCase().split('*'));
  return (text) => {
    const lower = text.toLowerCase();
    return tests.some((parts) => fits(parts, lower));
  };
}

/** The parts between the stars, each as far left as it goes: never more than one look at each place. */
function fits(parts: readonly string[], text: string): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}

const BOT =
  /(^|[^a-z])(bots?|robot|ci|automation|jenkins|system|daemon|scheduler|cron)([^a-z]|$)|(bot|robot)$/i;

/** Whether a name reads like that of a machine, such as `k8s-ci-robot` or `renovate[bot]`. */
export function looksLikeBot(name: string): boolean {
  return BOT.test(name);
}
