/** What a draft would have made of past tickets. */
export function BacktestPage() {
  return null;
}
