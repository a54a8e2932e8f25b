{ lib
, stdenv
, fetchurl
, zlib
}:

stdenv.mkDerivation rec {
  pname = "tool";
  version = "1.2.0";

  src = fetchurl {
    url = "https://example.org/tool-${version}.tar.gz";
    hash = "sha256-aaa";
  };

  buildInputs = [ zlib ];

  meta = {
    description = "A tool";
    license = lib.licenses.mit;
  };
}
