#include "ir/secrets.h"

#include "tests/support/catch.h"

using namespace schemac;

TEST_CASE("secrets are known by their names") {
  for (const char* name : {"password", "PassWord", "sslpassword", "passfile", "api_key", "key", "access_token", "client_secret", "passcode", "apikey_id"})
    CHECK(ir::isSecret(name));
  for (const char* name : {"host", "user", "keyword", "primary_key", "table_name", "updatable", "monkey"}) CHECK_FALSE(ir::isSecret(name));
}

TEST_CASE("a line of SQL is shown without its secrets") {
  CHECK(ir::maskLine("options (host 'h', password 'abc', \"api_key\" 'd e')") == "options (host 'h', password '***', \"api_key\" '***')");
  CHECK(ir::maskLine("connection 'host=h password=abc dbname=d'") == "connection 'host=h password=*** dbname=d'");
  CHECK(ir::maskLine("password text not null") == "password text not null");
  CHECK(ir::maskLine("password = 'it") == "password = '**");
}

TEST_CASE("a connection is shown without its password") {
  CHECK(ir::maskConnection("host=h password=x dbname=d") == "host=h password=<secret> dbname=d");
  CHECK(ir::maskConnection("password = 'a b\\'c' host=h") == "password = <secret> host=h");
  CHECK(ir::maskConnection("host=h sslpassword=x") == "host=h sslpassword=<secret>");
  CHECK(ir::maskConnection("postgresql://u:p@h:5432/d?sslmode=on&sslpassword=x&a=b") == "postgresql://u:<secret>@h:5432/d?sslmode=on&sslpassword=<secret>&a=b");
  CHECK(ir::maskConnection("postgresql://h:5432/d") == "postgresql://h:5432/d");
  CHECK(ir::maskConnection("dbname") == "dbname");
}
