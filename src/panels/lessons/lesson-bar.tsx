import './lesson-bar.css';
import { Check, EllipsisVertical, Eye, EyeOff, RotateCcw, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Logo } from '../../ui/logo.tsx';
import { Menu, MenuItem, MenuLine } from '../../ui/menu.tsx';
import type { LessonStep } from './lesson.ts';
import type { LessonEntry } from './lesson-list.ts';

const ICON = { size: 14, 'aria-hidden': true } as const;

export interface LessonBarProps {
  readonly entry: LessonEntry;
  readonly steps: readonly LessonStep[];
  readonly at: number;
  readonly done: readonly string[];
  readonly isTeacher: boolean;
  readonly onGo: (step: number) => void;
  readonly onTeach: (isTeacher: boolean) => void;
  /** Covers what was shown, for the next room. */
  readonly onCover: () => void;
  readonly onStartOver: () => void;
  readonly onLeave: () => void;
  /** Undo, redo and strategy, where there is room. */
  readonly children: ReactNode;
}

/** In place of the board's bar while a lesson runs: where one is in it, and the way out. */
export function LessonBar({ entry, steps, at, done, onGo, onLeave, children, ...menu }: LessonBarProps) {
  return (
    <header className="lesson-bar">
      <div className="lesson-bar-start">
        <a className="home" href="#/boards" aria-label="Ambit: all boards" title="All boards">
          <Logo />
        </a>
        <h1 className="lesson-bar-title" title={`Lesson ${entry.number}: ${entry.title}`}>
          <b>Lesson {entry.number}</b> <span>{entry.title}</span>
        </h1>
      </div>
      <nav aria-label="Steps of the lesson">
        <ol className="lesson-steps">
          {steps.map((step, index) => (
            <li key={step.id}>
              <StepButton
                number={index + 1}
                step={step}
                isNow={index === at}
                isDone={done.includes(step.id)}
                onGo={() => onGo(index)}
              />
            </li>
          ))}
        </ol>
      </nav>
      <div className="lesson-bar-end">
        {children}
        <LessonMenu {...menu} />
        <button className="text-button" type="button" onClick={onLeave}>
          Leave <X {...ICON} />
        </button>
      </div>
    </header>
  );
}

interface StepButtonProps {
  readonly number: number;
  readonly step: LessonStep;
  readonly isNow: boolean;
  readonly isDone: boolean;
  readonly onGo: () => void;
}

function StepButton({ number, step, isNow, isDone, onGo }: StepButtonProps) {
  const isChecked = isDone && !isNow;
  return (
    <button
      className="lesson-step"
      type="button"
      title={step.title}
      {...(isNow ? { 'aria-current': 'step' as const } : {})}
      data-done={isDone}
      onClick={onGo}
    >
      <span className="lesson-step-number" aria-hidden="true">
        {isChecked ? <Check size={12} strokeWidth={2.5} /> : number}
      </span>
      <span className="visually-hidden">Step {number}: </span>
      <span className="lesson-step-tab">{step.tab}</span>
      {isChecked && <span className="visually-hidden">, done</span>}
    </button>
  );
}

type LessonMenuProps = Pick<LessonBarProps, 'isTeacher' | 'onTeach' | 'onCover' | 'onStartOver'>;

function LessonMenu({ isTeacher, onTeach, onCover, onStartOver }: LessonMenuProps) {
  return (
    <Menu
      align="end"
      trigger={
        <button className="icon-button" type="button" aria-label="More about this lesson" title="More">
          <EllipsisVertical size={16} aria-hidden="true" />
        </button>
      }
    >
      <MenuItem
        icon={isTeacher ? <Eye {...ICON} /> : <EyeOff {...ICON} />}
        onSelect={() => onTeach(!isTeacher)}
      >
        {isTeacher ? 'Go on alone' : 'Teach: hide answers until I show them'}
      </MenuItem>
      {isTeacher && (
        <MenuItem icon={<EyeOff {...ICON} />} onSelect={onCover}>
          Hide all answers again
        </MenuItem>
      )}
      <MenuLine />
      <MenuItem icon={<RotateCcw {...ICON} />} onSelect={onStartOver}>
        Start the lesson over
      </MenuItem>
    </Menu>
  );
}
