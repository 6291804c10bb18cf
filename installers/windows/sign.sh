#!/bin/bash
# Signs files for Windows in place: installers/windows/sign.sh FILE…
#   ADVISOR_APP_SIGN_KEY=FILE.p12      a certificate with its key; ADVISOR_APP_SIGN_PASSPHRASE_FILE holds its passphrase
#   ADVISOR_APP_SIGN_KEY=pkcs11:…      a key on a token; ADVISOR_APP_SIGN_CERTIFICATE its chain, ADVISOR_APP_SIGN_MODULE
#                                      the token's library
#   ADVISOR_APP_SIGN_KEY=test          a certificate that is made for this build and signed by itself: for tests only
#   ADVISOR_APP_SIGN_TIME=ADDRESS      a time stamp service, so that signatures outlive the certificate
# Without ADVISOR_APP_SIGN_KEY nothing is signed, and a line says so.
set -euo pipefail
key=${ADVISOR_APP_SIGN_KEY:-}
if [ -z "$key" ]; then
    echo "not signed (ADVISOR_APP_SIGN_KEY is not set): $(basename -a -- "$@" | tr '\n' ' ')" >&2
    exit 0
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

identity=()
case $key in
test)
    openssl req -x509 -newkey rsa:3072 -noenc -keyout "$scratch/key.pem" -out "$scratch/certificate.pem" -days 30 \
        -subj "/CN=Beraterkoffer, self-signed for tests" -addext "extendedKeyUsage=codeSigning" 2>/dev/null
    identity=(-certs "$scratch/certificate.pem" -key "$scratch/key.pem")
    ;;
pkcs11:*)
    identity=(-pkcs11module "${ADVISOR_APP_SIGN_MODULE:?the library of the token}"
        -certs "${ADVISOR_APP_SIGN_CERTIFICATE:?the chain of certificates}" -key "$key")
    ;;
*)
    identity=(-pkcs12 "$key" -readpass "${ADVISOR_APP_SIGN_PASSPHRASE_FILE:?a file with the passphrase}")
    ;;
esac
time=()
[ -z "${ADVISOR_APP_SIGN_TIME:-}" ] || time=(-ts "$ADVISOR_APP_SIGN_TIME")

for file in "$@"; do
    osslsigncode sign "${identity[@]}" "${time[@]}" -h sha256 -n Beraterkoffer -in "$file" -out "$scratch/signed" >/dev/null
    cat "$scratch/signed" >"$file"
    rm "$scratch/signed"
    echo "signed: $(basename -- "$file")" >&2
done
