import { useEffect, useState } from 'react';

/** A value once it has stayed the same for a while, in milliseconds. */
export function useSettled<Value>(value: Value, calm: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), calm);
    return () => clearTimeout(timer);
  }, [value, calm]);
  return settled;
}
