function send(ctx, to, subject) {
  smtp.send(to, subject);
}

function welcome(user) {
<<<<<<< left
  send(ctx, user.email, 'Welcome');
}

function bye(user) {
  user.delete();
  commit();
=======
  send(user.email, 'Welcome');
}

function bye(user) {
  user.delete();
  commit();
  send(user.email, 'Bye');
>>>>>>> right
}
