import 'package:flutter/material.dart' show Text, Widget;

enum Mode { light, dark }

class Options {
  const Options({this.mode = Mode.light});

  final Mode mode;

  Options copy() => Options(mode: mode);
}

const version = '1.0';
