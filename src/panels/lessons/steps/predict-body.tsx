import type { PredictStep } from '../lesson.ts';
import { AppendsBody } from './appends-body.tsx';
import { LoadBody } from './load-body.tsx';
import { ShareBody } from './share-body.tsx';
import { WorstBody } from './worst-body.tsx';

/** A prediction to make, and what comes of it. */
export function PredictBody({ step }: { readonly step: PredictStep }) {
  const { question } = step;
  switch (question.kind) {
    case 'appends':
      return <AppendsBody step={step} question={question} />;
    case 'worst':
      return <WorstBody step={step} question={question} />;
    case 'share':
      return <ShareBody step={step} question={question} />;
    case 'load':
      return <LoadBody step={step} question={question} />;
  }
}
