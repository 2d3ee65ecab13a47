#pragma once
// Foreign data, and subscriptions: what reaches out of the database. Foreign tables are Tables with a server.
#include "ir/fields.h"
#include "ir/ref.h"

namespace schemac::ir {

// Top level. No handler: it cannot be used, but servers may name it. Options: in the order written.
struct ForeignDataWrapper {
  Ref handler, validator;  // functions
  Options options;
  static constexpr auto fields() {
    return std::tuple(field("handler", &ForeignDataWrapper::handler), field("validator", &ForeignDataWrapper::validator),
                      field("options", &ForeignDataWrapper::options));
  }
};

// Top level: servers share one name space, whatever their wrapper.
struct ForeignServer {
  Ref wrapper;
  Text type, version;  // "" = none
  Options options;
  static constexpr auto fields() {
    return std::tuple(field("foreign-data wrapper", &ForeignServer::wrapper), field("type", &ForeignServer::type),
                      field("version", &ForeignServer::version), field("options", &ForeignServer::options));
  }
};

// Parent: the server. Object::name: the role, or kPublic.
struct UserMapping {
  Options options;
  bool readable = true;  // false: the role that read the catalog may not see the options
  static constexpr auto fields() { return std::tuple(field("options", &UserMapping::options), note("readable", &UserMapping::readable)); }
};

// Top level; of the current database.
struct Subscription {
  Text connection;
  bool readable = true;  // false: the role that read the catalog may not see the connection
  std::vector<Name> publications;
  bool enabled = false;
  Name slot;             // "" = NONE
  Options options;       // of WITH (…), what is not the default: "binary", "streaming", "synchronous_commit", …
  static constexpr auto fields() {
    return std::tuple(field("connection", &Subscription::connection), note("readable", &Subscription::readable),
                      field("publications", &Subscription::publications), field("enabled", &Subscription::enabled),
                      field("slot name", &Subscription::slot), field("options", &Subscription::options));
  }
};

}  // namespace schemac::ir
