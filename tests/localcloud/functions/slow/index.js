// Never answers: busy, so that not even its own timers run, or waiting.
exports.main = (event) => {
  if (event.busy) for (;;);
  return event.waiting ? new Promise(() => {}) : 'in time'
}
