/** How the boundary is called that is no strategy of its own. */
export const ANY_TAG = 'Any tag';
