# cmake -DNPM=... -DFROM=... -DTO=... -P install_packages.cmake
# Installs the packages of FROM/package-lock.json, and only those, in TO. No package may run a script
# of its own. Leaves TO/complete.
foreach(file package.json package-lock.json)
  configure_file(${FROM}/${file} ${TO}/${file} COPYONLY)
endforeach()
file(REMOVE ${TO}/complete)
execute_process(
  COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund --loglevel=error
  WORKING_DIRECTORY ${TO}
  RESULT_VARIABLE result
  OUTPUT_VARIABLE said
  ERROR_VARIABLE said)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "The packages of ${FROM}/package-lock.json could not be fetched. That needs "
    "the npm registry, once for each change of that file. Without a network: build on a machine "
    "that has one, or copy ${TO} from there.\nnpm said:\n${said}")
endif()
file(TOUCH ${TO}/complete)
