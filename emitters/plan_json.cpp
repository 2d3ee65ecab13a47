#include "emitters/header.h"
#include "emitters/json_text.h"
#include "emitters/report.h"
#include "emitters/report_steps.h"
#include "emitters/sql/emission.h"
#include "ir/identity.h"

namespace schemac::emitters {
namespace {

using ir::Object;
using ir::Operation;

std::string idJson(const Object& object) {
  const ir::ObjectId id = ir::idOf(object);
  JsonObject out;
  out.add("kind", ir::kindName(id.kind));
  if (id.of != id.kind) out.add("of", ir::kindName(id.of));
  if (!id.schema.empty()) out.add("schema", id.schema.view());
  if (!id.name.empty()) out.add("name", id.name.view());
  if (!id.part.empty()) out.add("part", id.part.view());
  if (!id.detail.empty()) out.add("detail", id.detail.view());
  return out.text();
}

std::string placeJson(Places& places, const Object& object) {
  const Places::Place place = places.of(object.location);
  if (place.file.empty()) return "null";
  JsonObject out;
  out.add("file", place.file);
  if (place.line) out.add("line", place.line).add("column", place.column);
  return out.text();
}

std::string fieldsJson(const Object* before, const Object* after, const std::vector<ir::FieldChange>& changes) {
  std::vector<std::string> fields;
  for (const ir::FieldChange& change : changes) {
    const FieldText text = fieldText(before, after, change);
    JsonObject field;
    field.add("field", text.field).add("decided", change.verdict.answer != ir::Answer::Unknown);
    if (!change.verdict.reason.empty()) field.add("reason", change.verdict.reason);
    fields.push_back(field.add("before", text.before).add("after", text.after).text());
  }
  return jsonArray(fields);
}

std::string changeJson(Places& places, const ir::Change& change) {
  const Object& object = endOf(change);
  JsonObject out;
  out.add("change", !change.before ? "new" : !change.after ? "gone" : "changed").add("description", ir::describe(object)).raw("object", idJson(object));
  out.raw("place", placeJson(places, object)).raw("fields", fieldsJson(change.before, change.after, change.fields));
  return out.text();
}

std::string changesJson(Places& places, const std::vector<ir::Change>& changes) {
  std::vector<std::string> list;
  for (const ir::Change& change : changes) list.push_back(changeJson(places, change));
  return jsonArray(list);
}

std::string operationJson(Places& places, const Operation& operation, std::size_t index) {
  const Object& object = endOf(operation);
  JsonObject out;
  out.add("index", index).add("verb", verbWord(operation)).add("description", titleOf(operation)).raw("object", idJson(object));
  out.raw("place", placeJson(places, object)).add("implied", operation.implied).add("rebuild", operation.rebuild);
  if (operation.verb == ir::Verb::Rename) out.raw("was", idJson(*operation.before));
  if (!operation.because.empty()) out.add("because", operation.because);
  if (operation.grant) out.add("privileges", privilegeText(*operation.grant));
  std::vector<std::string> locks;
  for (const ir::Lock& lock : operation.locks) {
    JsonObject entry;
    entry.raw("table", idJson(*lock.table)).add("mode", lockText(lock.mode)).add("rewrites", lock.rewrites).add("scans", lock.scans);
    locks.push_back(entry.text());
  }
  out.raw("locks", jsonArray(locks));
  out.raw("fields", operation.before == operation.after ? fieldsJson(nullptr, operation.after, operation.changes)
                                                         : fieldsJson(operation.before, operation.after, operation.changes));
  return out.text();
}

std::string numbers(const std::vector<std::size_t>& values) {
  std::vector<std::string> texts;
  for (const std::size_t value : values) texts.push_back(std::to_string(value));
  return jsonArray(texts);
}

// Each step with the statements that it alone makes; in the file's text neighbours may share one.
std::string stepsJson(Emission& emission, const ir::Plan& plan, const ir::Segment& segment) {
  std::vector<std::string> steps;
  emission.begin(segment);
  for (const ir::Step& step : segment.steps) {
    emission.out = Writer();
    emission.step(step);
    if (plan.operations[step.operation].implied) continue;
    JsonObject out;
    steps.push_back(out.add("operation", step.operation).raw("folded", numbers(step.folded)).add("sql", emission.out.bare()).text());
  }
  return jsonArray(steps);
}

std::string filesJson(const ir::Plan& plan, const std::vector<File>& files) {
  std::vector<std::string> list;
  Emission emission(plan, false);
  for (std::size_t i = 0; i < plan.segments.size(); ++i) {
    const ir::Segment& segment = plan.segments[i];
    JsonObject out;
    out.add("name", i < files.size() ? files[i].name : std::string()).add("transactional", segment.transactional).add("summary", counts(plan, segment));
    list.push_back(out.raw("steps", stepsJson(emission, plan, segment)).add("text", i < files.size() ? files[i].text : std::string()).text());
  }
  return jsonArray(list);
}

}  // namespace

std::string planJson(const ir::Plan& plan, const std::vector<File>& files, const MigrationOptions& options) {
  std::vector<std::string> operations, edges, hazards;
  Places places;
  for (std::size_t i = 0; i < plan.operations.size(); ++i) operations.push_back(operationJson(places, plan.operations[i], i));
  for (const ir::Edge& edge : plan.edges)
    edges.push_back(JsonObject().add("first", edge.first).add("second", edge.second).add("reason", edge.reason).add("soft", edge.soft).text());
  for (const ir::Hazard& hazard : plan.hazards) {
    JsonObject out;
    out.add("code", hazard.code).add("message", hazard.message).add("refused", hazard.refused);
    hazards.push_back(out.raw("object", hazard.object ? idJson(*hazard.object) : "null").text());
  }
  JsonObject out;
  out.add("format", "schemac plan").add("formatVersion", kPlanFormat).add("schemac", options.version).add("serverVersion", plan.to->serverVersion);
  out.add("from", options.fromLabel).add("to", options.toLabel).raw("notCompared", jsonStrings(plan.notCompared));
  out.raw("changes", changesJson(places, plan.changes)).raw("operations", jsonArray(operations)).raw("edges", jsonArray(edges));
  return out.raw("hazards", jsonArray(hazards)).raw("files", filesJson(plan, files)).text() + "\n";
}

std::string checkJson(const Differences& differences) {
  std::vector<std::string> unfollowed;
  Places places;
  for (const ir::Unfollowed& entry : differences.unfollowed) {
    JsonObject out;
    out.add("what", entry.what).add("reason", entry.reason);
    const Places::Place place = places.of(entry.where);
    if (!place.file.empty()) out.add("file", place.file);
    if (place.line) out.add("line", place.line);
    unfollowed.push_back(out.text());
  }
  JsonObject out;
  out.add("format", "schemac check").add("formatVersion", kCheckFormat).add("schemac", differences.version);
  out.add("serverVersion", differences.serverVersion).add("from", differences.fromLabel).add("to", differences.toLabel);
  out.add("equal", differences.changes.empty() && differences.unfollowed.empty()).raw("notCompared", jsonStrings(differences.notCompared));
  return out.raw("changes", changesJson(places, differences.changes)).raw("unfollowed", jsonArray(unfollowed)).text() + "\n";
}

}  // namespace schemac::emitters
