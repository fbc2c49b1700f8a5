import { Drawing } from './Drawing'

interface SceneProps {
  /** In px; a scene is three quarters as high. */
  width?: number
  /** Leave out where a sentence beside it says the same. */
  label?: string
}

function Scene({ name, width = 160, label }: SceneProps & { name: string }) {
  return <Drawing name={name} width={width} height={width * 0.75} label={label} />
}

/** An open, empty box: a list with nothing in it yet. */
export const EmptyDrawing = (props: SceneProps) => <Scene name="empty" {...props} />
/** A cloud and a pulled plug: no network. */
export const OfflineDrawing = (props: SceneProps) => <Scene name="offline" {...props} />
/** A car at rest behind a warning triangle: something failed. */
export const ErrorDrawing = (props: SceneProps) => <Scene name="error" {...props} />
/** A finish flag before the evening sun: the campaign is over. */
export const ClosedDrawing = (props: SceneProps) => <Scene name="closed" {...props} />

/** The seal of 开奖验证. */
export function SealDrawing({ size = 96, label }: { size?: number; label?: string }) {
  return <Drawing name="seal" width={size} height={size} label={label} />
}
