import { createRoot } from 'react-dom/client'
import { App } from './app'
import { lookSheet } from './theme'
import './base.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
const style = document.createElement('style')
style.textContent = lookSheet
document.head.prepend(style)
createRoot(root).render(<App />)
