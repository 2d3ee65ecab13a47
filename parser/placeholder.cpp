namespace schemac {}
