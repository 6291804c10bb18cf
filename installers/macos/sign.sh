#!/bin/bash
# UNTESTED: written without a Mac at hand. Signs a program or an image for macOS, and has an image notarised:
#   installers/macos/sign.sh Beraterkoffer.app | beraterkoffer-….dmg
#   ADVISOR_APP_SIGN_IDENTITY    "Developer ID Application: …" in the keychain; without it only an ad-hoc signature is
#                                made, with which the program starts on the Mac that built it
#   ADVISOR_APP_NOTARY_PROFILE   a profile made by "xcrun notarytool store-credentials"; without it nothing is sent
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
target=${1:?a program or an image}
identity=${ADVISOR_APP_SIGN_IDENTITY:--}
options=(--force --sign "$identity")
[ "$identity" = - ] || options+=(--timestamp)

case $target in
*.app)
    # From the inside out: a signature covers those of what lies beneath it.
    find "$target/Contents" -type f \( -name '*.so' -o -name '*.dylib' \) -print0 |
        xargs -0 codesign "${options[@]}"
    find "$target/Contents" -type d -name '*.framework' -prune -print0 | xargs -0 codesign "${options[@]}"
    codesign "${options[@]}" --options runtime --entitlements "$here/entitlements.plist" "$target"
    codesign --verify --deep --strict "$target"
    ;;
*.dmg)
    codesign "${options[@]}" "$target"
    if [ -n "${ADVISOR_APP_NOTARY_PROFILE:-}" ]; then
        xcrun notarytool submit "$target" --keychain-profile "$ADVISOR_APP_NOTARY_PROFILE" --wait
        xcrun stapler staple "$target"
        spctl --assess --type open --context context:primary-signature "$target"
    fi
    ;;
*)
    echo "neither a program nor an image: $target" >&2
    exit 1
    ;;
esac
