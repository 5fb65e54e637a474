/** Engine, security, web and database configuration; who acts, problems and changes, for all modules. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package id.deskpilkada.platform;
