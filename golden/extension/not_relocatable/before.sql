create schema tools;
create extension xml2 schema tools;
