"""How statements are worded: what the rules AM6 know of languages, one TOML file for each."""
