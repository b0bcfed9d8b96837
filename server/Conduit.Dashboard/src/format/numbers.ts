const none = '–';

/** Success as people compare it: never rounded up to 100 % while something fails. */
export function percent(share: number | null | undefined): string {
  if (share === null || share === undefined) {
    return none;
  }

  const value = share * 100;
  const text = value >= 99.995 ? '100' : value.toFixed(value >= 99.9 ? 2 : 1);
  return `${share < 1 && text === '100' ? '99.99' : text} %`;
}

export function rate(perSecond: number | null | undefined): string {
  if (perSecond === null || perSecond === undefined) {
    return none;
  }

  return perSecond >= 1000 ? `${(perSecond / 1000).toFixed(perSecond >= 10_000 ? 0 : 1)}k`
    : perSecond >= 100 ? perSecond.toFixed(0)
    : perSecond >= 10 ? perSecond.toFixed(1)
    : perSecond.toFixed(2);
}

export function milliseconds(value: number | null | undefined): string {
  if (value === null || value === undefined) {
    return none;
  }

  return value >= 10_000 ? `${(value / 1000).toFixed(0)} s`
    : value >= 1000 ? `${(value / 1000).toFixed(1)} s`
    : value >= 100 ? `${value.toFixed(0)} ms`
    : value >= 10 ? `${value.toFixed(1)} ms`
    : value >= 1 ? `${value.toFixed(1)} ms`
    : `${Math.round(value * 1000)} µs`;
}

export function count(value: number): string {
  return value.toLocaleString('en-US');
}

export function bytes(value: number): string {
  return value >= 1_048_576 ? `${(value / 1_048_576).toFixed(1)} MB` : value >= 1024 ? `${(value / 1024).toFixed(1)} KB` : `${value} B`;
}

export function age(seconds: number | null): string {
  if (seconds === null) {
    return none;
  }

  return seconds >= 172_800 ? `${Math.floor(seconds / 86_400)} d`
    : seconds >= 7200 ? `${Math.floor(seconds / 3600)} h`
    : seconds >= 120 ? `${Math.floor(seconds / 60)} min`
    : `${seconds} s`;
}

export function clock(date: Date): string {
  return date.toTimeString().slice(0, 8);
}
