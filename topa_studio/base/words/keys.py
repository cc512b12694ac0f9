"""Sentences for the codes of the API key."""

TEMPLATES: dict[str, str] = {
    "key.keyring-absent": (
        "This system has no keyring that keeps secrets. Keep the key in a file that only you can "
        "read (--where file), or set KIE_API_KEY."
    ),
    "key.keyring-silent": (
        "The system's keyring did not answer in {seconds} seconds. It may be locked: unlock it and "
        "try again, or keep the key in a file that only you can read (--where file)."
    ),
    "key.keyring-refused": (
        "The system's keyring refused ({reason}). Unlock it and try again, or keep the key in a "
        "file that only you can read (--where file)."
    ),
    "key.none": "There is no key to try. Paste it after: topa-studio key set",
    "key.none-pasted": "There is no key yet. Copy it on kie.ai and paste it into the field.",
    "key.not-kept": "The key could not be kept in {path}: {reason}.",
    "key.elsewhere": (
        "{path} would send your KIE key to {host}, which is not KIE. Nothing was sent. Take "
        "base_url and upload_url out of that file; or, if you trust that address, name the file "
        "yourself: topa-studio -c {path}"
    ),
    "key.not-an-argument": (
        "A key is not taken from the command line, where others can see it and the shell "
        "remembers it. Run the command without it; it will be asked for."
    ),
}
