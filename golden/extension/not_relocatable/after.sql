create schema programs;
create extension xml2 schema programs;
