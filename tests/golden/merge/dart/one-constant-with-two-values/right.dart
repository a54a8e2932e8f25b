import 'package:flutter/material.dart' show Text, Widget;

enum Mode { light, dark }

class Options {
  const Options({this.mode = Mode.light});

  final Mode mode;
}

const version = '2.0';
