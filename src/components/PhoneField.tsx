import { TextField } from './TextField'

interface PhoneFieldProps {
  value: string
  onChange: (phone: string) => void
  error?: string | null | undefined
}

/** A mainland mobile number. */
export const PhoneField = ({ value, onChange, error }: PhoneFieldProps) => (
  <TextField
    label="手机号"
    value={value}
    onChange={onChange}
    keyboard="number"
    maxLength={11}
    placeholder="11 位手机号"
    error={error}
  />
)
