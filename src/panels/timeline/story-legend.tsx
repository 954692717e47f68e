import type { BandTone } from './layout/marks.ts';

const WORDS: { readonly [T in BandTone]: readonly [name: string, meaning: string] } = {
  guarded: ['Guarded', 'if a new event turns up there before the append, the append is stopped.'],
  partly: ['Partly guarded', 'of what it needs there, the guard watches only some event types.'],
  locked: ['Locked', 'others who ask for the same lock have to wait until it has ended.'],
  open: ['Not guarded', 'a new event there goes unnoticed, even where the decision needs it.'],
  relaxed: ['Not guarded, on purpose', 'its constraint is relaxed: what slips in is tolerated.'],
  extra: ['Guarded, not needed', 'new events there stop it too, for nothing.'],
};
const ORDER: readonly BandTone[] = ['guarded', 'partly', 'locked', 'open', 'relaxed', 'extra'];

/** What the bands between a read and its append mean: those that are drawn. */
export function StoryLegend({ tones }: { readonly tones: ReadonlySet<BandTone> }) {
  const drawn = ORDER.filter((tone) => tones.has(tone));
  if (drawn.length === 0) return null;
  return (
    <dl className="story-legend">
      {drawn.map((tone) => (
        <div key={tone}>
          <dt>
            <svg className={`legend-band band-${tone}`} width={22} height={10} aria-hidden="true">
              <Sample tone={tone} />
            </svg>
            {WORDS[tone][0]}:
          </dt>
          <dd>{WORDS[tone][1]}</dd>
        </div>
      ))}
    </dl>
  );
}

function Sample({ tone }: { readonly tone: BandTone }) {
  if (tone === 'open' || tone === 'relaxed')
    return <line className="band-edge" x1={0} y1={5} x2={22} y2={5} />;
  return (
    <>
      <rect className="band-ground" x={0} y={1} width={22} height={8} />
      <line className="band-edge" x1={0} y1={1} x2={22} y2={1} />
      <line className="band-edge" x1={0} y1={9} x2={22} y2={9} />
    </>
  );
}
