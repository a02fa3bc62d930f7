/** Money from whole pence: £1,250, or £1,250.50 where there are pence. */
export function Money({ pence, currency = 'GBP' }: { pence: number; currency?: string }) {
  return <span className="money">{moneyInWords(pence, currency)}</span>
}

export function moneyInWords(pence: number, currency = 'GBP'): string {
  const whole = pence % 100 === 0
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency, minimumFractionDigits: whole ? 0 : 2, maximumFractionDigits: 2 }).format(pence / 100).replace('-', '−')
}
