import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright';

/** Where something is on the screen. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Less than the room between two notes. */
const LASSO_MARGIN = 10;
/** A moving view has moved on after this time. */
const RESTING_MS = 40;

/** Makes an empty board by the page of all boards, and goes to it. */
export async function openNewBoard(page: Page): Promise<void> {
  await page.goto(page.url().replace(/#.*$|$/, '#/boards'));
  await page.getByRole('button', { name: 'New board', exact: true }).click();
  await page.getByRole('heading', { name: 'What happens here?' }).waitFor();
}

/** The paper that notes lie on. */
export function findCanvas(page: Page): Locator {
  return page.getByRole('region', { name: 'Canvas' });
}

/** A note by what a screen reader says first of it, such as "Event CourseDefined". */
export function findNote(page: Page, name: string): Locator {
  const plain = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return findCanvas(page).getByRole('group', { name: new RegExp(`^${plain}(,|$)`) });
}

/** All arrows by their sentences, such as "DefineCourse leads to CourseDefined". */
export async function listArrows(page: Page): Promise<readonly string[]> {
  return findCanvas(page)
    .getByRole('img')
    .and(page.locator('[aria-roledescription="arrow"]'))
    .evaluateAll((arrows) => arrows.map((arrow) => arrow.getAttribute('aria-label') ?? ''));
}

/** All notes by what a screen reader says first of them. */
export async function listNotes(page: Page): Promise<readonly string[]> {
  const said = await findCanvas(page)
    .getByRole('group')
    .evaluateAll((notes) => notes.map((note) => note.getAttribute('aria-label') ?? ''));
  return said.map((text) => text.replace(/,.*/s, ''));
}

/** Where all notes are on the screen. */
export async function listBoxes(page: Page): Promise<readonly Box[]> {
  return findCanvas(page)
    .getByRole('group')
    .evaluateAll((notes) =>
      notes.map((note) => {
        const { x, y, width, height } = note.getBoundingClientRect();
        return { x, y, width, height };
      }),
    );
}

/** Where a note is on the screen, once the view rests. */
export async function findBox(page: Page, name: string): Promise<Box> {
  const note = findNote(page, name);
  let before = await note.boundingBox();
  for (let look = 0; look < 100; look += 1) {
    await page.waitForTimeout(RESTING_MS);
    const box = await note.boundingBox();
    if (box !== null && JSON.stringify(box) === JSON.stringify(before)) return box;
    before = box;
  }
  throw new Error(`${name} does not come to rest on the screen`);
}

/** Whether one lies on the other. */
export function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** Presses the key of a kind and waits for the field in the new note. */
export async function startNote(page: Page, key: string): Promise<Locator> {
  await page.keyboard.press(key);
  const field = findCanvas(page).getByRole('textbox', { name: /^Name of the/ });
  await field.waitFor();
  // What is typed before the field has the focus would be taken for the keys of the canvas.
  await field.and(page.locator(':focus')).waitFor();
  return field;
}

/** Makes one note by its key and gives it a name. */
export async function addNote(page: Page, key: string, name: string): Promise<void> {
  await startNote(page, key);
  await page.keyboard.type(name);
  await page.keyboard.press('Shift+Enter');
  await findCanvas(page).getByRole('textbox').waitFor({ state: 'detached' });
}

/** Clicks on a note. */
export async function chooseNote(page: Page, name: string): Promise<void> {
  await findNote(page, name).click();
}

/** Lets go of everything that is selected. */
export async function chooseNothing(page: Page): Promise<void> {
  await findCanvas(page).focus();
  await page.keyboard.press('Escape');
}

/** Pulls an arrow from the dot at a note's side to another note. */
export async function connectByMouse(page: Page, from: string, to: string): Promise<void> {
  const start = await findBox(page, from);
  const end = await findBox(page, to);
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  const isAbove = Math.abs(end.y - start.y) > Math.abs(end.x - start.x);
  const dot = isAbove
    ? { x: start.x + start.width / 2, y: end.y > start.y ? start.y + start.height + 5 : start.y - 5 }
    : { x: end.x > start.x ? start.x + start.width + 5 : start.x - 5, y: start.y + start.height / 2 };
  await page.mouse.move(dot.x, dot.y, { steps: 4 });
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
  await page.mouse.up();
}

/** Draws an arrow from the selected note by the key L: types the other one's name, Enter. */
export async function connectByKey(page: Page, to: string): Promise<void> {
  await page.keyboard.press('l');
  const field = page.getByRole('combobox', { name: /^Arrow from/ });
  await field.fill(to);
  await page.getByRole('option', { name: to, exact: true }).waitFor();
  await field.press('Enter');
  await field.waitFor({ state: 'detached' });
}

/** Puts a text on the clipboard, as copying it elsewhere would. */
export async function copyElsewhere(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
}

/** What the keyboard's focus is on, as a screen reader says it first. */
export async function readFocus(page: Page): Promise<string> {
  const said = await page.locator(':focus').getAttribute('aria-label');
  return (said ?? '').replace(/,.*/s, '');
}

/** Draws a lasso around notes with the mouse, from empty paper to empty paper. */
export async function lasso(page: Page, names: readonly string[]): Promise<void> {
  const boxes = await Promise.all(names.map((name) => findBox(page, name)));
  const left = Math.min(...boxes.map(({ x }) => x)) - LASSO_MARGIN;
  const top = Math.min(...boxes.map(({ y }) => y)) - LASSO_MARGIN;
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + LASSO_MARGIN;
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + LASSO_MARGIN;
  await page.mouse.move(left, top);
  await page.mouse.down();
  await page.mouse.move(right, bottom, { steps: 8 });
  await page.mouse.up();
}

/** Presses a key until the button of what it does cannot be pressed any more; returns how often. */
export async function pressUntilDone(page: Page, keys: string, button: 'Undo' | 'Redo'): Promise<number> {
  const control = page.getByRole('button', { name: button, exact: true });
  let times = 0;
  while ((await control.getAttribute('aria-disabled')) !== 'true') {
    if (times === 500) throw new Error(`There is no end to ${button}`);
    await page.keyboard.press(keys);
    times += 1;
  }
  return times;
}

/** The file that the page exports as JSON. */
export async function readBoard(page: Page): Promise<string> {
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: /^JSON/ }).click(),
  ]);
  const text = await readFile(await file.path(), 'utf8');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  return text;
}

/** Waits until the page says that everything is kept. */
export async function waitUntilSaved(page: Page): Promise<void> {
  await page.getByText(/^Saved \d/).waitFor();
}
