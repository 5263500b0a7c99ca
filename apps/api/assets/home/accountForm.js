// The token stands in the fragment, which no server sees; it is taken out of the address at once.
const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? '';
history.replaceState(null, '', location.pathname);

const form = document.querySelector('form');
const message = document.querySelector('[role=status]');
const words = form.dataset;
const password = form.elements.namedItem('password');
let path = words.path;
let sent = { token };

function say(text) {
  message.textContent = text;
}

/** Asks for a new password, whose token the answer to a verification had. */
function askForPassword(resetToken) {
  path = words.resetPath;
  sent = { token: resetToken };
  document.querySelector('label').hidden = false;
  document.querySelector('label span').textContent = words.newPassword;
  for (const button of form.querySelectorAll('[value=without]')) button.remove();
  form.querySelector('button').textContent = words.choose;
  password.required = true;
  password.minLength = 12;
  password.value = '';
  password.autocomplete = 'new-password';
  password.name = 'newPassword';
  say(words.chooseNow);
}

async function send(body) {
  say(words.wait);
  const response = await fetch(path, {
    method: 'POST',
    credentials: 'omit',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) {
    say(answer.detail);
    return;
  }
  if (answer.data.passwordReset) {
    askForPassword(answer.data.passwordReset.token);
    return;
  }
  form.hidden = true;
  say(words.done);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const isWithout = event.submitter?.value === 'without';
  const given = password && !isWithout && password.value !== '' ? password.value : undefined;
  const body = given === undefined ? sent : { ...sent, [password.name]: given };
  send(body).catch(() => say(words.failed));
});
