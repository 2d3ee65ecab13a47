#pragma once
// Foreign data, and subscriptions: what reaches out of the database. Foreign tables are Tables with a server.
#include "ir/fields.h"
#include "ir/ref.h"

namespace schemac::ir {

// Top level. No handler: it cannot be used, but servers may name it. Options: in the order written.
struct ForeignDataWrapper {
  Ref handler, validator;  // functions
  Options options;
  template <class S = ForeignDataWrapper>
  static constexpr auto fields() {
    return std::tuple(field("handler", &S::handler), field("validator", &S::validator),
                      field("options", &S::options));
  }
};

// Top level: servers share one name space, whatever their wrapper.
struct ForeignServer {
  Ref wrapper;
  Text type, version;  // "" = none
  Options options;
  template <class S = ForeignServer>
  static constexpr auto fields() {
    return std::tuple(field("foreign-data wrapper", &S::wrapper), field("type", &S::type),
                      field("version", &S::version), field("options", &S::options));
  }
};

// Parent: the server. Object::name: the role, or kPublic.
struct UserMapping {
  Options options;
  bool readable = true;  // false: the role that read the catalog may not see the options
  template <class S = UserMapping>
  static constexpr auto fields() { return std::tuple(field("options", &S::options), note("readable", &S::readable)); }
};

// Top level; of the current database.
struct Subscription {
  Text connection;
  bool readable = true;  // false: the role that read the catalog may not see the connection
  std::vector<Name> publications;
  bool enabled = false;
  Name slot;             // "" = NONE
  Options options;       // of WITH (…), what is not the default: "binary", "streaming", "synchronous_commit", …
  template <class S = Subscription>
  static constexpr auto fields() {
    return std::tuple(field("connection", &S::connection), note("readable", &S::readable),
                      field("publications", &S::publications), field("enabled", &S::enabled),
                      field("slot name", &S::slot), field("options", &S::options));
  }
};

}  // namespace schemac::ir
