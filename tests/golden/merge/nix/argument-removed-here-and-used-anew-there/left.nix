{ stdenv, fetchurl }:

let
  version = "1.0";
  pname = "shop";
in
stdenv.mkDerivation {
  inherit pname version;

  src = fetchurl {
    url = "https://a/shop.tar.gz";
    hash = "sha256-a";
  };

  buildInputs = [ zlib ];

  meta = {
    license = "mit";
  };
}
