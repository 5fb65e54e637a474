/** Simulated weeks before an election and its day, driven through the public HTTP interface only; demo profile. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform"})
@org.jspecify.annotations.NullMarked
package id.deskpilkada.simulation;
