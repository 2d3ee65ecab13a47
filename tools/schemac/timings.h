#pragma once
#include <chrono>
#include <mutex>
#include <string>
#include <vector>

namespace schemac::tool {

// How long each phase took, for --timings and the benchmark. Thread-safe.
class Timings {
 public:
  class Phase {
   public:
    Phase(Timings& timings, std::string name) : timings_(timings), name_(std::move(name)), start_(std::chrono::steady_clock::now()) {}
    ~Phase() { timings_.add(std::move(name_), std::chrono::steady_clock::now() - start_); }
    Phase(const Phase&) = delete;
    Phase& operator=(const Phase&) = delete;

   private:
    Timings& timings_;
    std::string name_;
    std::chrono::steady_clock::time_point start_;
  };
  struct Entry {
    std::string phase;
    double milliseconds;
  };
  Phase phase(std::string name) { return Phase(*this, std::move(name)); }
  const std::vector<Entry>& entries() const { return entries_; }
  static long peakKilobytes();  // of this process so far

 private:
  void add(std::string name, std::chrono::steady_clock::duration taken) {
    const std::lock_guard lock(mutex_);
    entries_.push_back({std::move(name), std::chrono::duration<double, std::milli>(taken).count()});
  }
  std::mutex mutex_;
  std::vector<Entry> entries_;
};

}  // namespace schemac::tool
