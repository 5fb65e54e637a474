/** Reads CSV and XLSX files into rows, names every bad row in one pass, and writes templates. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "platform :: audit"})
@org.jspecify.annotations.NullMarked
package id.deskpilkada.imports;
