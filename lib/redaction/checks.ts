/**
 * A card's number by the prefixes and lengths of known issuers and its check digit (ISO/IEC 7812-1, annex B). `digits`
 * has neither blanks nor hyphens.
 */
export function isCard(digits: string): boolean {
  return ISSUERS.test(digits) && hasLuhnCheck(digits);
}

const ISSUERS = new RegExp(
  [
    '4(?:\\d{12}|\\d{15}|\\d{18})', // Visa
    '(?:5[1-5]\\d{2}|222[1-9]|22[3-9]\\d|2[3-6]\\d{2}|27[01]\\d|2720)\\d{12}', // Mastercard
    '3[47]\\d{13}', // American Express
    '3(?:0[0-5]|[68]\\d|9\\d)\\d{11}', // Diners Club
    '6(?:011|4[4-9]\\d|5\\d{2})\\d{12,15}', // Discover
    '35(?:2[89]|[3-8]\\d)\\d{12}', // JCB
    '62\\d{14,17}', // UnionPay
    '(?:5018|5020|5038|6304|6759|676[1-3])\\d{8,15}', // Maestro
    '220[0-4]\\d{12}', // Mir
  ]
    .map((pattern) => `^${pattern}$`)
    .join('|'),
);

function hasLuhnCheck(digits: string): boolean {
  let sum = 0;
  for (let place = 1; place <= digits.length; place += 1) {
    const digit = digits.charCodeAt(digits.length - place) - 48;
    const doubled = place % 2 === 0 ? 2 * digit : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** A Chinese resident identity number: region, date of birth, sequence, check character (GB 11643-1999). */
export function hasRegionAndBirthday(text: string): boolean {
  if (!/^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)\d{4}(?:19|20)\d{9}[\dXx]$/.test(text))
    return false;
  const [year, month, day] = [text.slice(6, 10), text.slice(10, 12), text.slice(12, 14)].map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  if (date.getUTCMonth() + 1 !== month || date.getUTCDate() !== day) return false;
  return text.charAt(17).toUpperCase() === residentCheck(text);
}

/** ISO 7064, MOD 11-2. */
function residentCheck(text: string): string {
  let sum = 0;
  for (let place = 0; place < 17; place += 1) sum = (sum + Number(text[place])) * 2;
  return '10X98765432'.charAt(sum % 11);
}

/** The check of a Hong Kong identity card, such as `A123456(3)`, or of a Singapore NRIC or FIN, such as `S1234567D`. */
export function hasIdCheck(text: string): boolean {
  return text.includes('(') ? hasHongKongCheck(text) : hasSingaporeCheck(text);
}

/** https://www.immd.gov.hk: letters count 10 to 35, a missing first one 36; weights 9 to 2; a multiple of 11. */
function hasHongKongCheck(text: string): boolean {
  const characters = text.replace(/[()]/g, '').padStart(9, ' ');
  let sum = 0;
  for (const [place, character] of [...characters].entries()) {
    sum += (character === ' ' ? 36 : Number.parseInt(character, 36)) * (9 - place);
  }
  return sum % 11 === 0;
}

const SINGAPORE: Readonly<Record<string, readonly [offset: number, letters: string]>> = {
  S: [0, 'JZIHGFEDCBA'],
  T: [4, 'JZIHGFEDCBA'],
  F: [0, 'XWUTRQPNMLK'],
  G: [4, 'XWUTRQPNMLK'],
  M: [3, 'XWUTRQPNJLK'],
};

function hasSingaporeCheck(text: string): boolean {
  const [offset, letters] = SINGAPORE[text.charAt(0)] ?? [0, ''];
  const weights = [2, 7, 6, 5, 4, 3, 2];
  const sum = weights.reduce((all, weight, place) => all + weight * Number(text.charAt(place + 1)), offset);
  return letters.charAt(sum % 11) === text.charAt(8);
}
