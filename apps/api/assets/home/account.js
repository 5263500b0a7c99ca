'use strict';
// The token is in the fragment, which browsers send to no server; it leaves the address at once.
const token = new URLSearchParams(location.hash.slice(1)).get('token');
history.replaceState(null, '', location.pathname);
const button = document.querySelector('button');
const status = document.querySelector('[role=status]');

async function run() {
  button.disabled = true;
  const answer = await fetch(`/api/v1${button.dataset.call}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  const body = await answer.json().catch(() => ({}));
  button.disabled = false;
  if (!answer.ok) {
    status.textContent = body.detail ?? 'That did not work. Try again later.';
    return;
  }
  status.textContent = button.dataset.done;
  button.hidden = true;
  if (typeof body.data?.url === 'string') location.assign(body.data.url);
}

if (token) {
  button.hidden = false;
  button.addEventListener('click', () => {
    run().catch(() => {
      button.disabled = false;
      status.textContent = 'The shop cannot be reached. Try again later.';
    });
  });
} else {
  status.textContent = 'The link is not complete. Open it again from the mail.';
}
