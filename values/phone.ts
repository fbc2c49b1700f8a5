/** A mainland mobile number: 11 digits, beginning with 13 to 19. */
export const isMobileNumber = (text: string): boolean => /^1[3-9]\d{9}$/.test(text)
