create schema billing authorization app_owner;
comment on schema billing is 'Money';
