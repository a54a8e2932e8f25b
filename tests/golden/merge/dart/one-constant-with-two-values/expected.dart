import 'package:flutter/material.dart' show Text, Widget;

enum Mode { light, dark }

class Options {
  const Options({this.mode = Mode.light});

  final Mode mode;
}

<<<<<<< left
const version = '1.1';
=======
const version = '2.0';
>>>>>>> right
