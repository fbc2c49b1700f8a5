import { Button, Result } from 'antd'
import { Component, type ReactNode } from 'react'

/** A mistake in a page's code takes the page, not the console. Nothing was sent that was not confirmed. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidCatch(error: unknown) {
    console.error(error)
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <Result
        status="warning"
        title="这个页面出了问题"
        subTitle="已经提交的操作都不受影响。请刷新；若再次出现，请告诉管理员是哪个页面、做了什么。"
        extra={
          <Button type="primary" onClick={() => window.location.reload()}>
            刷新
          </Button>
        }
      />
    )
  }
}
