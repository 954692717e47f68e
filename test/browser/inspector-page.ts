import type { Locator, Page } from 'playwright';

/** What is said of what is selected, at the right. */
export function findInspector(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Inspector' });
}

/** Waits until the inspector is about an element. */
export async function waitForInspector(page: Page, name: string): Promise<void> {
  await findInspector(page).getByRole('heading', { level: 2, name, exact: true }).waitFor();
}

/** Types fields as they are said: "courseId: string, capacity: int". */
export async function addFields(page: Page, fields: string): Promise<void> {
  const field = findInspector(page).getByRole('textbox', { name: 'Add a field, as name: type' });
  await field.fill(fields);
  await field.press('Enter');
  for (const name of fields.split(',').map((part) => part.replace(/:.*/, '').trim())) {
    await findInspector(page)
      .getByRole('textbox', { name: `Name of ${name}`, exact: true })
      .waitFor();
  }
}

/** Gives the event in the inspector a tag by its name. */
export async function addTagByName(page: Page, tag: string): Promise<void> {
  const field = findInspector(page).getByRole('combobox', { name: 'Add a tag, such as course' });
  await field.fill(tag);
  await field.press('Enter');
  await findInspector(page)
    .getByRole('button', { name: `Remove the tag ${tag}` })
    .waitFor();
}

/** Opens a word of a constraint's sentence. */
export async function openSlot(page: Page, label: string): Promise<Locator> {
  await findInspector(page)
    .getByRole('button', { name: new RegExp(`^${label}: `) })
    .click();
  return page.getByRole('dialog', { name: label });
}

/** Chooses something from the menu of a button. */
export async function chooseFrom(page: Page, button: string, item: string): Promise<void> {
  await findInspector(page).getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}
