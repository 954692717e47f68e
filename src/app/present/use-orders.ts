import { useEffect, useRef } from 'react';
import { type Order, readOrder } from './read-order.ts';

/** Follows the orders that keys give, wherever the focus is; `follow` need not be memoised. */
export function useOrders(follow: (order: Order) => void): void {
  const latest = useRef(follow);
  useEffect(() => {
    latest.current = follow;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const order = readOrder(event);
      // Space on a button presses it.
      const isPress = event.key === ' ' && event.target instanceof HTMLButtonElement;
      if (order === null || isPress) return;
      event.preventDefault();
      latest.current(order);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
