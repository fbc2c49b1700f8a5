/** A bank card number: 16 to 19 digits whose last one is the Luhn check digit. */
export function isBankCardNumber(text: string): boolean {
  if (!/^\d{16,19}$/.test(text)) return false
  let sum = 0
  for (const [index, digit] of [...text].reverse().entries()) {
    const weighed = Number(digit) * (index % 2 === 0 ? 1 : 2)
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return sum % 10 === 0
}
