#pragma once
#include <string_view>

#include "emitters/sql/emission.h"

namespace schemac::emitters {

// What stands in the files around the one that builds an index concurrently (ir/concurrent_build.h): kClearsBuild or kProvesBuild.
void emitBuild(Emission& e, const ir::Object& index, std::string_view step);

// ADD CONSTRAINT … USING INDEX of a key whose index has been built.
void emitKeyOfIndex(Emission& e, const ir::Object& key);

}  // namespace schemac::emitters
