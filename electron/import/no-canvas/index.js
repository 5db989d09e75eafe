// Nothing is drawn: see package.json.
