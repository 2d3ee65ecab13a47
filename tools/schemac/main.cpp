#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "tools/schemac/driver.h"

int main(int count, char** arguments) {
  try {
    return schemac::tool::run(std::vector<std::string>(arguments + 1, arguments + count), std::cin, std::cout, std::cerr);
  } catch (const std::exception& error) {
    std::cerr << "schemac: internal error: " << error.what() << "\n  hint: This is a defect of schemac; nothing was written. Please report it.\n";
    return 1;
  }
}
