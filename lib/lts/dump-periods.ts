/** The seven periods that LTS takes (API reference, 5.4.1, table 5-58). */
export const DUMP_PERIODS = {
  '2min': [2, 'min'],
  '5min': [5, 'min'],
  '30min': [30, 'min'],
  '1hour': [1, 'hour'],
  '3hour': [3, 'hour'],
  '6hour': [6, 'hour'],
  '12hour': [12, 'hour'],
} as const;
