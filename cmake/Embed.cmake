# schemac_embed(NAME FILES…): generated/NAME.cpp defines schemac::embedded::NAME(), the files by their base name.
function(schemac_embed name)
  set(out "${CMAKE_BINARY_DIR}/generated/${name}.cpp")
  set(entries "")
  foreach(file ${ARGN})
    get_filename_component(base "${file}" NAME_WE)
    file(READ "${file}" text)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
    # A string literal may not exceed 64 KiB in standard C++; the compilers used here accept more in adjacent pieces.
    string(APPEND entries "  {\"${base}\", R\"__sql__(${text})__sql__\"},\n")
  endforeach()
  file(CONFIGURE OUTPUT "${out}" CONTENT "#include \"ir/embedded.h\"\nnamespace schemac::embedded {\nconst std::map<std::string_view, std::string_view>& ${name}() {\n  static const std::map<std::string_view, std::string_view> files{\n@entries@  };\n  return files;\n}\n}  // namespace schemac::embedded\n" @ONLY)
endfunction()
