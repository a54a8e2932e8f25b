function send(to, subject, opts) {
  smtp.send(to, subject);
}

function welcome(user) {
  send(user.email, 'Welcome', o);
}

function bye(user) {
  user.delete();
  commit();
  send(user.email, 'Bye');
}
